"""Text that tries to be more than text, and what can be seen of it."""

from hypothesis import strategies as st

from houvast.model import Lesson
from houvast.model.markup import Block, Break, Code, Heading, Paragraph, Text, texts_of
from houvast.propose.plain import fold

HOSTILE = r"""# Titel

## Vragenbank
- [x] Ja
    > Juist
* punt
1. een
2) twee
> Hint: citaat
---
===
| a | b |
|--|--|
:-: | :-:
```python
~~~
    ingesprongen
{{ org.name }} {{{ niets {{fact.x}} {{
<!-- slot: hook -->
<!-- end -->
<script>alert(1)</script> <img src=x onerror=alert(1)> <b
[[wiki]] [a](javascript:x) ![b](http://x.be/y.png) [c]: http://x.be
http://x.be https://x.be ftp://x.be mailto:a@x.be //x.be HTTP://X.BE javascript:alert(1) <http://x.be>
&amp; &#x3c;script&#62; R&D; \ \* \{{
*a* _b_ __c__ ~~d~~ `e` ``f`` `{{` !
"""

fragments = st.sampled_from(
    [*HOSTILE.splitlines(), *HOSTILE.split(), "\n", "\n\n", "\t", "\u200b", "\u202e", "\x85", "\\"]
)
words = st.lists(fragments | st.text(max_size=12), max_size=12).map("".join)
lines = words.map(lambda text: " ".join(text.split()))


def seen(text: str) -> str:
    """What can be seen of a text, on one line."""
    return " ".join(fold(line) for line in text.replace("\r", "\n").split("\n") if fold(line))


def sections(lesson: Lesson) -> list[str]:
    """The words under each heading, if there is nothing but words there."""
    held: list[list[Block]] = []
    for piece in lesson.content:
        assert isinstance(piece, Heading | Paragraph)
        if isinstance(piece, Heading):
            held.append([])
        else:
            assert all(isinstance(part, Text | Break | Code) for part in piece.pieces)
            held[-1].append(piece)
    return [" ".join(text for block in blocks for text in texts_of(block)) for blocks in held]
