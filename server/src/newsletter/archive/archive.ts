import { lazy } from '../../text/lazy';
import { appendTo } from '../../text/lists';
import { firstIndex } from '../../text/search';
import { atOnce, type Steps } from '../../text/steps';
import { type Place, parseLocation } from '../events/location';
import { groupKey } from '../links/keys';
import type { Dictionary } from '../words/dictionary';
import { WordHistory } from '../words/history';
import { type DigestEvent, type DigestLink, digestIssue, type IssueDigest } from './digest';
import { KeptTexts } from './keptTexts';
import type { ArchiveView, Count, OrganiserHistory } from './view';

/**
 * Earlier issues, indexed once for all dates. Files are added and removed one by one; an issue is only ever compared
 * with those earlier than itself ({@link Archive.before}).
 */
export class Archive {
  private readonly files = new Map<string, KeyedDigest | undefined>();
  /** Of the files added since somebody asked: afterwards they are held by what has been read. */
  private texts = new KeptTexts();
  private groups = new Map<string, string>();
  private index: Index | undefined;
  private readonly words = new WordHistory();
  private dictionary: Dictionary | undefined;

  /** @param linkKey how links are compared */
  constructor(private readonly linkKey: (url: string) => string) {}

  /**
   * Adds or replaces a file. Its text is not kept, and its words are not counted.
   *
   * @param withCommunity whether that of its community section is, which only checks of the latest issues look into
   */
  add(uri: string, text: string, withCommunity = true): void {
    const digest = digestIssue(uri, text, this.texts, withCommunity);
    this.files.set(
      uri,
      digest && {
        digest,
        linkKeys: digest.links.map(({ url }) => this.texts.own(this.linkKey(url))),
        groupKeys: digest.events.map(({ organiserUrl }) => this.groupKey(organiserUrl)),
      },
    );
    this.index = undefined;
  }

  /** Counts the words of a file that has been added, which takes as long as that. */
  addWords(uri: string, text: string): void {
    const date = this.files.get(uri)?.digest.date;
    if (date !== undefined) this.words.add(date, text);
  }

  /** Adds a file that another archive has read. Its words are not counted. */
  take(uri: string, from: Archive): void {
    this.files.set(uri, from.files.get(uri));
    this.index = undefined;
  }

  private groupKey(url: string): string {
    let key = this.groups.get(url);
    if (key === undefined) {
      key = groupKey(url);
      this.groups.set(url, key);
    }
    return key;
  }

  /** From now on the views tell of words. */
  setDictionary(dictionary: Dictionary): void {
    this.dictionary = dictionary;
  }

  remove(uri: string): void {
    if (this.files.delete(uri)) this.index = undefined;
  }

  get size(): number {
    return this.files.size;
  }

  /** Indexes what has been added, some issues a step, so that {@link before} does not have to. */
  *prepare(): Steps<Index> {
    const index = new Index([...this.files.values()].flatMap((file) => file ?? []));
    yield* index.fill();
    this.index = index;
    return index;
  }

  /** The issues earlier than `date`. @returns undefined when there is none */
  before(date: string): ArchiveView | undefined {
    const index = this.index ?? atOnce(this.prepare());
    this.texts = new KeptTexts();
    this.groups = new Map();
    const view = index.before(date);
    return view && this.dictionary ? { ...view, words: this.words.before(date, this.dictionary) } : view;
  }
}

/** How many issues are indexed in a step of less than a millisecond. */
const STEP = 32;
/** Issues of a year, and in how many of them an organiser is named who is more than a guest. */
const YEAR = 52;
const AGAIN_AND_AGAIN = 3;

/** A digest with what its links and events are found by, which takes longer than all the rest to tell. */
interface KeyedDigest {
  readonly digest: IssueDigest;
  readonly linkKeys: readonly string[];
  readonly groupKeys: readonly string[];
}

/** A link or an event with the place of its issue in {@link Index.issues}. */
interface Occurrence<T> {
  readonly issue: number;
  readonly part: T;
}

class Index {
  /** The latest first. */
  private readonly files: readonly KeyedDigest[];
  private readonly issues: readonly IssueDigest[];
  private readonly links = new Map<string, Occurrence<DigestLink>[]>();
  private readonly events = new Map<string, Occurrence<DigestEvent>[]>();
  private readonly places = new Map<string, Place | undefined>();
  private readonly answers = new Map<IssueDigest, Map<unknown, unknown>>();

