"""How likely two passages say the same: features of a pair, candidates among all pairs, and fitted probabilities."""
