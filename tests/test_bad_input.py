"""The installed command on what careless and hostile users give it: no traceback, nothing half-written, no run stopped."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import jsonschema
import pandas as pd
import pytest

ROOT = Path(__file__).parents[1]
ENGLISH = (ROOT / "seeds" / "en-harbour-ledger.txt").read_text(encoding="utf-8")
RUSSIAN = (ROOT / "seeds" / "ru-severny-vestnik.txt").read_text(encoding="utf-8")
COMMAND = Path(sys.executable).with_name("rashomon")
SCHEMA = json.loads((ROOT / "reports" / "schema" / "report.schema.json").read_text())
GEORGIAN = "კომპანიამ განაცხადა, რომ შემოსავალი გაიზარდა და თანამშრომლების რაოდენობაც მოიმატა. "

TEXTS: Mapping[str, bytes] = {
    "good.txt": ENGLISH.encode(),
    "legacy.txt": RUSSIAN.encode("cp1251"),
    "new\nline.txt": ENGLISH.replace("Meta", "Beta").encode(),
    "\x1b[31mred.txt": ENGLISH.replace("Meta", "Delta").encode(),
    "face😀.txt": ENGLISH.replace("Meta", "Zeta").encode(),
    "-dash.txt": ENGLISH.replace("Meta", "Eta").encode(),
    "=cmd.txt": ENGLISH.replace("Meta", "Kappa").encode(),
    "turn\u202egnp.txt": ENGLISH.replace("Meta", "Sigma").encode(),
    "empty.txt": b"",
    "blank.txt": b" \n\t\n",
    "binary.txt": bytes(range(256)) * 100,
    "zeros.txt": b"\0" * 1000,
    "huge.txt": b"word " * 5_000_000,
    "digits.txt": b"123 456\n" * 50,
    "georgian.txt": (GEORGIAN * 5).encode(),
    "script.html": b"<html><body><script>var a = 1;</script></body></html>",
    "angles.html": b"<" * 50_000,
    "rows.jsonl": b'{"id": "one"}\n{"id": \n[1]\nnull\n{"text": 5}\n' + b"[" * 50_000 + b"\n",
    "half.jsonl": json.dumps({"outlet": "out\udcff", "text": RUSSIAN.replace("Meta", "Nu")}).encode(),
    "broken.csv": b'title,text\n"never closed,\n',
    "nameless.csv": b"a,b\n1,2\n",
    "number.json": b"12",
    "archive.zip": b"PK\x03\x04",
}
READ = {name for name, data in TEXTS.items() if name in ("legacy.txt", "half.jsonl") or data.endswith(ENGLISH[-40:].encode())}


def _run(*arguments: str | Path, **options: Any) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([COMMAND, *arguments], capture_output=True, check=False, timeout=120, **options)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bad")
    for name, data in TEXTS.items():
        (folder / name).write_bytes(data)
    (folder / "folder.txt").mkdir()
    (folder / "nowhere.txt").symlink_to("/no/such/file")
    (folder / "itself.txt").symlink_to("itself.txt")
    (folder / "inside").symlink_to(".")
    (folder / "repeated.txt").symlink_to("good.txt")
    os.mkfifo(folder / "pipe.txt")
    return folder


@pytest.fixture(scope="module")
def done(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[subprocess.CompletedProcess[bytes], Path]:
    out = tmp_path_factory.mktemp("out")
    return _run("check", folder, folder, folder / "good.txt", "--out", out), out


@pytest.fixture(scope="module")
def report(done: tuple[subprocess.CompletedProcess[bytes], Path]) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((done[1] / "report.json").read_text(encoding="utf-8"))
    return loaded


def test_the_run_goes_on_to_a_valid_report(
    done: tuple[subprocess.CompletedProcess[bytes], Path], report: dict[str, Any]
) -> None:
    assert (done[0].returncode, done[0].stderr) == (0, b"")
    jsonschema.validate(report, SCHEMA)
    assert {Path(article["path"]).name for article in report["articles"]} == READ


def test_everything_else_is_skipped_with_its_reason(folder: Path, report: dict[str, Any]) -> None:
    links = {"nowhere.txt", "itself.txt", "inside", "repeated.txt", "pipe.txt"}
    skipped = {Path(row["path"]).name.split(":")[0]: row["reason"] for row in report["skipped"]}
    assert (set(TEXTS) - READ) | links <= set(skipped)
    assert all(skipped.values())


def test_nothing_of_a_file_name_reaches_the_terminal_raw(done: tuple[subprocess.CompletedProcess[bytes], Path]) -> None:
    shown = done[0].stdout.decode()
    assert {char for char in shown if unicodedata.category(char) == "Cc"} == {"\n"}
    assert "\u202e" not in shown


@pytest.mark.parametrize("name", ["claims", "clusters", "disagreements"])
def test_the_tables_open_and_run_nothing(name: str, done: tuple[subprocess.CompletedProcess[bytes], Path]) -> None:
    frame = pd.read_csv(done[1] / f"{name}.csv", keep_default_na=False, dtype=str, encoding="utf-8")
    texts = frame.drop(columns=[column for column in ("low", "high") if column in frame])
    assert not texts.map(lambda cell: cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))).any(axis=None)
    assert name != "claims" or "'=cmd.txt" in set(frame["article"])


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such file names")
def test_a_file_name_that_is_no_text_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / os.fsdecode(b"inv\xff.txt")).write_bytes(b"")
    result = _run("check", tmp_path / "in", "--out", tmp_path / "out")
    assert result.returncode == 0, result.stderr
    report = json.loads((tmp_path / "out" / "report.json").read_text(encoding="utf-8"))
    assert [row["reason"] for row in report["skipped"]] == ["empty"]
    assert rb"inv\udcff.txt: empty" in result.stdout


@pytest.mark.parametrize("row", [{"id": "one \ud800"}, {"title": "half \ud800 of it"}], ids=["id", "text"])
def test_a_half_of_a_character_stops_nothing(row: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "rows.jsonl").write_text(json.dumps({"text": ENGLISH} | row))
    assert _run("claims", tmp_path / "rows.jsonl").returncode == 0


NEEDS_PROC = pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="needs /proc to see the processes of a run")


@pytest.fixture(autouse=True)
def _interrupts_arrive() -> Iterator[None]:
    """A shell that starts us in the background has us, and all we start, ignore interrupts."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


