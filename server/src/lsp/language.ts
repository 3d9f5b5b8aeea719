import type { Disposable, Hover } from 'vscode-languageserver';
import { type Context, stillWanted } from './context';
import { FoldingRangeKind, InlayHintKind, MarkupKind } from './languageServer';
import { toOffset, toOffsets, toPosition, toRange } from './positions';

/** What editors show beside the text: hovers, folds, inlay hints. */
export function registerLanguageFeatures(context: Context): Disposable[] {
  const { abilities, connection, engine } = context;
  return [
    connection.onHover(({ textDocument: { uri }, position }, token) =>
      context.answer('textDocument/hover', uri, token, null, async (): Promise<Hover | null> => {
        const options = await context.options(uri);
        stillWanted(token);
        const document = context.newsletter(uri);
        if (!document) return null;
        if (!engine.hasTold(document, options)) await context.checked(document, options, token);
        const { source } = engine.issue(document);
        const found = engine.hover(document, options, toOffset(source, position, abilities));
        if (!found) return null;
        const contents = { kind: MarkupKind.Markdown, value: found.markdown };
        return { contents, range: toRange(source, found, abilities) };
      }),
    ),
    connection.onFoldingRanges(({ textDocument: { uri } }, token) =>
      context.answer('textDocument/foldingRange', uri, token, [], () => {
        const document = context.newsletter(uri);
        if (!document) return [];
        return engine.folds(document).map(({ first, last, kind }) => ({
          startLine: first,
          endLine: last,
          ...(kind === 'comment' ? { kind: FoldingRangeKind.Comment } : {}),
        }));
      }),
    ),
    connection.languages.inlayHint.on(({ textDocument: { uri }, range }, token) =>
      context.answer('textDocument/inlayHint', uri, token, [], async () => {
        const { inlayHints } = await context.settingsOf(uri);
        stillWanted(token);
        const document = inlayHints.weekdays ? context.newsletter(uri) : undefined;
        if (!document) return [];
        const { source } = engine.issue(document);
        return engine
          .weekdayHints(document, toOffsets(source, range, abilities))
          .map(({ offset, label }) => ({
            position: toPosition(source, offset, abilities),
            label,
            kind: InlayHintKind.Type,
            paddingLeft: true,
          }));
      }),
    ),
  ];
}
