"""The rules of reading: what can be wrong with a file before anybody asks what it means."""

from houvast.diagnostics import Rule

UNREADABLE = Rule(
    "S101",
    "unreadable-file",
    why="A file that is missing, too large or not text cannot be read; nothing can be said about what is in it.",
    bad="`courses/organisation.yml` is not there; a lesson of 5 MB; a file saved as UTF-16.",
    good="Every file of a course is UTF-8 text of at most 256 KB.",
    way_out="save the file as UTF-8 text of at most 256 KB",
)
LEAVES_FOLDER = Rule(
    "S102",
    "leaves-folder",
    why="A file or a name that points outside `courses/` could publish what was never meant to be read.",
    bad="`courses/roles/boss.yml` is a link to `/etc/passwd`.",
    good="Every file of a course is a real file inside `courses/`.",
    way_out="put a real file inside the courses folder in its place",
)
HIDDEN_CHARACTER = Rule(
    "S103",
    "hidden-character",
    why="Control characters and marks that reverse the direction of text can hide what a line really says.",
    bad="A NUL byte, or U+202E in a sentence.",
    good="Only letters, signs, spaces and line ends.",
    way_out="remove the character; type the line again if you cannot see it",
)
YAML_SYNTAX = Rule(
    "S111",
    "yaml-syntax",
    why="YAML that cannot be read says nothing; often a quote is not closed or a line stands too far left or right.",
    bad='title: "Recruiter',
    good='title: "Recruiter"',
    way_out="look at this line and the one above it: quotes, colons, and spaces at the start",
)
YAML_FEATURE = Rule(
    "S112",
    "yaml-feature",
    why="Tags, anchors, aliases and deep nesting can run code or fill the memory; a course needs none of them.",
    bad="story: !!python/object/apply:os.system [ls]",
    good="story: plain text, lists and keys",
    way_out="write the value out in full, without `!`, `&` and `*`",
)
DUPLICATE_KEY = Rule(
    "S113",
    "duplicate-key",
    why="Of two equal keys YAML silently keeps the last, so half of what somebody wrote is lost.",
    bad="pace: calm … pace: fast",
    good="Each key once.",
    way_out="keep one of the two",
)
UNKNOWN_KEY = Rule(
    "S201",
    "unknown-key",
    why="A key that Houvast does not know does nothing; most are a slip of the fingers.",
    bad="titel: {nl: Recruiter}",
    good="title: {nl: Recruiter}",
    way_out="remove the key, or use one of the known ones",
)
MISSING_KEY = Rule(
    "S202",
    "missing-key",
    why="Without this key there is nothing to show or to plan with.",
    bad="A role without `title`.",
    good="title: {nl: Recruiter, en: Recruiter}",
    way_out="add the key",
)
WRONG_VALUE = Rule(
    "S203",
    "wrong-value",
    why="The value has another form than this key takes.",
    bad="minutes_per_session: a quarter",
    good="minutes_per_session: 15",
    way_out="write the value in the form that the message asks for",
)
BAD_ID = Rule(
    "S204",
    "bad-id",
    why="Ids become web addresses and key learners' progress, so they are short, plain and stay as they are.",
    bad="courses/roles/Recruiter NL.yml",
    good="courses/roles/recruiter.yml",
    way_out="use small letters, digits and single hyphens, and begin with a letter",
)
UNKNOWN_FILE = Rule(
    "S205",
    "unknown-file",
    why="A file that Houvast does not know is not shown anywhere; most have a slip in the name.",
    bad="courses/modules/trust-but-check/nl.txt",
    good="courses/modules/trust-but-check/nl.md",
    way_out="rename it to what the folder takes, or move it out of `courses/`",
)
UNKNOWN_LOCALE = Rule(
    "S206",
    "unknown-locale",
    why="A page needs words of its own for its buttons and messages; this site has none in that language.",
    bad="locales: {nl: all, xx: all}",
    good="locales: {nl: all, en: all}",
    way_out="take the locale out, or add its words: copy `site_theme/locales/en.yml` and translate it",
)
RAW_HTML = Rule(
    "M101",
    "raw-html",
    why="HTML in a lesson can carry scripts and breaks the look; Markdown says what is needed.",
    bad='<div onclick="…">Let op</div>',
    good="**Let op**",
    way_out="write it in Markdown; put a sign such as < between backticks to show it",
)
UNSAFE_ADDRESS = Rule(
    "M102",
    "unsafe-address",
    why="Only web and mail addresses are safe to follow; others can run code or lead out of the site.",
    bad="[klik](javascript:alert(1))",
    good="[de GBA](https://www.gegevensbeschermingsautoriteit.be)",
    way_out="link to an address that starts with https:// or mailto:",
)
BROKEN_LINK = Rule(
    "M104",
    "broken-link",
    why="A link to another lesson is written as on GitHub, by its file; on the site it leads to that lesson's page.",
    bad="[Vertrouw, maar check](../trust-but-chek/nl.md)",
    good="[Vertrouw, maar check](../trust-but-check/nl.md#wat-check-je-eerst)",
    way_out="name the file of a lesson or scenario in the same language, and a heading that stands in it",
)
MISPLACED_PICTURE = Rule(
    "M103",
    "misplaced-picture",
    why="A picture is one of our own, an SVG in the folder `pictures`, so that it comes along offline and nobody hears "
    "who looks at it. It stands alone, with an empty line before and after it.",
    bad="Kijk hier: ![een barst](https://example.org/barst.png)",
    good="![Een steunbeugel met een fijne barst aan het schroefgat](../../pictures/bracket-crack.svg)",
    way_out="put the SVG in the folder `pictures` of the courses, and its line between two empty lines",
)
UNDESCRIBED_PICTURE = Rule(
    "M105",
    "undescribed-picture",
    why="Who cannot see a picture, or hears the page, gets its description: what it shows that matters here.",
    bad="![](../../pictures/bracket-crack.svg)",
    good="![Een steunbeugel met een fijne barst aan het schroefgat](../../pictures/bracket-crack.svg)",
    way_out="write between the brackets what it shows, in one sentence",
)
UNSAFE_PICTURE = Rule(
    "M106",
    "unsafe-picture",
    why="An SVG is a program too: it can run scripts and load things from elsewhere. One of ours holds shapes and "
    "words and says its size; there is nothing else in it for a browser to do.",
    bad='<svg viewBox="0 0 320 180"><script>…</script></svg>',
    good='<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 180"><circle cx="80" cy="90" r="40"/></svg>',
    way_out="save it as plain SVG with a `viewBox`, with shapes and text alone: no styles, links, pictures or scripts",
)
MISPLACED_COMMENT = Rule(
    "M111",
    "misplaced-comment",
    why="A comment that steers Houvast stands alone on its line, with an empty line before and after it.",
    bad="Tekst <!-- slot: example --> meer tekst",
    good="<!-- slot: example -->",
    way_out="put the comment on a line of its own, at the left margin",
)
UNKNOWN_COMMENT = Rule(
    "M112",
    "unknown-comment",
    why="A comment whose first word Houvast does not know does nothing.",
    bad="<!-- slott: example -->",
    good="<!-- slot: example -->",
    way_out="use allow, depth, note, only, slot, translates or end; under a heading the keys of a question, as `id: …`",
)
UNCLOSED_PART = Rule(
    "M113",
    "unclosed-part",
    why="A part that is opened is closed again, so that everybody sees where it ends.",
    bad="<!-- depth: extra --> and no <!-- end -->",
    good="<!-- depth: extra --> … <!-- end -->",
    way_out="add `<!-- end -->` where the part ends, or remove the `end` that closes nothing",
)
NO_TITLE = Rule(
    "M121",
    "title-differs",
    why="A lesson begins with its title, the same as in `module.yml`, so that it reads well on GitHub.",
    bad="A lesson that begins with a paragraph.",
    good="# Vertrouw, maar check",
    way_out="make the first line `# ` and the title of `module.yml`, and use `#` only there",
)
BAD_PLACEHOLDER = Rule(
    "M122",
    "bad-placeholder",
    why="Double braces are a placeholder; anything else between them would be shown to learners as it stands.",
    bad="{{ 7*7 }}",
    good="{{ role.title | 'je functie' }}",
    way_out="write `{{ name }}` or `{{ name | 'default' }}`",
)
DEEP_NESTING = Rule(
    "M124",
    "deep-nesting",
    why="Lists within lists within lists cannot be read on a phone, and no two programs read them alike.",
    bad="- a\n  - b\n    - c\n      - d … nine levels",
    good="- a\n    - b",
    way_out="take levels away: two are enough for most lists",
)
NO_KEY = Rule(
    "Q104",
    "no-key",
    why="A question without a right option can only be got wrong.",
    bad="- [ ] de toon\n- [ ] de namen",
    good="- [ ] de toon\n- [x] de namen",
    way_out="put an x in the box of the right answer",
)
ALL_KEYS = Rule(
    "Q105",
    "all-right",
    why="Where every option is right, there is nothing to choose.",
    bad="- [x] de datum\n- [x] de namen",
    good="- [x] de datum\n- [ ] de groet",
    way_out="add a plausible wrong option, or take an x away",
)
NO_RATIONALE = Rule(
    "Q106",
    "no-rationale",
    why="A learner who is told only right or wrong learns next to nothing; the reason teaches.",
    bad="- [ ] Je vraagt de chatbot of het klopt.",
    good="- [ ] Je vraagt de chatbot of het klopt.\n    > Een model dat zichzelf nakijkt, herhaalt vaak dezelfde fout.",
    way_out="add a quote under the option, indented by four spaces: `    > …`",
)
BROKEN_QUESTION = Rule(
    "Q107",
    "broken-question",
    why="A question is a heading, a comment with its id, and a list of two to six options with boxes.",
    bad="A list with boxes and no heading above it.",
    good="### Wat check je eerst?",
    way_out="give it a heading, `<!-- id: … -->` and two to six lines that begin with `- [ ]` or `- [x]`",
)
BROKEN_EXPERIMENT = Rule(
    "E101",
    "broken-experiment",
    why="The board says of every experiment which team did it, when, and what came of it: also of what was stopped.",
    bad="<!-- experiment: by: lijn 3; outcome: mislukt -->",
    good="<!-- experiment: by: lijn 3; began: 2026-09-07; ended: 2026-10-09; outcome: stopped -->",
    way_out="write `by`, `began`, `outcome` (running, kept, changed or stopped) and, once it has ended, `ended`",
)
BROKEN_NODE = Rule(
    "N101",
    "broken-node",
    why="A scenario is a title and nodes: each a heading of level 2 with its id in a comment under it.",
    bad="## Vrijdag 15.40 uur, and no comment under it",
    good="## Vrijdag 15.40 uur\n\n<!-- id: friday -->",
    way_out="put the text under a heading `##`, with `<!-- id: … -->` right below the heading",
)
UNKNOWN_NODE = Rule(
    "N102",
    "unknown-node",
    why="A choice that leads nowhere ends the story in the middle.",
    bad="- [Je vraagt het na](#je-vraagt-na), and no heading of that name",
    good="- [Je vraagt het na](#de-dpo-belt-terug)",
    way_out="use the address of a heading: lower case, no punctuation, a hyphen for each space",
)

RULES = tuple(value for value in list(globals().values()) if isinstance(value, Rule))
