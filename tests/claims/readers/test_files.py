"""Files, folders and streams: which are read, under which ids, and what is left out with which reason."""

from __future__ import annotations

import io
import os
import re
from pathlib import Path
from typing import NoReturn

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims.readers import FORMATS, Note, load_articles
from tests.claims.readers.texts import ENGLISH, GERMAN, RUSSIAN, SERBIAN


def _write(folder: Path, files: dict[str, str | bytes]) -> None:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())


def _reasons(folder: Path, **options: str) -> dict[str, str]:
    return {Path(skip.path).name: skip.reason for skip in load_articles([str(folder)], **options).skipped}


def test_reads_folders_recursively_with_ids_relative_to_them(tmp_path: Path) -> None:
    _write(tmp_path, {"de-alster-echo.txt": GERMAN, "east/ru.txt": RUSSIAN, ".hidden/en.txt": ENGLISH, ".en.txt": ENGLISH})
    reading = load_articles([str(tmp_path)])
    assert [(article.id, article.lang, article.outlet) for article in reading.articles] == [
        ("de-alster-echo.txt", "de", "Alster Echo"),
        ("east/ru.txt", "ru", None),
    ]
    assert reading.skipped == ()


def test_the_order_of_paths_does_not_matter(tmp_path: Path) -> None:
    _write(tmp_path, {"a/de.txt": GERMAN, "b/de.txt": RUSSIAN, "en.txt": ENGLISH})
    paths = [str(tmp_path / name) for name in ("a", "b", "en.txt")]
    assert load_articles(paths) == load_articles(paths[::-1])


def test_ids_that_collide_get_the_folders_that_tell_them_apart(tmp_path: Path) -> None:
    _write(tmp_path, {"monday/x/de.txt": GERMAN, "tuesday/x/de.txt": RUSSIAN})
    reading = load_articles([str(tmp_path / "monday" / "x"), str(tmp_path / "tuesday" / "x")])
    assert [article.id for article in reading.articles] == ["monday/x/de.txt", "tuesday/x/de.txt"]


def test_a_file_given_twice_is_read_once(tmp_path: Path) -> None:
    _write(tmp_path, {"de.txt": GERMAN})
    reading = load_articles([str(tmp_path / "de.txt"), str(tmp_path), str(tmp_path)])
    assert [article.id for article in reading.articles] == ["de.txt"]
    assert not reading.articles[0].copies
    assert any("the same file as" in skip.reason for skip in reading.skipped)
    assert any("read already" in skip.reason for skip in reading.skipped)


