import { type ParseArgsConfig, parseArgs } from 'node:util';
import packageJson from '../../../package.json';

export const VERSION: string = packageJson.version;

/** The words of the call are off: shown with a hint at `--help`. */
export class UsageError extends Error {}

/** What a command may do to the outside world besides files. */
export interface Terminal {
  readonly color: boolean;
  /** `YYYY-MM-DD`, local time. */
  readonly today: string;
  write(text: string): void;
  /** A line on standard error. */
  complain(message: string): void;
  /** Replaces the line at the bottom of a terminal; nothing where there is none. Empty clears it. */
  progress(message: string): void;
}

/** How often the progress line is renewed at most. */
const PROGRESS_MS = 100;

export function systemTerminal(): Terminal {
  const now = new Date();
  const two = (n: number) => String(n).padStart(2, '0');
  let shownAt = 0;
  return {
    color: process.stdout.isTTY === true && !process.env.NO_COLOR,
    today: `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`,
    write: (text) => process.stdout.write(text),
    complain: (message) => process.stderr.write(`twir: ${message}\n`),
    progress: (message) => {
      if (!process.stderr.isTTY) return;
      if (message !== '' && Date.now() - shownAt < PROGRESS_MS) return;
      shownAt = Date.now();
      process.stderr.write(`\r\u001b[K${message.slice(0, (process.stderr.columns ?? 80) - 1)}`);
    },
  };
}

/** The value of a flag that has few. @throws UsageError for another one */
export function oneOf<T extends string>(flag: string, value: string, values: readonly T[]): T {
  const found = values.find((known) => known === value);
  if (found === undefined) throw new UsageError(`${flag}: expected ${values.join(' or ')}, found "${value}"`);
  return found;
}

/** Reads the flags of a command. @throws UsageError for flags and arguments that it does not take */
export function parseFlags<const T extends NonNullable<ParseArgsConfig['options']>>(
  args: readonly string[],
  options: T,
  allowPositionals = true,
) {
  try {
    return parseArgs({ args: [...args], allowPositionals, options });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
