"""A learner's own planning on the path page: days, what moved, hats, another tab, wiping, the calendar file."""
