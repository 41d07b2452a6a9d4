"""How a pydantic field takes the reading of its cell.

What could not be read leaves pydantic as an error whose `type` is the finding's code and whose
context holds the `Remark`: codes with facts, never English prose.
"""

from typing import Any

from pydantic import ValidationError, ValidationInfo
from pydantic_core import PydanticCustomError

from tochka_sync.findings import Code
from tochka_sync.values.reading import Reading, Remark


def accept(reading: object, info: ValidationInfo) -> Any:
    """Return the value of a `Reading`; refuse it with its code, or as missing where it is required.

    The fields required come as the validation context. Anything but a `Reading` passes through,
    so a model can be loaded again from what it was dumped to.
    """
    if not isinstance(reading, Reading):
        return reading
    if reading.problem is not None:
        raise _refusal(reading.problem)
    required: frozenset[str] = info.context or frozenset()
    if reading.value is None and info.field_name in required:
        raise _refusal(Remark("empty", Code.REQUIRED_MISSING))
    return reading.value


def problems(error: ValidationError) -> dict[str, Remark]:
    """Return what pydantic refused, by field."""
    return {
        str(detail["loc"][0]): detail["ctx"]["remark"]
        for detail in error.errors(include_url=False, include_input=False)
    }


def _refusal(remark: Remark) -> PydanticCustomError:
    assert remark.code is not None, remark  # noqa: S101 - a refusal without a code is a bug here
    return PydanticCustomError(
        remark.code.value, "{reason}", {"reason": remark.reason, "remark": remark}
    )
