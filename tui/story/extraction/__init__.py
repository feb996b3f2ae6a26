"""The article of a web page: several extractors propose, one is chosen; risky ones run in a process of their own."""
