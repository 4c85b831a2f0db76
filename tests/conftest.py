"""How property tests run: as long as they need on a busy machine, since speed is a benchmark's business."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("rashomon", deadline=None)
settings.load_profile("rashomon")
