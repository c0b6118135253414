"""How fast the actor table is loaded, and its names are found in texts: processor time, on one core.

    python evals/matching.py PATH…

PATHs are pages as ``onrecord code`` takes them; each is read once and its text looked through five times, the best counts.
"""

from __future__ import annotations

import argparse
import time

from onrecord.lexicon.actors import load_actors
from onrecord.read import pages, read
from onrecord.schema import PageFault

ROUNDS = 5


def main() -> None:
    """Print seconds and megabytes (of code points) a second."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+", metavar="PATH")
    wanted = parser.parse_args()
    begun = time.process_time()
    actors = load_actors()
    print(f"table loaded in {time.process_time() - begun:.2f} s")
    texts = [read(page).text for page in pages(wanted.paths) if not isinstance(page, PageFault)]
    size = sum(map(len, texts)) / 1e6
    spent, found = [], 0
    for _ in range(ROUNDS):
        begun = time.process_time()
        found = sum(len(actors.find_names(text)) for text in texts)
        spent.append(time.process_time() - begun)
    print(f"{found} names in {size:.1f} MB of {len(texts)} pages: {size / min(spent):.1f} MB a second")


if __name__ == "__main__":
    main()
