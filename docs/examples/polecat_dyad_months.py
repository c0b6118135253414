"""Dyads by month from POLECAT's weekly files: counts, mean intensity, and a figure.

    python polecat_dyad_months.py ngecEvents.DV.2021W*.txt --dyad RUS UKR --figure figure.png > months.csv

It knows nothing but the columns that POLECAT documents (doi:10.7910/DVN/AJGVIT), and so takes whatever is written in them.
"""

from __future__ import annotations

import argparse
import sys

import matplotlib
import pandas as pd

matplotlib.use("Agg")

COLUMNS = ["Event ID", "Event Date", "Event Type", "Intensity", "Quad Code", "Actor Country", "Recipient Country"]


def read(paths: list[str]) -> pd.DataFrame:
    """The events of all files, each once, with a month; those between two known and different countries."""
    parts = []
    for path in paths:
        part = pd.read_csv(path, sep="\t", dtype=str, quoting=3, encoding_errors="replace", na_values=["None"])
        parts.append(part.rename(columns={"Event Intensity": "Intensity"})[COLUMNS])
    events = pd.concat(parts).drop_duplicates("Event ID")
    events = events.dropna(subset=["Event Date", "Actor Country", "Recipient Country"])
    events = events[events["Actor Country"] != events["Recipient Country"]]
    events["month"] = pd.to_datetime(events["Event Date"]).dt.to_period("M").astype(str)
    events["Intensity"] = events["Intensity"].astype(float)
    return events


def months(events: pd.DataFrame) -> pd.DataFrame:
    """For each month, actor and recipient: how many events, and how cooperative they are."""
    grouped = events.groupby(["month", "Actor Country", "Recipient Country"])["Intensity"]
    return grouped.agg(events="count", intensity="mean", net="sum").reset_index()


def draw(table: pd.DataFrame, path: str) -> None:
    """Net cooperation by month, a line for each dyad."""
    wide = table.pivot_table(index="month", columns=["Actor Country", "Recipient Country"], values="net", aggfunc="sum")
    wide.columns = [" → ".join(pair) for pair in wide.columns]
    axes = wide.plot(marker="o", figsize=(9, 4), title="Net cooperation by month")
    axes.axhline(0, color="grey", linewidth=0.5)
    axes.figure.tight_layout()
    axes.figure.savefig(path)


def main() -> None:
    """Reads the files and writes table and figure."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("files", nargs="+")
    parser.add_argument("--dyad", nargs=2, metavar="CODE", help="both directions between two countries alone")
    parser.add_argument("--figure", help="where to draw, as PNG or SVG")
    asked = parser.parse_args()
    events = read(asked.files)
    if asked.dyad:
        events = events[events["Actor Country"].isin(asked.dyad) & events["Recipient Country"].isin(asked.dyad)]
    table = months(events)
    if asked.figure and len(table):
        draw(table, asked.figure)
    table.to_csv(sys.stdout, index=False)


if __name__ == "__main__":
    main()
