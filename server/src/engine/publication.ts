import { NEWSLETTER, repositoryOf } from '../features/changes/repositories';
import { type Announcement, announcements } from '../features/publish/announcements';
import { type LostLink, lostLinks } from '../features/publish/lost';
import { type Leftovers, leftovers } from '../features/publish/offers';
import { type RedditLink, redditLink } from '../features/publish/redditLink';
import { addDays, issueNumberOf } from '../newsletter/issue/date';
import { issueFileName } from '../protocol/newsletterFile';
import type { CheckOptions } from '../rules/rule';
import { compatible, type Edit, withEol } from '../text/edits';
import { parentOf } from '../workspace/files';
import { GitError, type Repository } from '../workspace/git';
import { passed } from './gate';
import type { Document, Reader } from './reader';

/** An issue comes out. Files are moved and written by the caller; nothing is pushed or posted. */
export interface Publications {
  /**
   * What publishing a draft comes to.
   *
   * @param base the branch that it is published to; the newsletter’s own as this checkout last fetched it when absent
   * @throws PublicationError when it can’t be published at all
   */
  publication(document: Document, options: CheckOptions, base?: string): Promise<Publication>;
  /** Does what was offered: the chosen ones, by their place in the list. */
  tidy(document: Document, options: CheckOptions, chosen?: readonly number[]): readonly Edit[];
  /** Sets the link to the discussion of a published issue. */
  redditLink(document: Document, address: string): RedditLink;
  /** The texts with which an issue is announced. */
  announcements(document: Document): readonly Announcement[];
}

export interface Publication extends Leftovers {
  readonly number: number;
  readonly date: string;
  /** URI of the published file. */
  readonly content: string;
  /** The draft of the week after: its date, number, URI, and the template that it is made from. */
  readonly next: {
    readonly date: string;
    readonly number: number;
    readonly uri: string;
    readonly template: string;
  };
  /** The branch that the draft was compared with; undefined when there is none, for the reason in {@link notes}. */
  readonly base: string | undefined;
  /** What is in the base branch’s draft and not in this one. */
  readonly lost: readonly LostLink[];
  /** Links beyond what is usually trimmed are missing, or ones that nobody here has seen: publishing would lose them. */
  readonly behind: boolean;
  readonly notes: readonly string[];
  /** Subject of the commit. */
  readonly commitMessage: string;
}

/** Why an issue can’t be published; shown to the author as it is. */
export class PublicationError extends Error {}

/** Over three years no editor has taken out more on publication day; an old copy of a draft lacks dozens. */
const USUALLY_TRIMMED = 10;

export function publications(reader: Reader): Publications {
  const release = (options: CheckOptions): CheckOptions => ({ ...options, stage: 'release' });
  const left = (document: Document, options: CheckOptions) =>
    leftovers(reader.issue(document), reader.check(document, release(options)));
  return {
    publication: async (document, options, given) => {
      const issue = reader.issue(document);
      const { date } = issue;
      const number = date === undefined ? undefined : issueNumberOf(date);
      if (date === undefined || number === undefined)
        throw new PublicationError('The draft has no valid date in its front matter');
      const folder = parentOf(document.uri);
      if (!folder.endsWith('/draft'))
        throw new PublicationError('Only a file in the folder draft/ is published');
      const content = `${parentOf(folder)}/content/${issueFileName(date)}`;
      if ((await reader.workspace.list(parentOf(content))).includes(issueFileName(date)))
        throw new PublicationError(`content/${issueFileName(date)} is there already`);
      await reader.workspace.loaded(document.uri);
      const compared = await comparedWithBase(reader, document, content, given);
      const after = addDays(date, 7);
      return {
        ...left(document, options),
        ...compared,
        behind: compared.lost.some(({ unseen }) => unseen) || compared.lost.length > USUALLY_TRIMMED,
        number,
        date,
        content,
        next: {
          date: after,
          number: number + 1,
          uri: `${folder}/${issueFileName(after)}`,
          template: `${folder}/DRAFT_TEMPLATE`,
        },
        commitMessage: `Publish TWiR ${number}, add draft for TWiR ${number + 1}`,
      };
    },
    tidy: (document, options, chosen) => {
      const { offers } = left(document, options);
      const { eol } = reader.issue(document).source;
      const taken = chosen ? chosen.flatMap((index) => offers[index] ?? []) : offers;
      const edits = compatible(taken.map(({ fix }) => fix.edits())).map((edit) => withEol(edit, eol));
      return passed(reader.ports.log, `Tidying ${document.uri}`, document.text, edits);
    },
    redditLink: (document, address) => {
      const result = redditLink(reader.issue(document), address);
      if ('problem' in result) return result;
      const { log } = reader.ports;
      return { ...result, edits: passed(log, `Reddit link of ${document.uri}`, document.text, result.edits) };
    },
    announcements: (document) => announcements(reader.issue(document)),
  };
}

