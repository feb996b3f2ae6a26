"""What each article has to itself, whom it cites, and what it has word for word from others."""
