"""Who may import whom, and what may not be imported at start-up."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
HEAVY = {
    "torch", "sentence_transformers", "transformers", "dask", "fastapi", "pandas", "sklearn", "trafilatura", "spacy", "gliner",
}  # fmt: skip
ALLOWED = {
    "claims": {"claims"},
    "checker": {"checker", "claims"},
    "reports": {"reports", "claims", "checker.results"},
}
TORCH_MODULE = ROOT / "checker" / "encoders" / "sentence_module.py"
"""A class that torch itself loads: it can only be written with torch at hand, and nothing of ours imports it at start-up."""
FILES = [path for package in ALLOWED for path in sorted((ROOT / package).rglob("*.py"))]


def _imports(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            yield node.module


def _inside(name: str, package: str) -> bool:
    return name == package or name.startswith(f"{package}.")


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_packages_import_only_what_they_may(path: Path) -> None:
    relative = path.relative_to(ROOT)
    allowed = set(ALLOWED[relative.parts[0]])
    if relative.parts[:2] == ("checker", "cli"):
        allowed.add("reports")
    ours = [name for name in _imports(ast.parse(path.read_text())) if name.split(".")[0] in ALLOWED]
    wrong = [name for name in ours if not any(_inside(name, package) for package in allowed)]
    assert wrong == []


@pytest.mark.parametrize("path", [path for path in FILES if path != TORCH_MODULE], ids=lambda path: str(path.relative_to(ROOT)))
def test_heavy_packages_are_imported_inside_functions(path: Path) -> None:
    tree = ast.parse(path.read_text())
    top = list(_imports(ast.Module([node for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom)], [])))
    assert {name.split(".")[0] for name in top} & HEAVY == set()
    assert "checker.encoders.sentence_module" not in top


def test_help_loads_nothing_heavy() -> None:
    code = "import sys\nfrom checker.cli import main\nprint(*sorted({name.split('.')[0] for name in sys.modules}))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert set(loaded) & (HEAVY | {"numpy", "babel", "rich", "lxml", "jinja2"}) == set()
