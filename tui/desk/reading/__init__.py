"""What the panes show and where the cursor is: plain state and pure functions, without a screen."""
