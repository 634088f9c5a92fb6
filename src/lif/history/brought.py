"""What commits, the index and names bring into a repository: for those who look through all of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from lif.history.contents import contents
from lif.history.revisions import NotHere, commit_called, why_not
from lif.history.running import git, told
from lif.history.standing import state

SECONDS = 900.0
"""How long listing a whole history may take."""
_ORDINARY = ("100644", "100755", "120000")
"""Files and links (whose content is the path they lead to); repositories inside are left where they are."""
_NOTHING = re.compile(r"0{40}|0{64}")
_COMMIT = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Brought:
    """A content with the path it came under, from the top of the repository, and the commit it came with."""

    blob: str
    path: str
    commit: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """What somebody wrote that is no file: of which sort, of which commit, branch or tag, and the text."""

    sort: str
    of: str
    text: str


def top(root: Path) -> Path:
    """The top folder of the repository that holds `root`. Raises NotHere with the reason."""
    found = told(root, SECONDS, "rev-parse", "--show-toplevel")
    if not found:
        raise NotHere(why_not(root, "what git keeps"))
    return Path(found.removesuffix("\n"))


def tracked(root: Path) -> tuple[str, ...]:
    """Every ordinary file that git tracks, by its path from the top of the repository."""
    listed = _listed(top(root), "ls-files", "-z", "--stage")
    entries = (entry.partition("\t") for entry in listed)
    return tuple(dict.fromkeys(path for what, _, path in entries if what.split()[0] in _ORDINARY))


def staged(root: Path) -> tuple[Brought, ...]:
    """What the next commit would add or change, as the index has it."""
    here = top(root)
    if told(here, SECONDS, "rev-parse", "--verify", "--quiet", "HEAD^{commit}") is None:
        listed = (entry.partition("\t") for entry in _listed(here, "ls-files", "-z", "--stage"))
        parts = ((what.split(), path) for what, _, path in listed)
        return tuple(Brought(what[1], path) for what, path in parts if what[0] in _ORDINARY)
    return tuple(
        _changed(
            _listed(here, "diff-index", "--cached", "--raw", "-z", "--no-renames", "--no-abbrev", "HEAD")
        )
    )


def commits_between(root: Path, words: str) -> tuple[str, ...]:
    """The commits of a range such as `main..HEAD`, the oldest first. Raises NotHere with the reason."""
    start, dots, end = words.partition("..")
    if not dots or end.startswith("."):
        raise NotHere("that is no range of commits: write two with two dots between them, as in main..HEAD")
    last = commit_called(root, end or "HEAD").id
    since = () if _NOTHING.fullmatch(start) else (f"^{commit_called(root, start or 'HEAD').id}",)
    found = _commits(root, last, *since)
    if set(found) & _cut_off(root):
        raise NotHere(why_not(root, f"every commit of {words}"))
    return found


def every_commit(root: Path) -> tuple[str, ...]:
    """All commits that a branch, a tag or anything else that has a name leads to, the oldest first.

    Raises NotHere in a shallow clone, which would pass for clean.
    """
    here = state(root)
    if here.shallow is not False:
        raise NotHere(why_not(root, "the whole history"))
    return _commits(root, "--all", *(["HEAD"] if here.commit else []))


def brought_by(root: Path, commits: tuple[str, ...]) -> Iterator[Brought]:
    """Each content that one of these commits adds or changes, once for each path that it had."""
    asked = "".join(f"{commit}\n" for commit in commits).encode()
    words = ("diff-tree", "--stdin", "-r", "-m", "--root", "--raw", "-z", "--no-renames", "--no-abbrev")
    answer = git(root, SECONDS, *words, given=asked)
    if answer is None:
        raise NotHere(why_not(root, "what the commits brought"))
    known: set[tuple[str, str]] = set()
    for each in _changed(answer.decode("utf-8", "surrogateescape").split("\0")):
        if (each.blob, each.path) not in known:
            known.add((each.blob, each.path))
            yield each


def messages(root: Path, commits: tuple[str, ...]) -> Iterator[Words]:
    """What was written about each of these commits."""
    for content in contents(root, commits):
        yield Words("commit message", content.name, _message(content.raw))


def names(root: Path, commits: tuple[str, ...] | None = None) -> Iterator[Words]:
    """The names of branches and tags, with what was written about a tag; of these commits alone, if any."""
    form = "--format=%(refname)%00%(objecttype)%00%(objectname)%00%(*objectname)"
    wanted = None if commits is None else set(commits)
    lines = (told(root, SECONDS, "for-each-ref", form) or "").splitlines()
    tags: list[str] = []
    for name, sort, object_, peeled in (line.split("\0") for line in lines):
        if wanted is not None and not {object_, peeled} & wanted:
            continue
        kind = "tag" if name.startswith("refs/tags/") else "branch"
        yield Words(f"{kind} name", "", re.sub(r"refs/(heads|tags|remotes)/", "", name, count=1))
        if sort == "tag":
            tags.append(object_)
    for content in contents(root, tags):
        yield Words("message of a tag", content.name, _message(content.raw))


def branch(root: Path) -> Iterator[Words]:
    """The name of the branch that the next commit goes to, where there is one."""
    name = (told(root, SECONDS, "symbolic-ref", "--quiet", "--short", "HEAD") or "").strip("\n")
    if name:
        yield Words("branch name", "", name)


def _message(raw: bytes | None) -> str:
    """What stands after the first empty line, which ends what git itself wrote."""
    return (raw or b"").partition(b"\n\n")[2].decode("utf-8", "replace")


def _commits(root: Path, *start: str) -> tuple[str, ...]:
    answer = told(root, SECONDS, "rev-list", "--reverse", "--topo-order", *start, "--")
    if answer is None:
        raise NotHere(why_not(root, "the history"))
    return tuple(answer.split())


def _cut_off(root: Path) -> set[str]:
    """The commits at which a shallow clone was cut: their parents are not here."""
    place = (told(root, SECONDS, "rev-parse", "--git-path", "shallow") or "").strip("\n")
    try:
        return set((root / place).read_text(encoding="ascii").split()) if place else set()
    except (OSError, ValueError):
        return set()


def _listed(here: Path, *words: str) -> list[str]:
    answer = git(here, SECONDS, *words)
    if answer is None:
        raise NotHere(why_not(here, "what git keeps"))
    return [entry for entry in answer.decode("utf-8", "surrogateescape").split("\0") if entry]


def _changed(entries: list[str]) -> Iterator[Brought]:
    """What git's raw form of a difference brings: `:mode mode old new how`, the path, names of commits."""
    commit, what = "", ""
    for entry in entries:
        if what:
            _, mode, _, blob, how = what.removeprefix(":").split()
            if mode in _ORDINARY and how[0] != "D":
                yield Brought(blob, entry, commit)
            what = ""
        elif entry.startswith(":"):
            what = entry
        elif _COMMIT.fullmatch(entry):
            commit = entry
