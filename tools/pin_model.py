"""Writes ``src/onrecord/data/model.tsv``: the default model's files and their SHA-256. Run after a change of model.

``python tools/pin_model.py`` takes the files from the installed package.
"""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path

from onrecord.annotate.model import DEFAULT_MODEL, locate, weight_digests

TABLE = Path(__file__).resolve().parent.parent / "src" / "onrecord" / "data" / "model.tsv"
HEAD = """\
# The language model's files and their SHA-256: onrecord refuses a package of this name with other weights.
# Source: the files of package {package} {version} (the spaCy project's en_core_web_sm), by tools/pin_model.py.
# Licence of the model: MIT, Explosion; of this table: CC0-1.0.
# model\tfile\tsha256
"""


def main() -> None:
    """Writes the table anew."""
    package = DEFAULT_MODEL.replace("_", "-")
    rows = (f"{DEFAULT_MODEL}\t{file}\t{digest}\n" for file, digest in weight_digests(locate(DEFAULT_MODEL)).items())
    TABLE.write_text(HEAD.format(package=package, version=version(package)) + "".join(rows), encoding="utf-8")
    print(f"{TABLE.name}: {TABLE.read_text(encoding='utf-8').count(DEFAULT_MODEL)} files")


if __name__ == "__main__":
    main()
