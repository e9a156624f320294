"""A hostile lesson is a finding, or it is inert text on the page it becomes: seen in a browser."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from houvast.pipeline import EVERYTHING, build, check_courses
from houvast.site import SiteServer

LESSON = "modules/look-twice/nl.md"
PLAIN = {
    "handouts/before-you-buy/nl.md": "Vraag dit voor {{ org.name }} iets koopt.",
    "experiments/spoken-notes.nl.md": "Minder schrijven.",
}
"""Texts that ask nothing, and what in them makes room."""

REFUSED: dict[str, tuple[str, str]] = {
    "script": ("<script>alert(1)</script>", "M101"),
    "script in a sentence": ("Zie <script>alert(1)</script> hier", "M101"),
    "handler": ('<b onmouseover="alert(1)">Let op</b>', "M101"),
    "SVG": ("<svg onload=alert(1)><animate onbegin=alert(1)></svg>", "M101"),
    "iframe in a list": ('- a\n\n    <iframe srcdoc="<script>alert(1)</script>"></iframe>', "M101"),
    "style": ("<style>body{display:none}</style>", "M101"),
    "conditional comment": ("<!--[if true]><script>alert(1)</script><![endif]-->", "M112"),
    "CDATA": ("<![CDATA[<script>alert(1)</script>]]>", "M101"),
    "processing instruction": ("<?php echo 1 ?>", "M101"),
    "image of another host": ("![x](https://evil.example/x.png)", "M103"),
    "SVG image": ("![x](x.svg)", "M103"),
    "image of data": ("![x](data:image/svg+xml;base64,PHN2Zy8+)", "M103"),
    "javascript address": ("[x](javascript:alert(1))", "M102"),
    "in mixed case": ("[x](JaVaScRiPt:alert(1))", "M102"),
    "with entities": ("[x](&#106;avascript&colon;alert(1))", "M102"),
    "with a line end": ("[x](<java&#10;script:alert(1)>)", "M102"),
    "with a tab": ("[x](<java&Tab;script:alert(1)>)", "M102"),
    "with spaces before": ("[x](<   javascript:alert(1)>)", "M102"),
    "with percent signs": ("[x](java%73cript:alert(1))", "M102"),
    "as a reference": ("[x]\n\n[x]: javascript:alert(1)", "M102"),
    "as an autolink": ("<javascript:alert(1)>", "M102"),
    "vbscript": ("[x](vbscript:msgbox)", "M102"),
    "data address": ("[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)", "M102"),
    "file address": ("[x](file:///etc/passwd)", "M102"),
    "address without scheme": ("[x](//evil.example)", "M102"),
    "backslashes": (r"[x](\\\\evil.example)", "M102"),
    "template": ("{{ 7*7 }}", "M122"),
    "template that reaches inside": ("{{ role.__class__ }}", "M122"),
    "template with a call": ("{{ ''.join(['a']) }}", "M122"),
    "placeholder of nothing": ("{{ config.secret }}", "R106"),
    "template in an address": ("[x](<{{ 7*7 }}>)", "M102"),
    "a file outside": ("[x](../../../../etc/passwd)", "M102"),
    "a lesson outside": ("[x](../../../etc/passwd.md)", "M104"),
    "a lesson outside, in disguise": ("[x](..%2f..%2f..%2fetc/passwd.md)", "M104"),
    "deep quotes": ("> " * 200 + "diep", "M124"),
    "deep lists": ("\n".join("  " * depth + "- diep" for depth in range(80)), "M124"),
    "text that turns around": ("Tel \u202ena\u202c.", "S103"),
    "a sign of no width": ("Tel\u200bna.", "S103"),
    "a NUL byte": ("Tel\0na.", "S103"),
}

INERT: dict[str, str] = {
    "attribute list": 'Klik{ onclick="alert(1)" } hier',
    "attribute list with a colon": 'Klik\n{: onclick="alert(1)" }',
    "attribute list of a heading": "### Kop { onclick=alert(1) style=color:red }",
    "tag in code": "`<img src=x onerror=alert(1)>`",
    "tag by entities": "&lt;img src=x onerror=alert(1)&gt;",
    "tag in a fence": "```html\n<script>alert(1)</script>\n```",
    "tag behind a fence of another kind": "~~~\n```\n<script>alert(1)</script>\n~~~",
    "fence that never ends, in a quote": "> ```\n> <script>alert(1)</script>",
    "language of a fence": '```"><script>alert(1)</script>\nx\n```',
    "template tags": "{% include 'x' %} {# y #} ${7*7} <%= 7*7 %\\>",
    "escaped template": "\\{{ 7*7 \\}}",
    "snippet": '--8<-- "/etc/passwd"',
    "wiki link": "\\[[geheim]]",
    "admonition and macro": '!!! danger "x"\n    y\n\n[TOC]\n\n*[HTML]: x',
    "footnote and definition": "[^1]\n\n[^1]: <b\n\nTerm\n:   uitleg",
    "link text with markup": "[**a** `<b>`](https://a.example/?q=%22%3E%3Cscript%3E)",
    "address with quotes": "[x](<https://a.example/?a='b'&c=d>)",
    "table": "| a | b |\n|--|--|\n| `<script>alert(1)</script>` | \\| onclick=alert(1) |",
    "many brackets": "[" * 5_000,
    "many stars": "*a **b " * 2_000,
    "many backticks": "".join("`" * number + " " for number in range(1, 150)),
}


def with_text(courses: Path, text: str, file: str = LESSON, room: str = "Tel na.") -> None:
    path = courses / file
    path.write_text(path.read_text(encoding="utf-8").replace(room, text), encoding="utf-8")


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_hostile_is_refused(name: str, courses: Path) -> None:
    text, code = REFUSED[name]
    with_text(courses, text)
    report = check_courses(courses).report
    assert code in {finding.rule.code for finding in report.findings if finding.is_error}


@pytest.mark.parametrize("file", PLAIN)
@pytest.mark.parametrize("name", REFUSED)
def test_what_is_hostile_is_refused_in_plain_texts_too(name: str, file: str, courses: Path) -> None:
    text, code = REFUSED[name]
    with_text(courses, text, file, PLAIN[file])
    found = [finding for finding in check_courses(courses).report.findings if finding.is_error]
    assert code in {finding.rule.code for finding in found if finding.place.path.endswith(file)}


@pytest.fixture
def hostile_site(courses: Path, tmp_path: Path) -> Iterator[SiteServer]:
    """A site of which a lesson, a handout and an experiment hold everything that is let through."""
    inert = "\n\n".join(f"Hier staat {name}.\n\n{text}" for name, text in INERT.items())
    with_text(courses, inert)
    for file, room in PLAIN.items():
        with_text(courses, inert, file, room)
    report = check_courses(courses).report
    assert not report.errors, [finding.message for finding in report.findings if finding.is_error]
    build(courses, tmp_path / "site", tmp_path / "build", EVERYTHING)
    server = SiteServer(tmp_path / "site", 0, reload=False)
    with server.running():
        yield server


def test_what_is_let_through_is_inert(hostile_site: SiteServer, browser: Browser) -> None:
    context = browser.new_context()
    heard: list[str] = []
    context.on("console", lambda message: heard.append(message.text))
    context.on("dialog", lambda dialog: heard.append(dialog.message))
    context.on("weberror", lambda error: heard.append(str(error.error)))
    context.on("request", lambda request: heard.append(request.url))
    page = context.new_page()
    plain = ("nl/handouts/before-you-buy/", "nl/experiments/spoken-notes/")
    for uri in ("nl/library/look-twice/", "nl/clerk/brisk/look-twice/", *plain):
        page.goto(f"{hostile_site.address}{uri}")
        page.wait_for_load_state("networkidle")
        content = page.locator("article")
        text = content.inner_text()
        for name in INERT:
            assert f"Hier staat {name}." in text
        for told in ("{{ 7*7 }}", "{% include 'x' %}", '--8<-- "/etc/passwd"', "[[geheim]]", "alert(1)"):
            assert told in text
        assert "49" not in text
        assert content.locator("script, img, svg, iframe, object, style, link, [style]").count() == 0
        attributes = content.evaluate(
            "article => [...article.querySelectorAll('*')].flatMap(one => one.getAttributeNames())"
        )
        assert not [name for name in attributes if name.startswith("on")]
        addresses = content.evaluate("article => [...article.querySelectorAll('a')].map(one => one.protocol)")
        assert set(addresses) <= {"http:", "https:", "mailto:"}
        for heading in content.locator("h3").all():
            heading.click()
        content.locator("p", has_text="Klik").first.click()
    context.close()
    assert not [told for told in heard if not told.startswith(hostile_site.address)]
