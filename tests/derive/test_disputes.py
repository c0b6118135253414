from __future__ import annotations

import runpy
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import SimpleNamespace

from onrecord.derive import derive
from onrecord.schema import Dispute, Figure, Findings, Party, Span, Statement
from onrecord.store import MemoryStore

made = SimpleNamespace(**runpy.run_path(str(Path(__file__).with_name("conftest.py"))))
Fill = Callable[[Sequence[Findings]], MemoryStore]

CLAIM = "Corvo accused Lumenia of hiding smugglers on the island."
DENIAL = "Lumenia denied hiding smugglers on the island."


def state(text: str, name: str, code: str) -> Party:
    at = text.index(name)
    return Party(name, at, at + len(name), name, code, "country", code, "GOV", capacity="official")


def said(page: Findings, name: str, code: str, cue: str, content: str, rule: str, **fields: object) -> Findings:
    text = page.document.text
    whole = Span.of(text, text.index(content), text.index(content) + len(content))
    at = text.index(cue)
    one = Statement(
        f"s{page.document.doc}", page.document.doc, "paragraph", Span.of(text, at, at + len(cue)), (whole,), "indirect",
        "says", state(text, name, code), confidence=0.9, rule=rule,
    )  # fmt: skip
    return replace(page, statements=(*page.statements, replace(one, **fields)))  # type: ignore[arg-type]


def claim(day: int = 1, text: str = CLAIM) -> Findings:
    page = made.page(text, day=date(2021, 3, day), outlet="Oak", acts=[("ACCUSE", "Corvo", "accused", "Lumenia")])
    act = replace(page.events[0], source=(state(text, "Corvo", "COR"),), target=(state(text, "Lumenia", "LUM"),))
    page = replace(page, events=(act,))
    return said(page, "Corvo", "COR", "accused", "hiding smugglers on the island", "accuse.accuse.accuse", act=act.id)


def denial(text: str = DENIAL, content: str = "hiding smugglers on the island", who: str = "Lumenia") -> Findings:
    page = made.page(text, day=date(2021, 3, 5), outlet="Elm")
    return said(page, who, who[:3].upper(), "denied", content, "deny.deny.say")


def disputes(filled: Fill, pages: Sequence[Findings]) -> list[Dispute]:
    store = filled(pages)
    derive(store, 0.0)
    return list(store.derivations.rows(Dispute))


def test_a_claim_and_its_denial_on_another_page_stand_side_by_side(filled: Fill) -> None:
    (row,) = disputes(filled, [claim(), denial()])
    assert [(side.name, side.says) for side in row.sides] == [("Corvo", "claims"), ("Lumenia", "denies")]
    assert row.matter == "claim" and len(row.docs) == 2 and "both speak of" in row.why


def test_a_denial_of_another_thing_or_by_somebody_else_is_no_dispute(filled: Fill) -> None:
    other = denial("Lumenia denied burning the ferry in the harbour.", "burning the ferry in the harbour")
    assert disputes(filled, [claim(), other]) == []
    stranger = denial("Norland denied hiding smugglers on the island.", who="Norland")
    assert disputes(filled, [claim(), stranger]) == []


def test_the_same_claim_told_again_joins_the_dispute(filled: Fill) -> None:
    again = claim(
        3, "In a note from its embassy Corvo accused Lumenia of hiding smugglers on the island a second time."
    )
    (row,) = disputes(filled, [claim(), again, denial()])
    assert [side.says for side in row.sides] == ["claims", "claims", "denies"]


def test_figures_of_two_sources_that_cannot_both_be_right(filled: Fill) -> None:
    text = "Lumenia shelled Corvo and killed {} people, {} said."

    def counted(number: str, value: float, who: str, code: str) -> Findings:
        line = text.format(number, who)
        page = made.page(
            line, "Shells fall", day=date(2021, 3, 2), outlet=who, acts=[("ASSAULT", "Lumenia", "shelled", "Corvo")]
        )
        page = said(page, who, code, "said", f"Lumenia shelled Corvo and killed {number} people", "say.say.say")
        at = page.document.text.index(number)
        figure = Figure(value, None, None, "dead", at, at + len(number), number)
        act = replace(page.events[0], figures=(figure,), according_to=page.statements[0].id)
        return replace(page, events=(act,))

    rows = disputes(filled, [counted("twelve", 12, "Norland", "NOR"), counted("forty", 40, "Sudland", "SUD")])
    assert [row.matter for row in rows] == ["figure"]
    assert {side.name for side in rows[0].sides} == {"Norland", "Sudland"}
    same = disputes(filled, [counted("twelve", 12, "Norland", "NOR"), counted("dozen", 12, "Sudland", "SUD")])
    assert same == []


def test_two_sides_that_each_say_the_other_attacked(filled: Fill) -> None:
    def blamed(by: str, code: str, source: str, target: str) -> Findings:
        text = f"{by} said {source} shelled {target} on the river."
        page = made.page(text, "River", day=date(2021, 3, 2), outlet=by, acts=[("ASSAULT", source, "shelled", target)])
        page = said(page, by, code, "said", f"{source} shelled {target} on the river", "say.say.say")
        sides = {"Corvo": "COR", "Lumenia": "LUM"}
        act = replace(
            page.events[0], according_to=page.statements[0].id,
            source=(state(text, source, sides[source]),), target=(state(text, target, sides[target]),),
        )  # fmt: skip
        return replace(page, events=(act,))

    corvo = blamed("Corvo", "COR", "Lumenia", "Corvo")
    lumenia = blamed("Lumenia", "LUM", "Corvo", "Lumenia")
    (row,) = disputes(filled, [corvo, lumenia])
    assert row.matter == "account" and {side.name for side in row.sides} == {"Corvo", "Lumenia"}
    assert disputes(filled, [corvo, blamed("Norland", "NOR", "Corvo", "Lumenia")]) == []


