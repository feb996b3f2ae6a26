"""copydesk: read several newsrooms' coverage of one story side by side.

The way of an article through the code, one folder a step:

1. `story`: sources (files, folders, standard input) become sanitised articles cut into passages.
2. `compare`: passages of different articles become links (overlaps, conflicts), links become facts.
3. `desk`: the Textual app that shows articles, links and facts, and takes the editor's keys.
4. `claims`: what the editor tags, anchored in the text, kept in a SQLite store.
5. `reports`: findings and claims leave (and claims come back) as JSON, CSV and other formats.

`cli` is the command line over all of them; `resources` finds the shipped styles and sample stories.
"""

__version__ = "0.1.0"
