import type { Place } from '../events/location';
import type { WordView } from '../words/history';
import type { IssueDigest } from './digest';

/** What rules and features may ask about the issues earlier than the one in question. */
export interface ArchiveView {
  /** The earlier issues, the latest first. */
  readonly issues: readonly IssueDigest[];
  /** The very issue as it was published, once it is. */
  readonly published: IssueDigest | undefined;
  /** Where a link stood in a community section before, the latest issue first. @param key from `linkKey` */
  earlierLinks(key: string): readonly EarlierLink[];
  /** How an organiser was written in earlier event lines; undefined for one never seen. @param key from `groupKey` */
  organiser(key: string): OrganiserHistory | undefined;
  /** The organisers that issues of the last year name again and again. */
  organisers(): readonly OrganiserHistory[];
  /**
   * What somebody has found out about one of these issues, found out once for all that are compared with it.
   *
   * @param question an object of the asker's own
   */
  answer<T>(issue: IssueDigest, question: unknown, find: () => T): T;
  /** What they tell of single words; undefined while or where no dictionary has been read. */
  readonly words?: WordView | undefined;
}

export interface EarlierLink {
  readonly uri: string;
  /** Date of that issue. */
  readonly date: string;
  /** How many issues back: 1 is the issue before. */
  readonly issuesAgo: number;
  /** Offsets into that issue. */
  readonly start: number;
  readonly end: number;
  readonly title: string;
}

export interface OrganiserHistory {
  readonly key: string;
  /** In how many event lines. */
  readonly uses: number;
  /** Date of the latest issue that has it. */
  readonly lastSeen: string;
  /** Spellings with their counts, the most frequent first. */
  readonly names: readonly Count[];
  readonly urls: readonly Count[];
  /** The location fields as written, e.g. `Virtual (Berlin, DE)`, and the first place of each. */
  readonly locations: readonly (Count & { readonly place: Place | undefined })[];
}

export interface Count {
  readonly value: string;
  readonly count: number;
}
