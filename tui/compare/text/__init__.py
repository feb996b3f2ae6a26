"""What is read from the text of a passage: words, quotations, how much a word says, and which words correspond."""
