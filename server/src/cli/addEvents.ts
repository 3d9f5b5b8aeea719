import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { type ImportCandidate, importEvents, planImport } from '../features/import/importEvents';
import { ImportError } from '../features/import/imported';
import { ChunkCache, readIssue } from '../newsletter/issue/issue';
import { applyEdits } from '../text/edits';
import { contentFolderOf, InputError, newsletterFiles, readArchive, readUtf8 } from './files';
import { parseFlags, type Terminal, UsageError } from './terminal';

export const ADD_EVENTS_USAGE = `twir add-events --from FILE [--archive DIR] [--dry-run] DRAFT
  Adds the new events of a calendar (.ics), of JSON, or of Markdown such as the newsletter's collector prints,
  each to its region. What is listed already, past, after the window or in doubt is only told.

  --archive DIR   earlier issues; default: content/ beside the draft's folder
  --dry-run       tell what would be added, and change nothing`;

/** Runs `twir add-events`. @returns the exit status @throws UsageError, InputError */
export function addEvents(args: readonly string[], terminal: Terminal): number {
  const { from, archive: folder, dryRun, draft } = readFlags(args);
  const [file] = newsletterFiles([draft], (error) => {
    throw error;
  });
  if (!file) throw new InputError(`${draft}: no newsletter file`);
  const text = readUtf8(from);
  const cache = new ChunkCache();
  const issue = readIssue({ uri: file.uri, text: file.text }, cache);
  const content = folder ?? contentFolderOf(file.path);
  const input = {
    issue,
    text,
    cache,
    archive:
      content === undefined || issue.date === undefined ? undefined : readArchive(content).before(issue.date),
  };
  try {
    const { candidates, problems, cancelled } = planImport(input);
    const { edits, added } = importEvents(input);
    for (const { line, message } of problems)
      terminal.complain(`${path.normalize(from)}:${line}: ${message}`);
    for (const candidate of candidates)
      terminal.write(`${lineAbout(candidate, added.includes(candidate.id))}\n`);
    if (cancelled > 0) terminal.write(`cancelled  ${cancelled}\n`);
    if (edits.length > 0 && !dryRun) writeFileSync(file.path, applyEdits(file.text, edits));
    const done = dryRun ? 'would be added' : 'added';
    terminal.write(`${file.path}: ${added.length} of ${candidates.length} events ${done}\n`);
  } catch (error) {
    if (error instanceof ImportError)
      throw new InputError(`${path.normalize(from)}:${error.line}: ${error.message}`);
    throw error;
  }
  return 0;
}

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

function readFlags(args: readonly string[]): {
  from: string;
  archive?: string;
  dryRun: boolean;
  draft: string;
} {
  const { values, positionals } = parseFlags(args, {
    from: { type: 'string' },
    archive: { type: 'string' },
    'dry-run': { type: 'boolean' },
  });
  const [draft, ...more] = positionals;
  if (values.from === undefined) throw new UsageError('add-events: expected --from FILE');
  if (draft === undefined || more.length > 0) throw new UsageError('add-events: expected one draft');
  return {
    from: values.from,
    ...(values.archive === undefined ? {} : { archive: values.archive }),
    dryRun: values['dry-run'] ?? false,
    draft,
  };
}
