"""What formatting makes of a text: each mark the way the house has it, every word as it stood."""

import pytest

from houvast.fmt.layout import laid_out

CASES = {
    "a quote under an option": ("- [ ] a\n  > b\n- [x] c\n\t> d\n", "- [ ] a\n    > b\n- [x] c\n    > d\n"),
    "a line that goes on under an option": ("- [ ] a\nb\n   c\n", "- [ ] a\n    b\n    c\n"),
    "boxes": ("* [X] a\n* [ ]   b\n", "- [x] a\n- [ ] b\n"),
    "bullets": ("+ a\n+ b\n", "- a\n- b\n"),
    "two lists in a row stay two": ("- a\n\n* b\n\n+ c\n", "- a\n\n* b\n\n- c\n"),
    "a list with air keeps it": ("* a\n\n* b\n  - c\n", "- a\n\n- b\n\n    - c\n"),
    "numbers count up from the first": ("3) a\n3) b\n9) c\n", "3. a\n4. b\n5. c\n"),
    "what stands under a long number": ("999. a\n     > b\n999. c\n", "999. a\n     > b\n1000. c\n"),
    "empty lines": ("# a\nb\n> c\n\n\n\n```\nd\n```\n- e\n", "# a\n\nb\n\n> c\n\n```\nd\n```\n\n- e\n"),
    "no empty line in a list without air": ("- a\n  ```\n  b\n  ```\n- c\n", "- a\n    ```\n    b\n    ```\n- c\n"),
    "a fence keeps what is in it": (
        "~~~ prompt\n* a  \n\n\n\tb [X]\n~~~\n",
        "~~~ prompt\n* a  \n\n\n\tb [X]\n~~~\n",
    ),
    "code by indentation alone": ("    * a  \n\n    ```\n", "````\n* a  \n\n```\n````\n"),
    "a fence that opens a line of a list": ("- ```\n  a\n  ```\n", "-   ```\n    a\n    ```\n"),
    "a list that opens a line of a list": ("- - a\n  - b\n", "-   - a\n    - b\n"),
    "spaces at the end of a line": ("a \nb\t\nc", "a\nb\nc\n"),
    "a break by two spaces": ("a  \nb   \n", "a\\\nb\n"),
    "two spaces in code break nothing": ("`a  \nb`\n", "`a  \nb`\n"),
    "a backslash before the spaces": ("a\\  \nb\n", "a\\  \nb\n"),
    "a heading": ("#  a  ##\nb\n===\n", "# a\n\n# b\n"),
    "a heading of two lines stays underlined": ("a\nb\n---\n", "a\nb\n---\n"),
    "a line that would begin something else": ("a\n    # b\n", "a\n    # b\n"),
    "a lazy line in a quote": ("> a\nb\n===\n", "> a\n>     b\n>     ===\n"),
    "what a comment holds": (
        "<!--id:x;kind:apply;critical-->\n<!-- only:  a,b-->\n<!--end-->\n<!--slot:hook   -->\n",
        "<!-- id: x; kind: apply; critical -->\n\n<!-- only: a, b -->\n\n<!-- end -->\n\n<!-- slot: hook -->\n",
    ),
    "the comment of a question over two lines": ("<!-- id: x;\n  kind: apply; -->\n", "<!-- id: x; kind: apply -->\n"),
    "notes and allowances": (
        "<!--note:a  b-->\n<!--allow:Q107 why-->\n",
        "<!-- note: a b -->\n\n<!-- allow: Q107 why -->\n",
    ),
    "a note over several lines": ("<!-- note: a\n\n   b -->\nc\n", "<!-- note: a\n\n   b -->\n\nc\n"),
    "a comment behind a choice": ("- [a](#b) <!--law -2-->\n", "- [a](#b) <!-- law -2 -->\n"),
    "a comment between backticks": ("`<!--a-->` <!--b-->\n", "`<!--a-->` <!--b-->\n"),
    "a table": ("a\n\n| a  |b|   \n|--|:-:|\n|c | |\n", "a\n\n| a  |b|\n|--|:-:|\n|c | |\n"),
    "a table in a quote": ("> |a|b|\n> |-|-|\n>|c| |\n", "> |a|b|\n> |-|-|\n> |c| |\n"),
    "addresses of links": ("[a][b]\n[b]: https://a.example\n\n\nc\n", "[a][b]\n[b]: https://a.example\n\nc\n"),
    "addresses of links at the end": ("[a]\n\n[a]: https://a.example  \n", "[a]\n\n[a]: https://a.example\n"),
    "marks that mean nothing": ("a * b _ [[c|d]] {{ e }} \\* <br> &amp;\n", "a * b _ [[c|d]] {{ e }} \\* <br> &amp;\n"),
    "emphasis keeps its marks": ("_a_ __b__ *c*\n", "_a_ __b__ *c*\n"),
    "a divider": ("a\n\n* * *\nb\n", "a\n\n---\n\nb\n"),
    "nothing": ("\n \n", ""),
}


@pytest.mark.parametrize("name", CASES)
def test_layout(name: str) -> None:
    text, expected = CASES[name]
    assert laid_out(text, {}) == expected
    assert laid_out(expected, {}) == expected


def test_an_id_goes_first_in_the_comment_or_in_one_of_its_own() -> None:
    text = "### A\n<!-- note: x -->\n<!--kind: apply; id: -->\na\n### B\nb\n### C\n<!-- depth: full -->\n"
    assert laid_out(text, {1: "a", 5: "b", 7: "c"}) == (
        "### A\n\n<!-- note: x -->\n\n<!-- id: a; kind: apply -->\n\na\n\n"
        "### B\n\n<!-- id: b -->\n\nb\n\n"
        "### C\n\n<!-- id: c -->\n\n<!-- depth: full -->\n"
    )


def test_the_rule_of_a_criterion_stays_where_it_is() -> None:
    text = "```prompt\na\n```\n\n- [ ] noemt de lezer <!-- rule: reader -->\n    > want\n- [ ] noemt het doel\n"
    assert laid_out(text, {}) == text
    assert laid_out(text.replace("<!-- rule: reader -->", "<!--rule:  reader-->"), {}).splitlines()[4].endswith("-->")
