import type { CancellationToken, Disposable, WorkspaceEdit } from 'vscode-languageserver';
import type { Document } from '../engine';
import type { Judgement } from '../engine/submissions';
import type { PartialSubmission } from '../features/submit/submissionCheck';
import type { Submission } from '../features/submit/submit';
import {
  type Advice,
  LINK_ITEMS,
  type LinkItemsParams,
  type LinkItemsResult,
  type RenderParams,
  SUBMIT,
  SUBMIT_CHECK,
  SUBMIT_START,
  type SubmitCheckParams,
  type SubmitCheckResult,
  type SubmitParams,
  type SubmitResult,
  type SubmitStart,
} from '../protocol/protocol';
import type { CheckOptions } from '../rules/rule';
import { type Context, stillWanted } from './context';
import { toRange, toWorkspaceEdit } from './convert';

/** `twir/submit...` and `twir/linkItems`: new links and events, judged before they are in the issue. */
export function registerSubmit(context: Context): Disposable[] {
  const { connection, engine } = context;
  /** Answers about an open newsletter file. */
  const answer = <P extends { readonly uri: string }, R>(
    method: string,
    work: (document: Document, options: CheckOptions, params: P) => R,
  ): Disposable =>
    connection.onRequest(
      method,
      (params: P, token: CancellationToken): Promise<unknown> =>
        context.answer<R | null>(method, params.uri, token, null, async () => {
          // Whoever adds a link wants to know at once that it stood in an earlier issue.
          await engine.ready(params.uri);
          const options: CheckOptions = { ...(await context.options(params.uri)), role: 'contributor' };
          stillWanted(token);
          const document = context.newsletter(params.uri);
          return document ? work(document, options, params) : null;
        }),
    );
  return [
    answer(SUBMIT_START, (document, _, __: RenderParams): SubmitStart => {
      const { window, ...start } = engine.submissionStart(document);
      return { ...start, window: window ?? null };
    }),
    answer(SUBMIT_CHECK, (document, options, { submission, field }: SubmitCheckParams): SubmitCheckResult => {
      const partial = submission as unknown as PartialSubmission;
      const { source, findings, ...checked } = engine.checkSubmission(document, options, partial, field);
      return { ...checked, advice: advise(context, document, { source, findings }) };
    }),
    answer(SUBMIT, (document, options, { submission }: SubmitParams): SubmitResult<WorkspaceEdit> => {
      const made = engine.submit(document, options, submission as unknown as Submission);
      if (!made) return { edit: null, places: [], advice: [] };
      const { source } = engine.issue(document);
      const edited = { uri: document.uri, version: document.version, source };
      return {
        edit: toWorkspaceEdit(edited, made.edits, false, context.abilities),
        places: made.places.map((range) => toRange(made.source, range)),
        advice: advise(context, document, made),
      };
    }),
    answer(LINK_ITEMS, (document, options, { text, position }: LinkItemsParams): LinkItemsResult | null => {
      const { source } = engine.issue(document);
      const made = engine.linkItems(document, options, text, source.offsetAt(position));
      if (!made) return null;
      const advice = advise(context, document, made);
      return { range: toRange(source, made.edit), snippet: made.edit.text, advice };
    }),
  ];
}

function advise(context: Context, { uri }: Document, { source: own, findings }: Judgement): Advice[] {
  return findings.map(({ rule, severity, message, related: [place] }): Advice => {
    const source = place && (place.uri === undefined ? own : context.sourceOf(place.uri));
    if (!place || !source) return { rule, severity, message };
    const related = { uri: place.uri ?? uri, range: toRange(source, place), message: place.message };
    return { rule, severity, message, related };
  });
}
