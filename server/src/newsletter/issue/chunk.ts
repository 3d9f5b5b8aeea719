import type {
  LinkReference,
  Heading as MdastHeading,
  Image as MdastImage,
  Link as MdastLink,
  Nodes,
  Root,
} from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import type { BlockLine, Brackets, Comment, LeafData } from '../../markdown/data';
import { type Difference, findDifferences } from '../../markdown/github/differences';
import type { GitHubReadings } from '../../markdown/github/readings';
import { parseMarkdown } from '../../markdown/index';
import { normalizeLabel } from '../../markdown/labels';
import { overlapsAny, type Range } from '../../text/sourceText';
import { collapsed } from '../../text/whitespace';

export type { Comment };

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
  /** The same as a reader sees it, white space collapsed. */
  readonly title: string;
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

/** `[^name]: text` */
export interface Footnote extends Range {
  /** `^name`, lower case: it stands among the labels of definitions. */
  readonly label: string;
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
    | 'defList'
    /** Of links, footnotes or abbreviations: what is not shown in its place. */
    | 'definition';
}

/** What one chunk says about itself. Offsets are relative to the chunk; `chunkParts.ts` places them. */
export interface ChunkSummary {
  readonly headings: readonly Heading[];
  readonly links: readonly Link[];
  readonly definitions: readonly Definition[];
  readonly footnotes: readonly Footnote[];
  readonly comments: readonly Comment[];
  /** Code spans and code blocks: nothing in them is newsletter syntax. */
  readonly code: readonly Range[];
  readonly codeSpans: readonly Range[];
  readonly strayBackticks: readonly Range[];
  readonly lines: readonly BlockLine[];
  readonly brackets: readonly Brackets[];
  /** Tags other than comments. */
  readonly html: readonly Range[];
  readonly listLines: readonly ListLine[];
  readonly blocks: readonly Block[];
  /** Where GitHub reads the chunk otherwise; compared when first asked for. */
  readonly differences: () => readonly Difference[];
}

/**
 * Parses a chunk.
 *
 * @param definitions labels defined anywhere in the issue
 * @param github keeps what GitHub makes of texts
 * @param parsed is given its tree
 */
export function summarizeChunk(
  text: string,
  definitions: ReadonlySet<string>,
  github: GitHubReadings,
  parsed: (tree: Root) => void = () => {},
): ChunkSummary {
  const tree = parseMarkdown(text, { definitions });
  parsed(tree);
  const walk = new Walk(text);
  walk.root(tree);
  const { comments = [], lines = [] } = tree.data ?? {};
  let differences: readonly Difference[] | undefined;
  // Summaries are kept for long, trees are large: this one goes as soon as it has been compared.
  let compared: Root | undefined = tree;
  return {
    differences: () => {
      if (compared) differences = findDifferences(text, compared, github);
      compared = undefined;
      return differences ?? [];
    },
    headings: walk.headings,
    links: walk.links,
    definitions: walk.definitions,
    footnotes: walk.footnotes,
    comments,
    code: walk.code,
    codeSpans: walk.codeSpans,
    strayBackticks: walk.strayBackticks,
    lines,
    brackets: walk.brackets,
    html: walk.html.filter((html) => !overlapsAny(comments, html)),
    listLines: lines.map((line) => listLine(text, line)).filter((line) => line !== undefined),
    blocks: walk.blocks,
  };
}

/** Collects from a tree what the issue is built of. */
class Walk {
  readonly headings: Heading[] = [];
  readonly links: Link[] = [];
  readonly definitions: Definition[] = [];
  readonly footnotes: Footnote[] = [];
  readonly code: Range[] = [];
  readonly codeSpans: Range[] = [];
  readonly strayBackticks: Range[] = [];
  readonly brackets: Brackets[] = [];
  readonly html: Range[] = [];
  readonly blocks: Block[] = [];

  constructor(private readonly text: string) {}

  root(tree: Root): void {
    for (const child of tree.children) this.block(child);
    this.descend(tree);
  }

  private descend(node: Nodes): void {
    // Most nodes are texts, of which there is nothing to tell.
    if (node.type === 'text') return;
    this.collect(node);
    if ('children' in node) for (const child of node.children) this.descend(child);
  }

