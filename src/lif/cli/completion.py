"""`lif completion`: what a shell needs to complete commands, options, ids and fields at the Tab key."""

from __future__ import annotations

from typing import Annotated

from lif.cli.exits import CLEAN
from lif.cli.options import Argument

Shell = Annotated[str, Argument("SHELL", "bash, zsh, fish or powershell.")]

SCRIPTS = {
    "bash": """\
_lif() {
  local IFS=$'\\n'
  COMPREPLY=($(lif --complete "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null))
  [[ ${COMPREPLY[0]} == *= ]] && compopt -o nospace 2>/dev/null
}
complete -o default -F _lif lif
""",
    "zsh": """\
#compdef lif
_lif() {
  local -a found
  found=("${(@f)$(lif --complete "${(@)words[2,CURRENT]}" 2>/dev/null)}")
  if (( ${#found} )) && [[ -n "${found[1]}" ]]; then compadd -- "${found[@]}"; else _files; fi
}
compdef _lif lif
""",
    "fish": """\
function __lif_complete
    set -l words (commandline -opc) (commandline -ct)
    lif --complete $words[2..-1] 2>/dev/null
end
complete -c lif -a '(__lif_complete)'
""",
    "powershell": """\
Register-ArgumentCompleter -Native -CommandName lif -ScriptBlock {
  param($word, $line, $position)
  $words = @($line.CommandElements | Select-Object -Skip 1 | ForEach-Object { "$_" })
  if ($word -eq '') { $words += '""' }
  & lif --complete @words 2>$null | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
  }
}
""",
}
"""For each shell what it reads; the shell asks `lif --complete WORD…`, the last word being the one begun."""


def completion(shell: Shell) -> int:
    """Print what a shell needs to complete commands, options, ids and fields at the Tab key.

    \b
    Examples:
      lif completion bash
      lif completion powershell
    """
    from lif.cli.opening import one_of
    from lif.cli.streams import put

    put(SCRIPTS[one_of("SHELL", shell, tuple(SCRIPTS))])
    return CLEAN
