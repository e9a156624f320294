"""Write the comments that steer Houvast the way the house does, and put an id in one."""

import re

from houvast.source.content import PART_WORDS
from houvast.source.experiment import HEAD
from houvast.source.markdown import COMMENT
from houvast.source.plot import NODE_KEYS
from houvast.source.question import QUESTION_KEYS

META_KEYS = frozenset((*QUESTION_KEYS, *NODE_KEYS))
ASIDES = ("note:", "allow:")
INLINE = re.compile(r"<!--(?!>|->)((?:(?!-->|<!--)[^\n])*)-->")


def words_of(html: str) -> str | None:
    """What stands in a comment that is alone at the left margin; None for any other HTML."""
    found = COMMENT.match(html)
    return found[1].strip() if found else None


def is_aside(html: str) -> bool:
    """Whether this is a note or an allowance, which steers nothing."""
    return (words_of(html) or "").startswith(ASIDES)


def is_meta(html: str) -> bool:
    """Whether this is the comment of a question or node."""
    return _first_word(words_of(html) or "") in META_KEYS


def comment(html: str) -> str:
    """The comment as the house writes it; other HTML, and what is written over several lines, as it stands."""
    words = words_of(html)
    if not words:
        return html
    if _first_word(words) in META_KEYS:
        return _written("; ".join(_entries(words)))
    if "\n" in words:
        return html
    if _first_word(words) == HEAD:
        return _written(f"{HEAD}: {'; '.join(_entries(words.partition(':')[2]))}")
    if words.startswith(ASIDES) or _first_word(words) in PART_WORDS:
        key, _, value = words.partition(":")
        items = value.split(",") if key.strip() == "only" else [value]
        return _written(_entry(key, ", ".join(item.strip() for item in items if item.strip())))
    return _written(words)


def with_id(html: str, name: str) -> str:
    """The comment of a question or node with this id put first."""
    entries = [entry for entry in _entries(words_of(html) or "") if entry != "id"]
    return _written("; ".join((f"id: {name}", *entries)))


def inline_comments(text: str) -> str:
    """A text with one space on either side of what stands in its comments."""
    return INLINE.sub(lambda found: _written(words) if (words := found[1].strip(" \t")) else found[0], text)


def _entries(words: str) -> list[str]:
    """The entries of the comment of a question or node; one without value is its key alone."""
    pairs = (entry.partition(":") for entry in words.split(";"))
    return [_entry(key, value) for key, _, value in pairs if key.strip() or value.strip()]


def _entry(key: str, value: str) -> str:
    key, value = " ".join(key.split()), " ".join(value.split())
    return f"{key}: {value}" if value else key


def _first_word(words: str) -> str:
    return re.split(r"[:;]", words, maxsplit=1)[0].strip()


def _written(words: str) -> str:
    return f"<!-- {words} -->"
