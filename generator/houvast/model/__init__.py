"""The shapes of everything that is read: closed, frozen, and knowing nothing of files or pages."""

from houvast.model.catalogue import Catalogue
from houvast.model.competency import TAUGHT_LEVELS, Cluster, Competency, CompetencyFile, Level, Target
from houvast.model.fact import Fact, FactFile, GlossaryFile, Source, Term
from houvast.model.lesson import (
    Content,
    DepthPart,
    Lesson,
    OnlyPart,
    Option,
    Question,
    Slot,
    Thinking,
    Variant,
    placeholders_in,
    questions_in,
    walk,
)
from houvast.model.module import MinutesPerDepth, Module, ModuleSheet, Practice
from houvast.model.organisation import Contact, HouseRule, Organisation, Story, System
from houvast.model.pace import Depth, Pace
from houvast.model.role import FromTo, Prompt, Role, Task
from houvast.model.text import Locale, LocalText, Shape, Slug
from houvast.model.wording import Wording

__all__ = [
    "TAUGHT_LEVELS",
    "Catalogue",
    "Cluster",
    "Competency",
    "CompetencyFile",
    "Contact",
    "Content",
    "Depth",
    "DepthPart",
    "Fact",
    "FactFile",
    "FromTo",
    "GlossaryFile",
    "HouseRule",
    "Lesson",
    "Level",
    "LocalText",
    "Locale",
    "MinutesPerDepth",
    "Module",
    "ModuleSheet",
    "OnlyPart",
    "Option",
    "Organisation",
    "Pace",
    "Practice",
    "Prompt",
    "Question",
    "Role",
    "Shape",
    "Slot",
    "Slug",
    "Source",
    "Story",
    "System",
    "Target",
    "Task",
    "Term",
    "Thinking",
    "Variant",
    "Wording",
    "placeholders_in",
    "questions_in",
    "walk",
]
