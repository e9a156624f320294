"""Begin something new in courses that are there: a good start, with `TODO:` where only its author knows the words."""

from houvast.new.begin import Wanted, begin
from houvast.new.fact import begin_fact
from houvast.new.locale import NewLocale, begin_locale
from houvast.new.names import CannotBegin

__all__ = ["CannotBegin", "NewLocale", "Wanted", "begin", "begin_fact", "begin_locale"]
