"""Make a draft lesson of a form that a colleague filled in, who needs no Git."""

from houvast.propose.draft import Draft, draft_of
from houvast.propose.form import NotFilledIn, Proposal, read_form, read_proposal
from houvast.propose.write import write_draft

__all__ = ["Draft", "NotFilledIn", "Proposal", "draft_of", "read_form", "read_proposal", "write_draft"]
