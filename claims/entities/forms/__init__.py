"""One name by itself: its script, its words, its sounds, its inflected and respelled forms."""
