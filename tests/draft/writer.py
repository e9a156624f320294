"""A pretended model that writes sensible Dutch and English of the shape it is asked for, from its sources."""

import re
from collections.abc import Mapping
from hashlib import sha256

from tests.draft.played import Asked

MARK = re.compile(r"(\[\d+\])")

DUTCH: dict[str, str] = {
    "subject": "Nakijken wat in een brief staat",
    "misconception": "Wie vlot schrijft, heeft gelijk",
    "situation": "Nadia krijgt om negen uur een brief van een leverancier, netjes samengevat door de tool.",
    "stem": "Wat doet Nadia nu eerst?",
    "title": "Brieven nakijken",
    "summary": "Je legt een samenvatting naast de brief zelf.",
    "heading": "De brief ernaast",
    "points": "Een samenvatting laat iets weg.",
    "work_today": "Je leest elke brief van voor naar achter.",
    "work_with_ai": "Je leest eerst een samenvatting, en legt de brief ernaast.",
    "about": "Een brief van een leverancier samenvatten.",
    "with_ai": "De tool vat een brief samen in vijf regels.",
    "check": "Leg de namen en getallen naast de brief zelf.",
    "weak_prompt": "Vat deze brief samen.",
    "strong_prompt": "Vat deze brief samen in vijf regels voor mijn leidinggevende. Laat open wat er niet in staat.",
    "do": "Neem een brief van vorige week en vat hem samen met een collega erbij.",
    "happens": "Er ligt een brief op tafel die niemand las.",
    "debrief": "Wanneer las jij een samenvatting zonder de brief?",
    "also_called": "Briefwisselaar",
    "reason": "De brief zelf geeft uitsluitsel.",
}
CASES = (
    ("Nadia", "een brief van de leverancier", "de brief zelf", "Ze belt de leverancier op"),
    ("Mo", "het verslag van de nachtploeg", "het logboek", "Hij schrijft het verslag over"),
    ("Els", "een prijs voor dertig stoelen", "de prijslijst van nu", "Ze rondt de prijs af"),
    ("Karim", "het menu voor vrijdag", "de lijst van de keuken", "Hij kiest zelf een gerecht"),
    ("Lotte", "de uren van een collega", "de kalender", "Ze telt er een uur bij"),
    ("Yusuf", "de handleiding van een pers", "het plaatje op de pers", "Hij probeert het voorzichtig uit"),
    ("Amina", "een antwoord op een klacht", "het dossier van de klacht", "Ze biedt meteen een korting aan"),
    ("Bart", "de namen op een uitnodiging", "de lijst van de deelnemers", "Hij laat de namen weg"),
    ("Sofie", "de regels over verlof", "het arbeidsreglement", "Ze vraagt het aan haar buur"),
)
THINGS = tuple("letter list order diary plan card file note desk lamp door cup bag pen map key box hat".split())  # noqa: SIM905
PLACES = tuple("shelf table window corner drawer counter board wall hall yard gate stair roof floor".split())  # noqa: SIM905


def write(asked: Asked) -> object:
    """An answer to any request of ours."""
    name = _wire(asked)
    data = asked.data
    if name == "Translated":
        texts = data["texts"]
        assert isinstance(texts, list)
        return {"texts": [_english(str(text)) for text in texts]}
    if name == "Critique":
        return {"verdict": "good", "problems": []}
    if name == "Vote":
        options = data["options"]
        assert isinstance(options, dict)
        return {"reason": DUTCH["reason"], "choice": next(at for at, text in options.items() if "ernaast" in text)}
    if name == "ScenarioOutline":
        return _scenario()
    return {"DraftedQuestion": _question, "DraftedSection": _section, "DraftedNode": _node}.get(name, _planned)(asked)


def _wire(asked: Asked) -> str:
    response = asked.body["response_format"]
    assert isinstance(response, dict)
    properties = set(response["json_schema"]["schema"]["properties"])
    return next(wire for wire, fields in FIELDS.items() if fields <= properties)


FIELDS = {
    "Translated": {"texts"},
    "Critique": {"verdict"},
    "Vote": {"choice"},
    "ScenarioOutline": {"nodes"},
    "DraftedQuestion": {"key"},
    "DraftedSection": {"list_items"},
    "DraftedNode": {"sentences"},
    "QuestionOutline": {"questions"},
    "RoleOutline": {"tasks"},
    "HatOutline": {"weeks"},
    "DraftedTask": {"with_ai"},
    "DraftedWeek": {"do"},
}


def _english(text: str) -> str:
    """A pretended translation: the words change, marks and numbers stay where they are."""
    return "".join(part if MARK.fullmatch(part) else _words(part) for part in MARK.split(text))


