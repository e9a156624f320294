"""An exercise without an example shows who is on a path a prompt of the own job."""

import shutil
from pathlib import Path

from houvast.pipeline import Selection, catalogue_of, locale_sites
from tests.conftest import ROOT


def test_a_learner_without_an_example_sees_a_prompt_of_the_own_job(tmp_path: Path) -> None:
    courses = Path(shutil.copytree(ROOT / "courses", tmp_path / "courses"))
    for locale in ("nl", "en"):
        lesson = courses / f"modules/good-instructions/{locale}.md"
        before, fence, after = lesson.read_text(encoding="utf-8").rpartition("\n```prompt\n")
        assert fence
        lesson.write_text(before + after.partition("\n```\n")[2], encoding="utf-8")
    (dutch,) = locale_sites(catalogue_of(courses), Selection("recruiter", "standard", "nl"))
    bodies = {page.uri: page.body for page in dutch.pages if page.uri.endswith("/good-instructions/")}
    own = "<strong>Een vacature schrijven</strong>"
    assert own in bodies["recruiter/standard/good-instructions/"]
    assert own not in bodies["library/good-instructions/"]
