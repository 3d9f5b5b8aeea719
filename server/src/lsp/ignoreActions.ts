import { type CodeAction, CodeActionKind, type TextDocumentEdit } from 'vscode-languageserver';
import type { Document } from '../engine';
import type { ConfigFile } from '../engine/changes';
import type { Finding } from '../rules/rule';
import type { Edit } from '../text/edits';
import { SourceText } from '../text/sourceText';
import type { Context } from './context';
import { toDiagnostic } from './convert';
import { toRange } from './positions';

/**
 * Ways to live with findings, written into the checkout's configuration: a comment in the issue would be published.
 * The file is made when there is none yet.
 */
export async function ignoreActions(
  context: Context,
  document: Document,
  findings: readonly Finding[],
): Promise<CodeAction[]> {
  const { abilities, engine } = context;
  if (findings.length === 0 || !abilities.documentChanges) return [];
  const found = await engine.tolerate(document, findings);
  if (!found || (found.config.text === undefined && !abilities.createFiles)) return [];
  const { source } = engine.issue(document);
  return found.ways.map(({ title, finding, edits }) => ({
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [toDiagnostic(document.uri, source, finding, abilities, context)],
    edit: { documentChanges: configChanges(context, found.config, edits) },
  }));
}

/** Edits of a configuration as the client takes them; one that there is not yet is made. */
export function configChanges(
  { abilities, documents }: Context,
  config: ConfigFile,
  edits: readonly Edit[],
): NonNullable<NonNullable<CodeAction['edit']>['documentChanges']> {
  const source = new SourceText(config.text ?? '');
  const edited: TextDocumentEdit = {
    textDocument: { uri: config.uri, version: documents.get(config.uri)?.version ?? null },
    edits: edits.map(({ text, ...range }) => ({ range: toRange(source, range, abilities), newText: text })),
  };
  if (config.text !== undefined) return [edited];
  return [{ kind: 'create', uri: config.uri, options: { ignoreIfExists: true } }, edited];
}
