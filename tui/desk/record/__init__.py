"""What the editor says of the story: claims, verdicts on findings, pins and broken links, names, and what was seen."""
