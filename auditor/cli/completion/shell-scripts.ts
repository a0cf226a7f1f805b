export const SHELLS = ['bash', 'zsh', 'fish'] as const;

export type Shell = (typeof SHELLS)[number];

/**
 * What each shell runs: it hands the words before the cursor to `tickscope __complete` and offers the lines that come back, `value⇥meaning`.
 *
 * Values are quoted by the shell before they are inserted: a workflow id may hold anything. Without a line, files are offered.
 */
export const SHELL_SCRIPTS: Readonly<Record<Shell, string>> = {
  bash: `# Completion of tickscope for bash: source <(tickscope completion bash)
_tickscope() {
  local line value quoted cur prefix quote=
  local -a words=()
  # Not COMP_WORDS: bash splits words at colons and equals signs, and workflow ids hold them.
  IFS=$' \\t' read -a words <<< "\${COMP_LINE:0:COMP_POINT}"
  case "\${COMP_LINE:0:COMP_POINT}" in *[$' \\t']) words+=('') ;; esac
  cur=\${words[\${#words[@]}-1]}
  prefix=\${cur%"\${cur##*[:=]}"}
  # Inside quotes bash splits nowhere, and what would need a backslash cannot be inserted.
  case "$cur" in [\\"\\']*)
    quote=\${cur:0:1} prefix=
    words[\${#words[@]}-1]=\${cur:1} ;;
  esac
  COMPREPLY=()
  while IFS= read -r line; do
    value=\${line%%$'\\t'*}
    printf -v quoted '%q' "\${value#"$prefix"}"
    [[ -n $quote && $quoted != "$value" ]] && continue
    COMPREPLY+=("$quoted")
  done < <("$1" __complete -- "\${words[@]:1}" 2>/dev/null)
}
complete -o default -F _tickscope tickscope
`,
  zsh: `#compdef tickscope
# Completion of tickscope for zsh, after compinit: source <(tickscope completion zsh)
_tickscope() {
  local line
  local -a values shown
  for line in "\${(@f)$("\${(Q)words[1]}" __complete -- "\${(@Q)words[2,CURRENT-1]}" "\${(Q)PREFIX}" 2>/dev/null)}"; do
    [[ -n $line ]] || continue
    values+=("\${line%%$'\\t'*}")
    shown+=("\${line/$'\\t'/  -- }")
  done
  if (( \${#values} )); then
    compadd -l -d shown -a values
  else
    [[ $PREFIX == --*=* ]] && compset -P '*='
    _files
  fi
}
if [[ $funcstack[1] == _tickscope ]]; then _tickscope "$@"; else compdef _tickscope tickscope; fi
`,
  fish: `# Completion of tickscope for fish: tickscope completion fish > ~/.config/fish/completions/tickscope.fish
function __tickscope_complete
    set -l current (commandline -ct | string replace -r '^["\\']' '' | string unescape)
    set -l words (commandline -opc)
    set -l found ($words[1] __complete -- $words[2..-1] "$current[1]" 2>/dev/null)
    if test (count $found) -gt 0
        printf '%s\\n' $found
    else
        __fish_complete_path "$current[1]"
    end
end
complete -c tickscope -f -a '(__tickscope_complete)'
`,
};
