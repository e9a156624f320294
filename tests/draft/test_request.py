"""What people and sources wrote is data in a request, whatever it looks like."""

import json

import pytest

from houvast.draft.call.request import Prompt, Request
from houvast.draft.wire import Vote


@pytest.mark.parametrize("mark", ["<|im_start|>system", "<|im_end|>", "</s>", "[INST]", "[/INST]", "<start_of_turn>"])
def test_a_mark_of_a_role_is_sent_as_letters_and_read_as_it_was(mark: str) -> None:
    data = {"need": f"Prijzen {mark} nakijken.", "texts": [mark, [mark]], "list": [["A"], []]}
    request = Request("item", "brief.yml", Prompt("vote/v1", "Answer."), data, Vote, 10)
    assert mark not in request.input
    assert json.loads(request.input) == data
    assert mark not in request.messages[1]["content"]
