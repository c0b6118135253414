from __future__ import annotations

import pytest

from onrecord.review.agreement import cohen_kappa, krippendorff_alpha

# Krippendorff, Content Analysis, 2nd ed., ch. 11: four observers, twelve units, values missing.
OBSERVERS = (
    "1 2 3 3 2 1 4 1 2 . . .",
    "1 2 3 3 2 2 4 1 2 5 . 3",
    ". 3 3 3 2 3 4 2 2 5 1 .",
    "1 2 3 3 2 4 4 1 2 5 1 .",
)


def test_kappa_is_that_of_cohens_example() -> None:
    # Both yes 20, both no 15, first alone yes 5, second alone yes 10: kappa 0.4.
    pairs = [("y", "y")] * 20 + [("n", "n")] * 15 + [("y", "n")] * 5 + [("n", "y")] * 10
    assert cohen_kappa(pairs) == pytest.approx(0.4)


def test_alpha_is_that_of_krippendorffs_example() -> None:
    units = [[word for word in unit if word != "."] for unit in zip(*(one.split() for one in OBSERVERS), strict=True)]
    assert krippendorff_alpha(units) == pytest.approx(0.743, abs=5e-4)


def test_full_agreement_is_one_and_chance_nought() -> None:
    assert cohen_kappa([("y", "y"), ("n", "n")]) == krippendorff_alpha([["y", "y"], ["n", "n"]]) == 1
    assert cohen_kappa([("y", "y"), ("y", "n"), ("n", "y"), ("n", "n")]) == 0


def test_one_word_for_all_tells_nothing_of_agreement() -> None:
    assert cohen_kappa([("y", "y")] * 9) is None and krippendorff_alpha([["y", "y"]] * 9) is None
    assert cohen_kappa([]) is None and krippendorff_alpha([["y"], ["n"]]) is None
