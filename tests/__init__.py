"""Tests: each reads like the promise it keeps."""
