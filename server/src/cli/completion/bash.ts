import type { Command } from '../command';
import { optionsOf } from './words';

export function bashCompletion(commands: readonly Command[]): string {
  const reply = (words: readonly string[]) => `COMPREPLY=($(compgen -W '${words.join(' ')}' -- "$current"))`;
  const values = commands.flatMap((command) =>
    optionsOf(command)
      .filter(({ choices }) => choices.length > 0)
      .map(({ name, choices }) => `    '${command.name} ${name}') ${reply(choices)}; return ;;`),
  );
  const options = commands.map(
    (command) => `      ${command.name}) ${reply(optionsOf(command).map(({ name }) => name))} ;;`,
  );
  const operands = commands
    .filter(({ operands }) => operands.choices)
    .map(({ name, operands }) => `      ${name}) ${reply(operands.choices!)} ;;`);
  return `# Completions of twir for bash.
_twir() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD-1]} command='' word
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case $word in -*) ;; *) command=$word; break ;; esac
  done
  COMPREPLY=()
  case "$command $previous" in
${values.join('\n')}
  esac
  if [[ -z $command ]]; then
    ${reply([...commands.map(({ name }) => name), '--help', '--version'])}
  elif [[ $current == -* ]]; then
    case $command in
${options.join('\n')}
    esac
  else
    case $command in
${operands.join('\n')}
      *) COMPREPLY=($(compgen -f -- "$current")) ;;
    esac
  fi
}
complete -o filenames -F _twir twir
`;
}
