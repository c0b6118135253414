from __future__ import annotations

from dataclasses import replace
from datetime import date

import calibration
import corpus_match
import gum
import pytest
from corpus_match import Pair, align, document_of, same_name, same_names
from corpus_read import read_text
from corpus_tally import Tally
from polnear import Attribution

from corpus import Passage, passage_of
from onrecord.schema import Event, Findings, Nonstatement, Party, Span, Statement

FILE = """=== rain-001
topic: weather
country: KEN
style: agency
published: 2019-04-12
split: dev
--- text
# [4s Minister]: [4c roads are safe]
[1s Governor Amina Otieno] [1q said] that [1c [2s he] had [2q warned] [2c of “heavy” rain]]. [3s They] did not [3q say] [3c when].
[5c “Stay at home,”] [5s she] [5q told] [5a reporters]. [6s The mayor] [6q denied] it.
--- notes
1 mixed says speaker="Amina Otieno" country=KEN sector=GOV capacity=official
2 mixed says speaker="?" country=- sector=UNK capacity=unnamed within=1
3 not negated
4 indirect says speaker="?" country=KEN sector=GOV capacity=unnamed
5 direct wants speaker="Amina Otieno" country=KEN sector=GOV capacity=official
6 indirect says speaker="?" country=KEN sector=GOV capacity=unnamed denies=1
"""


@pytest.fixture
def passage() -> Passage:
    (raw,) = read_text(FILE, "a.txt")
    assert raw.faults == []
    return passage_of(raw)


def perfect(passage: Passage) -> Findings:
    """The gold as we would give it."""

    def span(spans: tuple[tuple[int, int], ...]) -> Span | None:
        return Span.of(passage.text, *spans[0]) if spans else None

    def party(spans: tuple[tuple[int, int], ...], name: str | None) -> Party | None:
        if not spans:
            return None
        (start, end) = spans[0]
        country = "KEN" if name else None
        return Party(
            passage.text[start:end], start, end, name, country=country, capacity="official" if name else "unnamed"
        )

    made = [
        Statement(
            id=f"id{one.key}",
            doc="",
            block="paragraph",
            cue=span(one.cue),
            content=tuple(Span.of(passage.text, *piece) for piece in one.content),
            form="direct" if one.form == "direct" else "mixed" if one.form == "mixed" else "indirect",
            attitude="wants" if one.attitude == "wants" else "says",
            speaker=party(one.speaker, one.speakers[0] if one.speakers else None),
            addressee=party(one.addressee, None),
            within=f"id{one.within}" if one.within else None,
            denies=tuple(f"id{key}" for key in one.denies),
            confidence=0.9,
            speaker_confidence=0.95,
        )
        for one in passage.statements
    ]
    (unsaid,) = passage.nonstatements
    cue = span(unsaid.cue)
    assert cue is not None
    kept = Nonstatement("", "paragraph", cue, (), "negated")
    return Findings(document_of(passage), statements=tuple(made), nonstatements=(kept,))


def figures(passage: Passage, found: Findings, floor: float = 0.5) -> dict[str, float]:
    tally = Tally(floor)
    tally.passage(passage, found, {})
    return tally.report("test", "").figures


def changed(found: Findings, key: str, **fields: object) -> Findings:
    statements = [replace(one, **fields) if one.id == f"id{key}" else one for one in found.statements]  # type: ignore[arg-type]
    return replace(found, statements=tuple(statements))


def test_a_passage_is_read_with_its_day_and_its_headline_as_title(passage: Passage) -> None:
    document = document_of(passage)
    assert document.text == passage.text
    assert document.published is not None and document.published.earliest == date(2019, 4, 12)
    assert [block.kind for block in document.blocks] == ["title", "paragraph", "paragraph"]
    assert document.title is not None and document.title.text == "Minister: roads are safe"


def test_the_gold_itself_is_fully_right(passage: Passage) -> None:
    made = figures(passage, perfect(passage))
    for key in ("content_f1", "speaker_f1", "name_f1", "cue_f1", "all_f1", "form_right", "attitude_right"):
        assert made[key] == 1.0, key
    for key in ("within_links", "denies_links", "unsaid_recall", "addressee_recall", "named_precise_right"):
        assert made[key] == 1.0, key
    assert made["unsaid_as_said"] == 0.0


