import type { Nodes, Root as Page } from 'hast';
import { toHtml } from 'hast-util-to-html';
import {
  createRenderContext,
  type Definitions,
  footnotesOf,
  hastMaker,
  type RenderContext,
} from '../../markdown/index';
import type { Parsed } from '../../newsletter/issue/chunks';
import type { Issue } from '../../newsletter/issue/issue';
import { append } from '../../text/lists';
import type { SourceText } from '../../text/sourceText';
import { collapsed } from '../../text/whitespace';
import { adaptTree } from './adapt';
import { hash } from './hash';
import {
  askAgain,
  hasSameTargets,
  IdLog,
  type PageCache,
  readUnits,
  type StoredList,
  type StoredPiece,
  TargetLog,
  type Unit,
} from './pageCache';
import type { ContentsEntry, Piece } from './piece';
import { parseRaw, sanitizePreview } from './safeHtml';

/** What the pieces of one page are made with. */
interface Making {
  readonly source: SourceText;
  readonly cache: PageCache;
  readonly context: RenderContext;
  /** All that pieces may depend on besides their texts, their ids and their targets. */
  readonly definitionsKey: string;
}

/** Makes the pieces of a page that follows an editor. Only what changed since the last time is made anew. */
export function renderPieces(issue: Issue, cache: PageCache): Piece[] {
  const { source } = issue;
  const { units, definitions, key: definitionsKey } = readUnits(issue, cache);
  const context = createRenderContext(definitions);
  const making = { source, cache, context, definitionsKey };
  const pieces = units.map((unit) => ({
    ...pieceOf(unit, making),
    line: source.lineNumberAt(unit.start),
  }));
  const notes = renderFootnotes(definitions, context);
  if (!notes) return pieces;
  const html = toHtml(sanitizePreview(notes));
  return [...pieces, { key: hash(html), html, contents: [], line: source.lineCount - 1 }];
}

/** The footnotes below all pieces. They follow no line: each stands somewhere else in the text. */
function renderFootnotes(definitions: Definitions, context: RenderContext): Page | undefined {
  const notes = footnotesOf(definitions, context);
  const hasRaw = notes && adaptTree(notes, { placeholders: false });
  return hasRaw ? parseRaw(notes) : notes;
}

function pieceOf(unit: Unit, making: Making): StoredPiece['piece'] {
  const [only] = unit.chunks;
  // The author's HTML is read as a whole, and references to footnotes are counted.
  const isPlain = unit.chunks.length === 1 && !unit.hasHtml && making.context.footnotes.size === 0;
  const [first, ...items] = isPlain ? only!.parts : [];
  const head = headOf(unit, first ? [first] : unit.chunks, making);
  return items.length === 0 ? head.piece : withItems(unit, head, items, making);
}

/** All of a unit, or of a long list what stands above it and its first items: all that asks for ids. */
function headOf(unit: Unit, parts: readonly Parsed[], making: Making): StoredPiece {
  const { cache, context } = making;
  const { headingIds: ids, definitions: targets } = context;
  const key = keyOf(parts, making);
  const known = cache.piece(key);
  // The same text asks for the same ids in the same order; what it gets depends on the headings above.
  const answers = known?.ids.map((asked) => askAgain(ids, asked));
  const isSame =
    known?.ids.every(({ id }, index) => id === answers![index]) && hasSameTargets(known, targets);
  const stored = known && isSame ? known : makeHead(unit, parts, making, answers);
  cache.keepPiece(key, stored);
  return stored;
}

function makeHead(
  unit: Unit,
  parts: readonly Parsed[],
  making: Making,
  answers: readonly string[] | undefined,
): StoredPiece {
  const { context } = making;
  const ids = new IdLog(context.headingIds, answers);
  const targets = new TargetLog(context.definitions);
  const page = rendererOf(unit, making, { headingIds: ids, definitions: targets })(parts);
  const contents = collectContents(page);
  const html = toHtml(sanitizePreview(page));
  return { piece: { key: hash(html), html, contents }, ids: ids.log, targets: targets.log };
}

/** A long list: of its items only those that changed are made. */
function withItems(
  unit: Unit,
  head: StoredPiece,
  items: readonly Parsed[],
  making: Making,
): StoredPiece['piece'] {
  const { cache, context } = making;
  const key = keyOf(unit.chunks, making);
  const known = cache.list(key);
  const isSame = known?.head === head && hasSameTargets(known, context.definitions);
  const stored = isSame ? known : makeList(unit, head, items, making);
  cache.keepList(key, stored);
  return stored.piece;
}