async function comparedWithBase(
  reader: Reader,
  document: Document,
  content: string,
  given: string | undefined,
): Promise<Pick<Publication, 'base' | 'lost' | 'notes'>> {
  const nothing = (note: string) => ({ base: undefined, lost: [], notes: [note] });
  const { git } = reader.ports;
  if (!git) return nothing('Not compared with the base branch: git can’t be run here');
  try {
    const repository = await git.repositoryOf(document.uri);
    if (!repository) return nothing('Not compared with the base branch: this is no git repository');
    const found = await baseBranch(repository, given);
    if (!found)
      return nothing(
        'Not compared with the base branch: none is known here; fetch it, or name one to compare with',
      );
    const { revision, common } = found;
    const pathOf = (uri: string) => decodeURIComponent(uri.slice(repository.root.length + 1));
    const draft = pathOf(document.uri);
    const texts = await repository.textsAt(revision, [draft, pathOf(content)]);
    if (texts.has(pathOf(content)))
      throw new PublicationError(`${revision} has ${pathOf(content)} already: the issue is out`);
    const text = texts.get(draft);
    if (text === undefined) return nothing(`Not compared: ${revision} has no ${draft}`);
    const before = (await repository.textsAt(common, [draft])).get(draft);
    const issue = reader.issue(document);
    const lost = lostLinks(issue, issue.with(text), before === undefined ? undefined : issue.with(before));
    return { base: revision, lost, notes: [] };
  } catch (error) {
    if (error instanceof GitError && given === undefined)
      return nothing(`Not compared with the base branch: ${error.message}`);
    throw error instanceof GitError ? new PublicationError(error.message) : error;
  }
}

/** The branch that issues are published to, as this checkout knows it, and the commit that HEAD grew apart from it. */
async function baseBranch(
  repository: Repository,
  given: string | undefined,
): Promise<{ revision: string; common: string } | undefined> {
  if (given !== undefined) return { revision: given, common: await repository.mergeBase(given) };
  const remotes: { name: string; own: boolean }[] = [];
  for (const name of ['upstream', 'origin']) {
    const url = await repository.remoteUrl(name);
    if (url !== undefined) remotes.push({ name, own: repositoryOf(url)?.toLowerCase() === NEWSLETTER });
  }
  const revisions = remotes
    .sort((a, b) => Number(b.own) - Number(a.own))
    .flatMap(({ name }) => ['main', 'HEAD', 'master'].map((branch) => `${name}/${branch}`));
  for (const revision of revisions) {
    const common = await commonWith(repository, revision);
    if (common !== undefined) return { revision, common };
  }
  return undefined;
}

/** The commit that HEAD and a revision grew apart from; undefined where there is none, or no such revision. */
async function commonWith(repository: Repository, revision: string): Promise<string | undefined> {
  try {
    return await repository.mergeBase(revision);
  } catch (error) {
    if (error instanceof GitError) return undefined;
    throw error;
  }
}