def test_a_bare_denial_is_paired_by_its_cue(passage: Passage) -> None:
    found = perfect(passage)
    assert found.statements[-1].content == ()
    assert figures(passage, replace(found, statements=found.statements[:-1]))["content_f1"] == pytest.approx(8 / 9)


def test_a_wrong_name_costs_the_name_and_not_the_phrase(passage: Passage) -> None:
    speaker = perfect(passage).statements[0].speaker
    assert speaker is not None
    made = figures(passage, changed(perfect(passage), "1", speaker=replace(speaker, name="Peter Kamau")))
    assert (made["speaker_f1"], made["name_f1"], made["named_precise_right"]) == (1.0, 0.8, 0.5)


def test_naming_an_unnamed_source_is_wrong(passage: Passage) -> None:
    speaker = perfect(passage).statements[1].speaker
    assert speaker is not None
    found = changed(perfect(passage), "2", speaker=replace(speaker, name="Peter Kamau"))
    assert figures(passage, found)["name_f1"] == 0.8


def test_unsure_speakers_are_no_named_speakers_at_the_precise_point(passage: Passage) -> None:
    made = figures(passage, changed(perfect(passage), "1", speaker_confidence=0.1))
    assert (made["named_precise_right"], made["named_precise_coverage"]) == (1.0, 0.5)


def test_what_is_not_sure_enough_is_left_out_of_the_figures_and_kept_for_calibration(passage: Passage) -> None:
    tally = Tally(0.5)
    tally.passage(passage, changed(perfect(passage), "5", confidence=0.1), {})
    assert tally.report("test", "").figures["direct_recall"] == 0.0
    assert tally.calibration()[0].startswith("confidence, content right: 5 answers")


def test_a_saying_that_was_not_said_counts_against_us_when_taken_as_said(passage: Passage) -> None:
    found = perfect(passage)
    cue = found.nonstatements[0].cue
    taken = replace(found.statements[0], id="x", cue=cue, content=(Span.of(passage.text, cue.end + 1, cue.end + 5),))
    made = figures(passage, replace(found, statements=(*found.statements, taken), nonstatements=()))
    assert (made["unsaid_as_said"], made["unsaid_recall"]) == (1.0, 0.0)


def test_wrong_answers_are_listed_worst_first_by_kind(passage: Passage) -> None:
    found = perfect(passage)
    tally = Tally(0.0)
    spurious = replace(found.statements[0], id="x", cue=None, content=(Span(0, 8, "Minister"),))
    tally.passage(
        passage, replace(changed(found, "5", form="mixed"), statements=(*found.statements[1:4], spurious)), {}
    )
    kinds = [line.split()[0] for line in tally.report("test", "").misses]
    assert kinds == ["missed", "spurious", "missed"]


@pytest.mark.parametrize(
    ("key", "tags", "kind"),
    [
        ("1", {"said": "VERB"}, "verb"),
        ("1", {"said": "NOUN"}, "noun"),
        ("1", {"said": "ADV"}, "adverb"),
        ("4", {}, "headline"),
        ("1", {}, "other"),
    ],
)
def test_cues_are_told_apart_by_their_words(passage: Passage, key: str, tags: dict[str, str], kind: str) -> None:
    saying = next(one for one in passage.statements if one.key == key)
    at = {passage.text.index(word): tag for word, tag in tags.items()}
    assert corpus_match.cue_kind(passage, saying, at) == kind
    assert corpus_match.cue_kind(passage, replace(saying, cue=()), at) in ("no cue", "headline")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Amina Otieno", "Otieno", True),
        ("Édgar Quispe", "Edgar Quispe", True),
        ("Ministry of Foreign Affairs", "Foreign Ministry of Peru", True),
        ("Army", "Military of Mali", True),
        ("Ministry of Health", "Ministry of Health of Kenya", True),
        ("UNHCR", "United Nations High Commissioner for Refugees", True),
        ("UN Security Council", "United Nations Security Council", True),
        ("UNICEF", "United Nations High Commissioner for Refugees", False),
        ("Amina Otieno", "Amina Kamau", False),
        ("Kenya", "Uganda", False),
        ("the", "of", False),
    ],
)
def test_names_agree_where_one_holds_the_words_of_the_other(one: str, other: str, same: bool) -> None:
    assert same_name(one, other) == same


