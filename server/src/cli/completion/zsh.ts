import type { Command } from '../command';
import { type OptionWords, optionsOf, quoted } from './words';

export function zshCompletion(commands: readonly Command[]): string {
  const list = commands.map(({ name, summary }) => `    ${quoted(`${name}:${summary}`)}`);
  const cases = commands.map((command) => {
    const choices = command.operands.choices;
    const operands = choices ? `*:value:(${choices.join(' ')})` : '*:file:_files';
    const specs = [...optionsOf(command).flatMap(specsOf), operands];
    return `    ${command.name})\n      _arguments -s ${specs.map(quoted).join(' ')} ;;`;
  });
  return `#compdef twir
# Completions of twir for zsh.
_twir() {
  local -a commands
  commands=(
${list.join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT -= 1 ))
  case $command in
${cases.join('\n')}
  esac
}
if [[ $funcstack[1] == _twir ]]; then _twir "$@"; else compdef _twir twir; fi
`;
}

function specsOf({ name, short, help, takesValue, choices }: OptionWords): string[] {
  const value = choices.length > 0 ? `:value:(${choices.join(' ')})` : takesValue ? ':value:_files' : '';
  const about = `[${help.replace(/[[\]:]/g, '\\$&')}]${value}`;
  return [name, ...(short ? [short] : [])].map((word) => `${word}${about}`);
}
