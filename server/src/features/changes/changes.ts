import type { ArchiveView } from '../../newsletter/archive/view';
import { addDays } from '../../newsletter/issue/date';
import type { Issue } from '../../newsletter/issue/issue';
import { pullKey } from '../../newsletter/links/pulls';
import { plainTitle } from '../../newsletter/sections/titles';
import { houseTitle, mendedTitle } from '../../newsletter/titles/house';
import type { Edit } from '../../text/edits';
import { lineEdits } from '../../text/lineEdits';
import { addItems } from '../fill/list';
import { type LoggedCommit, mergedPulls, numberOfMerge } from './mergedPulls';
import { sectionOf, withoutGroup } from './repositories';
import { isUsual } from './usual';

/** A merged pull request that could be listed. */
export interface Change {
  /** `owner/name#number` */
  readonly id: string;
  readonly repo: string;
  readonly number: number;
  /** In house style; Markdown. */
  readonly title: string;
  /** As its author wrote it. */
  readonly original: string;
  readonly url: string;
  /** Key of the section that it goes to. */
  readonly section: string;
  /** The section's title. */
  readonly group: string;
  /** Editors usually list one like this. */
  readonly usual: boolean;
}

/** What a merge changed in the branch that it was made on. */
interface MergedFiles {
  readonly subject: string;
  readonly files: readonly { readonly path: string; readonly status: 'added' | 'deleted' | 'modified' }[];
}

/** What was merged into a repository. */
export interface RepositoryLog {
  /** `owner/name` */
  readonly repo: string;
  /** The first-parent log of {@link logSpan}, the latest first. */
  readonly commits: readonly LoggedCommit[];
  /** What merges changed, where that tells what a pull request is: a part of the compiler, an RFC. */
  readonly merges?: readonly MergedFiles[];
}

/** Days before the issue's date that its list of merged pull requests covers, the last one included. */
const FIRST_DAY = 8;
const LAST_DAY = 1;
/** An RFC may have been forgotten; earlier issues tell. */
const RFC_DAYS = 182;

/**
 * The days whose merges an issue lists, as times in UTC; undefined for an issue without a date.
 *
 * @param forgotten also ask for what earlier issues should have listed; only RFCs are looked for that far
 */
export function logSpan(
  issue: Issue,
  repo: string,
  forgotten: boolean,
): { readonly since: string; readonly until: string } | undefined {
  if (issue.date === undefined) return undefined;
  const days = forgotten && repo.toLowerCase() === 'rust-lang/rfcs' ? RFC_DAYS : FIRST_DAY;
  return {
    since: `${addDays(issue.date, -days)}T00:00:00Z`,
    until: `${addDays(issue.date, -LAST_DAY)}T23:59:59Z`,
  };
}

/**
 * What an issue could list of what was merged: neither what it lists already nor what earlier issues did.
 *
 * @returns by section, in the order of the era; within a section as the newsletter sorts, by the authors' titles
 */
export function changesFor(
  issue: Issue,
  logs: readonly RepositoryLog[],
  archive: ArchiveView | undefined,
): Change[] {
  const order = issue.profile.sections.map(({ key }) => key);
  const listed = new Set(issue.links.flatMap(({ url }) => pullKey(url) ?? []));
  for (const earlier of archive?.issues ?? []) for (const key of earlier.pulls) listed.add(key);
  const changes = logs.flatMap(({ repo, commits, merges = [] }) => {
    const filesOf = filesByNumber(merges);
    return mergedPulls(commits).flatMap(({ number, title }): Change[] => {
      const id = `${repo}#${number}`;
      if (listed.has(id.toLowerCase())) return [];
      listed.add(id.toLowerCase());
      const files = filesOf.get(number);
      const section = sectionOf(
        repo,
        title,
        files?.map(({ path }) => path),
      );
      const rfc = section === 'approved-rfcs';
      if (rfc && files && !isRfc(files)) return [];
      const spec = issue.profile.sections.find(({ key }) => key === section);
      if (!spec) return [];
      return [
        {
          id,
          repo,
          number,
          title: rfc ? mendedTitle(title) : houseTitle(withoutGroup(title, section)),
          original: title,
          url: `https://github.com/${repo}/pull/${number}`,
          section,
          group: plainTitle(spec.title),
          // Of the RFCs only a merge tells that it is one.
          usual: rfc ? files !== undefined : isUsual(title),
        },
      ];
    });
  });
  return changes.sort(
    (a, b) =>
      order.indexOf(a.section) - order.indexOf(b.section) ||
      compare(a.original, b.original) ||
      a.number - b.number,
  );
}

type Files = MergedFiles['files'];

/** Rollups merge branches that are merges themselves. */
function filesByNumber(merges: readonly MergedFiles[]): ReadonlyMap<number, Files> {
  return new Map(
    merges.flatMap(({ subject, files }) => {
      const number = numberOfMerge(subject);
      return number === undefined ? [] : [[number, files] as const];
    }),
  );
}

/** An RFC is a new text, and not one that was given its number. */
function isRfc(files: Files): boolean {
  const texts = files.filter(({ path }) => /^text\/.*\.md$/.test(path));
  return texts.some(({ status }) => status === 'added') && !texts.some(({ status }) => status === 'deleted');
}

/** Without regard to case, by character: so the lists of published issues are sorted. */
function compare(a: string, b: string): number {
  const [first, second] = [a.toLowerCase(), b.toLowerCase()];
  return first < second ? -1 : first > second ? 1 : 0;
}

/** Lists changes, each under its heading, below what stands there. @returns edits in the issue's own line ending */
export function insertChanges(
  issue: Issue,
  changes: readonly Pick<Change, 'section' | 'title' | 'url'>[],
): Edit[] {
  let current = issue;
  for (const section of new Set(changes.map((change) => change.section))) {
    const items = changes
      .filter((change) => change.section === section)
      .map(({ title, url }) => `* [${title}](${url})`);
    current = current.with(addItems(current, section, items));
  }
  return lineEdits(issue.source.text, current.source.text);
}
