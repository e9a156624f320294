"""Tell an editor which schema a YAML file has: by a settings file of VS Code, or by a line in the file itself."""

import json

from houvast.schema.files import FOLDER, SCHEMAS

SETTINGS = ".vscode/settings.json"


def settings(courses: str) -> str:
    """The settings of VS Code with the YAML extension of Red Hat; `courses` is `courses/`, or empty for right here."""
    schemas = {f"./{courses}{FOLDER}/{name}.json": f"{courses}{held.files}" for name, held in SCHEMAS.items()}
    return json.dumps({"yaml.schemas": schemas}, indent=2) + "\n"


def modeline(schema: str) -> str:
    """The first line of a file, which every editor with a YAML language server reads."""
    up = "../" * SCHEMAS[schema].files.count("/")
    return f"# yaml-language-server: $schema={up}{FOLDER}/{schema}.json\n"
