"""Records found by what people call them."""

from __future__ import annotations

import pytest

from lif.records.governance import Agency, Group
from lif.records.references import Theme
from lif.register import Entry, Register
from lif.views.lookup import MOST_NAMED, NotFoundError, called, slug


def group(id_: str, name: str, *aliases: str) -> Group:
    return Group.model_validate({"id": id_, "name": name, "tier": "subgroup", "aliases": list(aliases)})


GROUPS = Register.of(
    Entry(record, "x.yaml")
    for record in (
        group("neglect-group", "Neglect group", "The neglect lot"),
        group("safeguarding-in-health-group", "Safeguarding in health"),
        group("safeguarding-in-education-group", "Safeguarding in education"),
        group("operational-board", "Operational board", "Keeping Children's Board"),
    )
)


@pytest.mark.parametrize(
    ("words", "id_"),
    [
        ("neglect-group", "neglect-group"),
        ("neglect", "neglect-group"),
        ("Neglect Sub-Group", "neglect-group"),
        ("the neglect lot", "neglect-group"),
        ("Operational", "operational-board"),
        ("keeping childrens board", "operational-board"),
        ("keeping children’s", "operational-board"),
        ("safeguarding in health", "safeguarding-in-health-group"),
    ],
)
def test_names_are_understood(words: str, id_: str) -> None:
    assert called(GROUPS, [Group], words) == id_


def test_several_are_not_guessed_between() -> None:
    with pytest.raises(
        NotFoundError, match="could be safeguarding-in-education-group, safeguarding-in-health"
    ):
        called(GROUPS, [Group], "safeguarding")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("neglct", "there is no 'neglct'; did you mean neglect-group?"),
        (
            "zzz",
            "there is no 'zzz'; there are neglect-group, operational-board, ",
        ),
        ("", "there is no ''; there are "),
        ("group", "there is no 'group'; "),
    ],
)
def test_an_unknown_name_names_the_nearest(words: str, said: str) -> None:
    with pytest.raises(NotFoundError) as none:
        called(GROUPS, [Group], words)
    assert str(none.value).startswith(said)


def test_more_than_fit_into_a_message_are_counted_and_their_list_is_named() -> None:
    themes = [Theme.model_validate({"id": f"theme-{n}", "name": f"Theme {n}"}) for n in range(MOST_NAMED + 1)]
    register = Register.of(Entry(theme, f"{theme.id}.yaml") for theme in themes)
    with pytest.raises(NotFoundError) as none:
        called(register, [Theme], "zzz")
    assert str(none.value) == "there is no 'zzz'; there are 21, and lif list theme names them"


def test_of_a_kind_that_nobody_has_there_are_none() -> None:
    with pytest.raises(NotFoundError, match="there is no 'x'; there are none"):
        called(GROUPS, [Agency], "x")


def test_a_slug_is_what_an_id_would_be() -> None:
    assert slug("  The Children's — Panel (2)") == "the-childrens-panel-2"
