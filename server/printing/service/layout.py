"""How the clinic's tickets are laid out: as the clinic file says, or as an administrator chose on the tablet (R59).

A choice stands until somebody goes back to the file, or until the file says something else than it did when the
choice was made: the newer word counts. It is told with each slip when that is drawn, not stored in it: whatever
waits comes out in the layout that counts then.
"""

from __future__ import annotations

from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import select

from printers.job import LAYOUT
from printers.sample import sample_slip
from printers.slip import CHINESE, Both, Slip
from printers.template import Template, TemplateError, from_mapping
from server.accounts.service import describe_by, record_audit
from server.clinic.models import Department
from server.clinic.service import clinic_settings
from server.clinic.settings import NoClinic
from server.core.clock import instant
from server.core.database import Work
from server.core.errors import FieldProblem, Invalid, Refusal
from server.core.language import text
from server.printing.models import TicketLayout


def layout_in_force(work: Work) -> dict[str, Any]:
    """The layout by which tickets are drawn now, as `Template.to_mapping` gives it."""
    row = work.session.get(TicketLayout, 1)
    return _of_file(work) if row is None or row.chosen is None else row.chosen


def layout_document(work: Work) -> dict[str, Any]:
    """What the tablet edits: the layout that counts, the clinic file's, who chose another and when, and whether there
    is a former one to go back to."""
    row = work.session.get(TicketLayout, 1)
    return {
        "layout": layout_in_force(work), "file": _of_file(work), "chosen": row is not None and row.chosen is not None,
        "changed": None if row is None else {"at": instant(row.chosen_at), "by": describe_by(work, row.chosen_by)},
        "former": row is not None,
    }  # fmt: skip


def read_layout(given: object) -> Template:
    """A layout as the tablet sends it. Raises Invalid with every field that is wrong."""
    try:
        return from_mapping(given)
    except TemplateError as error:
        raise Invalid(
            [
                FieldProblem(".".join(map(str, ("layout", *problem.path))), problem.code, problem.args)
                for problem in error.problems
            ]
        ) from error


def save_layout(work: Work, given: object) -> None:
    """Lay out tickets so from now on; what is as in the clinic file follows the file. Raises Invalid."""
    wanted = read_layout(given).to_mapping()
    work.lock("ticket_layout")
    if wanted != layout_in_force(work):
        before = layout_in_force(work)
        _choose(work, None if wanted == _of_file(work) else wanted)
        changed = [name for name, value in wanted.items() if value != before[name]]
        record_audit(work, "ticket_layout.saved", "ticket_layout:house", changed=changed)


def undo_layout(work: Work) -> None:
    """What counted before the last change counts again; once more brings the change back. Raises Refusal
    `no_former_layout`."""
    work.lock("ticket_layout")
    row = work.session.get(TicketLayout, 1, populate_existing=True)
    if row is None:
        raise Refusal("no_former_layout")
    _choose(work, row.former)
    record_audit(work, "ticket_layout.undone", "ticket_layout:house")


def follow_file(work: Work, **_facts: Any) -> None:
    """The clinic file was applied: a choice ends where the file says something new of tickets."""
    row = work.session.get(TicketLayout, 1)
    if row is not None and row.chosen_over != _of_file(work):
        work.session.delete(row)


def sample_of(work: Work, timezone: ZoneInfo, base_url: str, language: str = CHINESE, *, test: bool = False) -> Slip:
    """A ticket of nobody in the clinic's first department. Raises NoClinic."""
    department = work.session.scalar(select(Department).where(Department.active).order_by(Department.position).limit(1))
    if department is None:
        raise NoClinic
    settings = clinic_settings(work)
    return sample_slip(
        text, clinic=both_of(settings.names), logo=settings.logo, department=both_of(department.names),
        place=both_of(department.place), prefix=department.prefix, base_url=base_url,
        local=work.now.astimezone(timezone), language=language, test=test,
    )  # fmt: skip


def test_ticket(slip: Slip, template: Template) -> dict[str, Any]:
    """What a job holds that prints a slip in a layout of its own."""
    return slip.to_json() | {LAYOUT: template.to_mapping()}


def both_of(texts: dict[str, str]) -> Both:
    """The clinic's texts as paper has them."""
    return Both(texts.get("zh-CN", ""), texts.get("en", ""))


def _of_file(work: Work) -> dict[str, Any]:
    """Complete also where the file was applied by a version that knew no section of tickets."""
    return clinic_settings(work).ticket or Template().to_mapping()


def _choose(work: Work, chosen: dict[str, Any] | None) -> None:
    over = _of_file(work)
    row = work.session.get(TicketLayout, 1, populate_existing=True) or TicketLayout(id=1, chosen=None)
    row.former = row.chosen
    row.chosen, row.chosen_over = chosen, over
    row.chosen_at, row.chosen_by = work.now, work.actor.stamp
    work.session.add(row)
    work.session.flush()
