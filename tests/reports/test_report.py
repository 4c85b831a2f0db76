"""report.json: the public contract."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import jsonschema
import pytest

from reports.report import plain_number, report_dict, report_json
from tests.reports.runs import make_run

SCHEMA = json.loads((Path(__file__).parents[2] / "reports" / "schema" / "report.schema.json").read_text())


def test_the_report_is_valid_against_its_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    jsonschema.validate(json.loads(report_json(make_run())), SCHEMA)


def test_the_schema_names_every_kind_and_relation() -> None:
    from checker.results import Relation
    from claims.kinds import load_kinds

    claim = SCHEMA["properties"]["claims"]["items"]["properties"]
    cluster = SCHEMA["properties"]["clusters"]["items"]["properties"]
    assert set(claim["kind"]["enum"]) == set(load_kinds())
    assert set(cluster["relation"]["enum"]) == {relation.value for relation in Relation}


def test_findings_point_at_claims_and_clusters_that_are_there() -> None:
    report = report_dict(make_run())
    claims = {row["id"] for row in report["claims"]}
    clusters = {row["id"] for row in report["clusters"]}
    for finding in report["findings"]:
        assert finding["cluster"] in clusters
        assert {name for position in finding["positions"] for name in position["claims"]} <= claims


@pytest.mark.parametrize(
    ("value", "number"), [("14300000000", 14_300_000_000), ("1.43E+10", 14_300_000_000), ("0.5", 0.5), (None, None)]
)
def test_whole_numbers_are_written_whole(value: str | None, number: float | None) -> None:
    shown = plain_number(None if value is None else Decimal(value))
    assert (shown, type(shown)) == (number, type(number))
