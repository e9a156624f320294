"""What stands around a colleague's own words in a draft, in every locale that the site has words for."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one locale. `{number}`, `{title}` and `{file}` are filled in."""

    note: str
    summary: str
    case: str
    went_wrong: str
    learned: str
    untranslated_title: str
    untranslated: str


WORDS: Mapping[str, Words] = {
    "nl": Words(
        note="Voorgesteld in issue {number}. Nog te doen: zeg wat het leert, voeg een vraag toe, vertaal het.",
        summary="Een collega vertelt wat er misging met AI, en wat je daaruit leert.",
        case="Wat er gebeurde",
        went_wrong="Wat er misging",
        learned="Wat je eruit leert",
        untranslated_title="Nog te vertalen: {title}",
        untranslated="Dit stuk moet nog vertaald worden. De tekst staat in `{file}`.",
    ),
    "en": Words(
        note="Proposed in issue {number}. To do: say what it teaches, add a question, translate it.",
        summary="A colleague tells what went wrong with AI, and what you learn from it.",
        case="What happened",
        went_wrong="What went wrong",
        learned="What you learn from it",
        untranslated_title="Still to be translated: {title}",
        untranslated="This part still has to be translated. The text is in `{file}`.",
    ),
}
