"""A learner's own planning on the path page: days, what moved, hats, another tab, wiping, the calendar file."""

import gzip
import json
import re
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import cast

import pytest
from axe_playwright_python.sync_playwright import Axe
from icalendar import Calendar
from playwright.sync_api import BrowserContext, Page, Route, expect

from houvast.model import LocalText, Pace, Wording
from houvast.page.calendar import CalendarPath, calendar_id, calendar_of
from houvast.pipeline import ROOT_WORDING_PLACEHOLDER
from tests.conftest import ROOT, NewContext