def _interrupted(folder: Path, out: Path, number: signal.Signals, *, everybody: bool) -> tuple[int, bytes]:
    """The exit code and the last words of a run with several processes that gets a signal in the middle."""
    process = subprocess.Popen(
        [COMMAND, "check", folder, "--out", out, "--jobs", "2"],
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True,
    )  # fmt: skip
    try:
        while not _children(process.pid) and process.poll() is None:
            time.sleep(0.02)
        (os.killpg if everybody else os.kill)(process.pid, number)
        _, said = process.communicate(timeout=30)
        assert process.returncode is not None
        for _ in range(100):
            if not _running(process.pid):
                break
            time.sleep(0.05)
        assert _running(process.pid) == []
    finally:
        process.kill()
    return process.returncode, said


def _children(pid: int) -> list[str]:
    return Path(f"/proc/{pid}/task/{pid}/children").read_text().split() if Path(f"/proc/{pid}").exists() else []


def _running(session: int) -> list[str]:
    """The processes of a session that still do something."""
    shown = subprocess.run(["ps", "-s", str(session), "-o", "stat=,args="], capture_output=True, text=True, check=False).stdout
    return [line for line in shown.splitlines() if line.strip() and not line.startswith("Z")]


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    folder = tmp_path_factory.mktemp("many")
    for number in range(60):
        (folder / f"en-{number}.txt").write_text(ENGLISH.replace("Scale AI", f"Skala{number}"), encoding="utf-8")
    yield folder
    shutil.rmtree(folder)


@NEEDS_PROC
@pytest.mark.parametrize("everybody", [True, False], ids=["terminal", "kill"])
def test_an_interrupted_run_ends_in_one_line(many: Path, tmp_path: Path, everybody: bool) -> None:
    assert _interrupted(many, tmp_path, signal.SIGINT, everybody=everybody) == (130, b"Interrupted.\n")
    assert list(tmp_path.iterdir()) == []


@NEEDS_PROC
def test_a_killed_run_leaves_no_file_and_no_process(many: Path, tmp_path: Path) -> None:
    assert _interrupted(many, tmp_path, signal.SIGKILL, everybody=False)[0] == -signal.SIGKILL
    assert list(tmp_path.iterdir()) == []


def _shell(line: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """`line` in a shell, with $R the command, $A an article, and the environment reduced to `variables`."""
    known = {"PATH": os.environ["PATH"], "R": str(COMMAND), "A": str(ROOT / "seeds" / "ar-sahifat-al-marfa.txt")}
    run = ["bash", "-c", line]
    return subprocess.run(run, capture_output=True, text=True, check=False, timeout=120, env=known | variables)


@pytest.mark.parametrize(
    ("line", "code", "said"),
    [
        ('"$R" claims "$A" | true; exit ${PIPESTATUS[0]}', 141, ""),
        ('"$R" claims "$A" --format csv > /dev/full', 2, "Error: No space left on device\n"),
        ('"$R" claims "$A" > /dev/full', 2, "Error: No space left on device\n"),
        ('"$R" claims - <&-', 2, "skipped -: no standard input\nError: no article could be read\n"),
        ('"$R" claims - < /dev/null', 2, "skipped -: empty\nError: no article could be read\n"),
        ('"$R" claims "$A" >&-', 0, ""),
        ('cat "$A" | "$R" claims -', 0, ""),
    ],
)
def test_streams_that_are_closed_full_or_empty(line: str, code: int, said: str) -> None:
    result = _shell(line)
    assert (result.returncode, result.stderr) == (code, said)


@pytest.mark.parametrize(
    "variables",
    [
        {},
        {"HOME": "/proc"},
        {"LC_ALL": "C"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "ascii", "COLUMNS": "0"},
    ],
    ids=["no home", "no place at home", "C", "ASCII", "ASCII and no columns"],
)
def test_poor_surroundings(variables: dict[str, str]) -> None:
    result = _shell('"$R" claims "$A"', **variables)
    assert (result.returncode, result.stderr) == (0, "")
    assert "Scale AI" in result.stdout


@pytest.mark.parametrize(("fail_on", "code"), [((), 0), (("--fail-on", "tension"), 2)])
def test_a_run_over_nothing_says_so(fail_on: tuple[str, ...], code: int, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    result = _run("check", tmp_path / "in", "--out", tmp_path / "out", "--quiet", *fail_on)
    assert result.returncode == code
    assert b"no article could be read" in result.stderr
    assert len(result.stderr.splitlines()) == 1
    jsonschema.validate(json.loads((tmp_path / "out" / "report.json").read_text()), SCHEMA)
