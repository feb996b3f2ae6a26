"""From state to lines of text: one module a part of the screen, pure functions only."""
