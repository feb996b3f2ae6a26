"""What is read from one text alone: quantities, dates, names, quotes, negations, certainty."""
