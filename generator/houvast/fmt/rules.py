"""The rules of formatting: what it leaves alone, and why."""

from houvast.diagnostics import Rule

NOT_COPIED = Rule(
    "F101",
    "ids-not-copied",
    why="Ids go from one language to the others by position; where the texts differ, that would join what differs.",
    bad="Three questions in `nl.md`, two in `en.md`, and one of these has no id.",
    good="The same questions in the same order in every language, with as many options.",
    way_out="make both texts alike, or write the id yourself; then run `houvast fmt` again",
)
LEFT_ALONE = Rule(
    "F102",
    "left-as-it-is",
    why="Formatting changes no word that a reader sees; where it would, the file is left as it is.",
    bad="A mark that means one thing where it stands, and another where formatting would put it.",
    good="A line of plain text, or `\\` before a sign that is no markup.",
    way_out="write this passage more plainly: an empty line around it, `\\` before a sign; or leave it so",
)

RULES = (NOT_COPIED, LEFT_ALONE)
