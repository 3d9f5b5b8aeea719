import type { Disposable, DocumentSymbol, Range as LspRange, SymbolInformation } from 'vscode-languageserver';
import type { OutlineEntry, OutlineEvents, OutlineSection } from '../features/outline/symbols';
import type { SourceText } from '../text/sourceText';
import type { Context } from './context';
import { SymbolKind } from './languageServer';
import { type Counting, linesDown, sameRange, toRange } from './positions';

/** `textDocument/documentSymbol`, the outline, and `workspace/symbol`. */
export function registerSymbols(context: Context): Disposable[] {
  const { abilities, connection, engine } = context;
  const kept = new KeptSymbols(abilities);
  return [
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
          const sections = engine.outline(document);
          return abilities.hierarchicalSymbols
            ? kept.of(source, sections)
            : sections.flatMap((section) => flatten(uri, source, section, abilities));
        },
      ),
    ),
    connection.onWorkspaceSymbol(({ query }, token) =>
      context.answer('workspace/symbol', 'the workspace', token, [], () => workspaceSymbols(context, query)),
    ),
  ];
}

// What VS Code's own outline of Markdown uses for headings.
const SECTION = SymbolKind.String;

/**
 * Makes symbols of an outline. What has stayed as it is has the same symbol as before, whose JSON is known: events in
 * parts that are the same, and sections in which all is.
 */
class KeptSymbols {
  private latest: readonly DocumentSymbol[] = [];
  private readonly known = new WeakMap<object, { line: number; symbols: readonly DocumentSymbol[] }>();

  constructor(private readonly counting: Counting) {}

  of(source: SourceText, sections: readonly OutlineSection[]): DocumentSymbol[] {
    const symbols = sections.map((section, n) => this.section(source, section, this.latest[n]));
    this.latest = symbols;
    return symbols;
  }

  /** @param before what stood in its place */
  private section(
    source: SourceText,
    section: OutlineSection,
    before: DocumentSymbol | undefined,
  ): DocumentSymbol {
    const children = section.events.flatMap((events) => this.events(source, events));
    for (const child of section.children)
      children.push(this.section(source, child, before?.children?.[children.length]));
    const symbol = this.symbol(source, section, SECTION, children);
    return before && isSame(before, symbol) ? before : symbol;
  }

  private events(source: SourceText, { entries, start, source: own }: OutlineEvents) {
    const line = source.lineNumberAt(start);
    const known = this.known.get(entries);
    if (known?.line === line) return known.symbols;
    const symbols = entries.map((entry) => {
      const symbol = this.symbol(own, entry, SymbolKind.Event, []);
      symbol.range = linesDown(symbol.range, line);
      symbol.selectionRange = linesDown(symbol.selectionRange, line);
      return symbol;
    });
    this.known.set(entries, { line, symbols });
    return symbols;
  }

  private symbol(
    source: SourceText,
    entry: OutlineEntry,
    kind: SymbolKind,
    children: DocumentSymbol[],
  ): DocumentSymbol {
    const { name, detail, selection } = entry;
    return {
      name,
      detail,
      kind,
      range: toRange(source, entry, this.counting),
      selectionRange: toRange(source, selection, this.counting),
      children,
    };
  }
}

/** Whether two symbols with the very same ones below them tell the same. */
function isSame(a: DocumentSymbol, b: DocumentSymbol): boolean {
  return (
    a.name === b.name &&
    a.detail === b.detail &&
    sameRange(a.range, b.range) &&
    sameRange(a.selectionRange, b.selectionRange) &&
    a.children?.length === b.children?.length &&
    b.children?.every((child, n) => child === a.children?.[n]) === true
  );
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
      .flatMap((section) => flatten(document.uri, source, section, abilities, date))
      .filter(({ name }) => isSubsequence(wanted, name.toLowerCase()));
  });
}

/** Whether all letters stand in a text in their order, as VS Code filters. */
function isSubsequence(letters: string, text: string): boolean {
  let next = 0;
  for (const char of text) if (char === letters[next]) next += 1;
  return next === letters.length;
}

function flatten(
  uri: string,
  source: SourceText,
  section: OutlineSection,
  counting: Counting,
  containerName?: string,
): SymbolInformation[] {
  const symbol = (name: string, kind: SymbolKind, range: LspRange, container?: string) => ({
    name,
    kind,
    location: { uri, range },
    ...(container === undefined ? {} : { containerName: container }),
  });
  const { name, events, children } = section;
  return [
    symbol(name, SECTION, toRange(source, section, counting), containerName),
    ...events.flatMap(({ start, source: own, entries }) => {
      const line = source.lineNumberAt(start);
      return entries.map((entry) =>
        symbol(entry.name, SymbolKind.Event, linesDown(toRange(own, entry, counting), line), name),
      );
    }),
    ...children.flatMap((child) => flatten(uri, source, child, counting, name)),
  ];
}
