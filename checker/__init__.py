"""Which claims belong together, and where they disagree."""
