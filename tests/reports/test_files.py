"""Files of a report: whole or not at all, and all of them or none."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from reports.files import check_folder, write_together


def _fail_on(call: int, error: BaseException) -> Callable[[int], None]:
    calls = 0

    def fsync(_: int) -> None:
        nonlocal calls
        calls += 1
        if calls == call:
            raise error

    return fsync


def test_files_appear_with_their_content(tmp_path: Path) -> None:
    written = write_together(tmp_path, {"a": b"one", "b": b""})
    assert [(path.name, path.read_bytes()) for path in written] == [("a", b"one"), ("b", b"")]
    assert sorted(tmp_path.iterdir()) == written


@pytest.mark.parametrize("call", [1, 2])
@pytest.mark.parametrize("error", [KeyboardInterrupt(), OSError(28, "No space left on device")], ids=["interrupt", "full"])
def test_none_is_replaced_where_one_cannot_be_written(
    call: int, error: BaseException, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_together(tmp_path, {"a": b"old", "b": b"old"})
    monkeypatch.setattr("reports.files.os.fsync", _fail_on(call, error))
    with pytest.raises(type(error)) as raised:
        write_together(tmp_path, {"a": b"new", "b": b"new"})
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {"a": b"old", "b": b"old"}
    if isinstance(raised.value, OSError):
        assert raised.value.filename == str(tmp_path / "ab"[call - 1])


def test_a_folder_in_the_way_is_named_before_anything_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    with pytest.raises(IsADirectoryError, match="b"):
        write_together(tmp_path, {"a": b"new", "b": b"new"})
    assert [path.name for path in tmp_path.iterdir()] == ["b"]


def test_parts_that_a_killed_run_left_are_removed_and_those_of_a_running_one_kept(tmp_path: Path) -> None:
    dead, alive = tmp_path / ".a.0000.part", tmp_path / ".a.1111.part"
    for part in (dead, alive):
        part.write_bytes(b"half")
    os.utime(dead, (0, time.time() - 7200))
    write_together(tmp_path, {"a": b"whole"})
    assert sorted(path.name for path in tmp_path.iterdir()) == [alive.name, "a"]


def test_files_get_the_rights_that_new_files_get(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        (path,) = write_together(tmp_path, {"a": b""})
    finally:
        os.umask(before)
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_folder_is_made_and_proved_to_be_writable(tmp_path: Path) -> None:
    check_folder(tmp_path / "new" / "er")
    assert list((tmp_path / "new" / "er").iterdir()) == []
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(NotADirectoryError):
        check_folder(tmp_path / "file" / "sub")
