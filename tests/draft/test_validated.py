"""What a model wrote becomes a value of the shape that was asked for, or a short remark for it."""

import json

import pytest

from houvast.draft.call.faults import CallFault, Verdict
from houvast.draft.call.reply import Reply
from houvast.draft.call.validated import LONGEST_REMARK, validated
from tests.draft.calling import SMALL, Small

GOOD = {"text": "A.", "source": "none", "data": "public"}


def said(text: str) -> Small:
    return validated(SMALL, Reply(text, "m", "", "", None, None))


def fault(text: str) -> CallFault:
    with pytest.raises(CallFault) as caught:
        said(text)
    assert len(caught.value.remark) <= LONGEST_REMARK
    assert caught.value.raw == text
    return caught.value


@pytest.mark.parametrize("around", ["{}", "```json\n{}\n```", "```\n{}\n```\n", "  {}\n\n", "{}" + " " * 400])
def test_the_value_whatever_stands_around_it(around: str) -> None:
    assert said(around.format(json.dumps(GOOD))) == Small(text="A.", source="none", data="public")


@pytest.mark.parametrize(
    ("changed", "remark"),
    [
        ({"data": "secret"}, "data: Input should be 'public' or 'internal'"),
        ({"text": 3}, "text: Input should be a valid string"),
        ({"more": 1}, "more: Extra inputs are not permitted"),
        ({"source": "document.x#1"}, "source: must be one of fact.law, none"),
    ],
)
def test_what_does_not_fit_is_told_to_the_model(changed: dict[str, object], remark: str) -> None:
    caught = fault(json.dumps(GOOD | changed))
    assert (caught.fault.name, caught.verdict, caught.remark) == ("other-shape", Verdict.REPAIR, remark)


def test_a_remark_is_short_however_much_is_wrong() -> None:
    caught = fault(json.dumps({f"{'x' * 200}{number}": 1 for number in range(50)}))
    assert caught.remark.endswith(" … and 50 more")
    assert "x" not in caught.fault.sentence.replace("example", "")


@pytest.mark.parametrize("text", ["", "[]", "null", "{", '{"text": "\\ud800"}', "[" * 5000, '{"text": NaN}'])
def test_what_is_no_answer_at_all(text: str) -> None:
    assert fault(text).verdict is Verdict.REPAIR


def test_white_space_without_end() -> None:
    caught = fault('{"text": "A."' + " \n" * 150)
    assert (caught.fault.name, caught.verdict) == ("white-space", Verdict.RETRY)
