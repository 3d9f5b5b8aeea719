import { count } from '../../protocol/wording';
import { applyEdits } from '../../text/edits';
import { CHANGE_OPTIONS, Changes } from '../changes';
import { defineCommand } from '../command';
import { documentOf } from '../inputFile';
import { Session } from '../session';

export const format = defineCommand({
  name: 'format',
  summary: 'Put newsletter files into the house style',
  description:
    'Without PATH the open drafts; folders are searched. What the site shows stays the same, except where it was broken.',
  operands: { usage: '[PATH]...', least: 0, most: Number.POSITIVE_INFINITY },
  options: {
    check: { help: 'Change nothing; exit with 1 when a file is not in the house style' },
    ...CHANGE_OPTIONS,
  },
  examples: [
    { what: 'Are all drafts in the house style?', call: 'twir format --check draft' },
    { what: 'As a filter', call: 'twir format --stdin-filename draft/2026-02-25-this-week-in-rust.md -' },
  ],
  run: async ({ options: { check, ...options }, operands, system }) => {
    const session = new Session(system);
    const changes = new Changes(system, check ? { ...options, 'dry-run': true } : options);
    let seen = 0;
    let changed = 0;
    for await (const file of session.newsletterFiles(operands, {
      stdinFilename: options['stdin-filename'],
    })) {
      seen += 1;
      const checking = await session.engine.options(file.uri);
      const text = applyEdits(file.text, session.engine.format(documentOf(file), checking));
      if (text !== file.text) changed += 1;
      if (check && !options.diff) {
        if (text !== file.text) system.terminal.write(`${file.path}: not in the house style\n`);
        continue;
      }
      if (session.attempt(() => changes.apply(file, text)) && text !== file.text)
        changes.tell(file, 'formatted');
    }
    const rest = seen - changed;
    if (rest > 0 && !options.diff && !operands.includes('-'))
      system.terminal.write(`${count(rest, 'file')} ${rest === 1 ? 'was' : 'were'} in the house style\n`);
    return session.failed ? 2 : check && changed > 0 ? 1 : 0;
  },
});
