"""Begin the courses of an organisation of its own: a folder that extends what comes with Houvast."""

from houvast.init.files import LOCALES, BadStart, files_for
from houvast.init.write import write_folder

__all__ = ["LOCALES", "BadStart", "files_for", "write_folder"]
