"""The cases of a team session: short, few, critical ones first, and the same in every locale whatever the order."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from houvast.model import (
    ChoiceForm,
    Content,
    Depth,
    LocalText,
    MinutesPerDepth,
    Module,
    ModuleSheet,
    Option,
    PollForm,
    Question,
    Slot,
    Target,
    Variant,
)
from houvast.model.lesson import Lesson
from houvast.model.markup import Heading, ListBlock, Paragraph, Placeholder, Quote, Styled, Text, plain_text, texts_of
from houvast.plan import Audience, minutes_of, resolutions, team_cases

TARGETS = [Target(competency=name, level=1) for name in ("judge", "oversee", "comply")]
LENGTHS = {"tool.chat": 3, "contact.ai": 1}
READER = Audience(("operator",), Depth.FULL)


def length(name: str) -> int:
    return LENGTHS[name]


def options(count: int = 3, words: int = 2, right: int = 1) -> tuple[Option, ...]:
    return tuple(Option((Text(" ".join(["o"] * words)),), correct=number < right) for number in range(count))


def question(name: str, words: int = 10, **fields: object) -> Question:
    """A question of so many words, its stem of one counted in."""
    case = (Paragraph((Text(" ".join(["w"] * (words - 1))),)),)
    plain = Question(name, (Text("Wat?"),), case, ChoiceForm(options()))
    return replace(plain, **fields)  # type: ignore[arg-type]


def module(content: list[Content], bank: list[Question], locales: tuple[str, ...] = ("nl",)) -> Module:
    text = LocalText({"nl": "M"})
    sheet = ModuleSheet(
        id="m",
        file="modules/m/module.yml",
        title=text,
        summary=text,
        teaches=tuple(TARGETS),
        minutes=MinutesPerDepth(essentials=5, full=5, extra=5),
        owner="team",
        review_by=date(2027, 1, 1),
        status="reviewed",
    )
    lessons = {locale: Lesson(f"m/{locale}.md", (), tuple(content), tuple(bank)) for locale in locales}
    return Module(sheet, lessons, {})


def chosen(content: list[Content], bank: list[Question]) -> list[str]:
    return [case.id for case in team_cases(module(content, bank), "nl", READER, length)]


def words_of(case: Question) -> int:
    """What is read aloud, with placeholders as long as they come to."""
    texts = [plain_text(case.stem), *(text for block in case.case for text in texts_of(block))]
    return sum(LENGTHS.get(word, 1) for text in texts for word in text.split())


@st.composite
def questions(draw: st.DrawFn) -> list[Question]:
    """Questions of every length and kind, some critical, some a sibling of one before."""
    made: list[Question] = []
    for number in range(draw(st.integers(0, 14))):
        count = draw(st.integers(2, 5))
        form = ChoiceForm(options(count, draw(st.sampled_from([1, 20, 21])), draw(st.integers(1, 2))))
        one = question(
            f"q{number}",
            draw(st.integers(2, 45)),
            form=draw(st.sampled_from([form, form, ChoiceForm(options()), PollForm(form.options)])),
            measures=draw(st.sampled_from([None, *TARGETS])),
            critical=draw(st.booleans()),
        )
        tool = draw(st.sampled_from(["", "tool.chat", "contact.ai"]))
        if tool:
            one = replace(one, case=(*one.case, Paragraph((Placeholder(tool),))))
        critical = [other.id for other in made if other.critical]
        if draw(st.booleans()) and critical:
            one = replace(one, critical=False, sibling=draw(st.sampled_from(critical)))
        made.append(one)
    return made


def translated(draw: st.DrawFn, one: Question) -> Question:
    more = draw(st.integers(0, 6))
    return replace(one, case=(*one.case, *([Paragraph((Text(" ".join(["w"] * more)),))] if more else [])))


@st.composite
def modules(draw: st.DrawFn) -> Module:
    """A module in two locales of unequal length, some of its questions in a role's own text."""
    held = draw(questions())
    cut, other = sorted((draw(st.integers(0, len(held))), draw(st.integers(0, len(held)))))
    made = module([], [], ("nl", "en"))
    versions = {"nl": held, "en": [translated(draw, one) for one in held]}
    lessons = {
        locale: replace(
            lesson, content=(*versions[locale][:cut], Slot("own", ())), bank=tuple(versions[locale][other:])
        )
        for locale, lesson in made.lessons.items()
    }
    variants = {
        (reader, locale): Variant(f"for/{reader}.{locale}.md", (Slot("own", tuple(versions[locale][cut:other])),))
        for reader in ("operator", "clerk")
        for locale in versions
    }
    return replace(made, lessons=lessons, variants=variants)


