import type { Command } from '../command';
import { optionsOf } from './words';

export function fishCompletion(commands: readonly Command[]): string {
  const quoted = (text: string) => `'${text.replace(/['\\]/g, '\\$&')}'`;
  const lines = commands.flatMap((command) => {
    const within = `complete -c twir -n '__fish_seen_subcommand_from ${command.name}'`;
    const operands = command.operands.choices;
    return [
      `complete -c twir -n __fish_use_subcommand -f -a ${command.name} -d ${quoted(command.summary)}`,
      ...(operands ? [`${within} -f -a ${quoted(operands.join(' '))}`] : []),
      ...optionsOf(command).map(({ name, short, help, takesValue, choices }) =>
        [
          `${within} -l ${name.slice(2)}`,
          ...(short ? [`-s ${short.slice(1)}`] : []),
          ...(choices.length > 0 ? [`-x -a ${quoted(choices.join(' '))}`] : takesValue ? ['-r'] : []),
          `-d ${quoted(help)}`,
        ].join(' '),
      ),
    ];
  });
  return `# Completions of twir for fish.\n${lines.join('\n')}\n`;
}