def _words(text: str) -> str:
    if not text.strip():
        return text
    number = int(sha256(text.encode()).hexdigest(), 16)
    thing, place = THINGS[number % len(THINGS)], PLACES[number // 97 % len(PLACES)]
    kept = [part for part in text.split() if any(sign.isdigit() for sign in part)]
    where = f"the {thing} on the {place}"
    saying = f"Put {where} before you go on." if len(text.split()) > 4 else f"Only {where}"
    return " ".join((saying, *kept))


def _said(text: str, asked: Asked | None = None) -> dict[str, str]:
    """A sentence; with a source where there is one to stand on."""
    sources = asked.data.get("sources") if asked else None
    if not isinstance(sources, list) or not sources:
        return {"text": text, "source": "none", "quote": ""}
    first = sources[0]
    return {"text": text, "source": first["id"], "quote": " ".join(first["text"].split()[:4])}


def _question(asked: Asked) -> Mapping[str, object]:
    plan = asked.data["plan"]
    assert isinstance(plan, dict)
    who, what, source, other = CASES[int(plan["subject"].rpartition(" ")[2]) % len(CASES)]
    return {
        "situation": f"{who} krijgt {what}, netjes samengevat door de tool.",
        "stem": f"Wat doet {who} nu eerst?",
        "key": f"{who} legt {source} ernaast",
        "key_rationale": _said(f"Alleen {source} kan bevestigen wat er staat.", asked),
        "first": _distractor("De tool kijkt het na", f"{who} laat de tool {what} nog eens lezen"),
        "second": _distractor("Dat komt wel in orde", other),
    }


def _distractor(misconception: str, text: str) -> Mapping[str, object]:
    rationale = f"{misconception}, denk je dan. Maar wat fout was, blijft zo fout."
    return {"misconception": misconception, "text": text, "rationale": _said(rationale)}


def _section(asked: Asked) -> Mapping[str, object]:
    told = ("Nadia leest de brief.", "Daarna leest ze de samenvatting.", "Een zin is weg.")
    return {"sentences": [_said(text) for text in told], "list_items": [_said("Lees de brief.", asked)]}


def _node(asked: Asked) -> Mapping[str, object]:
    return {"sentences": [_said("Nadia legt een brief op tafel."), _said("\u201cLees jij hem even?\u201d vraagt ze.")]}


def _planned(asked: Asked) -> object:
    response = asked.body["response_format"]
    assert isinstance(response, dict)
    schema = response["json_schema"]["schema"]
    number = asked.data.get("number", 3)
    assert isinstance(number, int)
    return _filled(schema, schema, "", number)


def _filled(schema: Mapping[str, object], root: Mapping[str, object], name: str, number: int) -> object:
    match schema:
        case {"$ref": str(address)}:
            held = root["$defs"]
            assert isinstance(held, dict)
            return _filled(held[address.rpartition("/")[2]], root, name, number)
        case {"enum": [*values]}:
            return "apply" if "apply" in values else values[0]
        case {"type": "object", "properties": dict(fields)}:
            return {key: _filled(one, root, key, number) for key, one in fields.items()}
        case {"type": "array", "items": dict(of)}:
            count = number if name in {"questions", "tasks", "weeks"} else 2
            return [_numbered(_filled(of, root, name, number), at) for at in range(count)]
        case _:
            return DUTCH[name]


def _numbered(value: object, number: int) -> object:
    """What is planned several times, each time about something else."""
    if isinstance(value, dict):
        return {key: f"{text} {number}" if key in {"subject", "about"} else text for key, text in value.items()}
    return value


def _scenario() -> Mapping[str, object]:
    def choice(text: str, to: str, law: int) -> Mapping[str, object]:
        return {"text": text, "to": to, "goal": 1, "people": 0, "law": law, "trust": 0}

    def node(name: str, heading: str, ending: str, *choices: Mapping[str, object]) -> Mapping[str, object]:
        told = {"id": name, "heading": heading, "happens": DUTCH["happens"]}
        return {**told, "ending": ending, "choices": list(choices)}

    start = (
        choice("Je leest de brief", "read", 1),
        choice("Je stuurt door", "sent", -1),
        choice("Je vraagt", "asked", 0),
    )
    later = (choice("Je belt op", "mended", 1), choice("Je wacht", "missed", -1), choice("Je vraagt raad", "asked", 0))
    nodes = [
        node("start", "Een brief op tafel", "none", *start),
        node("sent", "Doorgestuurd en wel", "none", *later),
        node("read", "Gelezen en gezien", "good"),
        node("asked", "Samen gekeken", "mixed"),
        node("mended", "Rechtgezet", "good"),
        node("missed", "Te laat", "poor"),
    ]
    return {"title": DUTCH["title"], "summary": DUTCH["summary"], "nodes": nodes, "debrief": [DUTCH["debrief"]]}
