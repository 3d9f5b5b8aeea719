import {
  type Change,
  changesFor,
  insertChanges,
  logSpan,
  type RepositoryLog,
} from '../features/changes/changes';
import { NEWSLETTER, repositoryOf } from '../features/changes/repositories';
import { type Clipping, readClipping } from '../features/clipping/clipping';
import { type FillPlan, planFill } from '../features/fill/fill';
import { fillPassage } from '../features/fill/passage';
import { reportOf } from '../features/fill/triage';
import { addDays } from '../newsletter/issue/date';
import type { Edit } from '../text/edits';
import { GitError, type Repository } from '../workspace/git';
import { passed } from './gate';
import type { Document, Reader } from './reader';

/** The week's copying: sections from their sources, merged pull requests from checkouts. */
export interface Week {
  /** What filling sections from a text comes to. */
  planFill(document: Document, source: FillSource): FillPlan;
  /**
   * The quote or the crate of the week from the text of a forum post, in the place of the placeholder or of what stands
   * there: an edit whose text is a snippet. Undefined when the text or the issue has no place for one.
   */
  clip(document: Document, text: string, kind: Clipping['kind']): Edit | undefined;
  /** The performance triage report of an issue, from the checkout of rustc-perf that the configuration names. */
  triageReport(document: Document): Promise<FillSource | undefined>;
  /**
   * What was merged in checkouts in the week of an issue.
   *
   * @param checkouts URIs of folders; those that the configuration names when absent
   */
  mergedChanges(document: Document, checkouts?: readonly string[]): Promise<MergedChanges>;
  /** Lists changes. The edits are in the document's own line ending. */
  insertChanges(
    document: Document,
    changes: readonly Pick<Change, 'section' | 'title' | 'url'>[],
  ): readonly Edit[];
}

interface FillSource {
  readonly text: string;
  /** Path of the file, as much of it as is known. */
  readonly name?: string;
  /** Of rustc-perf. */
  readonly revision?: string;
}

interface MergedChanges {
  readonly changes: readonly Change[];
  /** Checkouts that tell nothing, and why. */
  readonly problems: readonly string[];
  /** How many checkouts were asked. */
  readonly checkouts: number;
}

/** Where what a pull request changed tells what it is. */
const TOLD_BY_FILES = new Set(['rust-lang/rust', 'rust-lang/rfcs']);
const ROLLUP_DAYS = 4;
const PERF = 'rust-lang/rustc-perf';
/** Repositories whose merges no list of an issue is made of. */
const NOT_LISTED = new Set([PERF, NEWSLETTER]);

export function week(reader: Reader): Week {
  const gate = (what: string, { uri, text }: Document, edits: readonly Edit[]) =>
    passed(reader.ports.log, `${what} in ${uri}`, text, edits);
  return {
    planFill: (document, source) => {
      const plan = planFill({ issue: reader.issue(document), ...source });
      return { ...plan, edits: gate('Fill sections', document, plan.edits) };
    },
    clip: (document, text, kind) => {
      const clipping = readClipping(text, kind);
      if (!clipping) return undefined;
      const made = fillPassage(reader.issue(document), kind === 'quote' ? 'qotw' : 'cotw', clipping.text);
      return made && gate(`The ${kind} of the week`, document, made)[0];
    },
    triageReport: async (document) => {
      const { date } = reader.issue(document);
      if (date === undefined) return undefined;
      for (const { repo, repository } of (
        await opened(reader, await reader.workspace.checkouts(document.uri))
      ).found) {
        if (repo.toLowerCase() !== PERF) continue;
        const folder = `${repository.root}/triage`;
        const names = await Promise.all(
          ['', `${date.slice(0, 4)}/`, `${Number(date.slice(0, 4)) - 1}/`].map(async (year) =>
            (await reader.workspace.list(`${folder}/${year}`.replace(/\/$/, ''))).map(
              (name) => `${year}${name}`,
            ),
          ),
        );
        const name = reportOf(names.flat(), date);
        const text = name && (await reader.workspace.read(`${folder}/${name}`));
        if (text) return { text, name: `triage/${name}`, revision: await repository.mergeBase('HEAD') };
      }
      return undefined;
    },
    mergedChanges: async (document, checkouts) => {
      await reader.workspace.loaded(document.uri);
      const issue = reader.issue(document);
      const archive = reader.workspace.archive(issue);
      const folders = checkouts ?? (await reader.workspace.checkouts(document.uri));
      const { found, problems } = await opened(reader, folders);
      const logs: RepositoryLog[] = [];
      for (const { repo, repository } of found) {
        const span = NOT_LISTED.has(repo.toLowerCase())
          ? undefined
          : logSpan(issue, repo, archive !== undefined);
        if (!span) continue;
        try {
          const commits = await repository.logFirstParent(span);
          // A rollup's branches were merged in the days before.
          const early = { ...span, since: `${addDays(span.since.slice(0, 10), -ROLLUP_DAYS)}T00:00:00Z` };
          const merges = TOLD_BY_FILES.has(repo.toLowerCase()) ? await repository.filesOfMerges(early) : [];
          logs.push({ repo, commits, merges });
        } catch (error) {
          problems.push(reason(error));
        }
      }
      return { changes: changesFor(issue, logs, archive), problems, checkouts: folders.length };
    },
    insertChanges: (document, changes) =>
      gate('Merged pull requests', document, insertChanges(reader.issue(document), changes)),
  };
}

/** The repositories of folders, each known by its remote's address. */
async function opened(
  reader: Reader,
  folders: readonly string[],
): Promise<{ found: { repo: string; repository: Repository }[]; problems: string[] }> {
  const found: { repo: string; repository: Repository }[] = [];
  const problems: string[] = [];
  const { git } = reader.ports;
  if (!git) return { found, problems: ['Checkouts can only be read where git can be run'] };
  for (const folder of folders) {
    try {
      const repository = await git.repositoryOf(folder);
      const remote = await repository?.remoteUrl();
      const repo = remote === undefined ? undefined : repositoryOf(remote);
      if (!repository) problems.push(`${folderName(folder)} is no git repository`);
      else if (repo === undefined) problems.push(`${folderName(folder)} has no remote “origin” on GitHub`);
      else if (!found.some((known) => known.repo === repo)) found.push({ repo, repository });
    } catch (error) {
      problems.push(reason(error));
    }
  }
  return { found, problems };
}

/** What a folder is called in a message: its path on this machine. */
function folderName(uri: string): string {
  return decodeURIComponent(uri.replace(/^file:\/\//, ''));
}

function reason(error: unknown): string {
  if (error instanceof GitError) return error.message;
  throw error;
}