function makeList(unit: Unit, head: StoredPiece, items: readonly Parsed[], making: Making): StoredList {
  const { source, cache, context } = making;
  const targets = new TargetLog(context.definitions);
  const render = rendererOf(unit, making, { definitions: targets });
  const above = source.lineNumberAt(unit.start);
  const made = items.map((part) => {
    const line = source.lineNumberAt(part.start) - above;
    return cache.itemsOf(`${line} ${keyOf([part], making)}`, targets, () => {
      const asked = targets.log.length;
      return { html: toHtml(sanitizePreview(render([part]))), targets: targets.log.slice(asked) };
    });
  });
  const html = joinLists([head.piece.html, ...made]);
  return { head, piece: { key: hash(html), html, contents: head.piece.contents }, targets: targets.log };
}

function keyOf(parts: readonly Parsed[], { cache, definitionsKey }: Making): string {
  return `${definitionsKey}${cache.keyOf(parts)}`;
}

/** Makes trees of parts of a unit. @param asked what the parts ask for ids and definitions */
function rendererOf(
  { start }: Unit,
  { source, context }: Making,
  asked: Partial<RenderContext>,
): (parts: readonly Parsed[]) => Page {
  const above = source.lineNumberAt(start);
  const lineOf = (at: number) => source.lineNumberAt(start + at) - above;
  let toHast: ReturnType<typeof hastMaker> | undefined;
  return (parts) => {
    toHast ??= hastMaker({ ...context, ...asked });
    return renderTrees(parts, start, toHast, { lineOf, placeholders: true });
  };
}

/** Puts HTML together of which each ends with a list that the next begins with. */
function joinLists(parts: readonly string[]): string {
  return parts
    .map((html, n) => {
      const start = n === 0 ? 0 : html.indexOf('\n') + 1;
      return html.slice(start, n === parts.length - 1 ? undefined : html.lastIndexOf('</ul>'));
    })
    .join('');
}

/** Renders a whole issue as one tree, sanitized. */
export function renderWhole(
  issue: Issue,
  cache: PageCache,
  options: { readonly lines: boolean; readonly ownPage: boolean; readonly placeholders: boolean },
): { readonly tree: Page; readonly contents: readonly ContentsEntry[] } {
  const { source } = issue;
  const { units, definitions } = readUnits(issue, cache);
  const context = createRenderContext(definitions);
  const toHast = hastMaker(context);
  const tree: Page = { type: 'root', children: [] };
  for (const unit of units) {
    const part = renderTrees(unit.chunks, unit.start, toHast, {
      lineOf: options.lines ? (offset) => source.lineNumberAt(unit.start + offset) : undefined,
      placeholders: options.placeholders,
    });
    append(tree.children, part.children);
    tree.children.push({ type: 'text', value: '\n' });
  }
  append(tree.children, renderFootnotes(definitions, context)?.children ?? []);
  return { tree: sanitizePreview(tree, options.ownPage), contents: collectContents(tree) };
}

/** @param start of the unit: offsets of the page count from there */
function renderTrees(
  texts: readonly Parsed[],
  start: number,
  toHast: ReturnType<typeof hastMaker>,
  {
    lineOf,
    placeholders,
  }: {
    readonly lineOf: ((offset: number) => number) | undefined;
    readonly placeholders: boolean;
  },
): Page {
  const page: Page = { type: 'root', children: [] };
  let hasRaw = false;
  for (const text of texts) {
    const offset = text.start - start;
    const part = toHast(text.tree(), { offset, sourcePositions: lineOf !== undefined });
    const lineAt = lineOf && ((at: number) => lineOf(offset + at));
    if (adaptTree(part, { lineOf, lineInTree: lineAt, placeholders })) hasRaw = true;
    append(page.children, part.children);
    page.children.push({ type: 'text', value: '\n' });
  }
  return hasRaw ? parseRaw(page) : page;
}

function collectContents(page: Page): ContentsEntry[] {
  const contents: ContentsEntry[] = [];
  const visit = (node: Nodes): void => {
    if (node.type === 'element' && /^h[1-6]$/.test(node.tagName)) {
      const { id, dataSourceLine } = node.properties;
      const text = collapsed(textOf(node)).trim();
      if (id !== undefined && text !== '')
        contents.push({
          level: Number(node.tagName[1]),
          text,
          id: String(id),
          line: Number(dataSourceLine ?? 0),
        });
    } else if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(page);
  return contents;
}

function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}
