import { nearest } from '../text/words';
import { UsageError } from './command';
import { COMMANDS } from './commands';
import { commandHelp, programHelp } from './help';
import { parseCall } from './parse';
import { InputError, type System } from './system';
import { VERSION } from './version';

/**
 * Runs `twir`.
 *
 * @param words what was written after `twir`
 * @returns the exit status: 0 fine, 1 something was found, 2 could not run (docs/architecture.md#contracts)
 */
export async function main(words: readonly string[], system: System): Promise<number> {
  const { terminal } = system;
  const [first, ...rest] = words;
  if (first === '--version' || first === '-V') {
    terminal.write(`${VERSION}\n`);
    return 0;
  }
  if (first === undefined) {
    terminal.complain(`a command is missing\n\n${programHelp(COMMANDS)}`);
    return 2;
  }
  const help = first === '--help' || first === '-h' || first === 'help';
  const name = help ? rest[0] : first;
  if (name === undefined) {
    terminal.write(programHelp(COMMANDS));
    return 0;
  }
  const command = COMMANDS.find((known) => known.name === name);
  if (!command) {
    const kind = name.startsWith('-') ? 'option' : 'command';
    const known = kind === 'option' ? ['--help', '--version'] : COMMANDS.map(({ name }) => name);
    const near = nearest(name, known);
    const hint = near === undefined ? 'see twir --help' : `did you mean ${near}?`;
    terminal.complain(`unknown ${kind} “${name}”; ${hint}`);
    return 2;
  }
  try {
    const call = parseCall(command, help ? ['--help'] : rest);
    if (call.help) {
      terminal.write(commandHelp(command));
      return 0;
    }
    return await command.run({ ...call, system });
  } catch (error) {
    if (error instanceof UsageError) terminal.complain(`${name}: ${error.message}; see twir ${name} --help`);
    else if (error instanceof InputError) terminal.complain(error.message);
    else throw error;
    return 2;
  } finally {
    terminal.progress('');
  }
}
