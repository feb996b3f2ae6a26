"""What asks the editor something: prompts, a line being typed, the palette, and the question about a paste."""
