"""Where the stages of a run are executed."""
