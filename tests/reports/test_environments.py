"""The template environments: strict, sandboxed, always escaping, a board's templates first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from fractions import Fraction
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from jinja2 import TemplateNotFound, UndefinedError
from jinja2.exceptions import SecurityError, TemplateSyntaxError
from markupsafe import Markup
from tests.reports.demonstration.page import Paper
from tests.reports.series import HOSTILE

from lif.reports.environments import TemplateFault, css_text, environments

BUILTIN = sorted(path.name for path in files("lif.reports").joinpath("builtin").iterdir())


def rendered(folder: Path, name: str, text: str, **context: Any) -> str:
    """The text as the board's own template of that name, filled in."""
    (folder / name).write_text(text, encoding="utf-8")
    return environments(folder).render(name, **context)


@contextmanager
def refused(sort: type[Exception] | tuple[type[Exception], ...], words: str | None = None) -> Iterator[None]:
    """A template of the board's own is refused for a reason of this sort, its file and line named."""
    with pytest.raises(TemplateFault, match=words) as told:
        yield
    assert isinstance(told.value.__cause__, sort)
    assert re.match(r"[\w-]+(/a\.(html|md)\.j2, line \d+)?: ", str(told.value))


def test_each_environment_is_made_once_a_folder(tmp_path: Path) -> None:
    assert environments(tmp_path) is environments(tmp_path)
    assert environments() is environments(None)


@pytest.mark.parametrize("ending", ["html", "md"])
def test_a_board_replaces_one_block(tmp_path: Path, ending: str) -> None:
    text = '{% extends "lif/base.' + ending + '.j2" %}{% block body %}Our own words{% endblock %}'
    made = rendered(tmp_path, f"base.{ending}.j2", text, paper=Paper())
    assert "Our own words" in made
    assert Paper().board in made


def test_a_boards_frame_holds_the_packaged_papers_too(tmp_path: Path) -> None:
    frame = '{% extends "lif/base.html.j2" %}{% block theme %}:root { --brand: #5c2d91; }{% endblock %}'
    (tmp_path / "base.html.j2").write_text(frame, encoding="utf-8")
    paper = '{% extends "base.html.j2" %}{% block body %}<p>Words</p>{% endblock %}'
    made = rendered(tmp_path, "a.html.j2", paper, paper=Paper())
    assert "#5c2d91" in made
    assert "<p>Words</p>" in made


def test_a_boards_macro_file_stands_before_the_packaged(tmp_path: Path) -> None:
    (tmp_path / "_words.j2").write_text("{% set DRAFT_TITLE = 'Ours' %}", encoding="utf-8")
    text = '{% import "_words.j2" as w %}{% import "lif/_words.j2" as theirs %}'
    text += "{{ w.DRAFT_TITLE }} {{ theirs.DRAFT_TITLE }}"
    assert rendered(tmp_path, "a.html.j2", text) == "Ours Draft.\n"


@pytest.mark.parametrize("name", ["a.html.j2", "a.md.j2"])
@pytest.mark.parametrize(
    "text", ["{{ nothing }}", "{{ paper.titel }}", "{% if nothing %}{% endif %}", "{{ [][0] }}"]
)
def test_a_name_that_is_not_there_is_an_error(tmp_path: Path, name: str, text: str) -> None:
    with refused(UndefinedError):
        rendered(tmp_path, name, text, paper=Paper())


@pytest.mark.parametrize("name", ["a.html.j2", "a.md.j2"])
@pytest.mark.parametrize("value", [None, 84.91666, True, Fraction(1, 3), date(2024, 7, 3), ["a"]])
def test_a_value_that_nobody_formatted_is_an_error(tmp_path: Path, name: str, value: object) -> None:
    with refused(TypeError, "pass it through a filter"):
        rendered(tmp_path, name, "{{ value }}", value=value)


