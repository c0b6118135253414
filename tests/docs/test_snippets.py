"""Every snippet of the documents runs, in the order in which a reader meets it."""

from __future__ import annotations

import runpy
import shutil
from collections.abc import Callable
from functools import cache
from importlib import resources
from pathlib import Path
from types import SimpleNamespace

import matplotlib
import pytest

import onrecord
import onrecord.spacy_component  # noqa: F401  (what the entry point of an installed package does)
from onrecord import steps

steps_assemble = steps.assemble
made = SimpleNamespace(**runpy.run_path(str(Path(__file__).with_name("snippets.py"))))

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted(
    page for page in [*(ROOT / "docs").rglob("*.md"), ROOT / "README.md"] if any(True for _ in made.snippets(page))
)
FRAME = (
    "lemma\tclass\ttype\tmode\timplies\tneeds\texample\tnear_miss\n"
    "ready\tadj-ready\tAGREE\t\t\t\t{S:The rebels} are ready to sign the truce.\tThe soup is ready.\n"
)
SIDECAR = "path,title,published,outlet\n2021-03-09-agency-dam-attack.txt,Attack on the dam,2021-03-09,The Agency\n"


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as the pages' reader has it: the record of the demo, one of their own, and some pages."""
    folder = tmp_path_factory.mktemp("reader")
    (folder / "pages").mkdir()
    with resources.as_file(resources.files("onrecord").joinpath("data/samples")) as shipped:
        for page in sorted(shipped.iterdir()):
            if page.name != "README.md":
                shutil.copy(page, folder / "pages" / page.name)
    with onrecord.open(folder / "demo.onrecord") as record:
        record.add(folder / "pages")
        record.derive()
    for name in ("my", "before", "after", "ada"):
        shutil.copy(folder / "demo.onrecord", folder / f"{name}.onrecord")
    return folder


@pytest.fixture
def reader(samples: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """That folder, for one page alone; figures are drawn without a screen, and home is elsewhere."""
    folder = tmp_path / "reader"
    shutil.copytree(samples, folder)
    pages = sorted((folder / "pages").iterdir())
    shutil.copy(pages[0], folder / "page.txt")
    shutil.copytree(folder / "pages", folder / "dumps")
    shutil.copytree(ROOT / "docs" / "examples", folder / "docs" / "examples")
    (folder / "dates.csv").write_text(SIDECAR)
    (folder / "my-frames.tsv").write_text(FRAME)
    (folder / "why-these-pages.md").write_text("All pages on one quarrel.\n")
    for place in (".local/share/bash-completion/completions", ".zfunc", ".config/fish/completions"):
        (tmp_path / place).mkdir(parents=True)
    monkeypatch.chdir(folder)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr(steps, "assemble", assemble)
    matplotlib.use("agg")
    return folder


@cache
def assemble(model: str | None = None, frames: Path | None = None, actors: Path | None = None) -> steps.Pipeline:
    """One pipeline for all snippets that ask for the same."""
    return steps_assemble(model, frames, actors)


def needs(page: Path) -> set[str]:
    return {one.lang for one in made.snippets(page)}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_the_snippets_of_a_page_run(page: Path, reader: Path) -> None:
    if "r" in needs(page) and shutil.which("Rscript") is None:
        pytest.skip("there is no R here")
    run: Callable[[Path], None] = made.run
    run(page)


def test_a_snippet_that_fails_is_told(tmp_path: Path, reader: Path) -> None:
    page = tmp_path / "page.md"
    for body in (
        "```console\n$ onrecord nothing\n```\n",
        "```console\n$ false\n```\n",
        "```sql\nSELECT 1 WHERE false\n```\n",
    ):
        page.write_text(f"Words.\n\n{body}")
        with pytest.raises(AssertionError):
            made.run(page)
    page.write_text("<!-- not run: it needs a network -->\n\n```console\n$ onrecord nothing\n```\n")
    assert list(made.snippets(page)) == []
