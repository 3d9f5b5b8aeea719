import { writeFileSync } from 'node:fs';
import { formatText } from '../features/format/format';
import { ChunkCache, readIssue } from '../newsletter/issue/issue';
import { ConfigFiles } from './configFiles';
import { InputError, newsletterFiles } from './files';
import { parseFlags, type Terminal, UsageError } from './terminal';

export const FORMAT_USAGE = `twir format [--check] PATH...
  Puts newsletter files into the house style; folders are searched. What the site shows stays the same,
  except where it was broken.

  --check   change nothing; exit with 1 when a file is not in the house style`;

/** Runs `twir format`. @returns the exit status @throws UsageError, InputError */
export function format(args: readonly string[], terminal: Terminal): number {
  const { check, paths } = readFlags(args);
  const cache = new ChunkCache();
  const configs = new ConfigFiles(terminal);
  let failed = false;
  let seen = 0;
  let changed = 0;
  for (const file of newsletterFiles(paths, (error) => {
    failed = true;
    terminal.complain(error.message);
  })) {
    seen += 1;
    const issue = readIssue({ uri: file.uri, text: file.text }, cache);
    const text = formatText(issue, configs.for(file.path), cache);
    if (text === file.text) continue;
    changed += 1;
    if (!check) writeFileSync(file.path, text);
    terminal.write(`${file.path}: ${check ? 'not in the house style' : 'formatted'}\n`);
  }
  if (seen === 0 && !failed) throw new InputError(`no newsletter file in ${paths.join(', ')}`);
  const rest = seen - changed;
  terminal.write(`${rest} file${rest === 1 ? ' was' : 's were'} in the house style\n`);
  return failed ? 2 : check && changed > 0 ? 1 : 0;
}

function readFlags(args: readonly string[]): { check: boolean; paths: string[] } {
  const { values, positionals } = parseFlags(args, { check: { type: 'boolean' } });
  if (positionals.length === 0) throw new UsageError('format: expected a file or folder');
  return { check: values.check ?? false, paths: positionals };
}
