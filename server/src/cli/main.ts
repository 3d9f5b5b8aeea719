import { ADD_EVENTS_USAGE, addEvents } from './addEvents';
import { CHECK_USAGE, check } from './check';
import { InputError } from './files';
import { FORMAT_USAGE, format } from './formatFiles';
import { NEW_DRAFT_USAGE, newDraftCommand } from './newDraft';
import { ORGANIZE_USAGE, organize } from './organize';
import { RENDER_USAGE, render } from './render';
import { RULES_USAGE, rules } from './rules';
import { systemTerminal, type Terminal, UsageError, VERSION } from './terminal';

type Command = (args: readonly string[], terminal: Terminal) => number;

const COMMANDS: Readonly<Record<string, { readonly usage: string; readonly run: Command }>> = {
  check: { usage: CHECK_USAGE, run: check },
  render: { usage: RENDER_USAGE, run: render },
  organize: { usage: ORGANIZE_USAGE, run: organize },
  format: { usage: FORMAT_USAGE, run: format },
  'add-events': { usage: ADD_EVENTS_USAGE, run: addEvents },
  'new-draft': { usage: NEW_DRAFT_USAGE, run: newDraftCommand },
  rules: { usage: RULES_USAGE, run: rules },
};

const USAGE = `twir: write, check and preview This Week in Rust

${Object.values(COMMANDS)
  .map(({ usage }) => usage)
  .join('\n\n')}

twir --version, twir --help
`;

/** @returns the exit status: 0 fine, 1 errors found, 2 could not run (docs/architecture.md#contracts) */
function main(args: readonly string[], terminal: Terminal): number {
  const [name, ...rest] = args;
  if (name === '--version') {
    terminal.write(`${VERSION}\n`);
    return 0;
  }
  const command = name === undefined ? undefined : COMMANDS[name];
  if (!command || rest.includes('--help')) {
    const asked = name === '--help' || name === 'help' || rest.includes('--help');
    if (!asked) terminal.complain(name === undefined ? 'expected a command' : `unknown command "${name}"`);
    terminal.write(command ? `${command.usage}\n` : USAGE);
    return asked ? 0 : 2;
  }
  try {
    return command.run(rest, terminal);
  } catch (error) {
    if (error instanceof UsageError) terminal.complain(`${error.message}; see twir ${name} --help`);
    else if (error instanceof InputError) terminal.complain(error.message);
    else throw error;
    return 2;
  }
}

process.exitCode = main(process.argv.slice(2), systemTerminal());
