import type { CancellationToken, Disposable, WorkspaceEdit } from 'vscode-languageserver';
import type { Document } from '../engine';
import { EVENT_GUIDELINES, LINK_GUIDELINES } from '../features/submit/guide';
import { linkItemsEdit } from '../features/submit/linkItems';
import {
  beforeEdits,
  checkField,
  completed,
  findingsAbout,
  insertedRanges,
  type PartialSubmission,
  type SubmissionField,
} from '../features/submit/submissionCheck';
import { type Submission, submissionEdits, submissionSections } from '../features/submit/submit';
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
import type { CheckOptions, Finding } from '../rules/rule';
import type { Edit } from '../text/edits';
import { withEol } from '../text/edits';
import { plainSnippet } from '../text/snippet';
import { type Context, stillWanted } from './context';
import { toRange, toWorkspaceEdit } from './convert';

const FIELDS: readonly SubmissionField[] = ['url', 'title', 'date', 'location', 'organiser', 'organiserUrl'];

/** `twir/submit...` and `twir/linkItems`: new links and events, judged before they are in the issue. */
export function registerSubmit(context: Context): Disposable[] {
  const { connection, service } = context;
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
          await context.archives.loaded(params.uri);
          const options: CheckOptions = { ...(await context.options(params.uri)), role: 'contributor' };
          stillWanted(token);
          const document = context.newsletter(params.uri);
          return document ? work(document, options, params) : null;
        }),
    );
  return [
    answer(SUBMIT_START, (document, _, __: RenderParams): SubmitStart => {
      const issue = service.issue(document);
      const { number } = issue.frontMatter;
      return {
        title: number === undefined ? 'the draft' : `issue ${number}`,
        window: issue.window ?? null,
        sections: submissionSections(issue),
        linkGuidelines: LINK_GUIDELINES,
        eventGuidelines: EVENT_GUIDELINES,
      };
    }),
    answer(SUBMIT_CHECK, (document, options, params: SubmitCheckParams) =>
      checkOne(context, document, options, params),
    ),
    answer(SUBMIT, (document, options, { submission }: SubmitParams): SubmitResult<WorkspaceEdit> => {
      const issue = service.issue(document);
      const edits = submissionEdits(issue, submission as unknown as Submission);
      const none = { edit: null, places: [], advice: [] };
      if (edits.length === 0) return none;
      const tried = service.tryOut(document, options, edits);
      const own = edits.map((edit) => withEol(edit, issue.source.eol));
      const edited = { uri: document.uri, version: document.version, source: issue.source };
      return {
        edit: toWorkspaceEdit(edited, own, false, context.abilities),
        places: insertedRanges(own).map((range) => toRange(tried.issue.source, range)),
        advice: advise(context, document, tried, findingsAbout(own, tried.findings)),
      };
    }),
    answer(LINK_ITEMS, (document, options, { text, position }: LinkItemsParams): LinkItemsResult | null => {
      const { source } = service.issue(document);
      const edit = linkItemsEdit(service.issue(document), text, source.offsetAt(position));
      if (!edit) return null;
      const plain: Edit = { ...edit, text: plainSnippet(edit.text) };
      const tried = service.tryOut(document, options, [plain]);
      const found = findingsAbout([withEol(plain, source.eol)], tried.findings, 'url');
      return {
        range: toRange(source, edit),
        snippet: edit.text,
        advice: advise(
          context,
          document,
          tried,
          found.filter(({ rule }) => rule.startsWith('link-duplicate')),
        ),
      };
    }),
  ];
}

function checkOne(
  context: Context,
  document: Document,
  options: CheckOptions,
  params: SubmitCheckParams,
): SubmitCheckResult {
  const issue = context.service.issue(document);
  const field = FIELDS.find((known) => known === params.field);
  const submission = params.submission as unknown as PartialSubmission;
  if (!field) throw new RangeError(`No such field: ${params.field}`);
  const checked = checkField(issue, field, params.submission[field] ?? '');
  if (checked.problem !== undefined) return { ...checked, advice: [] };
  const whole = completed(issue, { ...submission, [field]: checked.value });
  const edits = submissionEdits(issue, whole).map((edit) => withEol(edit, issue.source.eol));
  if (edits.length === 0) {
    const problem =
      whole.kind === 'event'
        ? 'Expected a place with a known country, like Oslo, NO, Virtual or Hybrid (Oslo, NO)'
        : 'The section was not found';
    return { ...checked, problem, advice: [] };
  }
  const tried = context.service.tryOut(document, options, edits);
  // Nothing has been put in yet: places of this issue are where they are now.
  const found = findingsAbout(edits, tried.findings, field).map((finding) => ({
    ...finding,
    related: finding.related.map((place) => (place.uri === undefined ? beforeEdits(edits, place) : place)),
  }));
  return { ...checked, advice: advise(context, document, { issue }, found) };
}

function advise(
  context: Context,
  { uri }: Document,
  tried: { readonly issue: { readonly source: Parameters<typeof toRange>[0] } },
  findings: readonly Finding[],
): Advice[] {
  return findings.map(({ rule, severity, message, related: [place] }): Advice => {
    // The first of two places only says that there is another; here it is the one that is new.
    const level = rule === 'link-duplicate' ? 'error' : severity;
    const source = place && (place.uri === undefined ? tried.issue.source : context.sourceOf(place.uri));
    if (!place || !source) return { rule, severity: level, message };
    const related = { uri: place.uri ?? uri, range: toRange(source, place), message: place.message };
    return { rule, severity: level, message, related };
  });
}
