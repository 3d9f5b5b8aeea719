import type { Command, Option } from './command';
import { COMMON_OPTIONS, takesValue, valueName } from './parse';

/** The help of a command: usage, what it does, options, examples. */
export function commandHelp(command: Command): string {
  const options = Object.entries<Option>({ ...command.options, ...COMMON_OPTIONS });
  const names = options.map(([name, option]) => optionUsage(name, option));
  const wide = Math.min(30, Math.max(...names.map((name) => name.length)));
  const rows = options.map(([, option], n) => {
    const name = names[n]!;
    const help = option.help.split('\n').join(`\n${' '.repeat(wide + 4)}`);
    return name.length > wide
      ? `  ${name}\n${' '.repeat(wide + 4)}${help}`
      : `  ${name.padEnd(wide)}  ${help}`;
  });
  const examples = command.examples.map(({ what, call }) => `  # ${what}\n  ${call}`);
  return [
    `${usage(command)}\n`,
    `${command.summary}.`,
    ...(command.description === '' ? [] : [command.description]),
    '\nOptions:',
    ...rows,
    ...(examples.length > 0 ? ['\nExamples:', ...examples] : []),
    '',
  ].join('\n');
}

function usage({ name, operands }: Command): string {
  return ['Usage: twir', name, '[OPTION]...', operands.usage].filter((part) => part !== '').join(' ');
}

/** An option as help writes it: `-h, --help` or `--out DIR`. */
function optionUsage(name: string, option: Option): string {
  const short = option.short ? `-${option.short}, ` : '';
  return `${short}--${name}${takesValue(option) ? ` ${valueName(option)}` : ''}`;
}

/** The help of `twir` itself. */
export function programHelp(commands: readonly Command[]): string {
  const wide = Math.max(...commands.map(({ name }) => name.length));
  return [
    'twir: write, check and preview This Week in Rust\n',
    'Usage: twir COMMAND [OPTION]... [OPERAND]...\n',
    'Commands:',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(wide)}  ${summary}`),
    '\nOptions:',
    '  -h, --help     Tell what a command does and takes: twir COMMAND --help',
    '  -V, --version  Print the version',
    '\nExit status: 0 nothing to complain about, 1 something was found, 2 could not run.',
    '',
  ].join('\n');
}
