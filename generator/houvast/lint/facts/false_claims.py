"""False or outdated claims on AI, law and learning, as they look in a sentence, each with what is true."""

import re
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Look:
    """How a claim looks in one language: a sentence with one of the words `about`, in lower case, and all of `says`."""

    about: tuple[str, ...]
    says: tuple[re.Pattern[str], ...]

    def is_in(self, sentence: str) -> bool:
        """Whether a sentence makes the claim."""
        return is_about(self.about, sentence.lower()) and all(part.search(sentence) for part in self.says)


def is_about(words: tuple[str, ...], lower: str) -> bool:
    """Whether one of the words stands in a text in lower case."""
    return any(word in lower for word in words)


@dataclass(frozen=True, slots=True)
class FalseClaim:
    """A claim by its number in the list of ideas, and what is true. One that `denies` is not excused by a denial."""

    idea: str
    truth: str
    looks: dict[str, Look] = field(hash=False)
    denies: bool = False


def _look(about: str, *says: str) -> Look:
    """`about` are words divided by `|`; `says` are patterns, whatever their order in the sentence."""
    return Look(tuple(about.split("|")), tuple(re.compile(part, re.IGNORECASE) for part in says))


LITERACY = "geletterd|artikel 4"
LITERACY_EN = "literacy|article 4"

