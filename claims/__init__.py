"""What a claim is, and how it is pulled from an article."""
