import type { Nodes, Root } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { type Difference, findDifferences } from '../../markdown/github/differences';
import { parseMarkdown } from '../../markdown/index';
import { holds, overlapsAny, type Range } from '../../text/sourceText';

/** A heading as the site sees it; `---` under a paragraph makes one too (`setext`). */
export interface Heading extends Range {
  readonly level: number;
  /** Its text without Markdown, white space collapsed. */
  readonly text: string;
  /** The Markdown behind the `#`s; empty range for an empty heading. */
  readonly content: Range;
  readonly setext: boolean;
}

export interface Link extends Range {
  readonly kind: 'inline' | 'reference' | 'autolink' | 'image';
  /** Its text without Markdown. */
  readonly text: string;
  /** Between `[` and `]`, blanks included. */
  readonly textRange: Range;
  /** The address as it stands in the text; for a reference the label. */
  readonly url: string;
  readonly urlRange: Range;
}

/** `[label]: url` */
export interface Definition extends Range {
  /** Lower case, white space collapsed. */
  readonly label: string;
  readonly url: string;
  readonly urlRange: Range;
}

export interface Comment extends Range {
  /** Between `<!--` and `-->`. */
  readonly text: string;
  /** False when `-->` is missing and the comment swallows the rest. */
  readonly closed: boolean;
}

/** A line that looks like a list item, whether or not the site makes one of it. */
export interface ListLine extends Range {
  /** White space before the bullet. */
  readonly indent: string;
  /** Offset of the bullet, `*`, `-` or `+`. */
  readonly bullet: number;
  /** Behind bullet and blanks up to the line's end without trailing blanks. */
  readonly content: Range;
  /** How deep the site nests it, from 0; undefined when the site makes no list item of it. */
  readonly depth: number | undefined;
}

/** A piece of the article that stands on its own in mdast: paragraph, table, quote, code and so on. */
export interface Block extends Range {
  readonly type:
    | 'paragraph'
    | 'blockquote'
    | 'code'
    | 'table'
    | 'thematicBreak'
    | 'html'
    | 'list'
    | 'definition';
}

/** What one chunk says about itself. Offsets are relative to the chunk, see {@link shiftChunk}. */
export interface ChunkSummary {
  readonly headings: readonly Heading[];
  readonly links: readonly Link[];
  readonly definitions: readonly Definition[];
  readonly comments: readonly Comment[];
  /** Code spans and code blocks: nothing in them is newsletter syntax. */
  readonly code: readonly Range[];
  /** Tags other than comments. */
  readonly html: readonly Range[];
  readonly listLines: readonly ListLine[];
  readonly blocks: readonly Block[];
  /** Where GitHub reads the chunk otherwise; compared when first asked for. Offsets are always the chunk's own. */
  readonly differences: () => readonly Difference[];
}

/** Parses a chunk. @param definitions labels defined anywhere in the issue @param parsed is given its tree */
export function summarizeChunk(
  text: string,
  definitions: ReadonlySet<string>,
  parsed: (tree: Root) => void = () => {},
): ChunkSummary {
  const tree = parseMarkdown(text, { definitions });
  parsed(tree);
  const walk = new Walk(text);
  walk.root(tree);
  const comments = findComments(text, walk.code);
  let differences: readonly Difference[] | undefined;
  // Summaries are kept for long, trees are large: this one goes as soon as it has been compared.
  let compared: Root | undefined = tree;
  return {
    differences: () => {
      if (compared) differences = findDifferences(text, compared);
      compared = undefined;
      return differences ?? [];
    },
    headings: walk.headings,
    links: walk.links,
    definitions: walk.definitions,
    comments,
    code: walk.code,
    html: walk.html.filter((html) => !overlapsAny(comments, html)),
    listLines: findListLines(
      text,
      [...comments, ...walk.codeBlocks].sort((a, b) => a.start - b.start),
      walk.itemDepths,
    ),
    blocks: walk.blocks,
  };
}

