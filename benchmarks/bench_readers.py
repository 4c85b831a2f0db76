"""How fast articles are read and split: `python benchmarks/bench_readers.py`. Writes its own corpus to a temporary folder."""

from __future__ import annotations

import json
import tempfile
import time
from pathlib import Path

from claims.lang import load_pack
from claims.readers import load_articles
from claims.sentences import find_sentences

LINE = "Der Hafenbetreiber Nordkai gibt im {n}. Quartal rd. {n} Mio. Euro aus, sagte Dr. K. Reuter am Dienstag in Kiel. "
FILES = 500


def _body(number: int) -> str:
    """About 250 words, different in every article."""
    return "\n".join(LINE.format(n=number * 7 + line) * 2 for line in range(6))


def _write(folder: Path) -> None:
    for number in range(FILES):
        title, body = f"Nordkai gibt {number} Millionen aus", _body(number)
        markup = "".join(f"<p>{line}</p>" for line in body.split("\n"))
        head = f"<html lang=de><head><title>{title}</title></head>"
        page = f"{head}<body><article><h1>{title}</h1>{markup}</article></body></html>"
        (folder / "txt" / f"{number}.txt").write_text(f"{title}\n\n{body}", encoding="utf-8")
        (folder / "html" / f"{number}.html").write_text(page, encoding="utf-8")
        with (folder / "jsonl" / "all.jsonl").open("a", encoding="utf-8") as file:
            file.write(json.dumps({"id": number, "title": title, "text": body}) + "\n")


def main() -> None:
    """Print articles per second for each format, and megabytes per second for sentences."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for kind in ("txt", "html", "jsonl"):
            (folder / kind).mkdir()
        _write(folder)
        load_articles([str(folder / "html" / "0.html")])
        for kind in ("txt", "html", "jsonl"):
            began = time.perf_counter()
            reading = load_articles([str(folder / kind)])
            print(f"{kind:6} {len(reading.articles) / (time.perf_counter() - began):8.0f} articles/s")
    text = "\n".join(_body(number) for number in range(FILES))
    began = time.perf_counter()
    count = len(find_sentences(text, load_pack("de")))
    seconds = time.perf_counter() - began
    print(f"split  {len(text.encode()) / 1e6 / seconds:8.1f} MB/s, {count / seconds:.0f} sentences/s")


if __name__ == "__main__":
    main()
