"""Words without what Arabic, Hebrew and Korean write onto them: articles, conjunctions, prepositions, particles."""

from __future__ import annotations

_ARABIC = ("وال", "بال", "فال", "كال", "لل", "ال", "و", "ف", "ب", "ل", "ك", "س")
_HEBREW_PAIRS = ("וה", "שה", "וב", "ול", "ומ", "מה", "כש", "וש", "בה")
_HEBREW = tuple("הובלמשכ")
_KOREAN = (
    "으로부터", "에서는", "에게서", "이라고", "이었다", "으로는", "까지는", "부터는", "에서의", "으로써", "으로서",
    "에서", "에게", "께서", "부터", "까지", "으로", "에는", "에도", "이나", "이다", "이며", "에의", "와의", "과의", "하고",
    "처럼", "보다",
    "은", "는", "이", "가", "을", "를", "의", "에", "와", "과", "도", "만", "로", "나",
)  # fmt: skip
_SHORTEST = 3  # letters an Arabic or Hebrew stem keeps
_SHORTEST_KOREAN = 2  # syllables


def script_of(first: str) -> str:
    """How a word that begins with this character is taken apart: "word", "semitic", "hangul", or "piece" (not at all)."""
    if first < "\u0590":
        return "piece" if first.isdigit() else "word"
    if first < "\u0780":
        return "semitic"
    if "가" <= first <= "힣":
        return "hangul"
    return "piece" if "㐀" <= first <= "鿿" or "ぁ" <= first <= "ゟ" else "word"


def stems(word: str, script: str) -> list[str]:
    """What may be the bare word inside `word`; none where nothing can be taken off."""
    if script == "semitic":
        groups = (_HEBREW_PAIRS, _HEBREW) if word[0] < "\u0600" else (_ARABIC,)
        prefixes = (next((prefix for prefix in group if word.startswith(prefix)), "") for group in groups)
        return [word[len(prefix) :] for prefix in prefixes if prefix and len(word) >= len(prefix) + _SHORTEST]
    if script == "hangul":
        ending = next((ending for ending in _KOREAN if word.endswith(ending)), "")
        return [word[: -len(ending)]] if ending and len(word) >= len(ending) + _SHORTEST_KOREAN else []
    return []