ATTACKS = [
    "{{ ''.__class__.__mro__ }}",
    "{{ link.__globals__ }}",
    "{{ words.append('x') }}",
    "{% for i in range(1000000) %}{% endfor %}",
    "{{ 'a' * 1000000000 }}",
    "{{ words * 1000000000 }}",
    "{{ 2 ** 99999999 }}",
    "{{ '%1000000000d' % 1 }}",
    "{{ 'a'.center(1000000000) }}",
    "{{ 'a'.ljust(1000000000) }}",
    "{{ '{:1000000000}'.format(1) }}",
    "{{ 'a'.join(words) }}",
    "{{ big.replace('a', big) }}",
    "{{ big | replace('a', big) }}",
    "{{ range(100000) | join(big) }}",
    "{{ words | batch(1000000000, 'x') | list | length }}",
    "{% for a in range(9999) %}{% for b in range(9999) %}{% endfor %}{% endfor %}",
    "{% set n = namespace(x='abc') %}{% for i in range(60) %}{% set n.x = n.x ~ n.x %}{% endfor %}",
    "{% set n = namespace(x='abc') %}{% for i in range(60) %}{% set y %}{{ n.x }}{{ n.x }}{% endset %}"
    "{% set n.x = y %}{% endfor %}",
    "{% set n = namespace(x=['a']) %}{% for i in range(60) %}{% set n.x = n.x + n.x %}{% endfor %}",
    "{% set n = namespace(x=9) %}{% for i in range(60) %}{% set n.x = n.x * n.x %}{% endfor %}",
    "{% macro m(x) %}{{ x }}{{ x }}{% endmacro %}{% set n = namespace(x='abc') %}"
    "{% for i in range(60) %}{% set n.x = m(n.x) %}{% endfor %}",
    "{% for i in range(99999) %}{{ big }}{% endfor %}",
]


@pytest.mark.parametrize("name", ["a.html.j2", "a.md.j2"])
@pytest.mark.parametrize("text", ATTACKS)
def test_the_sandbox_holds(tmp_path: Path, name: str, text: str) -> None:
    with refused((SecurityError, UndefinedError, OverflowError)):
        rendered(tmp_path, name, text, words=["a"], link=rendered, big="a" * 100_000)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{% for i in [1] recursive %}{{ loop([1]) }}{% endfor %}", "does not call itself"),
        ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "calls itself without end"),
        ("{% include 'a.html.j2' %}", "calls itself without end"),
    ],
)
def test_a_template_comes_to_an_end(tmp_path: Path, text: str, words: str) -> None:
    with refused((TemplateSyntaxError, RecursionError), words):
        rendered(tmp_path, "a.html.j2", text)


def test_each_paper_is_counted_by_itself(tmp_path: Path) -> None:
    text = "{% for i in range(90000) %}{% for b in range(50) %}{% endfor %}{% endfor %}done"
    assert [rendered(tmp_path, "a.html.j2", text) for _ in range(2)] == ["done\n", "done\n"]


@pytest.mark.parametrize(
    "text", ["{% autoescape false %}{{ x }}{% endautoescape %}", "{%- autoescape x %}{% endautoescape %}"]
)
def test_escaping_cannot_be_switched_off(tmp_path: Path, text: str) -> None:
    with refused(TemplateSyntaxError, "always escapes"):
        rendered(tmp_path, "a.html.j2", text, x="<b>")


@pytest.mark.parametrize("name", ["safe", "random", "urlize", "tojson", "xmlattr"])
def test_filters_that_let_words_through_are_gone(tmp_path: Path, name: str) -> None:
    with refused(TemplateSyntaxError, "No filter named"):
        rendered(tmp_path, "a.html.j2", "{{ x|" + name + " }}", x="<b>")


@pytest.mark.parametrize(
    "name", ["../outside.txt", "lif/../outside.txt", "lif/builtin/base.html.j2", "/etc/hosts"]
)
def test_templates_do_not_leave_their_folder(tmp_path: Path, name: str) -> None:
    (tmp_path / "outside.txt").write_text("secret", encoding="utf-8")
    folder = tmp_path / "templates"
    folder.mkdir()
    with refused(TemplateNotFound, f"there is no template '{re.escape(name)}'"):
        rendered(folder, "a.html.j2", "{% include '" + name + "' %}")


