"""Write the corpus that the detectors of personal data are measured on: tests/data/privacy/*.tsv.

The frames (tests/data/privacy/frames/) say how people write; this fills them with invented values. All are
safe to publish: NHS numbers of the test range 999, pupil numbers of establishment 0000, telephone numbers
that Ofcom keeps for drama, postcodes not in use, example domains, invented names. Seeded, so that the same
frames give the same lines.  Usage: python scripts/make_privacy_corpus.py
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from pathlib import Path

from lif.calendars.dates import MONTHS

HERE = Path(__file__).resolve().parent.parent / "tests" / "data" / "privacy"
AT_LEAST = 200  # lines of each kind in the open part


def words_of(text: str) -> list[str]:
    return text.split()


FIRST = words_of(
    "Amy Jordan Kayleigh Mohammed Aisha Zofia Tyler Ethan Chloe Connor Ellie-Mae Kacper Oluwaseun Niamh "
    "Callum Jayden "
    "Lexi Riley Maisie Alfie Summer Demi Harley Kian Fatima Yusuf Ibrahim Zainab Tomasz Wiktoria "
    "Agnieszka Priya Arjun "
    "Simran Gurpreet Thanh Mei Siobhan Declan Rhys Megan Gethin Isla Freya Archie Poppy Oscar Ruby Teddy "
    "Lacey Brandon "
    "Courtney Shannon Leon Tia Kai Levi Nevaeh Paige Reece Bethany Joshua Daniel Karen Darren Tracey Lee "
    "Michelle Wayne "
    "Natalie Dean Stacey Craig Donna Ousmane Abdi Hodan Selam Yonas Dragos Andreea Ionut Roxana Sade Chidi"
)
FIRST_BLIND = words_of(
    "Jack Emily Liam Sophie Mason Amelia Logan Jessica Kyle Holly Nathan Lily Jake Mia Adam Leah Max Erin "
    "Toby Faith "
    "Maryam Hassan Khadija Bilal Oliwia Jakub Lena Filip Deepika Rohan Ayo Temitope Blessing Emmanuel "
    "Ffion Owain Orla "
    "Cian Skye Jaxon Tallulah Kody Jade Zak Amber Curtis Abigail Lauren Scott Kelly Gary Joanne Stephen "
    "Lisa Mark Julie"
)
SURNAME = words_of(
    "Smith Jones Taylor Brown Wilson Evans Thomas Roberts Walker Wright Hall Clarke Patel Khan Hussain "
    "Ali Kowalski "
    "Nowak Okafor Adeyemi Singh Kaur O'Brien McKenzie Fletcher Barraclough Ogden Tennant Whitaker "
    "Grimshaw Popescu "
    "Nguyen Begum Ahmed Hartley-Webb Mahmood Sutcliffe Robinson Thompson Harrison Bell Cooper Ward Green "
    "Baker"
)
SURNAME_BLIND = words_of(
    "Johnson Davies White Edwards Hughes Lewis Martin Hill Scott Moore Clark Cook Shaw Bailey Rahman "
    "Iqbal Wisniewski "
    "Chukwu Mensah Dhillon Murphy MacDonald Priestley Lamb Holroyd Bannister Croft Pickering Rees Marsh"
)
ORDINALS = words_of(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third "
    "thirtieth thirty-first"
)
CARDINALS = words_of(
    "three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
)
STREETS = words_of(
    "Acacia Laburnum Victoria Station Church Mill Kingsway Fictional Heneage Weelsby St+Mary's Rowan "
    "Old+Forge "
    "Elm+Tree Queen's Chapel Windmill Cromwell Ladysmith Brocklebank Little+Coates"
)
STREET_KINDS = words_of(
    "Avenue Street Road Lane Close Drive Crescent Terrace Grove Gardens Way Court Walk Place St Rd Ave Cl Dr"
)
BREAKS = (" ", " ", " ", "", "-", ".", "\u00a0", "\u202f", "  ", "\n")


class Values:
    """Invented values of every kind, each written in one of the ways that people write it."""

    def __init__(self, seed: int, first: list[str], surname: list[str]) -> None:
        self.random = random.Random(seed)
        self.first_names, self.surnames = first, surname

    def number(self, size: int) -> str:
        return "".join(self.random.choice("0123456789") for _ in range(size))

    def pick(self, *choices: str) -> str:
        return self.random.choice(choices)

    def joined(self, *parts: str) -> str:
        text = self.random.choice(BREAKS).join(parts)
        if "\n" in text:  # a number is broken at the end of one line
            text = text.replace("\n", " ", len(parts) - 2)
        return _full_width(text) if self.random.random() < 0.05 else text

    def nhs(self) -> str:
        while True:
            digits = "999" + self.number(6)
            check = -sum(int(d) * w for d, w in zip(digits, range(10, 1, -1), strict=True)) % 11
            if check < 10:
                return self.joined(digits[:3], digits[3:6], digits[6:] + str(check))

    def upn(self) -> str:
        digits = self.pick("812", "810", "380", "201", "933") + "0000" + self.number(5)
        check = sum(int(d) * w for d, w in zip(digits, range(2, 14), strict=True)) % 23
        letter = "ABCDEFGHJKLMNPQRTUVWXYZ"[check]
        return self.pick(
            f"{letter}{digits}", f"{letter}{digits}", f"{letter} {digits}", f"{letter}{digits}".lower()
        )

    def uln(self) -> str:
        while True:
            digits = self.pick("1", "2", "9") + self.number(8)
            rest = sum(int(d) * w for d, w in zip(digits, range(10, 1, -1), strict=True)) % 11
            if rest:
                return self.joined(digits[:3], digits[3:6], digits[6:] + str(10 - rest))

    def nino(self) -> str:
        pairs = [self.number(2) for _ in range(3)]
        return self.joined(self.pick("QQ", "AB", "JC", "SN", "PX"), *pairs, self.pick("A", "B", "C", "D"))

    def caseid(self) -> str:
        n = self.number
        year = self.pick("19", "22", "24")
        return self.pick(
            n(6),
            n(7),
            n(8),
            n(5),
            f"P{n(6)}",
            f"M{n(6)}",
            f"{n(4)}/{year}",
            f"C-{n(6)}",
            f"LL{n(7)}",
            f"0{n(6)}",
        )

    def day(self) -> tuple[int, int, int]:
        return self.random.randint(1, 28), self.random.randint(1, 12), self.random.randint(2004, 2024)

    def dob(self) -> str:
        d, m, y = self.day()
        month = MONTHS[m - 1]
        return self.pick(
            f"{d:02}/{m:02}/{y}",
            f"{d:02}/{m:02}/{y % 100:02}",
            f"{d}.{m}.{y}",
            f"{d:02}-{m:02}-{y}",
            f"{y}-{m:02}-{d:02}",
            f"{d} {month} {y}",
            f"{d}{_suffix(d)} {month} {y}",
            f"{d} {month[:3]} {y % 100:02}",
            f"{month} {d}, {y}",
            f"{d:02} {m:02} {y}",
            f"{d:02}{m:02}{y}",
            f"{d}\u2013{m}\u2013{y}",
            f"{d}-{month[:3]}-{y}",
            f"{d}{_suffix(d)} of {month} {y}",
        )

    def dobwords(self) -> str:
        _, m, y = self.day()
        day = self.random.choice(ORDINALS)
        said = f"two thousand and {self.random.choice(CARDINALS)}"
        return self.pick(
            f"{day} of {MONTHS[m - 1]} {y}", f"{day} {MONTHS[m - 1]} {y}", f"{day} of {MONTHS[m - 1]}, {said}"
        )

    def dobday(self) -> str:
        d, m, _ = self.day()
        return self.pick(
            f"{d} {MONTHS[m - 1]}",
            f"{d}{_suffix(d)} {MONTHS[m - 1]}",
            f"the {d}{_suffix(d)} of {MONTHS[m - 1]}",
        )

    def first(self) -> str:
        return self.random.choice(self.first_names)

    def surname(self) -> str:
        return self.random.choice(self.surnames)

    def email(self) -> str:
        a, b = self.first().lower(), self.surname().lower().replace("'", "")
        local = self.pick(
            f"{a}.{b}",
            f"{a[0]}.{b}",
            f"{a}{b}",
            f"{a[0]}{b}",
            f"{a}_{b}{self.number(2)}",
            f"{a}{self.number(4)}",
            f"{b}{a[0]}",
        )
        if self.random.random() < 0.1:
            local = local.title()
        return (
            local
            + "@"
            + self.pick(
                "example.org",
                "example.gov.uk",
                "example.nhs.uk",
                "mail.example.com",
                "example.sch.uk",
                "example.police.uk",
                "example.net",
            )
        )

    def phone(self) -> str:
        last = self.number(3)
        return self.pick(
            f"07700 900{last}",
            f"07700900{last}",
            f"07700 900 {last}",
            f"07700-900-{last}",
            f"+44 7700 900{last}",
            f"+447700900{last}",
            f"+44 (0)7700 900{last}",
            f"0044 7700 900{last}",
            f"01632 960{last}",
            f"(01632) 960{last}",
            f"01632 960 {last}",
            f"0113 496 0{last}",
            f"020 7946 0{last}",
            f"(020) 7946 0{last}",
            f"+44 20 7946 0{last}",
            f"07700\u00a0900\u00a0{last}",
            f"077 00 900 {last}",
        )

    def postcode(self) -> str:
        out = self.pick("ZZ99", "ZZ99", "DN98", "HU97", "LN98", "YO97", "W1Z", "M98", "EC4Z", "S97")
        code = f"{out} {self.number(1)}{self.pick('ZZ', 'XY', 'WZ', 'ZY')}"
        return self.pick(
            code,
            code,
            code.replace(" ", ""),
            code.lower(),
            code.replace(" ", "\u00a0"),
            code.replace(" ", "  "),
        )

    def address(self) -> str:
        n = str(self.random.randint(1, 240))
        street = f"{self.random.choice(STREETS).replace('+', ' ')} {self.random.choice(STREET_KINDS)}"
        house = self.pick("Rose Cottage", "The Old Rectory", "Ivy House", "Mill Farm")
        return self.pick(
            f"{n} {street}",
            f"{n} {street}",
            f"{n}, {street}",
            f"{n}a {street}",
            f"Flat {n[0]}, {n} {street}",
            f"Flat {n[0]}B, {street}",
            f"{n} {street}, Grimsby",
            f"No. {n} {street}",
            f"Apartment {n}, Victoria House",
            f"{house}, {street}",
            f"{n}\n{street}",
        )

    def vrm(self) -> str:
        letters = "ABCDEFGHJKLMNOPRSTUVWXYZ"
        three = "".join(self.random.choice(letters) for _ in range(3))
        a, b = (self.random.choice("ABCDEFGHJKLMNOPRSTUVWXY") for _ in "ab")
        year = self.pick("08", "12", "19", "23", "57", "65", "72")
        return self.pick(
            f"{a}{b}{year} {three}",
            f"{a}{b}{year}{three}",
            f"{a}{self.number(3)} {three}",
            f"{a}{b}{year}-{three}",
        )

    def swe(self) -> str:
        return self.pick("SW" + self.number(6), "SW" + self.number(5), "SW " + self.number(6))

    def gmc(self) -> str:
        return self.pick("7" + self.number(6), "6" + self.number(6))

    def nmc(self) -> str:
        return f"{self.number(2)}{self.pick('A', 'H', 'I')}{self.number(4)}{self.pick('E', 'S', 'W')}"

    def court(self) -> str:
        n, y = self.number, self.pick("12", "19", "21", "23")
        return self.pick(
            f"FD{y}P{n(5)}", f"ZC{y}C{n(5)}", f"LE{y}C{n(5)}", f"KH{y}P{n(5)}", f"ZE{y}F{n(5)}",
            f"HU {y} C {n(5)}", f"T20{y}{n(4)}", f"T20{y} {n(4)}", f"S20{y}{n(4)}",
        )  # fmt: skip

    def coords(self) -> str:
        a, b = self.number(4), self.number(5)
        return self.pick(
            f"53.{a}, -0.{b}", f"53.{b},-0.{a}", f"53.{a}N 0.{a}W", f"53.{b} -0.{b}", f"51.{a}, 0.{b}",
            f"TA 26{self.number(3)} 09{self.number(3)}", f"TA26{self.number(2)}09{self.number(2)}",
            f"SE {self.number(4)} {self.number(4)}", "53°33'58\"N 0°04'12\"W", "///filled.count.soap",
        )  # fmt: skip

    def handle(self) -> str:
        a = self.first().lower().replace("-", "")
        return self.pick(
            f"{a}_{self.number(2)}x",
            f"x{a}x{self.number(2)}",
            f"{a}.{self.surname().lower()[:5].strip(chr(39))}",
            f"its_{a}",
            f"{a}{self.number(4)}",
        )

    def sortcode(self) -> str:
        pairs = [self.number(2) for _ in "abc"]
        return self.pick("-", "-", " ", "").join(pairs)

    def account(self) -> str:
        return self.number(8)

    def bank(self) -> str:
        sort, account = "-".join(self.number(2) for _ in "abc"), self.account()
        return self.pick(
            f"{sort} {account}",
            f"{sort}, {account}",
            f"{sort} / {account}",
            f"sort code {sort} account number {account}",
        )

    def iban(self) -> str:
        n = self.number(14)
        return self.pick(f"GB29NWBK{n}", f"GB29 NWBK {n[:4]} {n[4:8]} {n[8:12]} {n[12:]}")

    def card(self) -> str:
        digits = "4000" + self.number(11)
        total = sum(sum(divmod(int(d) * (1 + (i % 2 == 0)), 10)) for i, d in enumerate(digits))
        digits += str(-total % 10)
        return self.pick(digits, " ".join(digits[i : i + 4] for i in (0, 4, 8, 12)))

    def titled(self) -> str:
        s = self.surname()
        title = self.pick("Mrs", "Mr", "Miss", "Ms", "Mrs.", "Mr.", "Dr", "PC", "Mx", "DC", "Prof", "Rev")
        return self.pick(
            f"{title} {s}",
            f"{title} {s}",
            f"{title} {self.first()} {s}",
            f"{title} {self.first()[0]} {s}",
            f"{title}\u00a0{s}",
        )

    def initials(self) -> str:
        a, b = self.pick(*"JKLMRTWZ"), self.pick(*"BDFGHKRW")
        return self.pick(f"{a}.{b}.", f"{a}{b}", f"{a}.{b}", f"{a}. {b}.", f"{a}.{b}.{self.pick(*'CDM')}.")

    def age(self) -> str:
        return str(self.random.randint(1, 18))

    def agewords(self) -> str:
        return self.random.choice(CARDINALS)


def _suffix(day: int) -> str:
    return "th" if 10 < day < 14 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


def _full_width(text: str) -> str:
    return "".join(chr(ord(c) + 0xFEE0) if c.isdigit() else c for c in text)


class CleanValues(Values):
    """What boards write that looks like personal data and is none."""

    def n(self) -> str:
        return str(self.random.randint(5, 99))

    def q(self) -> str:
        return str(self.random.randint(1, 4))

    def m(self) -> str:
        return str(self.random.randint(100, 999))

    def d(self) -> str:
        return str(self.random.randint(1, 9))

    def pct(self) -> str:
        return str(self.random.randint(10, 99))

    def date(self) -> str:
        d, m, y = self.day()
        return self.pick(
            f"{d} {MONTHS[m - 1]} {y}",
            f"{d:02}/{m:02}/{y}",
            f"{d}{_suffix(d)} {MONTHS[m - 1]} {y}",
            f"{y}-{m:02}-{d:02}",
        )

    def isodate(self) -> str:
        d, m, y = self.day()
        return f"{y}-{m:02}-{d:02}"

    def time(self) -> str:
        return self.pick("10:00", "2.30pm", "09:30", "14.00")

    def year(self) -> str:
        y = self.random.randint(2015, 2025)
        return self.pick(f"{y}-{y % 100 + 1}", f"{y}/{y % 100 + 1}")

    def year4(self) -> str:
        return str(self.random.randint(2005, 2026))

    def quarter(self) -> str:
        return f"{self.year()[:7].replace('/', '-')}-Q{self.pick('1', '2', '3', '4')}"

    def indicator(self) -> str:
        return self.pick("cin-rate", "ind-repeat-plans", "CP2", "N14", "lac-3-moves", "EH7")

    def agency(self) -> str:
        return self.pick(
            "Humberside Police",
            "Children's Social Care",
            "Health",
            "Education",
            "CAMHS",
            "the ICB",
            "Probation",
            "NSPCC",
        )

    def month(self) -> str:
        return self.random.choice(MONTHS)

    def room(self) -> str:
        return self.pick("Room 4, Town Hall", "the Civic Centre", "Committee Room 2", "Teams")

    def sec(self) -> str:
        return self.pick("11", "17", "47", "31", "175", "20")

    def actyear(self) -> str:
        return self.pick("1989", "2004")

    def urn(self) -> str:
        return "1" + self.number(5)

    def ukprn(self) -> str:
        return "100" + self.number(5)

    def isbn(self) -> str:
        n = self.number
        return self.pick(
            f"978-1-{n(4)}-{n(4)}-{n(1)}",
            f"978 0 {n(2)} {n(6)} {n(1)}",
            f"0-{n(2)}-{n(6)}-{n(1)}",
            f"9781{n(9)}",
        )

    def slug(self) -> str:
        return self.pick("neglect", "return-interviews", "thresholds", "voice-of-the-child", "mash-review")

    def hexes(self, size: int) -> str:
        return "".join(self.random.choice("0123456789abcdef") for _ in range(size))

    def sha(self) -> str:
        return self.hexes(40)

    def sha7(self) -> str:
        return self.hexes(7)

    def uuid(self) -> str:
        return "-".join(self.hexes(n) for n in (8, 4, 4, 4, 12))

    def money(self) -> str:
        return self.pick(
            f"£{self.number(2)},{self.number(3)}",
            f"£1,{self.number(3)},{self.number(3)}",
            f"£{self.n()}k",
            f"£{self.m()}.50",
        )

    def refnum(self) -> str:
        while True:
            digits = self.pick("1", "2", "5") + self.number(8)
            check = -sum(int(d) * w for d, w in zip(digits, range(10, 1, -1), strict=True)) % 11
            last = self.number(1)
            if last != str(check):
                return digits + last

    def role(self) -> str:
        local = self.pick(
            "info", "safeguarding", "mash", "lscp", "enquiries", "lado", "childrens.services",
            "business.unit", "training",
            "safeguardingchildren", "duty.team", "firstcontact", "mashteam", "lscp-business", "qa.team",
        )  # fmt: skip
        return (
            local
            + "@"
            + self.pick(
                "example.gov.uk", "example.nhs.uk", "example.police.uk", "example.org.uk", "example.sch.uk"
            )
        )


for _size in range(3, 8):
    for _name in (f"n{_size}", f"n{_size}c"):
        setattr(CleanValues, _name, lambda self, size=_size: self.number(size))
CleanValues.n3b = CleanValues.n3  # type: ignore[attr-defined]

_SLOT = re.compile(r"\{([a-z]+?\d?[bc]?)\}")


def filled(frame: str, values: Values) -> str:
    """A frame with every slot filled; {first2} is another value of the same sort."""

    def one(slot: re.Match[str]) -> str:
        name = slot[1] if hasattr(values, slot[1]) else slot[1].rstrip("2")
        make: Callable[[], str] = getattr(values, name)
        return make()

    return _SLOT.sub(one, frame).replace("\\n", "\n")


def sections(path: Path) -> dict[str, list[str]]:
    """The frames of a file by kind; a file without headings is one section."""
    found: dict[str, list[str]] = {}
    kind = "clean"
    for line in path.read_text(encoding="utf-8").splitlines():
        if heading := re.fullmatch(r"\[([a-z-]+)\]", line):
            kind = heading[1]
        elif line and not line.startswith("# "):
            found.setdefault(kind, []).append(line)
    return found


def written(name: str, frames: str, values: Values, at_least: int) -> None:
    """One file of the corpus: a kind and a line in each row, a line break written as \\n."""
    rows = []
    for kind, lines in sections(HERE / "frames" / frames).items():
        seen: set[str] = set()
        for turn in range(at_least * 20):
            if turn >= len(lines) and len(seen) >= at_least:
                break
            text = filled(lines[turn % len(lines)], values)
            if text not in seen:
                seen.add(text)
                rows.append(kind + "\t" + text.replace("\n", "\\n"))
    (HERE / name).write_text("\n".join(["kind\ttext", *rows]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    written("personal.tsv", "personal.txt", Values(11, FIRST, SURNAME), AT_LEAST)
    written("personal-blind.tsv", "personal-blind.txt", Values(23, FIRST_BLIND, SURNAME_BLIND), 60)
    written("clean.tsv", "clean.txt", CleanValues(5, FIRST, SURNAME), 1400)
    written("clean-blind.tsv", "clean-blind.txt", CleanValues(7, FIRST, SURNAME), 600)
