"""Drafting against a real, small model on this machine: `make test-model`, and never `make test`."""