/** The same summary, `by` characters further on. */
export function shiftChunk(summary: ChunkSummary, by: number): ChunkSummary {
  const range = ({ start, end }: Range): Range => ({ start: start + by, end: end + by });
  return {
    headings: summary.headings.map((h) => ({ ...h, ...range(h), content: range(h.content) })),
    links: summary.links.map((link) => ({
      ...link,
      ...range(link),
      textRange: range(link.textRange),
      urlRange: range(link.urlRange),
    })),
    definitions: summary.definitions.map((d) => ({ ...d, ...range(d), urlRange: range(d.urlRange) })),
    comments: summary.comments.map((comment) => ({ ...comment, ...range(comment) })),
    code: summary.code.map(range),
    html: summary.html.map(range),
    listLines: summary.listLines.map((line) => ({
      ...line,
      ...range(line),
      bullet: line.bullet + by,
      content: range(line.content),
    })),
    blocks: summary.blocks.map((block) => ({ ...block, ...range(block) })),
    differences: summary.differences,
  };
}

/** Collects from a tree what the issue is built of. */
class Walk {
  readonly headings: Heading[] = [];
  readonly links: Link[] = [];
  readonly definitions: Definition[] = [];
  readonly code: Range[] = [];
  readonly codeBlocks: Range[] = [];
  readonly html: Range[] = [];
  readonly blocks: Block[] = [];
  /** Depth by the offset of an item's bullet. */
  readonly itemDepths = new Map<number, number>();

  constructor(private readonly text: string) {}

  root(tree: Root): void {
    for (const child of tree.children) this.visit(child, -1, true);
  }

  private visit(node: Nodes, depth: number, top: boolean): void {
    const at = rangeOf(node);
    // A node without a position was made by a transform; there is nothing in the text to point at.
    if (!at) return;
    if (top) this.block(node, at);
    switch (node.type) {
      case 'heading':
        this.headings.push(this.heading(node.depth, plainText(node), at, node.children));
        break;
      case 'code':
        this.code.push(at);
        this.codeBlocks.push(at);
        return;
      case 'inlineCode':
        this.code.push(at);
        return;
      case 'html':
        this.html.push(at);
        return;
      case 'definition':
        this.definitions.push({
          ...at,
          label: normalizeLabel(node.label ?? node.identifier),
          url: node.url,
          urlRange: this.definitionUrl(at),
        });
        return;
      case 'link':
      case 'image':
        this.links.push(this.link(node, at));
        break;
      case 'linkReference':
        this.links.push(this.reference(plainText(node), node.label ?? node.identifier, at));
        break;
    }
    if (node.type === 'listItem') this.itemDepths.set(at.start, depth);
    if (!('children' in node)) return;
    for (const child of node.children) this.visit(child, node.type === 'list' ? depth + 1 : depth, false);
  }

  private block(node: Nodes, at: Range): void {
    const { type } = node;
    switch (type) {
      case 'paragraph':
      case 'blockquote':
      case 'code':
      case 'table':
      case 'thematicBreak':
      case 'html':
      case 'list':
      case 'definition':
        this.blocks.push({ ...at, type });
    }
  }

  private heading(level: number, text: string, at: Range, children: readonly Nodes[]): Heading {
    const setext = this.text[at.start] !== '#';
    const first = children[0] && rangeOf(children[0]);
    const last = children.at(-1) && rangeOf(children.at(-1)!);
    const empty = setext ? at.start : Math.min(at.end, at.start + level);
    return {
      ...at,
      level,
      text: text.replace(/\s+/g, ' ').trim(),
      content: first && last ? { start: first.start, end: last.end } : { start: empty, end: empty },
      setext,
    };
  }

