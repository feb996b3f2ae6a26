"""Scores of the engine on the sample stories, against what their `expected.json` says an editor sees."""
