"""What every export says of whose the words are."""

from __future__ import annotations

NOTICE = (
    "Entries found on news pages by onrecord, each with the words that prove it: the document, its hash and the places in its "
    "text. What a page reports is the page's word, and what somebody says is the speaker's; nothing here says that it is true."
)
TERMS = (
    "Passages, titles and names of outlets are those of the publishers named with each entry, whose terms hold for them. "
    "Short passages are given as evidence, with offsets, hashes and addresses; whole texts are not, unless they were asked for."
)