def test_a_body_that_is_only_described_may_be_left_without_a_name_and_no_named_one(passage: Passage) -> None:
    (pair,) = (one for one in align(passage, perfect(passage)).pairs if one.gold.key == "1")
    assert pair.ours.speaker is not None
    unnamed = replace(pair.ours, speaker=replace(pair.ours.speaker, name=None))

    def right(name: str) -> bool:
        return replace(pair, gold=replace(pair.gold, speakers=(name,)), ours=unnamed).name_right

    assert right("miners' union")
    assert not right("Miners' Union")


def test_joint_speakers_agree_only_where_all_do() -> None:
    assert same_names(("Kenya", "Uganda"), ("Uganda", "Kenya"))
    assert not same_names(("Kenya", "Uganda"), ("Kenya",))
    assert same_names((), ())
    assert not same_names((), ("Kenya",))


def test_a_link_to_a_denied_event_is_found_by_its_trigger(passage: Passage) -> None:
    found = changed(perfect(passage), "6", denies=("e",))
    trigger = Span.of(passage.text, 0, 8)
    event = Event("e", "", "title", "ACCUSE", trigger, trigger, confidence=1.0)
    assert figures(passage, replace(found, events=(event,)))["denies_links"] == 0.0


def test_a_pair_without_a_marked_speaker_is_judged_by_the_name(passage: Passage) -> None:
    (pair, *_) = corpus_match.align(passage, perfect(passage)).pairs
    bare = replace(pair.gold_words, source=frozenset())
    assert Pair(replace(pair.gold, speaker=()), pair.ours, bare, pair.our_words).phrase_right


def test_confidence_that_means_what_it_says_has_no_error() -> None:
    assert calibration.expected_error([(0.5, True), (0.5, False)]) == 0.0
    assert calibration.expected_error([(1.0, False), (1.0, True)]) == 0.5
    assert calibration.expected_error([]) == 0.0


def test_the_reliability_table_shows_only_bins_that_hold_answers() -> None:
    lines = calibration.table("sure", [(0.95, True), (1.0, False), (0.05, False)])
    assert [line.split()[0] for line in lines[1:]] == ["0.0", "0.9"]


CONLLU = """# newdoc id = one
# newpar
# sent_id = one-1
1\tShe\tshe\tPRON\t_\t_\t2\tnsubj\t_\t_
2\tsaid\tsay\tVERB\t_\t_\t0\troot\t_\t_
3\tit\tit\tPRON\t_\t_\t6\tnsubj\t_\t_
4-5\tisn't\t_\t_\t_\t_\t_\t_\t_\t_
4\tis\tbe\tAUX\t_\t_\t6\tcop\t_\t_
5\tn't\tnot\tPART\t_\t_\t6\tadvmod\t_\t_
6\train\train\tNOUN\t_\t_\t2\tccomp\t_\tSpaceAfter=No
7\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\t_
# newpar
# sent_id = one-2
1\tYes\tyes\tINTJ\t_\t_\t0\troot\t_\t_
"""


def test_gum_texts_have_their_spaces_and_paragraphs() -> None:
    text, words = gum.read_words(CONLLU.splitlines())
    assert text == "She said it isn't rain.\nYes"
    assert [text[word.start : word.end] for word in words[:5]] == ["She", "said", "it", "isn't", "isn't"]
    assert words[5].head == 1


def test_gum_recall_counts_contents_and_the_subject_of_the_clause(passage: Passage) -> None:
    example = gum.Example("one", "news", "She said it isn't rain.", (Attribution(((0, 3),), ((0, 8),), ((9, 22),)),))
    party = Party("She", 0, 3)
    ours = Statement(
        "i", "", "paragraph", Span(4, 8, "said"), (Span(9, 22, "it isn't rain"),), "indirect", "says", party
    )
    document = replace(document_of(passage), text=example.text)
    made = gum.score("gum", "", [example], [Findings(document, statements=(ours,))]).figures
    assert (made["news_content_recall"], made["news_speaker_right"]) == (1.0, 1.0)
    assert gum.score("gum", "", [example], [Findings(document)]).figures["news_content_recall"] == 0.0
