import type { ArchiveView } from '../../newsletter/archive/view';
import type { EventEntry } from '../../newsletter/events/event';
import { insertEntry, REGION_TITLES } from '../../newsletter/events/eventMoves';
import { compareKeys, type SortKey, sortKey } from '../../newsletter/events/eventOrder';
import {
  EVENT_REGIONS,
  type EventRegion,
  regionsFor,
  sectionOfRegion,
} from '../../newsletter/events/meaning';
import type { Issue } from '../../newsletter/issue/issue';
import { eventPageKey } from '../../newsletter/links/keys';
import type { Edit } from '../../text/edits';
import { lineEdits } from '../../text/lineEdits';
import { appendTo } from '../../text/lists';
import { readCalendar } from './calendar';
import { looksCollected, readCollected } from './collected';
import { type Answer, type Entry, EntryWriter, nameOf } from './entries';
import {
  type Days,
  ImportError,
  type Imported,
  type ImportProblem,
  quoted,
  UnfitDraftError,
} from './imported';
import { readJson } from './json';
import { Listed } from './listed';

/** What adding an event would come to: only `new` ones are added without being asked about. */
type CandidateState = 'new' | 'doubtful' | 'similar' | 'beyond' | 'past' | 'listed';

export interface ImportCandidate {
  /** Names the candidate in this input. */
  readonly id: string;
  /** The same whenever the event is read again, whatever else the input has. */
  readonly key: string;
  /** Which of the texts it is from, from 0. */
  readonly source: number;
  /** In that text, from 1. All times of a recurring event have the line of its entry. */
  readonly line: number;
  readonly dates: string;
  /** The location field; undefined where city and country could not be told. */
  readonly location: string | undefined;
  /** What the input says of the place. */
  readonly address: string;
  readonly title: string;
  readonly organiser: string;
  /** The organiser is only the host of the page: the author has to be asked for the group’s name. */
  readonly unnamed: boolean;
  /** Headings under which it would stand. */
  readonly regions: readonly string[];
  readonly state: CandidateState;
  /** The entry that is the same or looks like it: its line in the issue, from 1, and what it says. */
  readonly like?: { readonly line: number; readonly text: string };
  /** What was guessed. */
  readonly notes: readonly string[];
  /** What has to be asked before the event is added. */
  readonly doubts: readonly string[];
}

/** A calendar, JSON, or Markdown; or several of them. */
export type ImportText = string | readonly string[];

/** What of a text is no event. */
interface PlanProblem extends ImportProblem {
  /** Which of the texts it is in, from 0. */
  readonly source: number;
}

export interface ImportPlan {
  readonly candidates: readonly ImportCandidate[];
  /** Parts of the input that are no events, with the reason. */
  readonly problems: readonly PlanProblem[];
  readonly cancelled: number;
}

export interface ImportChoice {
  readonly id: string;
  /** `City, CC` where the input did not tell; `Virtual` for an online event. */
  readonly location?: string | undefined;
  /** The group’s name where the candidate is `unnamed`. */
  readonly organiser?: string | undefined;
}

export interface ImportResult {
  readonly edits: readonly Edit[];
  /** Ids of the candidates that the edits add. */
  readonly added: readonly string[];
  /** Choices that could not be followed, with the reason. */
  readonly refused: readonly { readonly id: string; readonly message: string }[];
}

export interface ImportInput {
  readonly issue: Issue;
  readonly text: ImportText;
  readonly archive?: ArchiveView | undefined;
}

/** What adding the events of a text to an issue would come to. @throws ImportError when a single text can't be read */
export function planImport(input: ImportInput): ImportPlan {
  const { problems, cancelled, candidates } = new Importer(input).plan();
  return { candidates: candidates.map(({ shown }) => shown), problems, cancelled };
}

/**
 * Adds events of a text to an issue: each to its region, hybrid ones to two, where they belong by date and place.
 *
 * @param choices the candidates to add; all that are new when absent
 * @throws ImportError when a single text can't be read
 */
