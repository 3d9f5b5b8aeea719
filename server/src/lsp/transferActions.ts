import type { CodeAction, TextDocumentEdit } from 'vscode-languageserver';
import type { Document } from '../engine';
import type { Edit } from '../text/edits';
import type { Range } from '../text/sourceText';
import type { Context } from './context';
import { CodeActionKind } from './languageServer';
import { toRange } from './positions';

/** Offers to move what was added to the template, to a published issue or to an old draft into the draft of these days. */
export async function transferActions(
  context: Context,
  document: Document,
  at: Range,
): Promise<CodeAction[]> {
  const { abilities, engine } = context;
  if (!abilities.documentChanges) return [];
  const found = await engine.draftInstead(document, at);
  const draft = found && (context.newsletter(found.uri) ?? found);
  const moved = draft && engine.transfer(document, draft, at);
  if (!draft || !moved) return [];
  const { date } = engine.issue(draft);
  const changes = (of: Document, edits: readonly Edit[]): TextDocumentEdit => {
    const { source } = engine.issue(of);
    return {
      textDocument: { uri: of.uri, version: context.document(of.uri)?.version ?? null },
      edits: edits.map(({ text, ...range }) => ({ range: toRange(source, range, abilities), newText: text })),
    };
  };
  return [
    {
      title: `Move this ${moved.what} to the draft of ${date}`,
      kind: CodeActionKind.QuickFix,
      edit: { documentChanges: [changes(document, moved.from), changes(draft, moved.to)] },
    },
  ];
}
