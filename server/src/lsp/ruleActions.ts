import type { CodeAction } from 'vscode-languageserver';
import type { Document } from '../engine';
import type { Finding } from '../rules/rule';
import type { Context } from './context';
import { toDiagnostic } from './convert';
import { CodeActionKind } from './languageServer';

/** What can be done about the rules of findings, for clients that have our commands: read about them, change how loud they are. */
export function ruleActions(
  context: Context,
  document: Document,
  findings: readonly Finding[],
): CodeAction[] {
  const { abilities, engine } = context;
  if (!abilities.commands) return [];
  const { source } = engine.issue(document);
  const first = new Map<string, Finding>();
  for (const finding of findings) if (!first.has(finding.rule)) first.set(finding.rule, finding);
  return [...first].flatMap(([rule, finding]) => {
    const action = (title: string, command: string): CodeAction => ({
      title,
      kind: CodeActionKind.QuickFix,
      diagnostics: [toDiagnostic(document.uri, source, finding, abilities, context)],
      command: { title, command, arguments: [rule] },
    });
    return [
      ...(engine.rulePage(rule) === undefined ? [] : [action(`Explain ${rule}`, 'twir.explainRule')]),
      ...(engine.rule(rule) ? [action(`Change severity of ${rule}…`, 'twir.changeSeverity')] : []),
    ];
  });
}
