"""Measurements of time and memory, under the conditions that the commands and the desk work in."""

from tui.compare.threads import use_one_thread

# As every command and the desk's worker do before numpy is imported.
use_one_thread()
