"""From a catalogue, a role and a pace to one learning path. Same input, same path, whatever the order of files."""

from houvast.plan.code import Code, NotACode, read_code
from houvast.plan.compose import plan_path, plan_plus
from houvast.plan.deadlines import Deadline, deadlines
from houvast.plan.introduction import WEEKS, Action, Introduction, earliest_after, introduction
from houvast.plan.moments import moments_of
from houvast.plan.path import Gap, LearningPath, Part, Plus, PracticeTask, Reason, Session, Step, depth_of
from houvast.plan.personal import WITHOUT_ROLE, Audience, Shown, as_written, personal, start_of_parts
from houvast.plan.placement import placement
from houvast.plan.team import SECONDS_A_CASE, SECONDS_AROUND, Length, minutes_of, resolutions, team_cases
from houvast.plan.version import path_version, unit_version
from houvast.plan.waves import begin_of
from houvast.plan.weight import WORDS_PER_MINUTE, weight_of, weight_of_node

__all__ = [
    "SECONDS_AROUND",
    "SECONDS_A_CASE",
    "WEEKS",
    "WITHOUT_ROLE",
    "WORDS_PER_MINUTE",
    "Action",
    "Audience",
    "Code",
    "Deadline",
    "Gap",
    "Introduction",
    "LearningPath",
    "Length",
    "NotACode",
    "Part",
    "Plus",
    "PracticeTask",
    "Reason",
    "Session",
    "Shown",
    "Step",
    "as_written",
    "begin_of",
    "deadlines",
    "depth_of",
    "earliest_after",
    "introduction",
    "minutes_of",
    "moments_of",
    "path_version",
    "personal",
    "placement",
    "plan_path",
    "plan_plus",
    "read_code",
    "resolutions",
    "start_of_parts",
    "team_cases",
    "unit_version",
    "weight_of",
    "weight_of_node",
]
