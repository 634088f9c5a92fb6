"""Refuses what holds one row a person: which sheet and column show it, what to send, what to do now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lif.exchange.incoming.person_columns import Sign, by_heads, by_texts, by_values
from lif.exchange.incoming.person_rows import by_rows
from lif.exchange.incoming.person_values import is_name
from lif.exchange.incoming.sheets import Sheet

MOST_PLACES = 4
WHAT_TO_SEND = (
    "Ask for totals instead: for each measure and period how many there were, and out of how many, without "
    "names, dates of birth, numbers of a person or a row for each."
)
WHAT_TO_DO = (
    "Do not keep this file and do not send it on: delete it, here and in the message it came with, and tell "
    "the data protection officer today (lif explain P101 says what to do). lif has kept nothing of it."
)


def refusal(sheets: Iterable[Sheet]) -> str | None:
    """Why these sheets are not taken in, in words that hold no value of theirs; None where they may be."""
    looked = tuple(sheets)
    signs = [sign for sheet in looked for sign in signs_in(sheet)]
    titled = [sheet for sheet in looked if is_name(sheet.title)]
    if len(titled) > 1:
        signs += [Sign(sheet, "its title", "the name of a person") for sheet in titled]
    if not signs:
        return None
    told = list(dict.fromkeys(_told(sign, looked) for sign in signs))
    more = f"; and {len(told) - MOST_PLACES} more" if len(told) > MOST_PLACES else ""
    return (
        "this is about single people, and lif takes in totals only. It shows in "
        f"{'; '.join(told[:MOST_PLACES])}{more}. {WHAT_TO_SEND} {WHAT_TO_DO}"
    )


def signs_in(sheet: Sheet) -> Iterator[Sign]:
    """Every place of a sheet that shows single people, the surest sort first; one sort is enough."""
    for look in (by_heads, by_values, by_rows, by_texts):
        found = list(look(sheet))
        if found:
            yield from found
            return


def _told(sign: Sign, sheets: tuple[Sheet, ...]) -> str:
    number = next(place for place, sheet in enumerate(sheets, 1) if sheet is sign.sheet)
    where = sign.sheet.where or "sheet"
    if len(sheets) == 1 and not sign.sheet.lettered:
        return f"{sign.place} ({sign.what})"
    title = f" {_title(sign.sheet.title, number)}" if sign.sheet.title else ""
    return f"{where}{title}, {sign.place} ({sign.what})"


def _title(title: str, number: int) -> str:
    """The sheet's title, unless it could be a person's name or say more."""
    from lif.privacy.scanning import scan

    safe = len(title) <= 31 and title.isprintable() and not is_name(title) and not scan(title)
    return f'"{title}"' if safe else f"number {number}"
