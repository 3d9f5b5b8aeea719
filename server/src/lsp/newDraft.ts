import type { CancellationToken, Disposable } from 'vscode-languageserver';
import { NewDraftError } from '../engine';
import { NEW_DRAFT, type NewDraftParams, type NewDraftResult } from '../protocol/newDraft';
import { SourceText } from '../text/sourceText';
import { type Context, stillWanted } from './context';
import { toRange } from './positions';

/** `twir/newDraft`: the text of the next draft, from the template and the issue a week before. */
export function registerNewDraft(context: Context): Disposable[] {
  return [
    context.handle(
      NEW_DRAFT,
      ({ template }) => template,
      { problem: 'The draft could not be made; the log says why.' },
      (params, token) => make(context, params, token),
    ),
  ];
}

async function make(
  { abilities, engine }: Context,
  { template, date, previous }: NewDraftParams,
  token: CancellationToken,
): Promise<NewDraftResult> {
  try {
    const { caret, jobsThread, ...made } = await engine.newDraft({ template, date, previousUri: previous });
    stillWanted(token);
    const source = new SourceText(made.text);
    const at = toRange(source, caret, abilities);
    return { draft: { ...made, caret: at, jobsThread: jobsThread !== undefined } };
  } catch (error) {
    if (error instanceof NewDraftError) return { problem: `${error.message}.` };
    throw error;
  }
}
