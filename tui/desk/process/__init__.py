"""The worker process, which reads and compares while the desk answers keys."""