@settings(max_examples=300)
@given(modules())
def test_every_choice_keeps_the_rules(held: Module) -> None:
    cases = {locale: team_cases(held, locale, READER, length) for locale in held.lessons}
    assert [case.id for case in cases["nl"]] == [case.id for case in cases["en"]]
    assert all(words_of(case) <= 40 for shown in cases.values() for case in shown)
    assert len(cases["nl"]) in {0, 2, 3, 4, 5}
    for case in cases["nl"]:
        assert isinstance(case.form, ChoiceForm)
        assert [option.correct for option in case.form.options].count(True) == 1
        assert len(case.form.options) <= 4
        assert all(len(plain_text(option.pieces).split()) <= 20 for option in case.form.options)
    decisions = [case.sibling or case.id for case in cases["nl"]]
    assert len(decisions) == len(set(decisions))
    order = [
        (not (case.critical or case.sibling), TARGETS.index(case.measures) if case.measures else 0)
        for case in cases["nl"]
    ]
    assert order == sorted(order)


@settings(max_examples=100)
@given(modules())
def test_the_order_of_files_changes_nothing(held: Module) -> None:
    turned = replace(
        held,
        lessons=dict(reversed(list(held.lessons.items()))),
        variants=dict(reversed(list(held.variants.items()))),
    )
    for locale in held.lessons:
        assert team_cases(turned, locale, READER, length) == team_cases(held, locale, READER, length)


def test_at_most_five_one_for_each_thing_taught_before_a_second() -> None:
    judge, oversee, comply = TARGETS
    bank = [question(name, measures=judge) for name in "abcdef"]
    bank += [question("x", measures=comply), question("y", measures=oversee), question("z", measures=comply)]
    assert chosen([], bank) == ["a", "b", "y", "x", "z"]


def test_critical_cases_come_first_whatever_they_measure() -> None:
    bank = [question("a", measures=TARGETS[0]), question("b", measures=TARGETS[2], critical=True)]
    assert chosen([], bank) == ["b", "a"]


def test_a_sibling_stands_in_for_a_critical_case_that_is_too_long() -> None:
    siblings = [question("s", 41, sibling="c"), question("t", sibling="c"), question("u", sibling="c")]
    assert chosen([question("c", 41, critical=True)], [question("a"), *siblings]) == ["t", "a"]
    assert chosen([question("c", 40, critical=True)], [question("a"), *siblings]) == ["c", "a"]


def test_fewer_than_two_is_no_session() -> None:
    assert chosen([question("a")], [question("b", 41)]) == []
    assert chosen([question("a")], [question("b", 40)]) == ["a", "b"]


def test_a_question_of_the_lesson_has_to_stand_on_its_own() -> None:
    quote = Quote((Paragraph((Text("Een mail."),)),))
    bare = question("bare", case=())
    lesson: list[Content] = [question("a"), quote, question("b"), Paragraph((Text("En nu jij."),)), question("c"), bare]
    assert chosen(lesson, [replace(bare, id="d")]) == ["a", "c", "d"]


@pytest.mark.parametrize(("number", "minutes"), [(2, 5), (3, 7), (4, 8), (5, 10)])
def test_minutes_are_whole_and_rounded_up(number: int, minutes: int) -> None:
    assert minutes_of([question(str(one)) for one in range(number)]) == minutes


def test_resolutions_are_the_bold_sentences_after_the_last_section() -> None:
    def bold(text: str) -> Styled:
        return Styled("strong", (Text(text),))

    first, second = bold("Als ik plak, dan zoek ik namen."), bold("Als ik twijfel, dan bel ik eerst.")
    shown = (
        Paragraph((bold("Als het vroeger stond, dan telt het niet."),)),
        Heading(2, (Text("Wat je morgen doet"),)),
        Paragraph((Text("Kies. "), bold("Vanaf morgen:"), first)),
        ListBlock(None, True, ((Paragraph((second,)),),)),
    )
    assert resolutions(shown) == (first, second)
    assert resolutions(()) == ()
