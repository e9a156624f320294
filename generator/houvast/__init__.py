"""Houvast turns an organisation's story, roles and paces into personal AI-literacy learning paths."""
