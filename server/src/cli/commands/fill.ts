import path from 'node:path';
import type { SectionFill } from '../../features/fill/fill';
import { applyEdits } from '../../text/edits';
import { CHANGE_OPTIONS, Changes } from '../changes';
import { defineCommand } from '../command';
import { documentOf } from '../inputFile';
import { Session } from '../session';
import { InputError } from '../system';

export const fill = defineCommand({
  name: 'fill',
  summary: 'Fill sections of a draft from a file',
  description:
    'Fills sections from what the newsletter’s generator prints, from a performance triage report of rustc-perf, or from Markdown under the headings of an issue. Items that are there stay, and filling again changes nothing. Tells what was left out.',
  operands: { usage: 'DRAFT', least: 1, most: 1 },
  options: {
    from: {
      value: 'FILE',
      help: 'What to fill from (default: the triage report of the week, from the checkout of rustc-perf that .twir.json names)',
    },
    ...CHANGE_OPTIONS,
  },
  examples: [
    {
      what: 'Copy the week’s final comment periods and RFCs',
      call: 'twir fill --from generated.md draft/2026-02-25-this-week-in-rust.md',
    },
  ],
  run: async ({ options: { from, ...options }, operands, system }) => {
    const session = new Session(system);
    const changes = new Changes(system, options);
    const text = from === undefined ? undefined : system.read(from);
    for await (const file of session.newsletterFiles(operands, {
      stdinFilename: options['stdin-filename'],
      single: true,
    })) {
      await session.engine.ready(file.uri);
      const document = documentOf(file);
      const given = text !== undefined && { text, name: path.resolve(from!).replaceAll(path.sep, '/') };
      const source = given || (await session.engine.triageReport(document));
      if (!source)
        throw new InputError(
          'no triage report of the week in a checkout that .twir.json names; use --from FILE',
        );
      const { sections, notes, edits } = session.engine.planFill(document, source);
      const name = from === undefined ? source.name! : path.normalize(from);
      for (const { line, message } of notes) system.terminal.complain(`${name}:${line}: ${message}`);
      if (sections.length === 0) throw new InputError(`${name}: no section of an issue`);
      const after = applyEdits(file.text, edits);
      changes.apply(file, after);
      // A diff or a text has standard output for itself.
      if (options.diff || file.stdin) continue;
      for (const section of sections) system.terminal.write(`${lineAbout(section)}\n`);
      if (options['dry-run']) system.terminal.write(`${file.path}: nothing written (dry run)\n`);
    }
    return session.failed ? 2 : 0;
  },
});

function lineAbout({ state, title, added, kept }: SectionFill): string {
  const counts = [...(added > 0 ? [`${added} new`] : []), ...(kept > 0 ? [`${kept} kept`] : [])];
  return `${state.padEnd(8)}  ${title}${counts.length > 0 ? ` (${counts.join(', ')})` : ''}`;
}
