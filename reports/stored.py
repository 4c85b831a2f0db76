"""Reading a report that a run has written."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from reports.report import SCHEMA, Row

_SCHEMA_FILE = Path(__file__).parent / "schema" / "report.schema.json"
_TYPES: Mapping[str, tuple[type, ...]] = {
    "object": (dict,), "array": (list,), "string": (str,), "integer": (int,), "number": (int, float), "boolean": (bool,),
    "null": (type(None),),
}  # fmt: skip


class ReportError(ValueError):
    """A file that is no report of Rashomon; the message is one line that names it."""


def load_report(path: Path) -> Row:
    """report.json as `report_dict` made it; `ReportError` where it is not there or has another shape."""
    if not path.exists():
        raise ReportError(f"no {path.name} in {path.parent}; run rashomon check first")
    if not path.is_file():
        raise ReportError(f"{path} is not an ordinary file")
    try:
        report = json.loads(path.read_text(encoding="utf-8"))
    except (ValueError, RecursionError) as error:
        raise ReportError(f"{path} is not JSON: {error}") from error
    if not isinstance(report, dict) or report.get("schema") != SCHEMA:
        raise ReportError(f"{path} is not a {SCHEMA}; rashomon check writes one")
    schema = json.loads(_SCHEMA_FILE.read_text(encoding="utf-8"))
    fault = next(_faults(report, schema, "the report"), None) or next(_dangling(report), None)
    if fault is not None:
        raise ReportError(f"{path} is damaged: {fault}")
    return report


def _faults(value: Any, schema: Mapping[str, Any], name: str) -> Iterator[str]:
    """Where `value` lacks a field of the schema or holds something of another type; its finer rules are for tests."""
    schema = next((choice for choice in schema.get("oneOf", ()) if _fits(value, choice)), schema)
    if not _fits(value, schema):
        yield f"{name} is {type(value).__name__}"
    elif value not in schema.get("enum", [value]):
        yield f"{name} is {value!r}"
    elif isinstance(value, dict):
        yield from (f"{name} has no {key!r}" for key in schema.get("required", ()) if key not in value)
        fields, others = schema.get("properties", {}), schema.get("additionalProperties") or {}
        for key, part in value.items():
            yield from _faults(part, fields.get(key, others), f"{name}'s {key!r}")
    elif isinstance(value, list):
        for number, part in enumerate(value, start=1):
            yield from _faults(part, schema.get("items", {}), f"{name}, entry {number}")


def _fits(value: Any, schema: Mapping[str, Any]) -> bool:
    """Whether `value` is of the type, or one of the types, that the schema names; of several choices, of one of them."""
    if "oneOf" in schema:
        return any(_fits(value, choice) for choice in schema["oneOf"])
    named = schema.get("type", list(_TYPES))
    return isinstance(value, tuple(part for kind in ([named] if isinstance(named, str) else named) for part in _TYPES[kind]))


def _dangling(report: Row) -> Iterator[str]:
    """Claims that a finding names and the report does not hold. Asked only of a report whose fields are all there."""
    held = {claim["id"] for claim in report["claims"]}
    for finding in report["findings"]:
        for position in finding["positions"]:
            yield from (f"finding {finding['id']} names a claim that is not there: {name}"
                        for name in position["claims"] if name not in held)  # fmt: skip
