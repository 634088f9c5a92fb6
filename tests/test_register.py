"""The register: every address found, every link both ways, nothing of a framework hidden by chance."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lif.records.governance import Agency, Group, Role
from lif.records.meetings import Meeting
from lif.records.reading import read_record
from lif.records.record import Record
from lif.register import Entry, PublishedRow, Register, Unreadable

IDS = tuple("abcdefgh")


def made(kind: type[Record], **data: object) -> Record:
    found = read_record(kind, data)
    assert isinstance(found, kind), found
    return found


def written(record: Record) -> list[tuple[tuple[str | int, ...], str]]:
    """The links as they stand in the fields of a meeting, in their order; an agency here has none."""
    if not isinstance(record, Meeting):
        return []
    found: list[tuple[tuple[str | int, ...], str]] = [(("group",), record.group)]
    found += [(("present", i), target) for i, target in enumerate(record.present)]
    for i, decision in enumerate(record.decisions):
        found += [(("decisions", i, "about", j), target) for j, target in enumerate(decision.about)]
    return found


def agency(id_: str) -> Record:
    return made(Agency, id=id_, name=id_, sector="other")


@st.composite
def meetings(draw: st.DrawFn, id_: str) -> Record:
    """A meeting with agencies present and decisions about records or items, there or not."""
    address = st.sampled_from(IDS) | st.tuples(st.sampled_from(IDS), st.sampled_from("xyz")).map("/".join)
    decisions = [
        {"id": item, "text": "t", "about": draw(st.lists(address, max_size=3))}
        for item in draw(st.lists(st.sampled_from("xyz"), unique=True, max_size=3))
    ]
    return made(
        Meeting,
        id=id_,
        group="some-group",
        on="2025-01-05",
        present=draw(st.lists(st.sampled_from(IDS), max_size=4)),
        decisions=decisions,
    )


@st.composite
def registers(draw: st.DrawFn) -> Register:
    ids = draw(st.lists(st.sampled_from(IDS), min_size=1, unique=True))
    records = [draw(meetings(id_)) if draw(st.booleans()) else agency(id_) for id_ in ids]
    return Register.of([Entry(record, f"{record.id}.yaml") for record in draw(st.permutations(records))])


@given(registers())
def test_links_lead_both_ways(register: Register) -> None:
    out = [tie for id_ in register.entries for tie in register.links_from(id_)]
    targets = {tie.target for tie in out}
    back = [tie for target in targets for tie in register.links_to(target)]
    assert sorted(map(repr, out)) == sorted(map(repr, back))
    for id_, entry in register.entries.items():
        assert [(tie.path, tie.target) for tie in register.links_from(id_)] == written(entry.record)
        assert all(tie.source == id_ for tie in register.links_from(id_))
        into = register.links_into(id_)
        assert sorted(map(repr, into)) == sorted(
            repr(tie)
            for tie in out
            if tie.target == id_
            or (tie.target.startswith(f"{id_}/") and register.get(tie.target) is not None)
        )


@given(registers())
def test_every_address_is_found_and_every_item_lies_where_it_says(register: Register) -> None:
    addresses = list(register.addresses())
    assert len(addresses) == len(set(addresses))
    for address in addresses:
        assert register.get(address) is not None
    for id_, entry in register.entries.items():
        items = register.items(id_)
        assert [item for _, item in items] == list(getattr(entry.record, "decisions", ()))
        for address, item in items:
            value: object = entry.record
            for step in register.item_path(address):
                value = value[step] if isinstance(step, int) else getattr(value, step)  # type: ignore[index]
            assert value is item


@given(registers(), st.permutations(IDS))
def test_the_order_of_reading_does_not_matter(register: Register, order: list[str]) -> None:
    entries = sorted(register.entries.values(), key=lambda entry: order.index(entry.record.id))
    again = Register.of(entries)
    assert list(again.entries) == sorted(again.entries) == list(register.entries)
    assert list(again.addresses()) == list(register.addresses())
    for kind in (Meeting, Agency):
        assert again.all(kind) == register.all(kind)


def test_a_later_entry_overrides_an_earlier_one_of_the_same_id() -> None:
    first, second = (
        made(Agency, id="a", name="Old", sector="other"),
        made(Agency, id="a", name="New", sector="other"),
    )
    register = Register.of([Entry(first, "england:a.yaml", "england"), Entry(second, "a.yaml")])
    assert (register.record(Agency, "a").name, register.entries["a"].framework) == ("New", "")
    assert len(register.all(Agency)) == 1


def test_a_record_of_another_kind_is_not_found_as_this_one() -> None:
    register = Register.of([Entry(agency("a"), "a.yaml")])
    assert register.find(Agency, "a") is register.get("a")
    assert register.find(Role, "a") is None
    assert register.find(Role, None) is None
    assert register.all(Group) == ()
    with pytest.raises(KeyError):
        register.record(Role, "a")
    with pytest.raises(KeyError):
        register.record(Agency, "b")


def test_what_could_not_be_read_is_known_by_id_or_by_its_list() -> None:
    register = Register.of(
        [],
        [
            Unreadable("a", "role", "a.yaml"),
            Unreadable("framework/themes/", "theme", "framework/themes.yaml"),
        ],
    )
    assert register.may_be_unreadable("a", ("role",))
    assert register.may_be_unreadable("a/item", ())
    assert register.may_be_unreadable("anything", ("theme",))
    assert not register.may_be_unreadable("b", ("role",))


def test_nothing_in_it_can_be_changed() -> None:
    register = Register.of([Entry(agency("a"), "a.yaml")], published={"s": ()})
    with pytest.raises(TypeError):
        register.entries["b"] = register.entries["a"]  # type: ignore[index]
    with pytest.raises(AttributeError):
        register.board_id = "x"  # type: ignore[misc]
    with pytest.raises(Exception, match="frozen"):
        register.record(Agency, "a").name = "x"
    row = PublishedRow("m", "p", "a", "", "1", "", "", "final")
    with pytest.raises(AttributeError):
        row.status = "low"  # type: ignore[misc]
