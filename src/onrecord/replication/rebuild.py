"""What a bundle says about making its results again."""

REBUILD = """# How to make these results again

These results were made by onrecord {version} from {pages} pages. The pages themselves are not in this folder; `inputs.tsv`
has the digest of each, and where it lay.

1. Install the same version, with the same packages under it:

       pip install onrecord=={version} --constraint requirements.txt

2. Check that nothing in this folder was changed:

       onrecord verify THIS-FOLDER

3. With the pages at hand, read them anew and compare every entry:

       onrecord verify THIS-FOLDER --inputs FOLDER-WITH-THE-PAGES

The pages are known by their bytes: names and places may differ. Settings, own rules (`rules/`) and judgements of people
(`judgements.jsonl`) are taken from this folder. What differs is told entry by entry, with the step that made the difference.

| file | holds |
|---|---|
| `MANIFEST.json` | program, digests of rules, lexicons and codebook, the parser, packages, settings, counts |
| `inputs.tsv` | the pages: id, SHA-256, size, path, address, outlet, day, rules they were read under |
| `results/pages.jsonl` | a line a page and its entries, in the format of `onrecord export --as jsonl`, without the pages' text |
| `results/derived.jsonl` | what was made of several pages together; passages by their places |
| `judgements.jsonl`, `actor_judgements.jsonl` | what people judged |
| `data-statement.md` | what the pages are, and what is not known about them |
| `model-cards.md` | what the models behind the results decide |
| `requirements.txt` | the packages that were installed |
| `CITATION.cff` | how to cite the program |
| `SHA256SUMS` | digests of all these files; `sha256sum --check SHA256SUMS` reads it, too |
"""
