import type { CancellationToken, Disposable, Range, TextEdit } from 'vscode-languageserver';
import { NEWSLETTER_PATTERNS } from '../protocol/newsletterFile';
import { type Context, stillWanted } from './context';
import { DocumentFormattingRequest, DocumentRangeFormattingRequest } from './languageServer';
import { toOffset, toOffsets, toRange } from './positions';

/** Newsletter files by name: a formatter of all Markdown would compete with the one that the author has for it. */
const NEWSLETTER_FILES = NEWSLETTER_PATTERNS.map((pattern) => ({ pattern }));

/** `textDocument/formatting`, `rangeFormatting` and, for Enter in a list, `onTypeFormatting`. */
export function registerFormat(context: Context): Disposable[] {
  const { abilities, connection } = context;
  const format = (uri: string, token: CancellationToken, range?: Range) =>
    context.answer('textDocument/formatting', uri, token, [], async (): Promise<TextEdit[]> => {
      const options = await context.options(uri);
      stillWanted(token);
      const document = context.newsletter(uri);
      if (!document) return [];
      const { source } = context.engine.issue(document);
      const edits = context.engine.format(document, options, range && toOffsets(source, range, abilities));
      return edits.map(({ text, ...at }) => ({ range: toRange(source, at, abilities), newText: text }));
    });
  return [
    connection.onDocumentFormatting(({ textDocument: { uri } }, token) => format(uri, token)),
    connection.onDocumentRangeFormatting(({ textDocument: { uri }, range }, token) =>
      format(uri, token, range),
    ),
    connection.onDocumentOnTypeFormatting(({ textDocument: { uri }, position }, token) =>
      context.answer('textDocument/onTypeFormatting', uri, token, [], (): TextEdit[] => {
        const document = context.newsletter(uri);
        if (!document) return [];
        const { source } = context.engine.issue(document);
        const at = toOffset(source, position, abilities);
        return context.engine
          .onEnter(document, at)
          .map(({ text, ...range }) => ({ range: toRange(source, range, abilities), newText: text }));
      }),
    ),
  ];
}

/** Offers formatting for newsletter files alone; a client that can't be told so is told at the start. */
export function offerFormat({ connection }: Context): void {
  const documentSelector = NEWSLETTER_FILES;
  void connection.client.register(DocumentFormattingRequest.type, { documentSelector });
  void connection.client.register(DocumentRangeFormattingRequest.type, { documentSelector });
}
