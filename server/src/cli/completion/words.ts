import type { Command, Option } from '../command';
import { COMMON_OPTIONS, takesValue } from '../parse';

/** An option as completions need it. */
export interface OptionWords {
  /** With its dashes. */
  readonly name: string;
  readonly short: string | undefined;
  /** The first line of its help. */
  readonly help: string;
  readonly takesValue: boolean;
  readonly choices: readonly string[];
}

export function optionsOf(command: Command): OptionWords[] {
  return Object.entries<Option>({ ...command.options, ...COMMON_OPTIONS }).map(([name, option]) => ({
    name: `--${name}`,
    short: option.short && `-${option.short}`,
    help: option.help.split('\n')[0]!,
    takesValue: takesValue(option),
    choices: option.choices ?? [],
  }));
}

/** A text in single quotes, as the shells of Unix read it. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
