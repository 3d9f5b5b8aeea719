import type { Disposable, RequestType } from 'vscode-languageserver';
import { type Document, hasTag } from '../engine';
import type { Judgement } from '../engine/submissions';
import type { PartialSubmission } from '../features/submit/submissionCheck';
import type { Submission } from '../features/submit/submit';
import type { DocumentParams } from '../protocol/document';
import { type Advice, LINK_ITEMS, SUBMIT, SUBMIT_CHECK, SUBMIT_START } from '../protocol/submit';
import type { CheckOptions } from '../rules/rule';
import { plainSnippet } from '../text/snippet';
import { type Context, stillWanted, uriOf } from './context';
import { toWorkspaceEdit } from './convert';
import { toOffset, toRange } from './positions';

/** `twir/submit...` and `twir/linkItems`: new links and events, judged before they are in the issue. */
export function registerSubmit(context: Context): Disposable[] {
  const { abilities, engine } = context;
  /** Answers about an open newsletter file. */
  const answer = <P extends DocumentParams, R>(
    type: RequestType<P, R | null, void>,
    work: (document: Document, options: CheckOptions, params: P) => R | null,
  ): Disposable =>
    context.handle(type, uriOf, null, async (params, token) => {
      // Whoever adds a link wants to know at once that it stood in an earlier issue.
      await engine.ready(params.uri);
      const options: CheckOptions = { ...(await context.options(params.uri)), role: 'contributor' };
      stillWanted(token);
      const document = context.newsletter(params.uri);
      return document ? work(document, options, params) : null;
    });
  return [
    answer(SUBMIT_START, (document) => {
      const { window, ...start } = engine.submissionStart(document);
      return { ...start, window: window ?? null };
    }),
    answer(SUBMIT_CHECK, (document, options, { submission, field }) => {
      const partial = submission as unknown as PartialSubmission;
      const { source, findings, ...checked } = engine.checkSubmission(document, options, partial, field);
      return { ...checked, advice: advise(context, document, { source, findings }) };
    }),
    answer(SUBMIT, (document, options, { submission }) => {
      const made = engine.submit(document, options, submission as unknown as Submission);
      if (!made) return { edit: null, places: [], advice: [], pullRequest: null };
      const { source } = engine.issue(document);
      const edited = { uri: document.uri, version: document.version, source };
      return {
        edit: toWorkspaceEdit(edited, made.edits, false, abilities),
        places: made.places.map((range) => toRange(made.source, range, abilities)),
        advice: advise(context, document, made),
        pullRequest: made.pullRequest,
      };
    }),
    answer(LINK_ITEMS, (document, options, { position, ...pasted }) => {
      const { source } = engine.issue(document);
      const made = engine.linkItems(document, options, pasted, toOffset(source, position, abilities));
      if (!made) return null;
      const advice = advise(context, document, made);
      return {
        range: toRange(source, made.edit, abilities),
        snippet: made.edit.text,
        plain: plainSnippet(made.edit.text),
        advice,
      };
    }),
  ];
}

function advise(context: Context, { uri }: Document, { source: own, findings }: Judgement): Advice[] {
  return findings.map(({ rule, severity, message, related: [place] }): Advice => {
    const told = { rule, severity, message, ...(hasTag(rule, 'again') ? { again: true as const } : {}) };
    const source = place && (place.uri === undefined ? own : context.sourceOf(place.uri));
    if (!place || !source) return told;
    const range = toRange(source, place, context.abilities);
    const related = { uri: place.uri ?? uri, range, message: place.message };
    return { ...told, related };
  });
}