def test_links_that_loop_or_lead_nowhere_end(tmp_path: Path) -> None:
    _write(tmp_path, {"in/de.txt": GERMAN})
    (tmp_path / "in" / "loop").symlink_to(tmp_path / "in")
    (tmp_path / "in" / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    reading = load_articles([str(tmp_path / "in")])
    assert len(reading.articles) == 1
    assert {Path(skip.path).name: skip.reason for skip in reading.skipped} == {
        "loop": "a folder that is read already",
        "gone.txt": "a link that leads nowhere",
    }


def test_says_why_a_file_is_left_out(tmp_path: Path) -> None:
    _write(
        tmp_path,
        {
            "blank.txt": " \n\n\t ",
            "empty.txt": b"",
            "figures.txt": "14.3\n2024\n",
            "image.png": b"\x89PNG",
            "noise.txt": bytes(range(256)) * 40,
            "page.html": "<html><body><script>1</script></body></html>",
            "README.md": "# About this folder\n\nThese are articles.",
            "serbian.txt": SERBIAN,
            "short.txt": "Ok",
        },
    )
    reasons = _reasons(tmp_path)
    assert {name: re.sub(r" \(\.txt.*", "", reason) for name, reason in reasons.items()} == {
        "blank.txt": "empty",
        "empty.txt": "empty",
        "figures.txt": "holds no words",
        "image.png": "not a format that is read",
        "noise.txt": "not text in any encoding known here",
        "page.html": "the page holds no article text",
        "README.md": "about the folder by its name, no article; give its own path to have it read",
        "serbian.txt": "no pack for its language: Serbian (sr)",
        "short.txt": "the language cannot be told; --lang names it",
    }


def test_a_readme_given_by_its_own_path_is_read(tmp_path: Path) -> None:
    _write(tmp_path, {"README.md": ENGLISH})
    assert [article.id for article in load_articles([str(tmp_path / "README.md")]).articles] == ["README.md"]


def test_a_missing_path_is_reported_and_the_rest_is_read(tmp_path: Path) -> None:
    _write(tmp_path, {"de.txt": GERMAN})
    reading = load_articles([str(tmp_path / "de.txt"), str(tmp_path / "nothing"), "a\0b"])
    assert len(reading.articles) == 1
    assert {skip.reason for skip in reading.skipped} == {"no such file or folder"}


def test_a_huge_article_is_left_out(tmp_path: Path) -> None:
    with (tmp_path / "huge.txt").open("wb") as file:
        file.truncate(21 * 2**20)
    assert _reasons(tmp_path) == {"huge.txt": "too large: 21 MB, at most 20 MB are read"}


def test_what_may_not_be_read_is_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _write(tmp_path, {"de.txt": GERMAN, "closed/en.txt": ENGLISH, "secret.txt": ENGLISH})

    def refuse(path: Path) -> NoReturn:
        raise PermissionError(13, "Permission denied", str(path))

    listed, read = Path.iterdir, Path.read_bytes
    monkeypatch.setattr(Path, "iterdir", lambda path: refuse(path) if path.name == "closed" else listed(path))
    monkeypatch.setattr(Path, "read_bytes", lambda path: refuse(path) if path.name == "secret.txt" else read(path))
    assert _reasons(tmp_path) == {
        "closed": "cannot be listed: Permission denied",
        "secret.txt": "cannot be read: Permission denied",
    }


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert _reasons(tmp_path) == {"pipe.txt": "not an ordinary file"}


def test_reads_text_and_json_lines_from_standard_input() -> None:
    text = load_articles(["-"], stdin=io.BytesIO(GERMAN.encode()))
    assert [(article.id, article.path, article.lang) for article in text.articles] == [("stdin", "-", "de")]
    lines = load_articles(["-"], stdin=io.BytesIO(b'{"id": "x", "text": "The buyer will pay the whole sum in May."}\n'))
    assert [(article.id, article.lang) for article in lines.articles] == [("x", "en")]
    assert load_articles(["-"]).skipped[0].reason == "no standard input"


def test_declared_language_yields_to_a_text_that_clearly_contradicts_it(tmp_path: Path) -> None:
    _write(tmp_path, {"note.txt": "Ok!", "de.txt": GERMAN})
    reading = load_articles([str(tmp_path)], lang="en-GB")
    assert {article.id: article.lang for article in reading.articles} == {"de.txt": "de", "note.txt": "en"}
    assert reading.notes == (Note("de.txt", "declared as en, but the text reads as de (100%)"),)


def test_progress_counts_files(tmp_path: Path) -> None:
    _write(tmp_path, {"de.txt": GERMAN, "en.txt": ENGLISH})
    calls: list[tuple[int, int]] = []
    load_articles([str(tmp_path)], progress=lambda done, of: calls.append((done, of)))
    assert calls == [(1, 2), (2, 2)]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(FORMATS), st.one_of(st.binary(max_size=400), st.text(max_size=200).map(str.encode)))
def test_no_bytes_make_it_raise(tmp_path: Path, suffix: str, data: bytes) -> None:
    path = tmp_path / f"input{suffix}"
    path.write_bytes(data)
    reading = load_articles([str(path)])
    assert reading.articles or reading.skipped
    for article in reading.articles:
        assert not set(article.text) & {"\r", "\0", "\ufeff"}
        assert article.text == article.text.strip()
