"""What `copydesk doctor` looks at, a module each: the installation, the terminal, the store, the settings."""
