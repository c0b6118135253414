from __future__ import annotations

import pytest

from tests.find.conftest import FindingsOf


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Novak did not say that the bridge would open.", "say"),
        ("Novak does not think that the bridge is safe.", "think"),
        ("Nobody believes that the bridge is safe.", "believes"),
        ("No official has claimed that the bridge is safe.", "claimed"),
        ("Neither side has confirmed it.", "confirmed"),
        ("The ministry has yet to comment.", "comment"),
        ("Novak left without saying whether the bridge would open.", "saying"),
        ("The minister resigned on Monday without elaborating.", "elaborating"),
        ("The minister declined to comment.", "declined to comment"),
        ("The minister preferred not to comment.", "preferred not to comment"),
        ("The minister did not want to say when talks would begin.", "want to say"),
        ("The minister would not be drawn on the matter.", "drawn"),
        ("The minister would not name the sum.", "name"),
        ("The minister gave no details.", "gave"),
        ("The governor promised nothing.", "promised"),
    ],
)
def test_what_was_not_said_is_no_statement(findings_of: FindingsOf, text: str, cue: str) -> None:
    found = findings_of(text)
    assert [one.cue.text for one in found.statements if one.cue] == []
    assert [(one.reason, one.cue.text) for one in found.nonstatements] == [("negated", cue)]


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Novak did not rule out a pause.", "rule out"),
        ("Ministers refused to discuss the pension age.", "refused"),
        ("The dog barked, but Novak said that the bridge was safe.", "said"),
        ("“Nobody was hurt,” Novak said.", "said"),
        ("Novak not only said that the bridge was safe but crossed it.", "said"),
        ("It goes without saying that the bridge is safe.", "saying"),
        ("The army is not thought to be ready.", "thought"),
        ("Novak said in March that the bridge was safe. What changed?", "said"),
    ],
)
def test_what_was_said_beside_a_negation_or_question_is_a_statement(
    findings_of: FindingsOf, text: str, cue: str
) -> None:
    found = findings_of(text)
    assert [one.cue.text for one in found.statements if one.cue] == [cue]


@pytest.mark.parametrize("text", ["Did Novak say that the bridge was safe?", "Is Novak promising that it will open?"])
def test_what_is_asked_about_is_no_statement(findings_of: FindingsOf, text: str) -> None:
    found = findings_of(text)
    assert found.statements == ()
    assert [one.reason for one in found.nonstatements] == ["asked"]


def test_what_somebody_stopped_short_of_saying_was_not_said(findings_of: FindingsOf) -> None:
    found = findings_of("The League voted to wait, but stopped short of calling for an embargo.")
    assert [one.cue.text for one in found.nonstatements if one.cue] == ["calling"]
    assert [one.cue.text for one in found.statements if one.cue] == ["voted"]