  private collect(node: Nodes): void {
    const at = rangeOf(node);
    // A node without a position was made by a transform; there is nothing in the text to point at.
    if (!at) return;
    switch (node.type) {
      case 'heading':
        this.headings.push(heading(node, at));
        this.leaf(node.data);
        break;
      case 'defListTerm':
      case 'paragraph':
      case 'tableCell':
        this.leaf(node.data);
        break;
      case 'code':
        this.code.push(at);
        break;
      case 'inlineCode':
        this.code.push(at);
        this.codeSpans.push(at);
        break;
      case 'html':
        this.html.push(at);
        break;
      case 'definition':
        this.definitions.push({
          start: at.start,
          end: at.end,
          label: normalizeLabel(node.label ?? node.identifier),
          url: node.url,
          urlRange: node.data?.parts?.address ?? at,
        });
        if (node.data?.parts) this.brackets.push(definitionBrackets(node.data.parts.label));
        break;
      case 'footnoteDefinition':
        this.footnotes.push({ start: at.start, end: at.end, label: node.identifier });
        break;
      case 'link':
      case 'image':
        this.links.push(this.link(node, at));
        break;
      case 'linkReference':
        this.links.push(reference(node, at));
        break;
    }
  }

  private leaf(data: LeafData | undefined): void {
    if (data?.brackets) this.brackets.push(data.brackets);
    for (const ticks of data?.strayBackticks ?? []) this.strayBackticks.push(ticks);
  }

  private block(node: Nodes): void {
    const at = rangeOf(node);
    if (!at) return;
    const { type } = node;
    switch (type) {
      case 'paragraph':
      case 'blockquote':
      case 'code':
      case 'table':
      case 'thematicBreak':
      case 'html':
      case 'list':
      case 'defList':
      case 'definition':
        this.blocks.push({ start: at.start, end: at.end, type });
        break;
      case 'abbrDefinition':
      case 'footnoteDefinition':
        this.blocks.push({ start: at.start, end: at.end, type: 'definition' });
    }
  }

  private link(node: MdastLink | MdastImage, at: Range): Link {
    const autolink = node.type === 'link' && node.data?.autolink;
    const { label, address } = node.data?.parts ?? { label: at, address: at };
    const text = plainText(node);
    return {
      start: at.start,
      end: at.end,
      kind: autolink ? 'autolink' : node.type === 'image' ? 'image' : 'inline',
      text,
      title: collapsed(text).trim(),
      textRange: label,
      url: this.text.slice(address.start, address.end),
      urlRange: address,
    };
  }
}

function heading(node: MdastHeading, at: Range): Heading {
  return {
    start: at.start,
    end: at.end,
    level: node.depth,
    text: collapsed(plainText(node)).trim(),
    content: node.data?.content ?? at,
    setext: node.data?.setext === true,
  };
}

/** `[A post]:(https://…)` in an item is a definition to the site, and a slip to its author. */
function definitionBrackets({ start, end }: Range): Brackets {
  return { pairs: [{ start: start - 1, end: end + 1, target: undefined }], loose: [] };
}

function reference(node: LinkReference, at: Range): Link {
  const parts = node.data?.parts ?? { label: at, reference: at };
  const text = plainText(node);
  return {
    start: at.start,
    end: at.end,
    kind: 'reference',
    text,
    title: collapsed(text).trim(),
    textRange: parts.label,
    url: normalizeLabel(node.label ?? node.identifier),
    urlRange: parts.reference,
  };
}

function rangeOf(node: Nodes): Range | undefined {
  const start = node.position?.start.offset;
  const end = node.position?.end.offset;
  return start === undefined || end === undefined ? undefined : { start, end };
}

/** A line with a bullet and something after it; undefined for others. */
function listLine(text: string, line: BlockLine): ListLine | undefined {
  if (line.kind !== 'item' || line.bullet === '1' || line.lost === 'code') return undefined;
  const bullet = line.first;
  const rest = text.slice(bullet + 1, line.end);
  const start = bullet + 1 + rest.length - rest.trimStart().length;
  const end = bullet + 1 + rest.trimEnd().length;
  if (end <= start) return undefined;
  return {
    start: line.start,
    end: line.end,
    indent: text.slice(line.start, bullet),
    bullet,
    content: { start, end },
    depth: line.depth,
  };
}