@pytest.mark.parametrize("name", ["a.html.j2", "way-out.j2"])
def test_a_link_that_leads_out_is_said_to(tmp_path: Path, name: str) -> None:
    (tmp_path / "outside.txt").write_text("secret", encoding="utf-8")
    folder = tmp_path / "templates"
    folder.mkdir()
    (folder / "a.html.j2").write_text("{% include 'way-out.j2' %}", encoding="utf-8")
    (folder / name).unlink(missing_ok=True)
    (folder / name).symlink_to(tmp_path / "outside.txt")
    with pytest.raises(TemplateFault, match=f"^templates/{name}: it is a link that leads out of the folder$"):
        environments(folder).render("a.html.j2")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("na\u00efve".encode("cp1252"), "it is not in UTF-8; save it again in that encoding"),
        ("x".encode("utf-16"), "it is not in UTF-8"),
        (b"x" * 1_000_001, "a template may have 1,000,000 characters"),
    ],
)
def test_a_template_that_cannot_be_one_is_named(tmp_path: Path, content: bytes, words: str) -> None:
    (tmp_path / "a.html.j2").write_bytes(content)
    with pytest.raises(TemplateFault, match=f"/a.html.j2: {words}"):
        environments(tmp_path).render("a.html.j2")


@pytest.mark.parametrize(
    "text",
    [
        "{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}",
        "{% if x %}" * 3000 + "{% endif %}" * 3000,
        "{% for i in x %}" * 30 + "{% endfor %}" * 30,
        "{{ " + "-" * 3000 + "1 }}",
        "{{ " + "x." * 3000 + "y }}",
    ],
)
def test_a_template_that_is_nested_too_deeply_is_named(tmp_path: Path, text: str) -> None:
    with refused(TemplateSyntaxError, "line 1: it is nested too deeply"):
        rendered(tmp_path, "a.html.j2", text, x=[])


LONG_WORK = [
    "{% for i in range(3000) %}{{ range(90000) | list | sort | length }}{% endfor %}",
    "{% for i in range(3000) %}{{ range(90000) | sum }}{% endfor %}",
    "{% for i in range(3000) %}{{ range(90000) | max }}{% endfor %}",
    "{% set l = range(90000) | list %}{% for i in range(9999) %}{% if -1 in l %}{% endif %}{% endfor %}",
    "{% set l = range(90000) | list %}{% for i in range(9999) %}{% if i is in(l) %}{% endif %}{% endfor %}",
    "{% set l = range(90000) | list %}{% for i in range(9999) %}{% if l == l[:] %}{% endif %}{% endfor %}",
    "{% set l = range(90000) | list %}{{ range(9999) | select('in', l) | list | length }}",
    "{% set l = range(90000) | list %}{{ [l, l, l, l, l, l, l, l] | map('list') | map('sort') | map('list') "
    "| map('reverse') | map('list') | map('unique') | map('list') | map('sort') | map('list') | list }}",
    "{{ [[1], [2]] | sum(start=[]) | length }}",
    "{% for i in range(9999) %}{% if (big | upper) == big %}{% endif %}{% endfor %}",
    "{% for i in range(9999) %}{{ big.count('x') }}{% endfor %}",
    "{% for i in range(9999) %}{% if 'x' in big %}{% endif %}{% endfor %}",
    "{% set l = range(90000) | list %}{% for i in range(999) %}{% set m = l + [1] %}{% endfor %}",
]


@pytest.mark.parametrize("name", ["a.html.j2", "a.md.j2"])
@pytest.mark.parametrize("text", LONG_WORK)
def test_long_work_in_few_words_is_refused(tmp_path: Path, name: str, text: str) -> None:
    with refused(SecurityError, "turns|characters|adds up"):
        rendered(tmp_path, name, text, big="a" * 100_000)


def test_a_template_says_by_its_name_what_it_makes() -> None:
    with pytest.raises(ValueError, match=r"should end in \.html\.j2 or \.md\.j2"):
        environments().render("_words.j2")


def test_html_words_are_escaped_and_hidden_characters_shown(tmp_path: Path) -> None:
    made = rendered(tmp_path, "a.html.j2", '<i title="{{ x }}">{{ x }}</i>', x=HOSTILE)
    assert made.count("<") == 2
    assert "\u202e" not in made and "\x1b" not in made and "\ufffd" in made
    assert "{{7*7}}" in made