  constructor(files: readonly KeyedDigest[]) {
    this.files = [...files].sort((a, b) => (a.digest.date < b.digest.date ? 1 : -1));
    this.issues = this.files.map(({ digest }) => digest);
  }

  /** Before it is asked. */
  *fill(): Steps<void> {
    for (const [issue, { digest, linkKeys, groupKeys }] of this.files.entries()) {
      if (issue % STEP === STEP - 1) yield;
      for (const [n, link] of digest.links.entries())
        appendTo(this.links, linkKeys[n]!, { issue, part: link });
      for (const [n, event] of digest.events.entries())
        appendTo(this.events, groupKeys[n]!, { issue, part: event });
    }
  }

  private history(key: string, events: readonly Occurrence<DigestEvent>[]): OrganiserHistory | undefined {
    const latest = events[0];
    if (!latest) return undefined;
    const count = (of: Counted) => tally(events, of);
    const places = () =>
      count('location').map(({ value, count }) => ({ place: this.place(value), value, count }));
    // Most are asked for one of these at most.
    let names: OrganiserHistory['names'] | undefined;
    let urls: OrganiserHistory['urls'] | undefined;
    let locations: OrganiserHistory['locations'] | undefined;
    return {
      key,
      uses: events.length,
      lastSeen: this.issues[latest.issue]!.date,
      get names() {
        names ??= count('organiser');
        return names;
      },
      get urls() {
        urls ??= count('organiserUrl');
        return urls;
      },
      get locations() {
        locations ??= places();
        return locations;
      },
    };
  }

  private place(location: string): Place | undefined {
    if (!this.places.has(location)) this.places.set(location, parseLocation(location)?.place);
    return this.places.get(location);
  }

  private answer<T>(issue: IssueDigest, question: unknown, find: () => T): T {
    let answers = this.answers.get(issue);
    if (!answers) {
      answers = new Map();
      this.answers.set(issue, answers);
    }
    if (!answers.has(question)) answers.set(question, find());
    return answers.get(question) as T;
  }

  before(date: string): ArchiveView | undefined {
    const first = firstIndex(this.issues, (issue) => issue.date < date);
    if (first === this.issues.length) return undefined;
    const { links, events, issues } = this;
    // Asked for every event at every keystroke, and each answer goes through hundreds of entries.
    const histories = new Map<string, OrganiserHistory | undefined>();
    const organiser = (key: string) => {
      if (!histories.has(key)) histories.set(key, this.history(key, since(first, events.get(key))));
      return histories.get(key);
    };
    return {
      issues: issues.slice(first),
      published: issues.slice(0, first).find((issue) => issue.date === date),
      earlierLinks: (key) =>
        since(first, links.get(key)).map(({ issue, part: { start, end, title } }) => {
          const { uri, date } = issues[issue]!;
          return { uri, date, issuesAgo: issue - first + 1, start, end, title };
        }),
      organiser,
      organisers: lazy(() =>
        [...events].flatMap(([key, all]) => {
          const recent = since(first, all).filter(({ issue }) => issue < first + YEAR);
          // By issues: an event of one week may stand there twice, under Virtual and in its region.
          const often = new Set(recent.map(({ issue }) => issue)).size >= AGAIN_AND_AGAIN;
          return often ? [organiser(key)!] : [];
        }),
      ),
      answer: (issue, question, find) => this.answer(issue, question, find),
    };
  }
}

/** Those of the issues from one on, as an index; the given ones are sorted by their issues. */
function since<T>(first: number, known: readonly Occurrence<T>[] = []): readonly Occurrence<T>[] {
  return known.slice(firstIndex(known, ({ issue }) => issue >= first));
}

/** What is counted of events. */
type Counted = 'organiser' | 'organiserUrl' | 'location';

/** Counts what events have; of equal counts the one seen first comes first. */
function tally(events: readonly Occurrence<DigestEvent>[], of: Counted): Count[] {
  const counts = new Map<string, number>();
  for (const { part } of events) counts.set(part[of], (counts.get(part[of]) ?? 0) + 1);
  return [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count);
}
