"""A bundle tells of every changed byte, and gives the same results again elsewhere."""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
from pathlib import Path

import pytest

import onrecord
from onrecord.errors import UsageError
from onrecord.replication import bundle, check_bundle, rebuilt


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_same_record_gives_the_same_bundle(record: Path, bundled: Path, tmp_path: Path) -> None:
    with onrecord.open(record) as opened:
        bundle(opened.store, tmp_path / "again", note="Pages on a quarrel about fish.")
    assert files(tmp_path / "again") == files(bundled)
    assert set(files(bundled)) >= {"MANIFEST.json", "inputs.tsv", "data-statement.md", "CITATION.cff", "REBUILD.md"}


def test_a_bundle_holds_no_page_and_no_path_of_the_machine_in_its_results(bundled: Path, pages: Path) -> None:
    held = files(bundled)
    for page in pages.iterdir():
        assert not any(page.read_bytes().strip() in body for body in held.values())
    assert str(pages).encode() not in held["results/pages.jsonl"] + held["MANIFEST.json"]


def test_a_changed_byte_anywhere_is_named(bundled: Path) -> None:
    assert check_bundle(bundled).faults == []
    for name, body in files(bundled).items():
        for at in sorted({0, len(body) // 3, len(body) // 2, len(body) - 1} if body else ()):
            changed = bytearray(body)
            changed[at] ^= 1
            (bundled / name).write_bytes(bytes(changed))
            faults = check_bundle(bundled).faults
            assert faults, (name, at)
            assert name == "SHA256SUMS" or any(fault.startswith(f"{name}: changed") for fault in faults)
            (bundled / name).write_bytes(body)
    assert check_bundle(bundled).faults == []


def test_the_list_of_digests_is_one_that_other_tools_read(bundled: Path) -> None:
    if shutil.which("sha256sum") is None:
        pytest.skip("there is no sha256sum here")
    subprocess.run(["sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"], cwd=bundled, check=True)


def test_a_file_that_is_gone_or_was_put_in_is_named(bundled: Path) -> None:
    (bundled / "CITATION.cff").unlink()
    (bundled / "results" / "more.jsonl").write_text("{}\n")
    assert check_bundle(bundled).faults == ["CITATION.cff: missing", "results/more.jsonl: not in SHA256SUMS"]
    (bundled / "SHA256SUMS").unlink()
    assert check_bundle(bundled).faults == ["SHA256SUMS: missing"]


def test_a_rebuild_from_pages_that_lie_elsewhere_is_identical(bundled: Path, pages: Path, tmp_path: Path) -> None:
    moved = tmp_path / "elsewhere"
    moved.mkdir()
    for page in pages.iterdir():
        shutil.copy(page, moved / f"other-{page.name}")
    (moved / "unrelated.txt").write_text("This page is not in the bundle, and says that nothing happened.\n")
    checked = rebuilt(bundled, [str(moved)])
    assert (checked.faults, checked.missing, checked.differences) == ([], [], [])
    assert (checked.documents, checked.same_rules) == (2, True)


def test_judgements_on_actors_are_applied_again_those_on_missing_pages_aside(pages: Path, tmp_path: Path) -> None:
    with onrecord.open(tmp_path / "r.onrecord") as record:
        record.add(pages)
        docs = {Path(row.path).name: row.doc for row in record.documents()}
        [aas] = [row.actor for row in record.actors(min_confidence=0) if row.name == "Lena Aas"]
        said = {"by": "me", "made": "2021-05-01"}
        first = record.judge_actor("rename", aas, name="Lena M. Aas", **said)
        record.judge_actor("split", aas, name="Lena Aas (singer)", doc=docs["talks.txt"], **said)
        record.judge_actor("undo", "", other=str(first), **said)
        bundle(record.store, tmp_path / "bundle")
    checked = rebuilt(tmp_path / "bundle", [str(pages)])
    assert (checked.missing, checked.differences) == ([], [])
    assert "Lena Aas (singer)" in (tmp_path / "bundle" / "results" / "pages.jsonl").read_text(encoding="utf-8")
    checked = rebuilt(tmp_path / "bundle", [str(pages / "ships.txt")])
    assert (checked.missing, checked.differences) == ([docs["talks.txt"]], [])


def test_a_page_that_was_changed_is_missing_by_its_bytes(bundled: Path, pages: Path, tmp_path: Path) -> None:
    shutil.copytree(pages, tmp_path / "inputs")
    (tmp_path / "inputs" / "ships.txt").write_text("Ships stay\nIceland expelled nobody at all on that day.\n")
    digest = hashlib.sha256((pages / "ships.txt").read_bytes()).hexdigest()[:16]
    checked = rebuilt(bundled, [str(tmp_path / "inputs")])
    assert checked.missing == [digest]


def test_results_that_were_doctored_with_their_digest_differ_from_the_rebuild(bundled: Path, pages: Path) -> None:
    results = bundled / "results" / "pages.jsonl"
    lines = [json.loads(line) for line in results.read_text(encoding="utf-8").splitlines()]
    doctored = next(line for line in lines if line["kind"] == "event" and line["type"] == "EXPEL" or line.get("mode"))
    doctored["type"] = "AID"
    old = hashlib.sha256(results.read_bytes()).hexdigest()
    results.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), encoding="utf-8")
    new = hashlib.sha256(results.read_bytes()).hexdigest()
    sums = bundled / "SHA256SUMS"
    sums.write_text(sums.read_text().replace(old, new))
    checked = rebuilt(bundled, [str(pages)])
    assert checked.faults == []
    assert [(one.id, set(one.fields)) for one in checked.differences] == [(doctored["id"], {"type"})]


def test_the_statement_tells_what_is_known_and_asks_for_what_is_not(
    record: Path, bundled: Path, tmp_path: Path
) -> None:
    told = (bundled / "data-statement.md").read_text(encoding="utf-8")
    assert "2 pages" in told and "2021-03-10 to 2021-03-12" in told and "a quarrel about fish" in told
    with onrecord.open(record) as opened:
        bundle(opened.store, tmp_path / "plain")
    assert "Not told." in (tmp_path / "plain" / "data-statement.md").read_text(encoding="utf-8")


def test_the_manifest_has_digests_of_rules_and_the_packages(bundled: Path, root: Path) -> None:
    manifest = json.loads((bundled / "MANIFEST.json").read_text(encoding="utf-8"))
    book = root / "src" / "onrecord" / "data" / "codebook" / "plover.toml"
    assert manifest["data"]["codebook/plover.toml"] == hashlib.sha256(book.read_bytes()).hexdigest()
    assert list(manifest["read_under"]) == [manifest["fingerprint"]]
    assert manifest["codebook"]["edition"].startswith("plover")
    assert "sha256:" in manifest["model"]
    cards = (bundled / "model-cards.md").read_text(encoding="utf-8")
    assert manifest["model"] in cards and manifest["data"]["model_event/weights.tsv.gz"] in cards


def test_a_folder_that_holds_something_is_left_alone(record: Path, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    with onrecord.open(record) as opened, pytest.raises(UsageError, match="there is something already"):
        bundle(opened.store, tmp_path)
    with pytest.raises(UsageError, match="no bundle"):
        check_bundle(tmp_path)


def test_the_citation_in_a_bundle_is_that_of_the_project(root: Path) -> None:
    packaged = root / "src" / "onrecord" / "replication" / "CITATION.cff"
    assert packaged.read_bytes() == (root / "CITATION.cff").read_bytes()
