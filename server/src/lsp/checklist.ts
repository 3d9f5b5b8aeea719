import type { Disposable, WorkspaceEdit } from 'vscode-languageserver';
import type { Document } from '../engine';
import type { Checklist, ChecklistEntry, ChecklistSection } from '../features/checklist/checklist';
import {
  CHECKLIST,
  CHECKLIST_FIX,
  type ChecklistEntryResult,
  type ChecklistFixParams,
  type ChecklistResult,
  type ChecklistSectionResult,
} from '../protocol/checklist';
import type { CheckOptions } from '../rules/rule';
import type { SourceText } from '../text/sourceText';
import { type Context, stillWanted, uriOf } from './context';
import { toWorkspaceEdit } from './convert';
import { type Counting, toRange } from './positions';

/** `twir/checklist` and `twir/checklistFix`: what is left to do, whatever stage the author has set. */
export function registerChecklist(context: Context): Disposable[] {
  return [
    context.handle(CHECKLIST, uriOf, null, async ({ uri }, token) => {
      const options = await context.options(uri);
      stillWanted(token);
      const document = context.newsletter(uri);
      if (!document) return null;
      const found = await context.inSlices(document, context.engine.checklist(document, options), token);
      return list(context, document, found);
    }),
    context.handle(CHECKLIST_FIX, uriOf, null, async (params, token) => {
      const options = await context.options(params.uri);
      stillWanted(token);
      const document = context.newsletter(params.uri);
      return document?.version === params.version ? fix(context, document, options, params) : null;
    }),
  ];
}

function list({ abilities, engine }: Context, document: Document, found: Checklist): ChecklistResult {
  const issue = engine.issue(document);
  const { sections, ...counts } = found;
  const { number } = issue.frontMatter;
  const convert = (section: ChecklistSection): ChecklistSectionResult => ({
    title: section.title,
    detail: section.detail,
    state: section.state,
    range: toRange(issue.source, section, abilities),
    entries: section.entries.map((entry) => toResult(issue.source, entry, abilities)),
    sections: section.sections.map(convert),
  });
  return {
    ...counts,
    version: document.version,
    title: number === undefined ? 'This issue' : `Issue ${number}`,
    sections: sections.map(convert),
  };
}

function toResult(
  source: SourceText,
  { id, label, finding, state }: ChecklistEntry,
  counting: Counting,
): ChecklistEntryResult {
  return {
    id,
    label,
    rule: finding.rule,
    message: finding.message,
    state: state as ChecklistEntryResult['state'],
    severity: finding.severity as ChecklistEntryResult['severity'],
    range: toRange(source, finding.at, counting),
    fixes: finding.fixes.map(({ title }) => title),
  };
}

function fix(
  { engine, abilities }: Context,
  document: Document,
  options: CheckOptions,
  { id, fix: index }: ChecklistFixParams,
): WorkspaceEdit | null {
  const chosen = engine.checklistFix(document, options, id, index);
  if (!chosen) return null;
  const { source } = engine.issue(document);
  const edited = { uri: document.uri, version: document.version, source };
  return toWorkspaceEdit(edited, chosen.edits, chosen.snippet === true, abilities);
}
