import type { CompletionItem, CompletionParams, Disposable } from 'vscode-languageserver';
import type { Document } from '../engine';
import type { Completion } from '../features/complete/completion';
import { withEol } from '../text/edits';
import type { SourceText } from '../text/sourceText';
import type { Context } from './context';
import { toInsertText } from './convert';
import { CompletionItemKind, CompletionTriggerKind, InsertTextMode, MarkupKind } from './languageServer';
import { toOffset, toRange } from './positions';

/** What starts something: headings, items, markers and links, fields of an event. A blank: behind hashes, a bullet or a bar only. */
export const TRIGGER_CHARACTERS = ['#', '*', '[', '|', ' '];

export function registerCompletion(context: Context): Disposable[] {
  return [
    context.connection.onCompletion((params, token) =>
      context.answer('textDocument/completion', params.textDocument.uri, token, [], () => {
        const document = context.newsletter(params.textDocument.uri);
        return document ? list(context, document, params) : [];
      }),
    ),
  ];
}

function list(context: Context, document: Document, params: CompletionParams): CompletionItem[] {
  const { source } = context.engine.issue(document);
  const offset = toOffset(source, params.position, context.abilities);
  const { triggerKind, triggerCharacter } = params.context ?? {};
  if (triggerKind === CompletionTriggerKind.TriggerCharacter && triggerCharacter === ' ') {
    const before = source.text.slice(source.lineAt(offset).start, offset);
    // A line that is being typed.
    if (!/(?:^\s*[*+-]|^#{1,6}|\|) $/.test(before)) return [];
  }
  return context.engine.complete(document, offset).map((completion) => convert(context, source, completion));
}

const KINDS: Readonly<Record<Completion['kind'], CompletionItemKind>> = {
  section: CompletionItemKind.Struct,
  event: CompletionItemKind.Event,
  date: CompletionItemKind.Value,
  place: CompletionItemKind.Constant,
  link: CompletionItemKind.Reference,
  marker: CompletionItemKind.Keyword,
  snippet: CompletionItemKind.Snippet,
  fill: CompletionItemKind.Snippet,
};

function convert({ abilities }: Context, source: SourceText, completion: Completion): CompletionItem {
  const { label, detail, documentation, kind, edit, snippet, filterText, sortText } = completion;
  const { newText, format } = toInsertText(withEol(edit, source.eol).text, snippet, abilities);
  return {
    label,
    kind: KINDS[kind],
    ...(detail === undefined ? {} : { detail }),
    ...(detail !== undefined && abilities.labelDetails ? { labelDetails: { description: detail } } : {}),
    ...(documentation === undefined
      ? {}
      : { documentation: { kind: MarkupKind.Markdown, value: documentation } }),
    textEdit: { range: toRange(source, edit, abilities), newText },
    insertTextFormat: format,
    // The text has the indent it needs; the line's own would come on top.
    insertTextMode: InsertTextMode.asIs,
    ...(filterText === undefined ? {} : { filterText }),
    ...(sortText === undefined ? {} : { sortText }),
  };
}
