"""What was drafted, and a person who decides: lists, shows, takes decisions, and takes over what was accepted."""
