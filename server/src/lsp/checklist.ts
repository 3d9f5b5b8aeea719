import type { CancellationToken, Disposable, WorkspaceEdit } from 'vscode-languageserver';
import type { Document } from '../engine';
import { type ChecklistEntry, type ChecklistSection, checklist } from '../features/checklist/checklist';
import {
  CHECKLIST,
  CHECKLIST_FIX,
  type ChecklistEntryResult,
  type ChecklistFixParams,
  type ChecklistResult,
  type ChecklistSectionResult,
  type RenderParams,
} from '../protocol/protocol';
import type { CheckOptions } from '../rules/rule';
import { withEol } from '../text/edits';
import type { SourceText } from '../text/sourceText';
import { type Context, stillWanted } from './context';
import { toRange, toWorkspaceEdit } from './convert';

/** `twir/checklist` and `twir/checklistFix`: what is left to do, whatever stage the author has set. */
export function registerChecklist(context: Context): Disposable[] {
  const { connection } = context;
  return [
    connection.onRequest(CHECKLIST, ({ uri }: RenderParams, token: CancellationToken) =>
      context.answer<ChecklistResult | null>(CHECKLIST, uri, token, null, async () => {
        const options = await releaseOptions(context, uri);
        stillWanted(token);
        const document = context.newsletter(uri);
        return document ? list(context, document, options) : null;
      }),
    ),
    connection.onRequest(CHECKLIST_FIX, (params: ChecklistFixParams, token: CancellationToken) =>
      context.answer<WorkspaceEdit | null>(CHECKLIST_FIX, params.uri, token, null, async () => {
        const options = await releaseOptions(context, params.uri);
        stillWanted(token);
        const document = context.newsletter(params.uri);
        return document?.version === params.version ? fix(context, document, options, params) : null;
      }),
    ),
  ];
}

async function releaseOptions(context: Context, uri: string): Promise<CheckOptions> {
  return { ...(await context.options(uri)), stage: 'release' };
}

function list({ service }: Context, document: Document, options: CheckOptions): ChecklistResult {
  const issue = service.issue(document);
  const { sections, ...counts } = checklist(issue, service.check(document, options));
  const { number } = issue.frontMatter;
  const convert = (section: ChecklistSection): ChecklistSectionResult => ({
    title: section.title,
    detail: section.detail,
    state: section.state,
    range: toRange(issue.source, section),
    entries: section.entries.map((entry) => toResult(issue.source, entry)),
    sections: section.sections.map(convert),
  });
  return {
    ...counts,
    version: document.version,
    title: number === undefined ? 'This issue' : `Issue ${number}`,
    sections: sections.map(convert),
  };
}

function toResult(source: SourceText, { id, label, finding, state }: ChecklistEntry): ChecklistEntryResult {
  return {
    id,
    label,
    rule: finding.rule,
    message: finding.message,
    state: state as ChecklistEntryResult['state'],
    severity: finding.severity as ChecklistEntryResult['severity'],
    range: toRange(source, finding.at),
    fixes: finding.fixes.map(({ title }) => title),
  };
}

function fix(
  { service, abilities }: Context,
  document: Document,
  options: CheckOptions,
  { id, fix: index }: ChecklistFixParams,
): WorkspaceEdit | null {
  const { source } = service.issue(document);
  const all = (sections: readonly ChecklistSection[]): ChecklistEntry[] =>
    sections.flatMap((section) => [...section.entries, ...all(section.sections)]);
  const list = checklist(service.issue(document), service.check(document, options));
  const chosen = all(list.sections).find((entry) => entry.id === id)?.finding.fixes[index];
  if (!chosen) return null;
  const edits = chosen.edits().map((edit) => withEol(edit, source.eol));
  const edited = { uri: document.uri, version: document.version, source };
  return toWorkspaceEdit(edited, edits, chosen.snippet === true, abilities);
}
