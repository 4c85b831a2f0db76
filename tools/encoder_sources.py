"""The parallel data the embedded encoder is trained on: which sources, how often, and what is left out for its licence.

docs/encoder.md states the licences; this table is what the trainer obeys.
"""

from __future__ import annotations

SENTENCES, WORDS, NAMES = "sentences", "words", "names"

# source: (what it holds, weight in the draw of a batch)
SOURCES: dict[str, tuple[str, float]] = {
    "tatoeba_test": (SENTENCES, 0.24),
    "python_docs": (SENTENCES, 0.09),
    "beginners_AZD-for-beginners": (SENTENCES, 0.07),
    "beginners_edgeai-for-beginners": (SENTENCES, 0.08),
    "beginners_IoT-For-Beginners": (SENTENCES, 0.08),
    "beginners_Security-101": (SENTENCES, 0.03),
    "tico19": (SENTENCES, 0.08),
    "gnome_user_docs": (SENTENCES, 0.04),
    "mozilla_www": (SENTENCES, 0.04),
    "small_parallel_enja": (SENTENCES, 0.02),
    "mlqe_pe": (SENTENCES, 0.03),
    "mt_geneval": (SENTENCES, 0.03),
    "opensource_guide": (SENTENCES, 0.03),
    "xquad": (SENTENCES, 0.03),
    "omw": (WORDS, 0.05),
    "wiktionary": (WORDS, 0.06),
    "osm_tagging": (WORDS, 0.01),
    "cldr": (WORDS, 0.005),
    "netransliteration": (NAMES, 0.06),
}

# Left out because their terms are not clear: see docs/encoder.md.
LEFT_OUT = ("stsb_multi_mt", "sdg_translations", "beginners_Generative-AI-for-beginners-dotnet")
_UNCLEAR = {("python_docs", "ja"), ("python_docs", "ko"), ("omw", "fa"), ("mlqe_pe", "ru")}


def is_used(source: str, left: str, right: str) -> bool:
    """Whether a pair of `source` in the languages `left` and `right` may be trained on."""
    return source in SOURCES and (source, left) not in _UNCLEAR and (source, right) not in _UNCLEAR
