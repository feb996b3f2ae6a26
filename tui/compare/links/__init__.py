"""From likely pairs to links: runs of passages, trimmed spans, kind of wording, evidence and reason."""