export function importEvents(input: ImportInput, choices?: readonly ImportChoice[]): ImportResult {
  const answers = new Map(choices?.map((choice) => [choice.id, choice]));
  const importer = new Importer(input, answers);
  const { candidates } = importer.plan();
  const added: string[] = [];
  const refused: { id: string; message: string }[] = [];
  const entries = new Map<EventRegion, NewEntry[]>();
  for (const { shown, entry, missing } of candidates) {
    const answer = answers.get(shown.id);
    if (choices ? !answer : shown.state !== 'new') continue;
    if (!entry) {
      const asked = answer?.location;
      const message =
        asked === undefined
          ? 'The place is missing: it is written like “Oslo, NO”'
          : `“${asked}” is not a place like “Oslo, NO”`;
      refused.push({ id: shown.id, message });
    } else if (shown.unnamed && answer?.organiser !== undefined && !nameOf(answer.organiser)) {
      refused.push({ id: shown.id, message: `“${answer.organiser}” is not the name of a group` });
    } else if (missing.length === 0) {
      refused.push({ id: shown.id, message: 'The event is listed already' });
    } else {
      for (const region of missing) appendTo(entries, region, entry);
      added.push(shown.id);
    }
  }
  const { source } = input.issue;
  let issue = input.issue;
  for (const region of EVENT_REGIONS) {
    issue = issue.with(insertions(issue, region, entries.get(region) ?? []));
  }
  return { edits: lineEdits(source.text, issue.source.text), added, refused };
}

/** Above entries that are read. */
const ENTRIES_HEAD = '## Upcoming Events\n\n';

interface NewEntry {
  readonly text: string;
  readonly key: SortKey;
}

/** The edits that put entries into one region. */
function insertions(issue: Issue, region: EventRegion, entries: readonly NewEntry[]): Edit[] {
  const [first, ...more] = [...entries].sort((a, b) => compareKeys(a.key, b.key));
  if (!first) return [];
  const section = sectionOfRegion(issue, region);
  if (!issue.events.some((event) => event.region === section)) {
    const text = [first, ...more].map(({ text }) => text).join('\n');
    return [insertEntry(issue, region, text, first.key)];
  }
  // Several at one place are one edit.
  const byPlace = new Map<number, Edit>();
  for (const { text, key } of [first, ...more]) {
    const edit = insertEntry(issue, region, text, key);
    const there = byPlace.get(edit.start);
    byPlace.set(edit.start, there ? { ...there, text: there.text + edit.text } : edit);
  }
  return [...byPlace.values()];
}

interface Candidate {
  readonly shown: ImportCandidate;
  /** Undefined as long as the place is not known. */
  readonly entry: NewEntry | undefined;
  /** Regions in which it is not listed yet. */
  readonly missing: readonly EventRegion[];
}

class Importer {
  constructor(
    private readonly input: ImportInput,
    private readonly answers: ReadonlyMap<string, Answer> = new Map(),
  ) {}

  plan(): { problems: PlanProblem[]; cancelled: number; candidates: Candidate[] } {
    const { issue, text } = this.input;
    const { window } = issue;
    if (window === undefined) throw new UnfitDraftError('The issue has no date: its events can’t be chosen');
    if (issue.sectionsOf('events').length === 0)
      throw new UnfitDraftError('The issue has no section “Upcoming Events” to add to');
    const texts = typeof text === 'string' ? [text] : text;
    const writer = new EntryWriter(this.input.archive);
    const problems = new Map<string, PlanProblem>();
    const written: { id: string; source: number; entry: Entry }[] = [];
    let cancelled = 0;
    const complain = (source: number, { line, message }: ImportProblem) =>
      problems.set(`${source} ${line} ${message}`, { source, line, message });
    for (const [source, one] of texts.entries()) {
      const imported = understood(one, window, texts.length > 1);
      for (const problem of imported.problems) complain(source, problem);
      cancelled += imported.cancelled;
      const seen = new Map<string, number>();
      for (const event of imported.events) {
        const first = `${source} ${event.line} ${event.start.text}`;
        const count = seen.get(first) ?? 0;
        seen.set(first, count + 1);
        const id = count === 0 ? first : `${first} ${count}`;
        const entry = writer.write(event, this.answers.get(id));
        if ('message' in entry) complain(source, { line: event.line, message: entry.message });
        else written.push({ id, source, entry });
      }
    }
    const read = readEntries(
      issue,
      written.map(({ entry }) => entry),
    );
    const listed = new Listed(issue);
    const candidates = written.map(({ id, source, entry }, n) =>
      this.candidate(id, source, entry, read[n], listed),
    );
    candidates.sort((a, b) => compare(a.shown.dates, b.shown.dates));
    return {
      candidates,
      cancelled,
      problems: [...problems.values()].sort((a, b) => a.source - b.source || a.line - b.line),
    };
  }

