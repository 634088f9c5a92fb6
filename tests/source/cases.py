"""Which room answers for which file of tests/data/badinput, and what `source` says of its own."""

from __future__ import annotations

import csv
from pathlib import Path

BADINPUT = Path(__file__).resolve().parent.parent / "data" / "badinput"

VERDICTS: dict[str, str] = {
    row["file"]: row["verdict"]
    for row in csv.DictReader((BADINPUT / "EXPECTED.tsv").open(encoding="utf-8"), delimiter="\t")
}
"""File name → reject, accept, warn, render or any."""

SCHEMA_CASES: dict[str, str] = {
    "date-compact.yaml": "the form of a date",
    "date-hour25.yaml": "the form of a date",
    "date-month13.yaml": "a date that does not exist",
    "date-short.yaml": "the form of a date",
    "date-uk.yaml": "the form of a date",
    "date-year-10000.yaml": "the form of a date",
    "date-year-only.yaml": "the form of a date",
    "id-02.yaml": "the form of an id",
    "id-04.yaml": "the form of an id",
    "id-11.yaml": "the form of an id",
    "id-14.yaml": "the form of an id",
    "id-20.yaml": "the form of an id",
    "id-21.yaml": "the form of an id",
    "id-22.yaml": "the form of an id",
    "id-23.yaml": "the form of an id",
    "id-25.yaml": "an id that would be a page of the site",
    "id-mismatch-with-filename.yaml": "id and file name differ",
    "id-number.yaml": "an id without a letter",
    "key-typo.yaml": "an unknown field, with the nearest name",
    "redos-config-pattern.yaml": "an unknown field: records hold no patterns",
    "size-many-errors.yaml": "2,000 wrong items, told without quadratic time",
    "slip-list-as-scalar.yaml": "one text where a list is due",
    "slip-list-of-null.yaml": "an empty item of a list",
    "slip-no-space-dash.yaml": "one text where a list is due",
    "type-decimal-bomb.yaml": "the form of a number",
    "type-float-overflow.yaml": "the form of a number",
    "type-int-5000-digits.yaml": "the form of a number",
    "type-int-beyond-64bit.yaml": "a count out of range",
    "type-nan.yaml": "the form of a number",
    "type-null-forms.yaml": "a required field without a value",
    "type-thousands.yaml": "the form of a number",
    "uni-cyrillic-id.yaml": "the form of an id: ASCII only",
    "uni-endash-date.yaml": "the form of a date",
    "uni-fullwidth-digits.yaml": "digits other than 0 to 9",
}
"""Files that `source` hands over as text, and that the schema has to refuse."""

PRIVACY_CASES = frozenset({"pd-base64.yaml", "pd-dob.yaml", "pd-nhs-number.yaml", "pd-postcode.yaml"})
"""Files that `source` hands over as text, and that the search for personal data has to find."""

KEPT_AS_TEXT = frozenset({"type-version.yaml", "type-float-precision.yaml"})
"""Warned of by tools that turn text into numbers; here the text is kept, so there is nothing to warn of."""

FOLDED_CASES = {"slip-swallowed-line.yaml": ("title",), "slip-no-space-dash.yaml": ("tags",)}
"""Files in which a value swallows the next line: `Document.folded` says which, the schema judges."""