FALSE_CLAIMS: tuple[FalseClaim, ...] = (
    FalseClaim(
        "P1",
        "since 27 July 2026 Article 4 asks for measures that support AI literacy, no longer for a sufficient level",
        {
            "nl": _look(LITERACY, r"(?:toereikend|voldoende) niveau", r"\b(?:moet|moeten|verplicht|zorgt|zorgen)\b"),
            "en": _look(LITERACY_EN, r"sufficient level", r"\b(?:must|have to|has to|ensures?|obliged|required)\b"),
        },
    ),
    FalseClaim(
        "P2",
        "that was a proposal; the duty of Article 4 stayed with providers and deployers",
        {
            "nl": _look(
                f"{LITERACY}|omnibus",
                r"artikel 4|geletterdheid",
                r"geschrapt|afgeschaft|naar de (?:lidstaten|overheid)",
            ),
            "en": _look(
                f"{LITERACY_EN}|omnibus", r"article 4|literacy", r"scrapped|abolished|moved to (?:the )?(?:member|gov)"
            ),
        },
    ),
    FalseClaim(
        "P3",
        "Article 4 applies since 2 February 2025 and got no new date",
        {
            "nl": _look(LITERACY, r"\b(?:is|wordt|werd|zijn) (?:\w+ )*(?:uitgesteld|opgeschort)"),
            "en": _look(LITERACY_EN, r"\b(?:postponed|delayed|suspended)\b"),
        },
    ),
    FalseClaim(
        "P4",
        "Article 4 applies since 2 February 2025",
        {
            "nl": _look(LITERACY, r"2 februari 2026"),
            "en": _look(LITERACY_EN, r"2 February 2026|February 2, 2026"),
        },
    ),
    FalseClaim(
        "P5",
        "there is no European fine for Article 4; 7 % or 35 million belongs to the prohibitions of Article 5",
        {
            "nl": _look(LITERACY + "|opgeleid|opleiding", r"\b7 ?%|\b7 procent|35 miljoen", r"boete|kost|riskeer"),
            "en": _look(
                LITERACY_EN + "|training|trained", r"\b7 ?%|\b7 per ?cent|35 ?m(?:illion)?\b", r"fine|penalt|cost|risk"
            ),
        },
    ),
    FalseClaim(
        "P6",
        "no certificate, AI officer or test is required; the organisation's own records suffice",
        {
            "nl": _look(
                "certificaat|ai-officer|ai-verantwoordelijke|examen|toets",
                r"verplichte? (?:AI-)?(?:certificaat|officer|examen|toets|verantwoordelijke)"
                r"|(?:certificaat|AI-officer|AI-verantwoordelijke|examen|toets) (?:is|zijn) (?:wettelijk "
                r")?(?:verplicht|nodig)"
                r"|(?:AI-verordening|wet|artikel 4)\b.*\b(?:vraagt|eist|verplicht|moet)\b.*\b(?:certificaat|officer"
                r"|examen|toets)"
                r"|\bmoet\b.*\bcertificaat\b.*\b(?:AI-verordening|wet|artikel 4)\b",
            ),
            "en": _look(
                "certificate|ai officer| test",
                r"(?:mandatory|compulsory|required) (?:AI )?(?:certificate|officer|test)\b"
                r"|(?:certificate|AI officer|test) is (?:legally )?(?:mandatory|required|compulsory)"
                r"|(?:AI Act|law|Article 4)\b.*\b(?:requires?|demands?|asks for|must)\b.*\b(?:certificate"
                r"|AI officer|test)\b"
                r"|\bmust\b.*\bcertificate\b.*\b(?:AI Act|law|Article 4)\b",
            ),
        },
    ),
    FalseClaim(
        "P7",
        "no training, list of practices or tool gives a presumption of compliance",
        {
            "nl": _look(
                "opleiding|leerpad|cursus|training|repository",
                r"\b(?:maakt|bewijst|zorgt)\b",
                r"compliant|conform|in orde met|voldoe\w* aan (?:de AI-verordening|artikel)",
            ),
            "en": _look(
                "training|learning path|course|repository",
                r"\b(?:makes?|proves?|ensures?)\b",
                r"complian|conformity|in line with the (?:AI Act|law)",
            ),
        },
    ),
    FalseClaim(
        "P8",
        "Article 4 covers every AI system and everyone who works with one for you, contractors too",
        {
            "nl": _look(
                LITERACY + "|ai-verordening",
                r"\b(?:alleen|enkel|uitsluitend) (?:\w+ ){0,2}(?:voor )?(?:de )?(?:IT|informatici|ontwikkelaars|hoog "
                r"?risico)",
                r"geletterd|artikel 4\b|AI-verordening",
            ),
            "en": _look(
                LITERACY_EN + "|ai act",
                r"\bonly (?:\w+ ){0,2}(?:for |to )?(?:IT|developers|engineers|high-risk)\b",
                r"literacy|article 4\b|AI Act",
            ),
        },
    ),
    FalseClaim(
        "P9",
        "the duties for high-risk systems of Annex III apply from 2 December 2027, those of Annex I from 2 August 2028",
        {
            "nl": _look("augustus 2026|augustus 2027", r"hoog[- ]?risico|bijlage (?:III|I)\b|rekruter|werving"),
            "en": _look("august 2026|august 2027", r"high[- ]risk|annex (?:III|I)\b|recruitment"),
        },
    ),
    FalseClaim(
        "P10",
        "GDPR, CAO 38, 39 and 95, discrimination law and Articles 5 and 50 of the AI Act apply to recruitment today",
        {
            "nl": _look(
                "2027", r"rekruter|werving|selectie|\bHR\b", r"ongereguleerd|geen (?:enkele )?regels|mag alles|\bvrij\b"
            ),
            "en": _look("2027", r"recruit|selection|\bHR\b", r"unregulated|no rules|anything goes|\bfree to\b"),
        },
        denies=True,
    ),
    FalseClaim(
        "P11",
        "on 2 August 2026 the duties for high-risk systems did not begin to apply",
        {
            "nl": _look(
                "augustus 2026", r"AI-verordening|AI Act", r"(?:volledig|helemaal|geheel) (?:van toepassing|van kracht)"
            ),
            "en": _look(
                "august 2026", r"AI Act", r"(?:fully|wholly|entirely) (?:applicable|applies|in force)|applies in full"
            ),
        },
    ),
    FalseClaim(
        "P12",
        "Regulation (EU) 2026/1744 leaves the GDPR as it is; the proposal to change it is not agreed",
        {
            "nl": _look("omnibus|2026/1744", r"\bAVG\b|GDPR", r"wijzig|verander|versoepel|paste? .*aan\b"),
            "en": _look("omnibus|2026/1744", r"\bGDPR\b", r"amend|chang|relax"),
        },
    ),
    FalseClaim(
        "P13",
        "a data breach is reported within 72 hours",
        {"nl": _look("96 uur", r"lek|AVG|GDPR|meld"), "en": _look("96 hours|96-hour", r"breach|GDPR|notif|report")},
    ),
    FalseClaim(
        "P14",
        "Article 50 asks a label of deepfakes and some public texts, not of everything that AI helped to make",
        {
            "nl": _look(
                "label|gemarkeerd|vermeld",
                r"\b(?:alles|alle|elke|iedere|elk)\b[^,]*\b(?:AI|gegenereerd\w*)\b[^,]*\b(?:moet|moeten)\b[^,]*"
                r"(?:label|gemarkeerd|vermeld)",
            ),
            "en": _look(
                "label|marked|disclos",
                r"\b(?:all|every|any|everything)\b[^,]*\bAI\b[^,]*\b(?:must|has to|have to)\b[^,]*(?:label|marked"
                r"|disclos)",
            ),
        },
    ),
    FalseClaim(
        "P15",
        "Article 50(1) binds the provider, not the organisation that uses the chatbot",
        {
            "nl": _look(
                "artikel 50", r"50(?:\(1\)|, lid 1|, eerste lid)", r"gebruiksverantwoordelijke|gebruiker|werkgever"
            ),
            "en": _look("article 50", r"50\(1\)", r"deployer|employer|company using|organisation (?:that|which) uses"),
        },
    ),
    FalseClaim(
        "P16",
        "emotion recognition at work is banned but for medical or safety reasons; consent does not cure it",
        {
            "nl": _look(
                "emotie|gevoelens|stemming",
                r"\b(?:mag|mogen|kan|toegelaten|toegestaan)\b",
                r"\b(?:met|na|mits|als) (?:\w+ ){0,4}(?:toestemming|akkoord)\b|voor (?:hun |het )?welzijn",
                r"\bAI\b|emotieherkenning|camera|software",
            ),
            "en": _look(
                "emotion|mood",
                r"\b(?:may|can|allowed|permitted|fine)\b",
                r"\b(?:with|after|if) (?:\w+ ){0,4}(?:consent|agree)|for (?:their )?well-?being",
                r"\bAI\b|recognition|camera|software",
            ),
        },
    ),
    FalseClaim(
        "P17",
        "the ban on emotion recognition needs biometric data; an analysis of text falls under the GDPR",
        {
            "nl": _look(
                "sentimentanalyse", r"\b(?:alle|elke|is|zijn) (?:\w+ ){0,2}(?:verboden|sentimentanalyse)", r"verboden"
            ),
            "en": _look("sentiment analysis", r"\b(?:banned|prohibited|forbidden|illegal)\b"),
        },
    ),
    FalseClaim(
        "P18",
        "fatigue is a state of the body, no emotion: detecting it for safety is not that ban",
        {
            "nl": _look("vermoeidheid|slaperigheid|indommel", r"\b(?:is|zijn|blijft) (?:\w+ ){0,2}verboden"),
            "en": _look("fatigue|drowsiness", r"\b(?:is|are|stays) (?:\w+ ){0,2}(?:banned|prohibited|forbidden)"),
        },
    ),
    FalseClaim(
        "P19",
        "only the exceptions of Article 6(3) take a system out of high risk, and profiling never does",
        {
            "nl": _look(
                "hoog risico|hoogrisico|hoog-risico",
                r"\bmens\b[^.]*\b(?:lus|klikt|nakijkt|beslist|goedkeurt)",
                r"\b(?:geen|niet (?:meer )?(?:langer )?)\b ?hoog",
            ),
            "en": _look(
                "high risk|high-risk",
                r"human in the loop|human (?:clicks|checks|decides|approves)",
                r"\b(?:not|no longer|never)\b (?:\w+ )?high|\bout of high",
            ),
        },
        denies=True,
    ),
    FalseClaim(
        "P20",
        "the class follows the intended use: the same tool can be high-risk in one use and not in another",
        {
            "nl": _look(
                "chatgpt|chatbot|chatassistent|copilot|taalmodel",
                r"(?:ChatGPT|chatbots?|chatassistent(?:en)?|Copilot|taalmodel(?:len)?) (?:is|zijn) (?:altijd |volledig "
                r"|helemaal )?"
                r"(?:hoog risico|een hoogrisico|laag risico|veilig)\b",
            ),
            "en": _look(
                "chatgpt|chatbot|chat assistant|copilot|language model",
                r"(?:ChatGPT|chatbots?|chat assistants?|Copilot|language models?) (?:is|are) (?:always |completely )?"
                r"(?:high[- ]risk|low[- ]risk|safe)\b",
            ),
        },
    ),
    FalseClaim(
        "P21",
        "Article 4 and the GDPR apply at every class of risk",
        {
            "nl": _look(
                "minimaal risico|laag risico|beperkt risico", r"\bgeen (?:enkele )?(?:plicht|verplichting|regels)"
            ),
            "en": _look(
                "minimal risk|low risk|limited risk|minimal-risk|low-risk", r"\bno (?:duty|duties|obligations?|rules)"
            ),
        },
        denies=True,
    ),
    FalseClaim(
        "P22",
        "in Belgium the works council is informed and consulted (CAO 39, CAO 9); it does not have to approve",
        {
            "nl": _look("ondernemingsraad", r"instem|goedkeur|toestemming (?:geven|nodig|van de)|veto"),
            "en": _look(
                "works council",
                r"\b(?:must|has to|needs to) (?:approve|consent|agree)|approval|\bveto\b|right of consent",
            ),
        },
    ),
    FalseClaim(
        "P24",
        "CAO 39 applies where a technology has important collective consequences: half of a category, and at least ten",
        {
            "nl": _look(
                "cao 39|cao nr. 39",
                r"\b(?:elke|iedere|alle|nooit)\b[^.]*\b(?:tools?|systeem|systemen|licenties?|software)",
            ),
            "en": _look(
                "cao 39|cla 39|agreement 39|no. 39",
                r"\b(?:every|each|all|never)\b[^.]*\b(?:tools?|systems?|licen\w+|software)",
            ),
        },
    ),
    FalseClaim(
        "P25",
        "CAO 81 allows control of electronic communication for four purposes, in proportion and announced; content is "
        "protected",
        {
            "nl": _look(
                "werkgever",
                r"werkgever (?:mag|kan) (?:altijd )?(?:al |alle |elke )",
                r"\b(?:prompts?|mails?|chats?|berichten)\b",
                r"lezen|inkijken|bekijken",
            ),
            "en": _look(
                "employer",
                r"employers? (?:may|can) (?:always )?(?:read|see) (?:all|every|any)",
                r"prompt|e-?mail|chat|message",
            ),
        },
    ),
    FalseClaim(
        "P26",
        "the Federal Learning Account was abolished by the law of 14 January 2026",
        {
            "nl": _look("federal learning account", r"^(?!.*(?:afgeschaft|opgeheven|bestaat|verdw))"),
            "en": _look("federal learning account", r"^(?!.*(?:abolished|scrapped|repealed|gone|ended))"),
        },
    ),
    FalseClaim(
        "P27",
        "nobody can know that: tasks change, and some roles may disappear",
        {
            "nl": _look(
                "vervang|verlies|kost|verdwijn",
                r"\bAI (?:zal|gaat|kan|vervangt|kost) (?:\w+ ){0,3}?(?:niemand|geen (?:enkele )?(?:jobs?|banen"
                r"|functies?|mensen))\b"
                r"|\bniemand (?:zal|gaat|verliest) [^.]*\b(?:job|baan|werk)\b[^.]*\bAI\b|\bgeen enkele job (?:zal "
                r"|gaat )?verdwijn",
            ),
            "en": _look(
                "replace|take|lose|disappear",
                r"\bAI (?:will|is|does|can)(?: not|n['’]t| never) (?:going to )?(?:replace|take|cost) (?:anyone"
                r"|anybody|any|your|jobs|people)"
                r"|\bAI will replace (?:nobody|no one)|\b(?:nobody|no one) will lose [^.]*\bjobs?\b[^.]*\bAI\b"
                r"|\bno jobs? will (?:disappear|be lost)",
            ),
        },
        denies=True,
    ),
    FalseClaim(
        "P28",
        "no study was found behind that number; say that it is an opinion, or leave it out",
        {
            "nl": _look(
                "70 %|70%|70 procent|zeven op de tien|zeven op tien",
                r"transformatie|AI-project|digitalisering",
                r"faal|misluk",
            ),
            "en": _look(
                "70 %|70%|70 per cent|70 percent|seven out of ten|seven in ten", r"transformation|AI project", r"fail"
            ),
        },
    ),
    FalseClaim(
        "P29",
        "that is one study and tasks that suited AI; on another task people with AI were right less often",
        {
            "nl": _look("40 %|40%|40 procent", r"\bAI\b", r"\b(?:beter|productiever|sneller)\b"),
            "en": _look("40 %|40%|40 per cent|40 percent", r"\bAI\b", r"\b(?:better|more productive|faster)\b"),
        },
    ),
    FalseClaim(
        "P30",
        "a language model makes likely text; it does not know, understand or lie",
        {
            "nl": _look(
                "begrijpt|weet|liegt|snapt|denkt|beseft",
                r"(?<!of )(?<!als )(?<!wat )\b(?:AI|het taalmodel|een taalmodel|de chatbot|de chatassistent|een "
                r"chatassistent)"
                r" (?:begrijpt|weet|liegt|snapt|beseft)\b",
            ),
            "en": _look(
                "understands|knows|lies|realises",
                r"(?<!if )(?<!what )(?<!whether )\b(?:AI|(?:the|a) (?:language model|chatbot|chat assistant))"
                r" (?:really |truly )?(?:understands|knows|lies|realises)\b",
            ),
        },
    ),
    FalseClaim(
        "P31",
        "a prompt or a search step reduces made-up answers at best: the sources still have to be opened",
        {
            "nl": _look(
                "hallucin|verzin",
                r"\bprompts?\b|\bbron(?:nen)?\b|zoekfunctie",
                r"\b(?:opgelost|verdwijn\w*|(?:verzint|hallucineert) (?:AI|het|ze|de tool|een taalmodel)? ?(?:dan "
                r")?(?:niets|niet meer)|geen (?:hallucinaties|verzinsels) meer)",
            ),
            "en": _look(
                "hallucinat|made-up|make things up|makes things up|invent",
                r"\bprompts?\b|\bsources?\b|search",
                r"\b(?:solved|disappear\w*|no more (?:hallucinations|made-up)|no longer (?:hallucinates|makes things "
                r"up|invents)|never (?:hallucinates|invents))",
            ),
        },
        denies=True,
    ),
    FalseClaim(
        "P32",
        "without the name somebody can still be recognised: by job, place, date or a small team",
        {
            "nl": _look(
                "anoniem|geanonimiseerd|anonimiseer",
                r"\b(?:zonder|enkel|alleen|haal|schrap|verwijder|laat)\b[^.]*\bna(?:am|men)\b[^.]*"
                r"\b(?:is|zijn|wordt) (?:(?!niet\b|nooit\b|geen\b)[\w-]+ ){0,4}(?:anoniem|geanonimiseerd)\b"
                r"|\banonimiseer\w*\b[^.]*\bdoor (?:alleen |enkel )?(?:de )?na(?:am|men) (?:weg|te)",
            ),
            "en": _look(
                "anonym",
                r"\b(?:without|only|remov\w+|delet\w+|leav\w+ out|tak\w+ out)\b[^.]*\bnames?\b[^.]*"
                r"\b(?:is|are|makes?) (?:(?!not\b|never\b)[\w-]+ ){0,4}anonym\w+"
                r"|\banonymi[sz]\w+\b[^.]*\bby (?:removing|deleting|taking out) (?:the )?names?\b",
            ),
        },
        denies=True,
    ),
    FalseClaim(
        "P33",
        "a business licence settles one thing: purpose, legal basis, contract and special categories remain",
        {
            "nl": _look(
                "licentie|betaalde versie|zakelijke versie",
                r"bedrijfslicentie|zakelijke (?:licentie|versie)|betaalde versie",
                r"\b(?:alles|alle gegevens|elk gegeven)\b",
                r"\b(?:mag|mogen|kan|kunnen|veilig)\b",
            ),
            "en": _look(
                "licence|license|paid version|enterprise",
                r"(?:business|enterprise|paid) (?:licen[cs]e|version|account)",
                r"\b(?:anything|any data|all data|everything)\b",
                r"\b(?:may|can|safe)\b",
            ),
        },
    ),
    FalseClaim(
        "P34",
        "no court has found against Workday on the merits: a collective action was allowed to proceed",
        {
            "nl": _look("workday", r"veroordeel|schuldig"),
            "en": _look("workday", r"convict|found (?:guilty|liable)|lost"),
        },
    ),
    FalseClaim(
        "P35",
        "no tool certifies fairness: it finds some differences and misses others",
        {
            "nl": _look(
                "neutraal|eerlijk|onbevooroordeeld",
                r"\b(?:bias|vooroordelen)[\w-]*(?:tool|detectie|test|scan|audit)",
                r"\bmaakt\b",
            ),
            "en": _look("neutral|fair|unbiased", r"\bbias(?:[- ]detection)? (?:tool|test|scan|audit)", r"\bmakes?\b"),
        },
    ),
    FalseClaim(
        "P36",
        "the final AI literacy framework of EC and OECD (June 2026) has 19 competences, and its domain is called Shape",
        {
            "nl": _look("ailit|oeso", r"\b22 competenties|domein (?:Design|Ontwerpen)"),
            "en": _look("ailit|oecd", r"\b22 compet|domain (?:of )?Design"),
        },
    ),
    FalseClaim(
        "P37",
        "DigComp 3.0 (2025) is the current version, with four levels",
        {
            "nl": _look("digcomp", r"DigComp 2\.\d\b.*(?:huidig|recentst|laatst)|acht niveaus"),
            "en": _look("digcomp", r"DigComp 2\.\d\b.*(?:current|latest|newest)|eight levels"),
        },
    ),
    FalseClaim(
        "P38",
        "Long and Magerko (CHI 2020) name 17 competencies",
        {
            "nl": _look("magerko", r"\b(?:16|zestien)\b|Diana Long|AI and Ethics"),
            "en": _look("magerko", r"\b(?:16|sixteen)\b|Diana Long|AI and Ethics"),
        },
    ),
    FalseClaim(
        "P40",
        "the five A's are a general method for change (2011-2014), which the article's author applied to AI",
        {
            "nl": _look("vijf a's|vijf a’s|5 a's", r"AI-(?:model|methode|raamwerk)"),
            "en": _look("five a's|five a’s|5 a's", r"AI (?:model|method|framework)"),
        },
    ),
    FalseClaim(
        "P41",
        "the best gap was 20 to 40 % of one week and 5 to 10 % of a year; gaps that grow are not better on average",
        {
            "nl": _look("10 tot 20|10 à 20|10-20", r"interval|termijn|herhal"),
            "en": _look("10 to 20|10-20|10–20", r"interval|gap|spacing|repeat"),
        },
    ),
    FalseClaim(
        "P42",
        "there is no study behind it: what helps is retrieval and practice on one's own work, for everybody",
        {
            "nl": _look("leerstijl|goudvis|van wat ze lezen|van wat je leest|van wat we lezen", r"."),
            "en": _look("learning style|goldfish|of what they read|of what you read|of what we read", r"."),
        },
    ),
    FalseClaim(
        "P43",
        "no study found a best length of minutes for microlearning",
        {
            "nl": _look("microlearning|microleren", r"\b(?:7|zeven|vijf|5) minuten"),
            "en": _look("microlearning", r"\b(?:7|seven|five|5) minutes"),
        },
    ),
    FalseClaim(
        "P44",
        "the Council agreed on 29 June 2026; signed on 8 July, published on 24 July, in force on 27 July 2026",
        {
            "nl": _look(
                "publicatieblad|omnibus|2026/1744",
                r"8 juli(?! ondertekend)|24 juni",
                r"verscheen|gepubliceerd|aangenomen",
            ),
            "en": _look("official journal|omnibus|2026/1744", r"8 July|24 June", r"published|adopted|appeared"),
        },
    ),
    FalseClaim(
        "P45",
        "a share without a year says nothing: name the year, who was asked and by whom",
        {
            "nl": _look(
                "bedrijven|ondernemingen|organisaties",
                r"^(?!.*\b20\d\d\b).*\d+(?:,\d+)? ?(?:%|procent)",
                r"Vlaamse|Belgische|Vlaanderen",
                r"\bAI\b",
            ),
            "en": _look(
                "firms|companies|organisations",
                r"^(?!.*\b20\d\d\b).*\d+(?:\.\d+)? ?(?:%|per ?cent)",
                r"Flemish|Belgian|Flanders",
                r"\bAI\b",
            ),
        },
    ),
    FalseClaim(
        "P46",
        "counts differ, and two prohibitions were added for 2 December 2026: say 'the list of Article 5'",
        {
            "nl": _look("artikel 5", r"\b(?:acht|negen|tien|8|9|10) (?:\w+ )?(?:verbod|praktijken)", r"artikel 5\b"),
            "en": _look("article 5", r"\b(?:eight|nine|ten|8|9|10) (?:\w+ )?(?:prohib|bans|practices)", r"article 5\b"),
        },
    ),
    FalseClaim(
        "P47",
        "keeping logs for at least six months is a duty for high-risk systems, from 2 December 2027",
        {
            "nl": _look(
                "zes maanden|6 maanden",
                r"^(?!.*2027)",
                r"\blog(?:s|bestanden|boeken)?\b",
                r"gebruiksverantwoordelijke|AI-verordening",
            ),
            "en": _look("six months|6 months", r"^(?!.*2027)", r"\blogs?\b", r"deployer|AI Act"),
        },
    ),
    FalseClaim(
        "P48",
        "a FRIA is for public bodies, private providers of public services, and credit, life and health insurance",
        {
            "nl": _look(
                "fria|grondrechten",
                r"\b(?:elke|iedere|alle) (?:gebruiksverantwoordelijke|organisatie|werkgever|bedrij)",
                r"FRIA|beoordeling",
            ),
            "en": _look(
                "fria|fundamental rights",
                r"\b(?:every|each|all) (?:deployer|organisation|employer|compan)",
                r"FRIA|assessment",
            ),
        },
    ),
    FalseClaim(
        "P49",
        "an employee's consent is rarely free: look for another legal basis with the DPO",
        {
            "nl": _look(
                "toestemming",
                r"toestemming van (?:\w+ )?(?:werknemers?|medewerkers?|personeel|collega)",
                r"rechtsgrond|grondslag|volstaat|is genoeg",
            ),
            "en": _look(
                "consent",
                r"employee(?:s['’]|['’]s)? consent|consent of (?:the )?(?:employee|staff)",
                r"legal basis|enough|suffic",
            ),
        },
    ),
    FalseClaim(
        "P50",
        "no harmonised standard was cited in the Official Journal by August 2026, so none gives a presumption",
        {
            "nl": _look("geharmoniseerde norm", r"vermoeden"),
            "en": _look("harmonised standard|harmonized standard", r"presum"),
        },
    ),
    FalseClaim(
        "P51",
        "only the marking of Article 50(2), for systems on the market before 2 August 2026, got until 2 December 2026",
        {
            "nl": _look("artikel 50", r"2 december 2026", r"\b(?:heel|volledig|alle|uitgesteld|verschoven|pas)\b"),
            "en": _look("article 50", r"2 December 2026", r"\b(?:all|whole|entire|postponed|moved|only from)\b"),
        },
    ),
)
"""P23 (the Dutch supervisor) is told by the rule netherlands-dutch; P39 cannot be seen by a pattern."""
