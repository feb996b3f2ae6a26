"""What the list views show and where their cursors are: plain state and pure functions, without a screen."""
