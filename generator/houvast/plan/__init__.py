"""From a catalogue, a role and a pace to one learning path. Same input, same path, whatever the order of files."""

from houvast.plan.compose import plan_path
from houvast.plan.path import Gap, LearningPath, Part, Reason, Session, Step
from houvast.plan.personal import Audience, Shown, as_written, personal, start_of_parts
from houvast.plan.placement import placement

__all__ = [
    "Audience",
    "Gap",
    "LearningPath",
    "Part",
    "Reason",
    "Session",
    "Shown",
    "Step",
    "as_written",
    "personal",
    "placement",
    "plan_path",
    "start_of_parts",
]
