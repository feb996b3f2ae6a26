"""How well the language of a text is told from few words."""
