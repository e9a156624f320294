"""Talking to an endpoint: one request at a time is safe, counted and kept."""
