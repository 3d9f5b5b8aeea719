import type { Nodes, Root as Page } from 'hast';
import { toHtml } from 'hast-util-to-html';
import {
  createRenderContext,
  type Definitions,
  footnotesOf,
  hastMaker,
  type RenderContext,
  type Target,
} from '../../markdown/index';
import type { Parsed } from '../../newsletter/issue/chunks';
import type { Issue } from '../../newsletter/issue/issue';
import { append } from '../../text/lists';
import { SourceText } from '../../text/sourceText';
import { collapsed } from '../../text/whitespace';
import { adaptTree } from './adapt';
import { hash } from './hash';
import {
  askAgain,
  hasSameTargets,
  IdLog,
  type PageCache,
  readUnits,
  type StoredPiece,
  TargetLog,
  type Unit,
} from './pageCache';
import type { ContentsEntry, Piece } from './piece';
import { parseRaw, sanitizePreview } from './safeHtml';

/** Makes the pieces of a page that follows an editor. Only what changed since the last time is made anew. */
export function renderPieces(issue: Issue, cache: PageCache): Piece[] {
  const { units, definitions, key: definitionsKey } = readUnits(issue, cache);
  const context = createRenderContext(definitions);
  const { headingIds: ids, definitions: targets } = context;
  const pieces = units.map((unit) => {
    const text = issue.source.text.slice(unit.start, unit.end);
    const key = `${definitionsKey}\0${text}`;
    const known = cache.piece(key);
    // The same text asks for the same ids in the same order; what it gets depends on the headings above.
    const answers = known?.ids.map((asked) => askAgain(ids, asked));
    const stored =
      known && sameAnswers(known, answers!, targets)
        ? known
        : makePiece(text, unit, cache, definitionsKey, {
            ...context,
            headingIds: new IdLog(ids, answers),
            definitions: new TargetLog(targets),
          });
    cache.keepPiece(key, stored);
    return { ...stored.piece, line: issue.source.lineNumberAt(unit.start) };
  });
  const notes = renderFootnotes(definitions, context);
  if (!notes) return pieces;
  const html = toHtml(sanitizePreview(notes));
  return [...pieces, { key: hash(html), html, contents: [], line: issue.source.lineCount - 1 }];
}

/** The footnotes below all pieces. They follow no line: each stands somewhere else in the text. */
function renderFootnotes(definitions: Definitions, context: RenderContext): Page | undefined {
  const notes = footnotesOf(definitions, context);
  const hasRaw = notes && adaptTree(notes, { placeholders: false });
  return hasRaw ? parseRaw(notes) : notes;
}

function sameAnswers(
  known: StoredPiece,
  ids: readonly string[],
  targets: ReadonlyMap<string, Target>,
): boolean {
  return known.ids.every(({ id }, index) => id === ids[index]) && hasSameTargets(known, targets);
}

function makePiece(
  text: string,
  unit: Unit,
  cache: PageCache,
  definitionsKey: string,
  context: RenderContext & { readonly headingIds: IdLog; readonly definitions: TargetLog },
): StoredPiece {
  const lines = new SourceText(text);
  const toHast = hastMaker(context);
  const render = (texts: readonly Parsed[]) =>
    renderTrees(texts, unit.start, toHast, { lineOf: (at) => lines.lineNumberAt(at), placeholders: true });
  const { headingIds: ids, definitions: targets } = context;
  const [only] = unit.chunks;
  // The author's HTML is read as a whole, and references to footnotes are counted.
  const isPlain = unit.chunks.length === 1 && !unit.hasHtml && context.footnotes.size === 0;
  const [first, ...further] = isPlain ? only!.parts : [];
  const page = render(first ? [first] : unit.chunks);
  const contents = collectContents(page);
  const items = further.map((part) => {
    const start = part.start - unit.start;
    const own = text.slice(start, part.end - unit.start);
    return cache.itemsOf(`${definitionsKey} ${lines.lineNumberAt(start)}\0${own}`, targets, () => {
      const asked = targets.log.length;
      return { html: toHtml(sanitizePreview(render([part]))), targets: targets.log.slice(asked) };
    });
  });
  const html = joinLists([toHtml(sanitizePreview(page)), ...items]);
  return { piece: { key: hash(html), html, contents }, ids: ids.log, targets: targets.log };
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
