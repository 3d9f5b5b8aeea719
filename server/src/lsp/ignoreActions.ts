import { type CodeAction, CodeActionKind, type TextDocumentEdit } from 'vscode-languageserver';
import type { Document } from '../engine';
import type { Finding } from '../rules/rule';
import type { Edit } from '../text/edits';
import { SourceText } from '../text/sourceText';
import { ignoreEdits, switchOffEdits } from '../workspace/configEdits';
import type { Context } from './context';
import { toDiagnostic, toRange } from './convert';

/**
 * Ways to live with findings, written into the checkout's configuration: a comment in the issue would be published.
 * The file is made when there is none yet.
 */
export async function ignoreActions(
  context: Context,
  document: Document,
  findings: readonly Finding[],
): Promise<CodeAction[]> {
  const { abilities, checkout, service } = context;
  if (findings.length === 0 || !abilities.documentChanges) return [];
  const config = await checkout.configToEdit(document.uri);
  if (!config || (config.text === undefined && !abilities.createFiles)) return [];
  const { source } = service.issue(document);
  const action = (title: string, finding: Finding, edits: readonly Edit[] | undefined): CodeAction[] =>
    edits
      ? [
          {
            title,
            kind: CodeActionKind.QuickFix,
            diagnostics: [toDiagnostic(document.uri, source, finding, abilities, context.sourceOf)],
            edit: { documentChanges: changes(context, config, edits) },
          },
        ]
      : [];

  const actions: CodeAction[] = [];
  const rules = new Set<string>();
  const places = new Set<string>();
  for (const finding of findings) {
    const { rule } = finding;
    const line = source.slice(source.lineAt(finding.at.start)).trim();
    if (!places.has(`${rule} ${line}`)) {
      const edits = ignoreEdits(config.text, { rule, line });
      actions.push(...action(`Ignore this finding of ${rule} from now on`, finding, edits));
    }
    places.add(`${rule} ${line}`);
    rules.add(rule);
  }
  for (const rule of rules) {
    const finding = findings.find((one) => one.rule === rule)!;
    actions.push(...action(`Switch off ${rule} in .twir.json`, finding, switchOffEdits(config.text, rule)));
  }
  return actions;
}

function changes(
  { documents }: Context,
  config: { readonly uri: string; readonly text: string | undefined },
  edits: readonly Edit[],
): NonNullable<NonNullable<CodeAction['edit']>['documentChanges']> {
  const source = new SourceText(config.text ?? '');
  const edited: TextDocumentEdit = {
    textDocument: { uri: config.uri, version: documents.get(config.uri)?.version ?? null },
    edits: edits.map(({ text, ...range }) => ({ range: toRange(source, range), newText: text })),
  };
  if (config.text !== undefined) return [edited];
  return [{ kind: 'create', uri: config.uri, options: { ignoreIfExists: true } }, edited];
}