REFUSED: dict[str, str] = {
    "anchor-undefined.yaml": "R305 2:8",
    "bin-random.yaml": "R203 1:1",
    "bomb-alias-9x9.yaml": "R306 2:5",
    "bomb-alias-map.yaml": "R306 2:5",
    "bomb-quadratic.yaml": "R306 2:4",
    "ctl-bell.yaml": "R207 2:9",
    "ctl-esc-raw.yaml": "R207 2:8",
    "ctl-escaped-beyond-unicode.yaml": "R325 2:9",
    "ctl-escaped-huge.yaml": "R325 2:9",
    "ctl-escaped-nul.yaml": "R215 2:10",
    "ctl-nul.yaml": "R206 2:9",
    "deep-block-seq-2000.yaml": "R315 2:33",
    "deep-flow-unclosed-100000.yaml": "R315 2:19",
    "dir-yaml-20.yaml": "R304 1:1",
    "doc-dashes-in-block.yaml": "R303 4:1",
    "dup-case.yaml": "R310 3:1",
    "dup-in-list.yaml": "R309 5:5",
    "dup-merge-override.yaml": "R306 1:7",
    "dup-top.yaml": "R309 4:1",
    "empty-comment-only.yaml": "R301 1:1",
    "enc-bom-midfile.yaml": "R209 3:1",
    "enc-cp1252-quotes.yaml": "R201 2:8",
    "enc-truncated-utf8.yaml": "R201 2:11",
    "enc-utf16le-bom.yaml": "R202 1:1",
    "enc-utf16le-nobom.yaml": "R202 1:1",
    "git-conflict-in-block.yaml": "R213 5:1",
    "git-conflict.yaml": "R213 3:1",
    "id-17.yaml": "R215 1:9",
    "inj-csv-plus-minus-at.yaml": "R215 6:5",
    "inj-terminal-osc8.yaml": "R215 2:9",
    "key-bool.yaml": "R313 3:1",
    "key-empty-string.yaml": "R312 2:1",
    "key-float.yaml": "R313 3:3",
    "key-int.yaml": "R313 2:1",
    "key-list.yaml": "R311 2:3",
    "merge-literal-key.yaml": "R308 2:1",
    "merge-not-a-map.yaml": "R308 2:1",
    "redos-dots.yaml": "R216 2:1",
    "redos-html.yaml": "R216 2:1",
    "redos-postcode.yaml": "R216 2:1",
    "size-backslashes.yaml": "R216 2:1",
    "size-quotes.yaml": "R216 2:1",
    "slip-apostrophe.yaml": "R324 2:18",
    "slip-at-sign.yaml": "R322 2:8",
    "slip-block-bad-indicator.yaml": "R326 2:8",
    "slip-block-tab.yaml": "R212 3:1",
    "slip-colon-in-text.yaml": "R321 2:14",
    "slip-percent-start.yaml": "R322 2:8",
    "tag-binary-bad.yaml": "R307 2:8",
    "tag-binary.yaml": "R307 2:8",
    "tag-bool-bad.yaml": "R307 2:8",
    "tag-env.yaml": "R307 2:8",
    "tag-include.yaml": "R307 2:8",
    "tag-python-new.yaml": "R307 2:8",
    "tag-str-number.yaml": "R307 2:8",
    "tag-verbatim.yaml": "R307 2:8",
    "top-html.yaml": "R205 1:1",
    "top-json-tabs.yaml": "R212 2:1",
    "top-lfs-pointer.yaml": "R204 1:1",
    "top-scalar.yaml": "R302 1:1",
    "type-hex-huge.yaml": "R216 2:1",
    "uni-bidi-override-value.yaml": "R208 2:15",
    "uni-fullwidth-colon.yaml": "R329 2:6",
    "uni-nbsp-after-colon.yaml": "R211 2:7",
    "uni-nbsp-indent.yaml": "R211 3:1",
    "uni-tag-chars.yaml": "R210 2:14",
    "ws-cr-only.yaml": "R214 1:12",
    "ws-only.yaml": "R301 1:1",
    "ws-tab-blank-line.yaml": "R212 2:1",
}
"""Files that `source` refuses: the first diagnostic's code and place."""

WARNED: dict[str, str] = {
    "enc-double-encoded.yaml": "R251 2:16",
    "uni-bidi-mark.yaml": "R252 2:14",
    "uni-variation-selectors.yaml": "R253 2:14",
    "uni-zalgo.yaml": "R254 2:9",
}
"""Files that `source` reads with a warning."""
