"""The screens of the desk: each draws lines on a canvas and turns keys into actions."""
