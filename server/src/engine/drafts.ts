import { type NewDraft, NewDraftError, newDraft, nextIssueDate } from '../features/draft/newDraft';
import { addDays, isDate, issueNumberOf } from '../newsletter/issue/date';
import { fileDate, issueFileName } from '../protocol/newsletterFile';
import { isTooLarge } from '../text/size';
import type { Range } from '../text/sourceText';
import { parentOf } from '../workspace/files';
import type { Reader } from './reader';

/** The next issue. */
export interface Drafts {
  /**
   * Makes the next draft from the template and the issue a week before. Writing it is left to the caller.
   *
   * @throws NewDraftError with a message for the author when there can be none
   */
  newDraft(request: DraftRequest): Promise<MadeDraft>;
}

interface DraftRequest {
  /** The template, usually `draft/DRAFT_TEMPLATE`. */
  readonly template: string;
  /** Issue date; the next one when absent. */
  readonly date?: string | undefined;
  /** Folders with earlier issues, the first that has the issue a week before counts; the template's and `content/`. */
  readonly earlier?: readonly string[] | undefined;
  /** Text of the issue a week before, instead of the one that is found. */
  readonly previous?: string | undefined;
  /** The same by its name. */
  readonly previousUri?: string | undefined;
  /** Folder of the draft; the template's when absent. */
  readonly folder?: string | undefined;
  /** Make the draft although there is one: it will not be written over it. */
  readonly again?: boolean | undefined;
  /** Keep past events: exactly what the newsletter's own creator writes. */
  readonly keepPast?: boolean | undefined;
}

interface MadeDraft extends Omit<NewDraft, 'fileName' | 'issue'> {
  readonly uri: string;
  readonly date: string;
  /** The file is there already and has to stay as it is; no text then. */
  readonly exists: boolean;
  /** The first thing to fill in; offsets. */
  readonly caret: Range;
  /** The issue a week before was found. */
  readonly previous: boolean;
  /** Where it was not: the newest earlier issue there is. */
  readonly newest?: { readonly uri: string; readonly date: string };
}

export function drafts(reader: Reader): Drafts {
  const { workspace } = reader;
  return {
    newDraft: async (request) => {
      const date = request.date ?? nextIssueDate(reader.today());
      if (!isDate(date)) throw new NewDraftError(`“${date}” is not a date like 2026-02-25`);
      const beside = parentOf(request.template);
      const folder = request.folder ?? beside;
      const name = issueFileName(date);
      const uri = `${folder}/${name}`;
      const top = { start: 0, end: 0 };
      if (!request.again && (await workspace.list(folder)).includes(name)) {
        const none = { text: '', carried: 0, dropped: 0, jobsThread: undefined, previous: false };
        return { ...none, uri, date, number: issueNumberOf(date) ?? 0, exists: true, caret: top };
      }
      const template = await workspace.read(request.template);
      if (template === undefined) throw new NewDraftError('The template could not be read');
      if (isTooLarge(template)) throw new NewDraftError('The template is larger than 1 MB');
      // What is still a draft is newer than what may be published of it.
      const earlier = request.earlier ?? [beside, `${parentOf(beside)}/content`];
      const before = issueFileName(addDays(date, -7));
      const found = request.previousUri
        ? [request.previousUri]
        : earlier.map((place) => `${place}/${before}`);
      const previous = request.previous ?? (await firstText(found));
      const newest = previous === undefined ? await newestIssue(earlier, date) : undefined;
      const { fileName, issue, ...made } = newDraft({
        date,
        template,
        previous,
        keepPast: request.keepPast ?? false,
      });
      return {
        ...made,
        uri,
        date,
        exists: false,
        caret: issue.placeholders[0] ?? top,
        previous: previous !== undefined,
        ...(newest ? { newest } : {}),
      };
    },
  };

  /** The latest issue before a day, in whichever folder it is. */
  async function newestIssue(
    folders: readonly string[],
    before: string,
  ): Promise<{ uri: string; date: string } | undefined> {
    let newest: { uri: string; date: string } | undefined;
    for (const folder of folders) {
      for (const name of await workspace.list(folder)) {
        const date = fileDate(name);
        if (date === undefined || date >= before || (newest && date <= newest.date)) continue;
        newest = { uri: `${folder}/${name}`, date };
      }
    }
    return newest;
  }

  async function firstText(uris: readonly string[]): Promise<string | undefined> {
    for (const uri of uris) {
      const text = await workspace.read(uri);
      if (text !== undefined && !isTooLarge(text)) return text;
    }
    return undefined;
  }
}
