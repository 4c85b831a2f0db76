"""Hand-set weights of the assembly: how much each sign counts when slots are filled."""

from __future__ import annotations

SAME_CLAUSE = 1.0
CLAUSE_STEP = 0.45
DISTANCE = 0.008
"""Lost per character between a filler and the cue."""
SALIENCE = 0.6

ORDER = 0.3
"""Gained by a subject and an object that stand in this order."""
BEFORE_SUBJECT = 0.6
AFTER_OBJECT = 0.6
AGENT = 0.9
TARGET = 0.7
SOURCE_OF_OBJECT = 0.6
SOURCE_OF_POSSESSOR = 0.5
SPEAKER = 1.1
ROLE_FORM = 0.5
"""Lost by a mention that is no name."""
TYPE_ORDER = 1.8
"""Lost by a filler of a slot's second or later type."""

CUE_DISTANCE = 0.01
CUE_CLAUSE = 0.35
CUE_INSIDE = 0.3
"""Lost by a cue that is only the noun that the figure counts: "350 workers" may employ or dismiss."""
CUE_WORDS = 0.25
"""Gained per further word of a cue."""
CUE_BASE = 1.0
KIND_THRESHOLD = 0.0

NEAR_CONFIDENCE = 0.85
"""Confidence in a filler that the sentence before names."""
FAR_SUBJECT_CONFIDENCE = 0.6
FAR_OBJECT_CONFIDENCE = 0.6
"""Confidence of a filler that the sentence does not name."""
SUBJECT_THRESHOLD = -0.6
OBJECT_THRESHOLD = -0.2
USED_CUE = 0.45
"""Lost where the cue already gives another figure its kind."""
CONTINUED = 0.6
"""Score of a figure that goes on with the kind of the figure before it."""
CARRIED = 0.3
"""Score of a figure that goes on with the kind of the sentence before."""
BARE_PEOPLE = 0.3
"""Lost by a bare number that is taken for people."""
COMPARISON_GAP = 20
"""Characters between "compared with" and the figure that it introduces."""
POSSESSOR = 0.9
"""Gained by a name right behind the noun of a figure: "revenue of Alpha", "выручка Alpha"."""
POSSESSOR_GAP = 12
TWIN_GAP = 16
"""Characters between a figure and its equivalent in another currency."""
LOSS_GAP = 40
"""Characters between a word of loss and the figure that it makes negative."""
