import {
  type Disposable,
  type DocumentSymbol,
  FoldingRangeKind,
  type Hover,
  InlayHintKind,
  MarkupKind,
  type SymbolInformation,
  SymbolKind,
} from 'vscode-languageserver';
import type { OutlineEntry } from '../features/outline/symbols';
import type { SourceText } from '../text/sourceText';
import { type Context, stillWanted } from './context';
import { type Counting, toOffset, toOffsets, toPosition, toRange } from './positions';

/** What editors show beside the text: hovers, outline, folds, inlay hints. */
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
    connection.onDocumentSymbol(({ textDocument: { uri } }, token) =>
      context.answer<DocumentSymbol[] | SymbolInformation[]>(
        'textDocument/documentSymbol',
        uri,
        token,
        [],
        () => {
          const document = context.newsletter(uri);
          if (!document) return [];
          const { source } = engine.issue(document);
          const entries = engine.outline(document);
          return abilities.hierarchicalSymbols
            ? entries.map((entry) => toSymbol(source, entry, abilities))
            : entries.flatMap((entry) => flatten(uri, source, entry, abilities));
        },
      ),
    ),
    connection.onWorkspaceSymbol(({ query }, token) =>
      context.answer('workspace/symbol', 'the workspace', token, [], () => workspaceSymbols(context, query)),
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

/** How many earlier issues are looked through besides what is open: what people still remember. */
const RECENT_ISSUES = 8;

/** Sections and events of the open issues and the latest published ones. */
function workspaceSymbols(context: Context, query: string): SymbolInformation[] {
  const { abilities, documents, engine } = context;
  const wanted = query.toLowerCase().replace(/\s+/g, '');
  const open = documents.keys().flatMap((uri) => context.newsletter(uri) ?? []);
  const opened = new Set(open.map(({ uri }) => uri));
  const earlier = engine
    .recent(RECENT_ISSUES)
    .filter(({ uri }) => !opened.has(uri))
    .map((file) => ({ ...file, version: -1 }));
  return [...open, ...earlier].flatMap((document) => {
    const { source, date } = engine.issue(document);
    return engine
      .outline(document)
      .flatMap((entry) => flatten(document.uri, source, entry, abilities, date))
      .filter(({ name }) => isSubsequence(wanted, name.toLowerCase()));
  });
}

/** Whether all letters stand in a text in their order, as VS Code filters. */
function isSubsequence(letters: string, text: string): boolean {
  let next = 0;
  for (const char of text) if (char === letters[next]) next += 1;
  return next === letters.length;
}

const KINDS = { section: SymbolKind.String, event: SymbolKind.Event } as const;

function toSymbol(source: SourceText, entry: OutlineEntry, counting: Counting): DocumentSymbol {
  return {
    name: entry.name,
    detail: entry.detail,
    // What VS Code's own outline of Markdown uses for headings.
    kind: KINDS[entry.kind],
    range: toRange(source, entry, counting),
    selectionRange: toRange(source, entry.selection, counting),
    children: entry.children.map((child) => toSymbol(source, child, counting)),
  };
}

function flatten(
  uri: string,
  source: SourceText,
  entry: OutlineEntry,
  counting: Counting,
  containerName?: string,
): SymbolInformation[] {
  return [
    {
      name: entry.name,
      kind: KINDS[entry.kind],
      location: { uri, range: toRange(source, entry, counting) },
      ...(containerName === undefined ? {} : { containerName }),
    },
    ...entry.children.flatMap((child) => flatten(uri, source, child, counting, entry.name)),
  ];
}
