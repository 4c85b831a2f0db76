"""The publication date that the head of a text states."""

from __future__ import annotations

from datetime import date

import pytest

from claims.dates import find_publication_date

BODY = "\n\nDie Firma teilte mit, dass sie nach dem 3. Mai 2024 weiter produzieren werde, und nannte dafür mehrere Gründe."


@pytest.mark.parametrize(
    ("lang", "head", "expected"),
    [
        ("ru", "Завод сменил владельца\n\nНовости отрасли, 23.10.2025. Просмотров: 1 906", date(2025, 10, 23)),
        ("ru", "Завод сменил владельца\n23 октября 2025 года, 14:30", date(2025, 10, 23)),
        ("uk", "Завод змінив власника\n\n19 листопада 2025, 08:15", date(2025, 11, 19)),
        ("ar", "المصنع يغير مالكه\n\nنشر في: 22 أكتوبر 2025", date(2025, 10, 22)),
        ("pt", "Fábrica muda de dono\n\n20/11/2025 às 10h30 | Atualizado", date(2025, 11, 20)),
        ("de", "Werk wechselt Eigentümer\n\nVeröffentlicht am 22. Oktober 2025", date(2025, 10, 22)),
        (
            "de",
            "Werk wechselt Eigentümer\n\nHALLE, 22. Oktober 2025 – Das Werk hat einen neuen Eigentümer gefunden.",
            date(2025, 10, 22),
        ),
        (
            "en",
            "Plant changes hands\n\nLEEDS (October 22, 2025) - The plant has found a new owner, people say.",
            date(2025, 10, 22),
        ),
        ("en", "Plant changes hands\n\n2025-10-22", date(2025, 10, 22)),
    ],
)
def test_reads_a_line_that_is_mainly_a_date(lang: str, head: str, expected: date) -> None:
    assert find_publication_date(head + BODY, lang) == expected


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        (
            "en",
            "Plant changes hands\n\nThe plant was sold on 12 March 2025, its owner said, and will be closed by the new one.",
        ),
        ("en", "What happened on 12 March 2025 at the plant, and why nobody wants to talk about it\n\nNobody knows."),
        ("en", "Plant changes hands\n\n22 October 2025\n\n23 October 2025"),
        ("en", "Plant changes hands\n\nOctober 2025"),
        ("en", ""),
        ("de", "Werk wechselt Eigentümer\n\nAm Montag"),
    ],
)
def test_leaves_doubtful_heads_alone(lang: str, text: str) -> None:
    assert find_publication_date(text, lang) is None
