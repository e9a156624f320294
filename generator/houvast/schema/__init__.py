"""What an editor needs to help who writes YAML: a JSON Schema of every file, made from the models."""

from houvast.schema.editor import SETTINGS, modeline, settings
from houvast.schema.files import FOLDER, MADE, SCHEMAS, schema_files

__all__ = ["FOLDER", "MADE", "SCHEMAS", "SETTINGS", "modeline", "schema_files", "settings"]
