import path from 'node:path';
import { ImportError } from '../../engine';
import type { ImportCandidate } from '../../features/import/importEvents';
import { applyEdits } from '../../text/edits';
import { defineCommand, UsageError } from '../command';
import { documentOf, Session } from '../session';
import { InputError } from '../system';

export const addEvents = defineCommand({
  name: 'add-events',
  summary: 'Add events of a calendar, of JSON or of Markdown',
  description:
    'Adds the new events of a calendar (.ics), of JSON, or of Markdown such as the newsletter’s collector prints, each to its region. What is listed already, past, after the window or in doubt is only told.',
  operands: { usage: 'DRAFT', least: 1, most: 1 },
  options: {
    from: { value: 'FILE', help: 'Where the events are (required)' },
    archive: { value: 'DIR', help: 'Earlier issues (default: content/ beside the draft’s folder)' },
    'dry-run': { help: 'Tell what would be added, and change nothing' },
  },
  examples: [
    {
      what: 'What is new in a calendar?',
      call: 'twir add-events --dry-run --from events.ics draft/2026-02-25-this-week-in-rust.md',
    },
  ],
  run: async ({ options: { from, archive, 'dry-run': dryRun }, operands, system }) => {
    if (from === undefined) throw new UsageError('expected --from FILE');
    const session = new Session(system, archive);
    const text = system.read(from);
    for (const file of session.newsletterFiles(operands)) {
      await session.engine.ready(file.uri);
      const document = documentOf(file);
      try {
        const { candidates, problems, cancelled } = session.engine.planImport(document, text);
        const { edits, added } = session.engine.importEvents(document, text);
        for (const { line, message } of problems)
          system.terminal.complain(`${path.normalize(from)}:${line}: ${message}`);
        for (const candidate of candidates)
          system.terminal.write(`${lineAbout(candidate, added.includes(candidate.id))}\n`);
        if (cancelled > 0) system.terminal.write(`cancelled  ${cancelled}\n`);
        if (edits.length > 0 && !dryRun) system.replace(file.path, file.text, applyEdits(file.text, edits));
        const done = dryRun ? 'would be added' : 'added';
        system.terminal.write(`${file.path}: ${added.length} of ${candidates.length} events ${done}\n`);
      } catch (error) {
        if (error instanceof ImportError)
          throw new InputError(`${path.normalize(from)}:${error.line}: ${error.message}`);
        throw error;
      }
    }
    return session.failed ? 2 : 0;
  },
});

function lineAbout(
  { state, dates, location, title, like, notes, address }: ImportCandidate,
  added: boolean,
): string {
  const reasons = [
    ...(like && like.line > 0 ? [`line ${like.line}: ${like.text}`] : like ? [like.text] : []),
    ...(location === undefined && state === 'new' ? [`place not understood: “${address}”`] : []),
    ...notes,
  ];
  const what = added ? 'added' : state === 'new' ? 'no place' : state;
  const about = `${what.padEnd(9)}  ${dates} | ${location ?? '?'} | ${title}`;
  return reasons.length > 0 ? `${about} (${reasons.join('; ')})` : about;
}
