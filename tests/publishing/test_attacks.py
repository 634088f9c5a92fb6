"""The attacks that a publication has to stand, on every form of it; numbers as in the list of attacks."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from tests.publishing.made_up import (
    CANARY,
    COUNTS,
    DAY,
    QUARTERS,
    STAMP,
    Asked,
    changed,
    indicator,
    made,
    prepared,
    read,
    register,
)
from tests.publishing.outputs import inside_docx, inside_pdf, outputs, plain_outputs, printed, site, words

from lif.measures.protecting import protect
from lif.measures.series import Figures
from lif.measures.values import ValueStatus
from lif.publishing import PublicSet
from lif.views.public_scorecard import public_scorecard

HIDDEN = ("contacts", "escalations", "visits")
FORMS = (
    "page.html",
    "page.md",
    "page.json",
    "data.csv",
    "data.json",
    "dictionary.csv",
    "page.pdf",
    "page.docx",
)


def of(asked: Asked) -> PublicSet:
    found = prepared(asked)
    assert found.made is not None, found.refusals
    return found.made


@pytest.fixture(scope="module")
def every() -> dict[str, str]:
    return dict(outputs(made()))


@pytest.mark.parametrize("form", FORMS)
def test_no_form_holds_a_word_that_the_public_may_not_read(form: str, every: dict[str, str]) -> None:
    """D30, D31, D39, D40: attributes, comments, metadata, bookmarks, properties, objects."""
    assert CANARY not in every[form]
    assert "canary" not in every[form]
    assert "1987-88" not in every[form]


@pytest.mark.parametrize("form", FORMS)
def test_no_form_holds_a_hidden_figure(form: str, every: dict[str, str]) -> None:
    """D30, D09: counts that stand nowhere else, and percentages that only a hidden count makes."""
    for told in ("7719", "41199", "41,199", "41197", "41,197", "of 41,203", "41203", "99.99", "0.02%"):
        assert not re.search(rf"(?<![\d.]){re.escape(told)}(?!\d)", words(every[form]))


def test_the_forms_hold_what_may_be_read(every: dict[str, str]) -> None:
    """The searches above would find something: shown figures and public words are there, in every form."""
    for form in ("page.html", "page.md", "page.json", "page.pdf", "page.docx"):
        assert "26,635 of 41,205" in words(every[form]), form
        assert "Neglect harms children." in words(every[form]).replace("\n", " "), form
    assert '"numerator": "26635"' in every["data.json"]


PERMUTED: tuple[tuple[str, Asked], ...] = (
    (
        "contacts",
        changed(contacts=[({3: 6, 7: 1}.get(n, n), d) for n, d in COUNTS["contacts"]]),
    ),
    ("escalations", changed(escalations=[({3: 7, 7: 2}.get(n, n), d) for n, d in COUNTS["escalations"]])),
    (
        "visits",
        changed(
            visits=[({3: 5, 7: 1, 41199: 41201, 41197: 41203 - 7}.get(n, n), d) for n, d in COUNTS["visits"]]
        ),
    ),
)


@pytest.mark.parametrize(("name", "asked"), PERMUTED, ids=[name for name, _ in PERMUTED])
def test_other_hidden_values_give_the_same_bytes(name: str, asked: Asked) -> None:
    """D34, D35, D38, D46: no order, colour, width, size or fingerprint hangs on what is hidden."""
    assert asked.counts[name] != COUNTS[name]
    other = of(asked)
    assert plain_outputs(made()) == plain_outputs(other)
    assert site(made()) == site(other)


def test_other_hidden_values_print_the_same_bytes() -> None:
    """D39: the printed forms too."""
    page = plain_outputs(made())["page.html"]
    again = plain_outputs(of(PERMUTED[1][1]))["page.html"]
    assert printed(page) == dict(printed.__wrapped__(again))


def test_a_shown_value_that_changes_is_seen() -> None:
    """The comparison above would see a difference."""
    other = [(n + 25 if n == 41 else n, d) for n, d in COUNTS["contacts"]]
    assert plain_outputs(of(changed(contacts=other)))["page.html"] != plain_outputs(made())["page.html"]


def _cells(made_: PublicSet) -> Iterator[dict[str, str]]:
    yield from csv.DictReader(io.StringIO(plain_outputs(made_)["data.csv"]))


def test_one_mark_for_everything_hidden() -> None:
    """D37, D38: whoever hid it, and however many digits it has."""
    hidden = [row for row in _cells(made()) if row["status"] == "hidden"]
    assert len(hidden) == 11
    assert {row["value"] for row in hidden} == {"c"}
    assert {row["numerator"] for row in hidden} == {"c"}
    assert {row["denominator"] for row in hidden} <= {"c", "z"}
    view = public_scorecard(made())
    texts = {row.text for table in view.tables for card in table.cards for row in card.rows if row.hidden}
    assert texts == {"c"}


def test_what_the_ledger_keeps_is_what_stands_on_the_page() -> None:
    """D20: the next publication is held against what was shown, character for character."""
    shown = prepared(Asked(COUNTS)).shown
    cards = {card.line.id: card for table in public_scorecard(made()).tables for card in table.cards}
    assert {cell.measure for cell in shown} == {f"{id_}/quarter" for id_ in HIDDEN}
    for cell in shown:
        card = cards[cell.measure.partition("/")[0]]
        row = next(row for row in card.rows if row.period == cell.period.label)
        assert (row.text.rstrip("%").replace(",", ""), row.hidden) == (cell.shown, cell.hidden)
        parts = f"{cell.numerator} of {cell.denominator}" if cell.denominator else ""
        assert row.parts.replace(",", "") == parts


def _by_age(counts: tuple[int, ...]) -> PublicSet:
    """The made-up board with contacts of the last quarter by age, beside the whole of 53."""
    ages = ("age = 0 to 4", "age = 5 to 9", "age = 10 to 17")
    values = [
        {"id": f"v{n}", "measure": "contacts/quarter", "breakdown": age, "numerator": str(count)}
        for n, (age, count) in enumerate(zip(ages, counts, strict=True))
    ]
    more = {
        "id": "canary-return-ages",
        "agency": "madeup-council",
        "period": "2024-25-Q4",
        "due": "2025-05-01",
    }
    return of(Asked(COUNTS, records=(read("return", {**more, "received": "2025-04-21", "values": values}),)))


def test_parts_of_a_whole_stand_in_the_order_of_their_names_or_not_at_all() -> None:
    """D28, D34: whatever of them is shown comes from the set, and no order tells a count."""
    one, other = plain_outputs(_by_age((3, 44, 6))), plain_outputs(_by_age((6, 45, 2)))
    assert one == other
    shown = plain_outputs(_by_age((10, 31, 12)))["page.md"]
    for form in plain_outputs(_by_age((3, 44, 6))).values():
        assert not re.search(r"\b44\b", words(form))
    places = [shown.find(f"| {age} |") for age in ("age = 0 to 4", "age = 10 to 17", "age = 5 to 9")]
    assert places[0] > 0
    assert places == sorted(places)


def test_json_and_csv_hold_the_same_cells() -> None:
    """D31: no export knows more than another."""
    rows = json.loads(plain_outputs(made())["data.json"])["rows"]
    assert rows == list(_cells(made()))


CHART = re.compile(r"<svg[^>]*>.*?</svg>", re.DOTALL)
_NUMBER = re.compile(r"(?<![\w.])-?\d+(?:\.\d+)?")


def test_a_chart_gives_back_only_what_is_shown() -> None:
    """D32: with the scale read from the axis, each drawn point is a shown figure, and there is no other."""
    page = plain_outputs(made())["page.html"]
    view = public_scorecard(made())
    cards = {card.line.id: card for table in view.tables for card in table.cards}
    assert set(HIDDEN) <= set(cards)
    for id_ in HIDDEN:
        shown = sorted(float(row.number) for row in cards[id_].rows if row.number is not None)
        for chart in _charts(page, cards[id_].line.name):
            found = sorted(_points(chart))
            assert len(found) == len(shown)
            assert found == pytest.approx(shown, abs=max(shown) / 400)


def _charts(page: str, name: str) -> list[str]:
    found = [one for one in CHART.findall(page) if f">{name}</title>" in one]
    assert len(found) == 2, name
    return found


def _points(chart: str) -> list[float]:
    """The values of the drawn points, from the lines of the axis and the labels that stand at them."""
    grid = re.search(r'class="k-grid"[^>]*>(.*?)</g>', chart)
    assert grid is not None
    lines = [float(y) for y in re.findall(r'd="M[\d.]+ ([\d.]+)L', grid[1])]
    labels = [
        float(text.rstrip("%").replace(",", "")) for text in re.findall(r'"end">([\d,.]+%?)</text>', chart)
    ]
    assert len(lines) > 1
    (y1, v1), (y2, v2) = (lines[0], labels[0]), (lines[-1], labels[len(lines) - 1])
    heights = [float(y) for y in re.findall(r'<circle[^>]*? cy="([\d.]+)"', chart)]
    return [v1 + (y - y1) * (v2 - v1) / (y2 - y1) for y in heights]


def test_hidden_periods_leave_a_gap_in_the_line() -> None:
    """D32: no line is drawn across a hidden figure."""
    view = public_scorecard(made())
    card = next(card for table in view.tables for card in table.cards if card.line.id == "contacts")
    assert card.chart is not None
    assert [point.value is None for point in card.chart.points] == [
        figure[0] in (3, 7) for figure in COUNTS["contacts"]
    ]
    assert card.chart.phases == ()


def test_no_small_line_or_bar_stands_for_a_hidden_figure() -> None:
    """D33: nothing on the page has a width or a height of its own but the charts."""
    page = re.sub(CHART, "", plain_outputs(made())["page.html"])
    assert not re.search(r'style="', page)
    assert "\N{LOWER ONE EIGHTH BLOCK}" not in page


def test_nothing_is_said_of_change_beside_a_hidden_figure() -> None:
    """D15, D24: no direction to or from what is hidden, and none that rounding alone could make."""
    lines = {line.id: line for table in public_scorecard(made()).tables for line in table.lines}
    assert lines["escalations"].latest.hidden
    assert lines["escalations"].direction == ""
    assert lines["escalations"].before is not None
    assert lines["escalations"].before.text == "25"
    assert lines["contacts"].direction.startswith("about the same as 55")
    assert lines["national-rate"].direction == "higher than 82.0% in 2022/23"


def test_a_figure_is_not_said_to_be_like_england_where_it_was_rounded() -> None:
    """D35: no interval is made of rounded counts."""
    lines = {line.id: line for table in public_scorecard(made()).tables for line in table.lines}
    assert lines["national-rate"].beside[0].result == "similar"
    assert all(each.result == "" for id_ in HIDDEN for each in lines[id_].beside)


TELLING = (
    "Three children waited.",
    "Two of the four were late.",
    "A single case.",
    "It doubled.",
    "The lowest since the form began.",
    "7 waited.",
)


@pytest.mark.parametrize("story", TELLING)
def test_words_that_tell_a_number_are_refused_beside_hidden_figures(story: str) -> None:
    """D36, D53: with the place, and without publishing anything."""
    found = prepared(Asked(COUNTS, story=story))
    assert found.made is None
    assert found.shown == ()
    assert any("canary-return-2024-25-q4/story, for_public" in why for why in found.refusals), found.refusals


def test_plain_words_stand_beside_the_figures() -> None:
    found = of(Asked(COUNTS, story="We changed how visits are planned."))
    page = plain_outputs(found)["page.html"]
    assert "We changed how visits are planned." in page
    assert CANARY not in page


def test_words_with_numbers_pass_where_nothing_is_hidden() -> None:
    whole = [(n + 40, d) for n, d in COUNTS["contacts"]]
    found = prepared(Asked({**COUNTS, "contacts": tuple(whole)}, story="Three teams were joined."))
    assert found.made is not None, found.refusals


@pytest.mark.parametrize(
    "story", ["Three escalations were settled.", "The third visit was late.", "Escalated twice."]
)
def test_words_about_another_indicator_are_held_to_its_hidden_figures(story: str) -> None:
    """D36: a story of what is not hidden can tell of what is."""
    whole = tuple((n + 40, d) for n, d in COUNTS["contacts"])
    found = prepared(Asked({**COUNTS, "contacts": whole}, story=story))
    assert found.made is None
    assert any("for_public" in why for why in found.refusals)


def test_a_priority_does_not_count_whom_its_figures_hide() -> None:
    """D53: why a priority was chosen stands above its figures."""
    told = {"id": "priority-more", "name": "More", "rationale": "Last year 4 children were harmed."}
    priorities = ["priority-neglect", "priority-more"]
    more = read("indicator", indicator("more", priorities=priorities))
    few = {**COUNTS, "more": tuple((n, None) for n in (3, *(40 + n for n in range(11))))}
    found = prepared(Asked(few, records=(more, read("priority", told))))
    assert found.made is None
    assert any(why.startswith("priority-more, rationale") for why in found.refusals), found.refusals
    plain = read("priority", {**told, "rationale": "Last year children were harmed."})
    assert prepared(Asked(few, records=(more, plain))).made is not None


def test_a_story_does_not_name_what_is_held_back() -> None:
    held = read(
        "indicator", indicator("visits-at-night", publish_not_before="2025-06-21", name="Visits at night")
    )
    found = prepared(Asked(COUNTS, story="We look at visits at night too.", records=(held,)))
    assert found.made is None
    assert any("for_public: it names visits-at-night" in why for why in found.refusals)


def test_the_page_says_which_figures_are_protected_by_whom() -> None:
    page = words(plain_outputs(made())["page.md"])
    assert "What is not about persons stands as it is: Meetings held." in page
    assert "Official statistics stand as they were published" in page
    assert "Counts of 1 to 7 are hidden, and so is everything about a group of fewer than 20" in page
    assert "All figures here are official statistics" not in page


def test_a_set_in_which_everything_is_hidden_is_a_page_still() -> None:
    none = {id_: tuple((3, d) for _, d in numbers) for id_, numbers in COUNTS.items()}
    found = of(Asked(none))
    page = words(plain_outputs(found)["page.html"])
    assert "is hidden (c), so that no child can be found" in page
    assert site(found)


def test_a_set_without_any_figure_claims_nothing() -> None:
    none = protect(register(Asked({})), Figures(DAY, "madeup", {}), DAY).figures
    page = words(plain_outputs(replace(made(), figures=none))["page.md"])
    assert "No figure can be published for this quarter." in page
    assert "statistics stand" not in page
    assert "they stand as they were published" not in page


@pytest.mark.parametrize("story", ["We saw 93 of them.", "It was 12%."])
def test_an_exact_number_is_refused_beside_rounded_figures(story: str) -> None:
    """D50: an exact count beside rounded ones narrows what else they can be."""
    whole = tuple((n + 40, d) for n, d in COUNTS["contacts"])
    found = prepared(Asked({**COUNTS, "contacts": whole}, story=story))
    assert found.made is None
    assert any("rounded for the public" in why for why in found.refusals), found.refusals


def test_a_note_that_tells_a_number_is_refused() -> None:
    """D53: the label of an event on a chart is read as the story is."""
    note = read(
        "annotation",
        {"id": "note", "measure": "escalations/quarter", "period": "2024-25-Q1", "label": "Only four cases"},
    )
    found = prepared(Asked(COUNTS, records=(note,)))
    assert found.made is None
    assert any(why.startswith("note, label") for why in found.refusals)


def test_a_publication_says_of_itself_nothing_of_the_records(every: dict[str, str]) -> None:
    """D46, D47: no commit, no fingerprint, no count of records or values, no place of a file."""
    for form in FORMS:
        if form in ("page.pdf", "page.docx"):
            continue  # a PDF has an identifier of its own, made of its bytes
        assert not re.search(r"\b[0-9a-f]{12,64}\b", re.sub(CHART, "", every[form])), form
        assert "commit" not in every[form].lower(), form
        assert ".yaml" not in every[form], form
    foot = re.search(r'<footer class="stamp">(.*?)</footer>', every["page.html"], re.DOTALL)
    assert foot is not None
    assert words(foot[1]).split() == [
        "Publication:",
        "publication-made-up",
        "Published:",
        "20",
        "June",
        "2025",
        "Version:",
        "1.0",
    ]


def test_the_properties_of_printed_forms_say_nothing_else() -> None:
    """D39, D46: author, producer and dates are those of the publication or of the program."""
    forms = printed(plain_outputs(made())["page.html"])
    assert CANARY not in inside_pdf(forms["page.pdf"])
    core = re.search(r"docProps/core.xml\n(.*)", inside_docx(forms["page.docx"]))
    assert core is not None
    assert "canary" not in core[1]


def test_nothing_is_said_to_be_awaited_or_missing(every: dict[str, str]) -> None:
    """A public page claims nothing of what is simply not public."""
    for form in ("page.html", "page.md", "page.json"):
        said = words(every[form]).lower()
        for claim in (
            "awaited",
            "not received",
            "no return",
            "no explanation",
            "overdue",
            "unexplained",
            "nothing supplied",
        ):
            assert claim not in said, (form, claim)


def test_the_same_input_gives_the_same_bytes() -> None:
    """D48: no chance in it."""
    assert plain_outputs(of(Asked(COUNTS))) == plain_outputs(made())


def test_an_indicator_without_a_public_setting_is_in_no_form(every: dict[str, str]) -> None:
    """D52: its name, its id and its figures are in none."""
    for form in FORMS:
        assert "secret-count" not in every[form]
        assert "Secret count" not in every[form]


def test_what_is_held_back_is_in_no_form_and_nothing_names_it() -> None:
    """An embargo holds for figures, for words, and for whoever speaks of it."""
    held = read(
        "indicator", indicator("visits-at-night", publish_not_before="2025-06-21", name="Visits at night")
    )
    counts = {**COUNTS, "visits-at-night": tuple((40 + n, None) for n in range(len(QUARTERS)))}
    for text in outputs(of(Asked(counts, records=(held,)))).values():
        assert "night" not in text
    naming = read(
        "amendment",
        {"id": "change", "on": "2025-05-01", "text": "The group will watch visits at\nnight too."},
    )
    found = prepared(Asked(counts, records=(held, naming)))
    assert found.made is None
    assert "visits-at-night" in found.refusals[0]
    assert STAMP.on == DAY


def test_rounding_is_of_whole_numbers_and_shown_exactly() -> None:
    """D49: no float is between a count and the page."""
    figures = [f.value for s in made().figures.series.values() for f in s.figures]
    assert all(
        not isinstance(part, float) for value in figures for part in (value.numerator, value.denominator)
    )
    assert any(value.status is ValueStatus.SUPPRESSED for value in figures)


FORMULAS: tuple[Callable[[str], str], ...] = (
    lambda text: f"={text}",
    lambda text: f"+{text}",
    lambda text: f"@{text}",
)


@pytest.mark.parametrize("of_", FORMULAS)
def test_no_name_starts_a_formula(of_: Callable[[str], str]) -> None:
    more = read("indicator", indicator("more", name=of_("cmd|calc")))
    found = of(Asked({**COUNTS, "more": tuple((40, None) for _ in QUARTERS)}, records=(more,)))
    names = {row["indicator_name"] for row in _cells(found)}
    assert "'" + of_("cmd|calc") in names
