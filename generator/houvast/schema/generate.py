"""JSON Schema as an author needs it: what Pydantic makes, as strict as our reader, without the names of our code."""

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

DAY = "-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"
DAY_HELP = "A day, year first, such as 2027-06-30."


class AuthorSchema(GenerateJsonSchema):
    """Makes the schema of one file. Every mapping is closed; a day and a text say what they have to look like."""

    def field_title_should_be_set(self, schema: object) -> bool:
        return False

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        made = super().model_schema(schema)
        made.pop("title", None)
        return made

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> JsonSchemaValue:
        # An editor puts a default in when it completes a key: an empty one only has to be taken out again.
        made = super().default_schema(schema)
        if not made.get("default"):
            made.pop("default", None)
        return made

    def dict_schema(self, schema: core_schema.DictSchema) -> JsonSchemaValue:
        made = super().dict_schema(schema)
        keys = schema.get("keys_schema")
        if keys and keys["type"] == "literal":
            made["propertyNames"] = {"enum": [str(key) for key in keys["expected"]]}
        if "patternProperties" in made:
            made["additionalProperties"] = False
        return made

    def date_schema(self, schema: core_schema.DateSchema) -> JsonSchemaValue:
        year = "^20[0-9]{2}" if "ge" in schema else "^[0-9]{4}"
        return {"type": "string", "format": "date", "pattern": year + DAY, "patternErrorMessage": DAY_HELP}

    def str_schema(self, schema: core_schema.StringSchema) -> JsonSchemaValue:
        made = super().str_schema(schema)
        if schema.get("strip_whitespace") and "pattern" not in made:
            made |= {"pattern": r"\S", "patternErrorMessage": "Write a text here."}
        return made
