import { writeFileSync } from 'node:fs';
import { organizeText } from '../features/organize/organize';
import { ChunkCache, readIssue } from '../newsletter/issue/issue';
import type { Stage } from '../rules/rule';
import { InputError, newsletterFiles } from './files';
import { oneOf, parseFlags, type Terminal, UsageError } from './terminal';

export const ORGANIZE_USAGE = `twir organize [--stage release] FILE...
  Leaves out past events, sorts each region by date and place, and puts the regions in order.`;

/** Runs `twir organize`. @returns the exit status @throws UsageError, InputError */
export function organize(args: readonly string[], terminal: Terminal): number {
  const { stage, paths } = readFlags(args);
  const cache = new ChunkCache();
  let failed = false;
  let seen = 0;
  for (const file of newsletterFiles(paths, (error) => {
    failed = true;
    terminal.complain(error.message);
  })) {
    seen += 1;
    const issue = readIssue({ uri: file.uri, text: file.text }, cache);
    const text = organizeText(issue, { stage }, cache);
    if (text === file.text) {
      terminal.write(`${file.path}: events are in order\n`);
      continue;
    }
    writeFileSync(file.path, text);
    const left = readIssue({ uri: file.uri, text }, cache).events.length;
    terminal.write(`${file.path}: organized, ${left} of ${issue.events.length} events kept\n`);
  }
  if (seen === 0 && !failed) throw new InputError(`no newsletter file in ${paths.join(', ')}`);
  return failed ? 2 : 0;
}

function readFlags(args: readonly string[]): { stage: Stage; paths: string[] } {
  const { values, positionals } = parseFlags(args, { stage: { type: 'string' } });
  if (positionals.length === 0) throw new UsageError('organize: expected a file');
  return { stage: oneOf('--stage', values.stage ?? 'draft', ['draft', 'release']), paths: positionals };
}
