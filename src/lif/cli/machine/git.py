"""Git: whether it is there and knows who commits, whether all of history is here, and how lines end."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lif.cli.machine.rows import Asked, Row, counted, quoted
from lif.history import set_up, state
from lif.history.brought import top
from lif.history.revisions import NotHere
from lif.starting.hooks import WELL, Hook, Standing, hooks

PART = "Git"
OLDEST = (2, 24)
"""The first that knows all the words that lif says to it."""
_TEXTS = (".yaml", ".csv", ".j2", ".md")
_FIRST_COMMIT = ("git add .", 'git commit -m "The framework as it stands"')
_GET = {
    "windows": "winget install --id Git.Git -e --scope user",
    "macos": "xcode-select --install",
    "linux": "sudo apt install git",
}


def rows(asked: Asked) -> Iterator[Row]:
    """Git itself, who commits, and the repository of the folder."""
    version = set_up.version()
    yield _git(version, asked)
    if version is None:
        return
    settings = set_up.settings(asked.here)
    yield _identity(settings.get("user.name", ""), settings.get("user.email", ""))
    if asked.root is None:
        return
    try:
        top(asked.root)
    except NotHere:
        yield _no_repository(asked.root)
        return
    yield Row(PART, "repository", "The folder is in a repository", "yes")
    yield _history(asked.root)
    yield _hooks(hooks(asked.root))
    yield _line_ends(asked, settings.get("core.autocrlf", "").lower())


def _git(version: tuple[int, ...] | None, asked: Asked) -> Row:
    if version is None:
        said = "not there: no history, no commit in a paper, no look for personal data before a commit"
        return Row(PART, "git", "git", said, "mend", (_GET[asked.system],))
    said = ".".join(map(str, version)) or "a version that it does not tell"
    if version[:2] < OLDEST:
        said += f", and lif needs {'.'.join(map(str, OLDEST))} or later"
        return Row(PART, "git", "git", said, "mend", (_GET[asked.system],))
    return Row(PART, "git", "git", said)


def _identity(name: str, email: str) -> Row:
    about = "Who commits"
    how = [] if name else ['git config --global user.name "Your Name"']
    how += [] if email else ['git config --global user.email "you@example.org"']
    if not how:
        return Row(PART, "identity", about, "name and address are set")
    lacking = " and ".join(word for word, had in (("user.name", name), ("user.email", email)) if not had)
    return Row(PART, "identity", about, f"{lacking} not set: no commit can be made", "mend", tuple(how))


def _no_repository(root: Path) -> Row:
    about = "The folder is in a repository"
    above = next((one for one in (root.resolve(), *root.resolve().parents) if (one / ".git").exists()), None)
    if above is not None:
        said = f"git does not read the one at {above}; most often since it belongs to somebody else"
        trusted = f"git config --global --add safe.directory {quoted(above.as_posix())}"
        return Row(PART, "repository", about, said, "mend", (trusted,))
    said = "no, what changed, and when, cannot be told"
    return Row(PART, "repository", about, said, "mend", ("git init -b main", *_FIRST_COMMIT))


def _history(root: Path) -> Row:
    about = "All of history is here"
    here = state(root)
    if here.shallow:
        said = "no, the clone is shallow: earlier due dates, and personal data long ago, are not seen"
        return Row(PART, "history", about, said, "mend", ("git fetch --unshallow",))
    if here.commit is None:
        return Row(PART, "history", about, "nothing is committed yet", "mend", _FIRST_COMMIT)
    return Row(PART, "history", about, "yes")


def _hooks(found: tuple[Hook, ...]) -> Row:
    about = "Personal data is looked for before each commit"
    bad = [hook for hook in found if hook.standing not in WELL]
    if not bad:
        return Row(
            PART, "hooks", about, f"yes, {'; '.join(f'{one.name} is {one.standing.value}' for one in found)}"
        )
    said = "; ".join(f"{one.name} is {one.standing.value}" for one in bad)
    strange = [one for one in bad if one.standing is Standing.STRANGE]
    how = [] if len(strange) == len(bad) else ["lif privacy hooks"]
    for one in strange:
        words = "--staged" if one.name == "pre-commit" else '--message "$1"'
        how.append(f"add to {one.path}: lif privacy scan {words} || exit 1")
    return Row(PART, "hooks", about, f"no, {said}", "mend", tuple(how))


def _line_ends(asked: Asked, autocrlf: str) -> Row:
    """Records must be the same bytes everywhere: what a paper was made from is told by its hash."""
    assert asked.root is not None
    about = "Lines end the same on every machine"
    tracked = set_up.line_ends(asked.root, ["."])
    lines = [one for one in tracked if one.path.endswith(_TEXTS) and "-text" not in one.attribute]
    kept = [one for one in lines if "crlf" in one.kept or "mixed" in one.kept]
    if kept:
        said = f"no, {counted(len(kept), 'file')} committed with the line ends of Windows, as {kept[0].path}"
        how = ("git add --renormalize .", 'git commit -m "The same line ends everywhere"')
        return Row(PART, "line-ends", about, said, "mend", how)
    open_ = [one for one in lines if "eol=lf" not in one.attribute]
    if not open_:
        return Row(PART, "line-ends", about, "yes, .gitattributes sees to it")
    risky = asked.system == "windows" or autocrlf == "true"
    said = f".gitattributes does not see to it for {counted(len(open_), 'file')}, as {open_[0].path}"
    said += f" (core.autocrlf is {autocrlf})" if autocrlf else ""
    how = ("write into .gitattributes: * text=auto eol=lf", "git add --renormalize .")
    return Row(PART, "line-ends", about, said, "mend" if risky else "for information", how)
