"""One module a family of conflicts: each a function from an aligned pair to candidates."""