def test_a_denial_that_names_nothing_meets_the_charge_before_it(filled: Fill) -> None:
    text = f"{CLAIM} Lumenia rejected the accusation."
    page = made.page(text, day=date(2021, 3, 1), outlet="Oak", acts=[("ACCUSE", "Corvo", "accused", "Lumenia")])
    act = replace(page.events[0], source=(state(text, "Corvo", "COR"),), target=(state(text, "Lumenia", "LUM"),))
    page = said(
        replace(page, events=(act,)), "Corvo", "COR", "accused", "hiding smugglers on the island",
        "accuse.accuse.accuse", act=act.id,
    )  # fmt: skip
    page = said(page, "Lumenia", "LUM", "rejected", "the accusation", "reject.reject.reject", id="denial")
    (row,) = disputes(filled, [page])
    assert [(side.name, side.says) for side in row.sides] == [("Corvo", "claims"), ("Lumenia", "denies")]
    plain = replace(
        page,
        statements=(
            page.statements[0],
            replace(page.statements[1], content=(Span.of(text, text.index("Lumenia"), 31),)),
        ),
    )
    assert disputes(filled, [plain]) == []


def test_soldiers_who_died_are_not_set_against_people_who_died(filled: Fill) -> None:
    text = "Corvo said 40 people were killed. Lumenia said 27 soldiers were killed."
    page = said(
        made.page(text, day=date(2021, 3, 1), outlet="Oak"), "Corvo", "COR", "said", "40 people were killed", "say.say"
    )
    other = said(page, "Lumenia", "LUM", "Lumenia said", "27 soldiers were killed", "say.say", id="other")
    assert disputes(filled, [other]) == []
    text = text.replace("soldiers", "people")
    page = said(
        made.page(text, day=date(2021, 3, 1), outlet="Oak"), "Corvo", "COR", "said", "40 people were killed", "say.say"
    )
    (row,) = disputes(
        filled, [said(page, "Lumenia", "LUM", "Lumenia said", "27 people were killed", "say.say", id="other")]
    )
    assert row.matter == "figure" and [side.name for side in row.sides] == ["Corvo", "Lumenia"]


def test_a_government_denies_what_its_army_is_charged_with(filled: Fill) -> None:
    army = claim(text="Corvo accused the army of Lumenia of hiding smugglers on the island.")
    act = replace(
        army.events[0],
        target=(replace(army.events[0].target[0], actor="army", actor_kind="organisation", sector="MIL"),),
    )
    (row,) = disputes(filled, [replace(army, events=(act,)), denial()])
    assert [side.says for side in row.sides] == ["claims", "denies"]


def test_another_state_s_word_on_a_thing_meets_a_denial_in_nearly_the_same_words(filled: Fill) -> None:
    text = "Corvo said that smugglers were hiding rum on the island."
    page = said(
        made.page(text, day=date(2021, 3, 2)),
        "Corvo",
        "COR",
        "said",
        "smugglers were hiding rum on the island",
        "say.say.say",
    )
    told = denial("Lumenia denied that smugglers were hiding rum there.", "smugglers were hiding rum")
    assert len(disputes(filled, [page, told])) == 1
    other = denial("Lumenia denied that smugglers were paid.", "smugglers were paid")
    assert disputes(filled, [page, other]) == []


def test_a_denial_right_behind_a_claim_shares_one_word_with_it(filled: Fill) -> None:
    text = (
        "Corvo said that nine kegs of rum were found. Lumenia denied that there was any rum aboard. The sea was calm."
    )
    page = made.page(text, day=date(2021, 3, 2))
    page = said(page, "Corvo", "COR", "said", "nine kegs of rum were found", "say.say.say")
    page = said(page, "Lumenia", "LUM", "denied", "there was any rum aboard", "deny.deny.say", id="s2")
    (row,) = disputes(filled, [page])
    assert [side.name for side in row.sides] == ["Corvo", "Lumenia"]


def test_each_says_that_the_other_fired_also_where_the_saying_goes_on_behind_and(filled: Fill) -> None:
    text = (
        "Corvo said that a Lumenian patrol had crossed the lake and fired on a post of Corvo.\n"
        "Lumenia said that soldiers of Corvo had shelled a patrol."
    )
    page = made.page(
        text, day=date(2021, 3, 1), outlet="Oak",
        acts=[("ASSAULT", "Lumenian", "fired", "Corvo"), ("ASSAULT", "Corvo", "shelled", "patrol")],
    )  # fmt: skip
    page = said(page, "Corvo", "COR", "said", "a Lumenian patrol had crossed the lake", "say.say", id="first")
    page = said(
        page, "Lumenia", "LUM", "Lumenia said", "soldiers of Corvo had shelled a patrol", "say.say", id="second"
    )
    fired, shelled = page.events
    at, later = text.index("Lumenian"), text.index("Lumenia said")
    lumenia = Party("Lumenian", at, at + 8, None, None, "group", "LUM", how="table:demonym")
    corvo = Party("Corvo", 0, 5, "Corvo", "COR", "country", "COR", "GOV")
    page = replace(
        page,
        statements=(
            page.statements[0],
            replace(page.statements[1], speaker=replace(state(text, "Lumenia", "LUM"), start=later)),
        ),
        events=(
            replace(fired, source=(lumenia,), target=(corvo,), according_to=None),
            replace(shelled, source=(corvo,), target=(), according_to="second"),
        ),
    )
    (row,) = disputes(filled, [page])
    assert row.matter == "account" and {side.name for side in row.sides} == {"Corvo", "Lumenia"}