def test_words_joined_to_markup_are_escaped_and_shown_too(tmp_path: Path) -> None:
    text = "{% macro b() %}<b>!</b>{% endmacro %}{{ x ~ b() }}"
    made = rendered(tmp_path, "a.html.j2", text, x=HOSTILE)
    assert made.count("<") == 2
    assert "\u202e" not in made and "\x1b" not in made


def test_nothing_is_filled_in_twice(tmp_path: Path) -> None:
    assert rendered(tmp_path, "a.md.j2", "{{ x }}", x="{{ 7 * 7 }}") == "\\{\\{ 7 \\* 7 \\}\\}\n"


def test_markdown_macros_are_escaped_once(tmp_path: Path) -> None:
    text = "{% macro m(x) %}**{{ x }}**{% endmacro %}{{ m(x) }} "
    text += "{% set y %}{{ m(x) }}{% endset %}{{ y }} {{ m(m(x)) }}"
    assert rendered(tmp_path, "a.md.j2", text, x="a*b") == r"**a\*b** **a\*b** ****a\*b****" + "\n"


def test_html_does_not_get_into_markdown(tmp_path: Path) -> None:
    with refused(TypeError, "prints HTML"):
        rendered(tmp_path, "a.md.j2", "{{ x }}", x=Markup("<svg/>"))


def test_figures_and_dates_for_readers(tmp_path: Path) -> None:
    text = (
        "{{ 2729|number }} {{ n|number(1) }} {{ n|percent }} {{ 105|of(2729) }} "
        "{{ d|date }} {{ d|short_date }} {{ d|iso_date }} "
        "{{ 1|plural('action', 'actions') }} {{ 2|plural('action', 'actions') }}"
    )
    made = rendered(tmp_path, "a.html.j2", text, n=Fraction(8495, 100), d=date(2024, 7, 3))
    assert made == "2,729 85.0 85.0% 105 of 2,729 3 July 2024 3 Jul 2024 2024-07-03 1 action 2 actions\n"


def test_links_are_links_only_where_they_are_safe(tmp_path: Path) -> None:
    text = '{% import "lif/_marks.html.j2" as m %}{{ m.link("a<b", x) }}'
    assert rendered(tmp_path, "a.html.j2", text, x="#mash") == '<a href="#mash">a&lt;b</a>\n'
    assert rendered(tmp_path, "a.html.j2", text, x="javascript:alert(1)") == "a&lt;b\n"


def test_words_in_the_style_sheet_cannot_leave_it() -> None:
    made = css_text('"; } </style><script>\u202e')
    assert re.fullmatch(r'"(?:[A-Za-z0-9]|\\[0-9a-f]{6})*"', made)


SEARCHES = ("site-search.html.j2", "public-site-search.html.j2")
"""The only pages with a script, which stands in a file beside them."""


@pytest.mark.parametrize("name", BUILTIN)
def test_packaged_templates_are_sound(name: str) -> None:
    text = files("lif.reports").joinpath("builtin", name).read_text("utf-8")
    if not name.endswith(".md.j2"):
        environments().html.get_template(name)
    if not name.endswith(".html.j2"):
        environments().markdown.get_template(name)
    assert text.startswith("{#-"), "the first line says what it is for and what it is given"
    if name in SEARCHES:
        text = text.replace('<script src="search.js" defer></script>', "", 1)
    if name.endswith(".html.j2"):
        assert not re.search(r"<script|<style>(?!\n\{\{ stylesheet)|javascript:|\son\w+=|https?://", text)
        bare = re.sub(r"\{[{%#].*?[}%#]\}", "", text, flags=re.DOTALL)
        tags = re.findall(r"<[a-z][^<>]*>", re.sub(r'"[^"]*"', '""', bare))
        assert [tag for tag in tags if re.search(r'=(?!"")', tag)] == [], "every attribute is quoted"


def test_words_that_both_kinds_of_paper_use_hold_no_marks() -> None:
    text = files("lif.reports").joinpath("builtin", "_words.j2").read_text("utf-8")
    words = re.sub(r"\{[{%#].*?[}%#]\}", "", text, flags=re.DOTALL)
    assert not re.search(r"[<>*_#`|\[\]]", words)
