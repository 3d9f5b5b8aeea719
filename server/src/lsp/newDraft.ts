import type { CancellationToken, Disposable } from 'vscode-languageserver';
import { draftName, NewDraftError, newDraft, nextIssueDate } from '../features/draft/newDraft';
import { addDays, isDate, issueNumberOf } from '../newsletter/issue/date';
import { readIssue } from '../newsletter/issue/issue';
import { NEW_DRAFT, type NewDraftParams, type NewDraftResult } from '../protocol/protocol';
import type { FileSource } from '../workspace/archives';
import { parentOf } from '../workspace/textFiles';
import { today } from './clock';
import { type Context, stillWanted } from './context';
import { toRange } from './convert';

/** `twir/newDraft`: the text of the next draft, from the template and the issue a week before. */
export function registerNewDraft(context: Context, files: FileSource | undefined): Disposable[] {
  return [
    context.connection.onRequest(
      NEW_DRAFT,
      (params: NewDraftParams, token: CancellationToken): Promise<NewDraftResult> =>
        context.answer<NewDraftResult>(
          NEW_DRAFT,
          params.template,
          token,
          { problem: 'The draft could not be made; the log says why.' },
          () => make(context, files, params, token),
        ),
    ),
  ];
}

async function make(
  context: Context,
  files: FileSource | undefined,
  params: NewDraftParams,
  token: CancellationToken,
): Promise<NewDraftResult> {
  const date = params.date ?? nextIssueDate(today());
  if (!files) return { problem: 'There are no files to make a draft from.' };
  if (!isDate(date)) return { problem: `Expected a date like 2026-02-25, found "${date}".` };
  const read = (uri: string) => context.document(uri)?.text ?? files.read(uri).catch(() => undefined);
  const folder = parentOf(params.template);
  const name = draftName(date);
  const uri = `${folder}/${name}`;
  const none = { text: '', carried: 0, dropped: 0, jobsThread: false, previous: false };
  const top = { line: 0, character: 0 };
  const names = await files.list(folder).catch((): string[] => []);
  stillWanted(token);
  if (names.includes(name)) {
    const number = issueNumberOf(date) ?? 0;
    return { draft: { ...none, uri, date, number, exists: true, caret: { start: top, end: top } } };
  }
  const template = await read(params.template);
  if (template === undefined) return { problem: `${params.template} could not be read.` };
  const previousName = draftName(addDays(date, -7));
  // What is still a draft is newer than what may be published of it.
  const previous =
    (await read(`${folder}/${previousName}`)) ?? (await read(`${parentOf(folder)}/content/${previousName}`));
  stillWanted(token);
  try {
    const made = newDraft({ date, template, previous, keepPast: false });
    const issue = readIssue({ uri, text: made.text });
    const first = issue.placeholders[0];
    return {
      draft: {
        uri,
        date,
        number: made.number,
        exists: false,
        text: made.text,
        caret: toRange(issue.source, first ?? { start: 0, end: 0 }),
        carried: made.carried,
        dropped: made.dropped,
        jobsThread: made.jobsThread !== undefined,
        previous: previous !== undefined,
      },
    };
  } catch (error) {
    if (error instanceof NewDraftError) return { problem: `${error.message}.` };
    throw error;
  }
}
