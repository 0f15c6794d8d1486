"""What can be asked and done about waits: one function a use case."""

from server.waiting.service.apologies import (
    claim_apology,
    escalate_apology,
    follow_ticket,
    open_apologies,
    resolve_apology,
)
from server.waiting.service.estimates import (
    estimate_ticket,
    estimate_within,
    newcomer_estimate,
    predict,
)
from server.waiting.service.figures import day_figures, department_figures
from server.waiting.service.learning import follow_prediction
from server.waiting.service.loads import DepartmentLoad, department_load
from server.waiting.service.shared import SharedEstimates
from server.waiting.service.watch import anything_due, watch_waits

__all__ = [
    "DepartmentLoad", "SharedEstimates", "anything_due", "claim_apology", "day_figures", "department_figures",
    "department_load",
    "escalate_apology", "estimate_ticket", "estimate_within", "follow_prediction", "follow_ticket",
    "newcomer_estimate", "open_apologies", "predict", "resolve_apology", "watch_waits",
]  # fmt: skip
