"""The styles of a document by their names, those that it lacks added, all in the language of the paper."""

from __future__ import annotations

from copy import deepcopy

from docx.document import Document
from docx.oxml.ns import qn

from lif.reports.printed.word.blank import Theme
from lif.reports.printed.word.blank import styles as packaged
from lif.reports.printed.word.elements import Element, child, get, parsed, w


class Styles:
    """Names of styles, as a person sees them in Word, to the ids by which paragraphs name them."""

    def __init__(self, document: Document, theme: Theme = ()) -> None:
        self.root: Element = document.styles.element
        self.added: dict[str, Element] = {}
        """Styles that the document did not have and was given, by the ids that they have in ours."""
        self._by_name = {_key(each): each for each in self.root.findall(qn("w:style"))}
        self._add_missing(theme)

    def id(self, name: str) -> str:
        """The id of the style of that name; raises KeyError for one that no paper uses."""
        return get(self.style(name), "styleId") or ""

    def style(self, name: str) -> Element:
        """The style of that name; raises KeyError for one that no paper uses."""
        return self._by_name[name.lower()]

    def speak(self, language: str) -> None:
        """Sets the language of every word, so that Word spells and reads it rightly."""
        defaults = child(self.root, "docDefaults")
        if defaults is None:
            defaults = w("docDefaults")
            self.root.insert(0, defaults)
        look = _within(_within(defaults, "rPrDefault", 0), "rPr", 0)
        if child(look, "lang") is None:
            _within(look, "lang")
        for each in self.root.iter(qn("w:lang")):
            each.set(qn("w:val"), language)

    def _add_missing(self, theme: Theme) -> None:
        ours = parsed(packaged(theme)).findall(qn("w:style"))
        missing = [each for each in ours if _key(each) not in self._by_name]
        names = {get(each, "styleId"): _key(each) for each in ours}
        taken = {get(each, "styleId") for each in self._by_name.values()}
        for each in missing:
            made = deepcopy(each)
            own = get(made, "styleId") or ""
            if own in taken:
                made.set(qn("w:styleId"), f"Paper{own}")
            made.attrib.pop(qn("w:default"), None)
            self._by_name[_key(each)] = made
            self.root.append(made)
            self.added[own] = made
        for made in self.added.values():
            for link in ("basedOn", "next"):
                if (found := child(made, link)) is not None:
                    found.set(qn("w:val"), self.id(names[get(found, "val")]))


def _key(style: Element) -> str:
    name = child(style, "name")
    return (get(name, "val") or "").lower() if name is not None else ""


def _within(element: Element, name: str, at: int | None = None) -> Element:
    """The child of that name, made where there is none: at a place, or last."""
    found = child(element, name)
    if found is None:
        found = w(name)
        element.insert(len(element) if at is None else at, found)
    return found
