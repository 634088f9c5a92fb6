"""Stretches of a sentence that hold figures and are no amounts: dates, ages, times, references, money."""

from __future__ import annotations

import re

_MONTH = (
    "january|february|march|april|may|june|july|august|september|october|november|december|"
    "jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec"
)
_SMALL = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty(?:-five)?|"
    "[0-9]+"
)
_NONE = re.compile(
    rf"""
      [0-9]{{1,2}}(?:st|nd|rd|th)?\s(?:of\s)?(?:{_MONTH})\b(?:,?\s(?:19|20)[0-9]{{2}})?
    | \b(?:{_MONTH})\s[0-9]{{1,2}}(?:st|nd|rd|th)?\b(?:,?\s(?:19|20)[0-9]{{2}})?
    | \b(?:19|20)[0-9]{{2}}(?:\s?[-/]\s?(?:[0-9]{{4}}|[0-9]{{2}}))?(?:\s?-?q[1-4])?\b(?!\s?%|\.[0-9]|,[0-9])
    | \bq[1-4]\b(?:\s?(?:of\s)?(?:19|20)?[0-9]{{2}}(?:\s?[-/]\s?[0-9]{{2,4}})?)?
    | \b(?:first|second|third|fourth|final)\squarters?\b
    | \bquarters?\s(?:[1-4]|one|two|three|four)\b
    | \b[0-9]{{1,2}}[./][0-9]{{1,2}}[./][0-9]{{2,4}}\b | \b[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}\b
    | (?:£|\$|€)\s?[0-9][0-9,.]*(?:\s?(?:k|m|bn|million|thousand))?
    | \b(?:section|sections|s|s\.|paragraph|para|page|pages|p|chapter|annex|appendix|figure|table|part
        |item|minute|
        recommendation|priority|objective|level|tier|stage|step|standard|form|room|unit|version|phase
            |grade|band|
        regulation|article|schedule|review|case|audit|question|ward|year|years|week|day|key\sstage|ni
            |sheet|room
      )\s?(?:number\s|no\.?\s)?(?:[0-9]+(?:\.[0-9]+)*|[a-z])\b(?!\s?%)
    | \b(?:aged?|ages|under|over)\s(?:of\s)?(?:{_SMALL})(?:\s(?:to|and|-|or)\s(?:{_SMALL}))?s?\b
      (?=\s?(?:years?|months?)?\b(?:\sold)?\s?(?:$|[,.;)]|and|or|who|were|are))
    | \b[0-9]{{1,2}}\s?(?:to|and|-|or)\s?[0-9]{{1,2}}[- ](?:year|month)s?[- ]olds?\b
    | \b(?:{_SMALL})[- ](?:year|month|week|day)s?[- ]olds?\b | \bunder[- ][0-9]{{1,2}}s\b | \b[0-9]{{1,2}}\+
    | \b(?:{_SMALL})(?:\s(?:to|or|and|-)\s(?:{_SMALL}))?[\s-](?:full\s|working\s|calendar\s|school\s
        |more\s|further\s|
        consecutive\s|successive\s)*
      (?:days?|weeks?|months?|years?|hours?|minutes?|(?<!three\s)quarters?|quarters?(?!\sof\s)|terms?|nights?|weekends?
          |afternoons?|mornings?)\b
          | \b(?:{_SMALL})\so'clock\b | \b[0-9]{{1,2}}(?:[:.][0-9]{{2}})?\s?(?:am|pm)\b
    | \b(?:{_SMALL})\stimes\b(?!\s(?:as|higher|the))
    | \[[^\]]*\] | \b[a-z]+(?:-[a-z0-9]+)*-[0-9][a-z0-9-]*\b(?<!-in-[0-9])
    | \b[a-z]{{1,3}}[0-9]+\b | \bno\.?\s?[0-9]+\b | \#[0-9]+
    | \bworking\stogether(?:\sto\ssafeguard\schildren)?\s[0-9]{{4}}
    | \b(?:one|two)\s(?:another|or\stwo)\b | \bno\sone\b | \b(?:at|for|as|from|in)\sone\b
        | \bone\sof\s(?:the|these|those|our|its)\b(?:\s(?:{_SMALL})\b)?
    | \b(?:the|this|that|last|each|every|any|which|only|first|next|another|missing|other|previous)\sone\b
    | \bone\s(?:is|was|has|that|who)\b | \b24[/x]7\b | \b95%\s(?:confidence|interval)
    """,
    re.VERBOSE,
)


def passed_over(sentence: str) -> list[tuple[int, int]]:
    """The stretches of a sentence in small letters that no amount is read from."""
    return [match.span() for match in _NONE.finditer(sentence)]
