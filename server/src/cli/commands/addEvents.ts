import path from 'node:path';
import { ImportError, UnfitDraftError } from '../../engine';
import type { ImportCandidate } from '../../features/import/importEvents';
import { applyEdits } from '../../text/edits';
import { append } from '../../text/lists';
import { CHANGE_OPTIONS, Changes } from '../changes';
import { defineCommand, UsageError } from '../command';
import { documentOf, type InputFile, uriOf } from '../inputFile';
import { Session } from '../session';
import { InputError } from '../system';

export const addEvents = defineCommand({
  name: 'add-events',
  summary: 'Add events of a calendar, of JSON or of Markdown',
  description:
    'Adds the new events of calendars (.ics), of JSON, or of Markdown such as the newsletter’s collector prints, each to its region. What is listed already, past, after the window or in doubt is only told.',
  operands: { usage: 'DRAFT', least: 1, most: 1 },
  options: {
    from: {
      value: 'FILE',
      multiple: true,
      help: 'Where the events are; a folder gives all of its calendars. May be given several times',
    },
    'from-config': { help: 'The calendars that .twir.json lists' },
    archive: { value: 'DIR', help: 'Earlier issues (default: content/ beside the draft’s folder)' },
    doubtful: { help: 'Add those in doubt as well' },
    ...CHANGE_OPTIONS,
  },
  examples: [
    {
      what: 'What is new in a calendar?',
      call: 'twir add-events --dry-run --from events.ics draft/2026-02-25-this-week-in-rust.md',
    },
  ],
  run: async ({ options, operands, system }) => {
    if (options.from.length === 0 && !options['from-config'])
      throw new UsageError('--from FILE or --from-config is missing');
    const session = new Session(system, options.archive);
    const stdinFilename = options['stdin-filename'];
    for await (const file of session.newsletterFiles(operands, { stdinFilename, single: true })) {
      await session.engine.ready(file.uri);
      const sources = await readSources(session, options.from, options['from-config'] ? file.uri : undefined);
      if (sources.length > 0) addTo(session, new Changes(system, options), file, sources, options);
    }
    return session.failed ? 2 : 0;
  },
});

type CalendarFile = Awaited<ReturnType<Session['engine']['calendars']>>['found'][number];

/** @param configured the draft whose configuration lists calendars */
async function readSources(
  session: Session,
  from: readonly string[],
  configured: string | undefined,
): Promise<CalendarFile[]> {
  const { engine, system } = session;
  const sources: CalendarFile[] = [];
  for (const given of from) {
    if (system.kindOf(given) !== 'folder') {
      sources.push({ name: path.normalize(given), text: system.read(given) });
      continue;
    }
    const { found, problems } = await engine.calendars({ folder: uriOf(given) });
    for (const { name, text } of found) sources.push({ name: path.join(given, name), text });
    for (const problem of problems) session.fail(`${path.normalize(given)}: ${problem}`);
  }
  if (configured !== undefined) {
    const { found, problems } = await engine.calendars({ document: configured });
    if (found.length === 0 && problems.length === 0) session.fail('no calendars are listed in .twir.json');
    for (const problem of problems) session.fail(problem);
    append(sources, found);
  }
  return sources;
}

function addTo(
  { engine, system }: Session,
  changes: Changes,
  file: InputFile,
  sources: readonly CalendarFile[],
  flags: {
    readonly doubtful: true | undefined;
    readonly diff: true | undefined;
    readonly 'dry-run': true | undefined;
  },
): void {
  const document = documentOf(file);
  const [first, ...more] = sources.map(({ text }) => text);
  const text = more.length === 0 ? first! : [first!, ...more];
  try {
    const { candidates, problems, cancelled } = engine.planImport(document, text);
    const wanted = candidates.filter(
      ({ state, location }) =>
        location !== undefined && (state === 'new' || (flags.doubtful && state === 'doubtful')),
    );
    const { edits, added } = engine.importEvents(document, text, wanted);
    for (const { source, line, message } of problems)
      system.terminal.complain(`${sources[source]!.name}:${line}: ${message}`);
    changes.apply(file, applyEdits(file.text, edits));
    // A diff or a text has standard output for itself.
    if (flags.diff || file.stdin) return;
    for (const line of linesAbout(candidates, new Set(added))) system.terminal.write(`${line}\n`);
    if (cancelled > 0) system.terminal.write(`cancelled  ${cancelled}\n`);
    const done = flags['dry-run'] ? 'would be added' : 'added';
    system.terminal.write(`${file.path}: ${added.length} of ${candidates.length} events ${done}\n`);
  } catch (error) {
    if (error instanceof UnfitDraftError) throw new InputError(`${file.path}: ${error.message}`);
    if (error instanceof ImportError)
      throw new InputError(`${sources[0]!.name}:${error.line}: ${error.message}`);
    throw error;
  }
}

/** One line for each event that is added, and one for all times of an event that are left out for one reason. */
function linesAbout(candidates: readonly ImportCandidate[], added: ReadonlySet<string>): string[] {
  const groups = new Map<string, { about: (times: string) => string; dates: string[] }>();
  for (const candidate of candidates) {
    const {
      id,
      source,
      line,
      state,
      dates,
      location,
      title,
      like,
      notes,
      doubts,
      address,
      organiser,
      unnamed,
    } = candidate;
    const reasons = [
      ...(like && like.line > 0 ? [`line ${like.line}: ${like.text}`] : like ? [like.text] : []),
      ...(location === undefined && (state === 'new' || state === 'doubtful')
        ? [address === '' ? 'the place is missing' : `place not understood: “${address}”`]
        : []),
      ...(unnamed ? [`the group’s name is not known: “${organiser}” stands for it`] : []),
      ...(added.has(id) ? [] : doubts),
      ...notes,
    ];
    const what = added.has(id) ? 'added' : state === 'new' ? 'no place' : state;
    const about = (times: string) =>
      `${what.padEnd(9)}  ${times} | ${location ?? '?'} | ${title}${reasons.length > 0 ? ` (${reasons.join('; ')})` : ''}`;
    const key = added.has(id) ? id : `${source} ${line} ${about('')}`;
    const group = groups.get(key) ?? { about, dates: [] };
    groups.set(key, group);
    group.dates.push(dates);
  }
  return [...groups.values()].map(({ about, dates }) =>
    about(dates.length > 1 ? `${dates[0]} and ${dates.length - 1} more` : dates[0]!),
  );
}
