"""Write the embedded encoder as a sentence-transformers folder: python tools/encoder_export.py FOLDER.

Load it with SentenceTransformer(FOLDER, trust_remote_code=True) where rashomon is installed.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from checker.encoders.sentence_module import export_module


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    export_module(parser.parse_args().folder)


if __name__ == "__main__":
    main()