  private link(node: Nodes & { type: 'link' | 'image'; url: string }, at: Range): Link {
    const source = this.text.slice(at.start, at.end);
    const text = plainText(node);
    const open = node.type === 'image' ? 2 : 1;
    if (node.type === 'link' && !source.startsWith('[')) {
      const inner = source.startsWith('<') ? { start: at.start + 1, end: at.end - 1 } : at;
      return {
        ...at,
        kind: 'autolink',
        text,
        textRange: inner,
        url: this.text.slice(inner.start, inner.end),
        urlRange: inner,
      };
    }
    const last = 'children' in node ? node.children.at(-1) : undefined;
    const lastEnd = (last && rangeOf(last)?.end) ?? at.start + open;
    const close = this.text.indexOf('](', Math.min(lastEnd, at.end - 3));
    const textEnd = close < 0 || close > at.end ? lastEnd : close;
    const destination = /^\]\(\s*(<[^>]*>|[^\s]*)/.exec(this.text.slice(textEnd, at.end));
    let raw = destination?.[1] ?? '';
    let urlStart = textEnd + (destination ? destination[0].length - raw.length : 0);
    if (raw.startsWith('<')) {
      raw = raw.slice(1, -1);
      urlStart += 1;
    } else if (urlStart + raw.length === at.end) {
      raw = raw.slice(0, -1);
    }
    return {
      ...at,
      kind: node.type === 'image' ? 'image' : 'inline',
      text,
      textRange: { start: at.start + open, end: textEnd },
      url: raw,
      urlRange: { start: urlStart, end: urlStart + raw.length },
    };
  }

  private reference(text: string, label: string, at: Range): Link {
    const source = this.text.slice(at.start, at.end);
    const split = source.lastIndexOf('][');
    const full = split > 0 && source.endsWith(']') && source.length - split > 3;
    const textEnd = full ? at.start + split : at.end - (source.endsWith('[]') ? 3 : 1);
    const labelStart = full ? at.start + split + 2 : at.start + 1;
    return {
      ...at,
      kind: 'reference',
      text,
      textRange: { start: at.start + 1, end: textEnd },
      url: normalizeLabel(label),
      urlRange: { start: labelStart, end: full ? at.end - 1 : textEnd },
    };
  }

  private definitionUrl(at: Range): Range {
    const source = this.text.slice(at.start, at.end);
    const match = /^\s*\[(?:[^\]\\]|\\.)*\]:\s*<?/.exec(source);
    const start = at.start + (match?.[0].length ?? 0);
    const length = /^[^\s>]*/.exec(this.text.slice(start, at.end))![0].length;
    return { start, end: start + length };
  }
}

/** How labels of references and definitions are compared. */
export function normalizeLabel(label: string): string {
  return label.replace(/\s+/g, ' ').trim().toLowerCase();
}

function rangeOf(node: Nodes): Range | undefined {
  const start = node.position?.start.offset;
  const end = node.position?.end.offset;
  return start === undefined || end === undefined ? undefined : { start, end };
}

function findComments(text: string, code: readonly Range[]): Comment[] {
  const comments: Comment[] = [];
  let at = text.indexOf('<!--');
  while (at >= 0) {
    if (holds(code, at)) {
      at = text.indexOf('<!--', at + 4);
      continue;
    }
    const close = text.indexOf('-->', at + 4);
    const end = close < 0 ? text.length : close + 3;
    comments.push({
      start: at,
      end,
      text: text.slice(at + 4, close < 0 ? text.length : close),
      closed: close >= 0,
    });
    at = text.indexOf('<!--', end);
  }
  return comments;
}

function findListLines(
  text: string,
  opaque: readonly Range[],
  depths: ReadonlyMap<number, number>,
): ListLine[] {
  const lines: ListLine[] = [];
  const pattern = /^([ \t]*)([*+-])([ \t]+)(\S[^\r\n]*)/gm;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const bullet = match.index + match[1]!.length;
    const depth = depths.get(bullet);
    if (depth === undefined && holds(opaque, bullet)) continue;
    if (/^(?:[*+-][ \t]*)+$/.test(match[4]!)) continue;
    const contentStart = bullet + 1 + match[3]!.length;
    const content = match[4]!.trimEnd();
    lines.push({
      start: match.index,
      end: match.index + match[0].length,
      indent: match[1]!,
      bullet,
      content: { start: contentStart, end: contentStart + content.length },
      depth,
    });
  }
  return lines;
}