  private candidate(
    id: string,
    source: number,
    entry: Entry,
    read: ReadEntry | undefined,
    listed: Listed,
  ): Candidate {
    const { first, last } = this.input.issue.window!;
    const regions = read ? (regionsFor(read.event) ?? []) : [];
    const missing = read ? regions.filter((region) => !listed.has(read.event, region)) : [];
    const state = (): { state: CandidateState; like?: EventEntry } => {
      if (read && regions.length > 0 && missing.length === 0)
        return { state: 'listed', ...optional('like', listed.same(read.event, regions[0]!)) };
      if (entry.last < first) return { state: 'past' };
      if (entry.first > last) return { state: 'beyond' };
      const like = read && listed.similar(read.event, missing);
      if (like) return { state: 'similar', like };
      return { state: entry.doubts.length > 0 ? 'doubtful' : 'new' };
    };
    const { state: found, like } = state();
    if (read && (found === 'new' || found === 'doubtful'))
      for (const region of missing) listed.add(read.event, region);
    const complete = read !== undefined && regions.length > 0;
    return {
      shown: {
        id,
        key: `${entry.dates} ${eventPageKey(entry.url)}`,
        source,
        line: entry.line,
        dates: entry.dates,
        location: complete ? entry.location : undefined,
        address: entry.address,
        title: entry.title,
        organiser: entry.organiser,
        unnamed: entry.unnamed,
        regions: regions.map((region) => REGION_TITLES[region]),
        state: found,
        ...(like ? { like: listed.describe(like) } : {}),
        notes: entry.notes,
        doubts: entry.doubts,
      },
      entry: complete ? { text: read.text, key: sortKey(read.issue, read.event) } : undefined,
      missing,
    };
  }
}

/** @param several one that can't be read does not keep the others from being read */
function understood(text: string, window: Days, several: boolean): Imported {
  try {
    return readImport(text, window);
  } catch (error) {
    if (!several || !(error instanceof ImportError)) throw error;
    const { line, message } = error;
    return { source: 'calendar', events: [], problems: [{ line, message }], cancelled: 0 };
  }
}

/** Reads whatever kind of text it is. @throws ImportError */
function readImport(text: string, window: Days): Imported {
  const start = text.replace(/^\uFEFF/, '').trimStart();
  const blank = text.length - start.length;
  if (start === '')
    throw new ImportError(1, 'There is nothing to read: neither a calendar nor JSON nor event lines');
  if (/^BEGIN:/i.test(start)) return readCalendar(text, window);
  if (start.startsWith('{') || /^\[\s*[\]{[]/.test(start)) return readJson(text);
  if (looksCollected(start)) return readCollected(text);
  const line = text.slice(0, blank).split(/\r\n|\r|\n/).length;
  const found = quoted(start.slice(0, 200).split(/\r\n|\r|\n/, 1)[0]!);
  throw new ImportError(
    line,
    `This is neither a calendar (BEGIN:VCALENDAR) nor JSON nor event lines like “* 2026-03-04 | …”: ${found}`,
  );
}

interface ReadEntry {
  readonly text: string;
  readonly issue: Issue;
  readonly event: EventEntry;
}

/** Entries as the issue would read them; undefined for those without text. */
function readEntries(issue: Issue, entries: readonly Entry[]): (ReadEntry | undefined)[] {
  const read = (text: string) => issue.with(`${ENTRIES_HEAD}${text}\n`);
  // All at once, as a reading has its costs whatever its length.
  const all = read(entries.flatMap(({ text }) => text ?? []).join('\n'));
  const byLine = new Map(all.events.map((event) => [event.lineNumber, event]));
  let line = ENTRIES_HEAD.split('\n').length - 1;
  return entries.map(({ text, bare }) => {
    if (text === undefined || bare === undefined) return undefined;
    const event = byLine.get(line);
    line += text.split('\n').length;
    // Comments behind an entry are no slip of ours.
    if (event && (event.exact || text.includes('<!--'))) return { text, issue: all, event };
    const alone = read(bare);
    return alone.events[0] ? { text: bare, issue: alone, event: alone.events[0] } : undefined;
  });
}

function optional<K extends string, V>(key: K, value: V | undefined): { [key in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { [key in K]: V });
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
