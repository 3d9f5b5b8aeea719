import type { CodeAction, TextDocumentEdit } from 'vscode-languageserver';
import type { Document } from '../engine';
import type { ConfigFile } from '../engine/tolerance';
import { CONFIG_CHANGED, IGNORE_FOR_ME } from '../protocol/ignore';
import type { Finding } from '../rules/rule';
import type { Edit } from '../text/edits';
import { SourceText } from '../text/sourceText';
import type { Context } from './context';
import { toDiagnostic } from './convert';
import { CodeActionKind } from './languageServer';
import { toRange } from './positions';

/**
 * Ways to live with findings, written into the checkout's configuration, or into the author's own settings where the
 * client has our commands: a comment in the issue would be published.
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
  return found.ways.flatMap(({ title, finding, edits, ignored }): CodeAction[] => {
    const common = {
      kind: CodeActionKind.QuickFix,
      diagnostics: [toDiagnostic(document.uri, source, finding, abilities, context)],
    };
    const { uri, text } = found.config;
    const everyone = {
      ...common,
      title,
      edit: { documentChanges: configChanges(context, found.config, edits) },
      // What a checkout says goes along with the next commit: the file is shown, and nobody finds out later.
      ...(abilities.commands
        ? { command: { title, command: CONFIG_CHANGED, arguments: [{ uri, before: text ?? null }] } }
        : {}),
    };
    if (!ignored || !abilities.commands) return [everyone];
    const own = `Ignore this finding of ${ignored.rule} only for me, in the settings`;
    const command = { title: own, command: IGNORE_FOR_ME, arguments: [ignored] };
    return [{ ...common, title: own, command }, everyone];
  });
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
