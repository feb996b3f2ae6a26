"""From keys to actions: the one table of actions, the keys for them, an editor's own keys, and what can be typed."""
