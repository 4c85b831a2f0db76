"""What a user can set for a run."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from pathlib import Path

DEFAULT_ENCODER = "embedded"


@dataclass(frozen=True, slots=True)
class Settings:
    """One run's settings; `lang` overrides identification, `min_severity` in 0..1, `jobs` processes."""

    encoder: str = DEFAULT_ENCODER
    lang: str | None = None
    jobs: int = 1
    min_severity: float = 0.0
    aliases: Path | None = None
    tagger: str = "embedded"
    update_days: int = 7
    """From how many days between publication on, a later article's different state or figure is an update."""

    def as_dict(self) -> dict[str, object]:
        """The settings as plain values, for the report."""
        return {key: str(value) if isinstance(value, Path) else value for key, value in asdict(self).items()}
