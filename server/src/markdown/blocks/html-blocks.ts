import type { Range } from '../../text/sourceText';
import { endOfTag } from './html-tag';
import type { Raw } from './raw-piece';

/** Elements which the site takes as raw blocks, up to their end tag, where they begin a line. */
const BLOCK_ELEMENTS: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote body canvas colgroup dd details div dl dt fieldset figcaption figure ' +
    'footer form group h1 h2 h3 h4 h5 h6 header hgroup hr html iframe legend li main map math menu nav ' +
    'noscript object ol option output p pre progress script section style summary table tbody td textarea ' +
    'tfoot th thead tr ul video'
  ).split(' '),
);

/** Elements in which `markdown="1"` makes Markdown of what they hold. */
const CONTAINERS: ReadonlySet<string> = new Set(
  'address article aside blockquote details div fieldset figure footer form header main nav section'.split(
    ' ',
  ),
);
const MARKDOWN = /\smarkdown=(["']?)(?:1|block)\1(?=[\s/>])/;

/** The HTML of a tag without what tells the site to read Markdown in its element. */
export function withoutMarkdownAttribute(tag: string): string {
  return tag.replace(MARKDOWN, '');
}

/** Whether HTML that is alone in a paragraph stands without `<p>`: a comment or a block element does. */
export function isBlockHtml(value: string): boolean {
  const name = /^<\/?([^ >]+)/.exec(value)?.[1] ?? '';
  return /^[!?]/.test(name) || BLOCK_ELEMENTS.has(name.toLowerCase().replace(/\/+$/, ''));
}

export interface HtmlBlocks {
  readonly raws: Raw[];
  /** Tags, comments and what is incomplete of them, where they go over a line end. */
  readonly spans: Range[];
  /** Comments among the blocks and within them. */
  readonly comments: Range[];
}

/**
 * Finds raw HTML blocks: comments, declarations and block elements that begin a line behind at most three
 * spaces, or directly follow another one on its line. What was opened and not closed reaches to the end. A
 * comment elsewhere is none, but up to its end no block begins either.
 *
 * @param text the text with its code fences masked
 * @param markdown whether `markdown="1"` is read
 */
export function scanHtmlBlocks(text: string, markdown: boolean): HtmlBlocks {
  const raws: Raw[] = [];
  const spans: Range[] = [];
  const comments: Range[] = [];
  const scanner = new HtmlScanner(text);
  const open = new OpenElements();
  let openStart = -1;
  /** Elements around whose content is Markdown. */
  const containers: string[] = [];
  /** Behind a block on the same line, where a further one may begin in the middle of the line. */
  let tailFrom = -1;
  let at = text.indexOf('<');
  while (at >= 0) {
    const token = scanner.tokenAt(at);
    const raw = openStart >= 0;
    if (tailFrom >= 0) tailFrom = scanner.hasLineEnd(tailFrom, at) ? -1 : at;
    const inTail = !raw && tailFrom >= 0;
    const mayStart = !raw && (inTail || scanner.atLineStart(at));
    if (token.kind === 'comment') {
      if ((mayStart || raw) && token.name === '!--') comments.push({ start: at, end: token.end });
      if (mayStart) {
        raws.push({ kind: 'html', start: at, end: token.end, breaks: inTail ? 'none' : 'after' });
        tailFrom = token.end;
      } else if (token.name !== '!--' && !scanner.atLineStart(at)) {
        token.end = at + 2;
      }
    } else if (token.kind === 'void' && mayStart) {
      raws.push({ kind: 'html', start: at, end: token.end, breaks: 'after' });
      tailFrom = token.end;
    } else if (token.kind === 'open') {
      if (raw) {
        open.push(token.name);
      } else if (
        mayStart &&
        markdown &&
        CONTAINERS.has(token.name) &&
        MARKDOWN.test(text.slice(at, token.end))
      ) {
        containers.push(token.name);
        raws.push({ kind: 'html', start: at, end: token.end, breaks: 'both', container: true });
      } else if (mayStart && BLOCK_ELEMENTS.has(token.name)) {
        open.push(token.name);
        openStart = at;
      }
    } else if (token.kind === 'close' && !raw && containers.at(-1) === token.name) {
      containers.pop();
      raws.push({ kind: 'html', start: at, end: token.end, breaks: 'both', ends: true });
      tailFrom = token.end;
    } else if (token.kind === 'close' && raw) {
      open.close(token.name);
      if (open.isEmpty) {
        raws.push({ kind: 'html', start: openStart, end: token.end, breaks: 'both' });
        openStart = -1;
        tailFrom = token.end;
      }
    }
    // In a script and a style sheet only their end tag is markup, wherever they begin.
    if (token.kind === 'open' && (token.name === 'script' || token.name === 'style'))
      token.end = scanner.endTagOf(token.name, token.end);
    if (scanner.hasLineEnd(at, token.end)) spans.push({ start: at, end: token.end });
    at = text.indexOf('<', Math.max(token.end, at + 1));
  }
  if (openStart >= 0) raws.push({ kind: 'html', start: openStart, end: text.length, breaks: 'both' });
  return { raws, spans, comments };
}

/** The elements open in a raw block; an end tag closes those inside of its element too. */
class OpenElements {
  private readonly names: string[] = [];
  private readonly counts = new Map<string, number>();

  get isEmpty(): boolean {
    return this.names.length === 0;
  }

  push(name: string): void {
    this.names.push(name);
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
  }

  close(name: string): void {
    if (!this.counts.get(name)) return;
    for (let last = this.names.pop(); last !== undefined; last = this.names.pop()) {
      this.counts.set(last, this.counts.get(last)! - 1);
      if (last === name) return;
    }
  }
}

interface Token {
  kind: 'comment' | 'void' | 'open' | 'close' | 'text';
  end: number;
  name: string;
}

/** Reads HTML as a lenient parser does; what is not complete is text up to its `>`. */
class HtmlScanner {
  private noCommentEndFrom = Number.POSITIVE_INFINITY;
  private readonly lastTagEnd: number;
  /** Characters that failed tags may still cost; keeps hostile input linear. */
  private fuel: number;

  constructor(private readonly text: string) {
    this.lastTagEnd = text.lastIndexOf('>');
    this.fuel = 8 * text.length + 1000;
  }

  tokenAt(at: number): Token {
    const { text } = this;
    if (at > this.lastTagEnd) return { kind: 'text', end: text.length, name: '' };
    const next = text[at + 1];
    if (next === '!' || next === '?') return this.declaration(at, next);
    if (next === '/') return this.endTag(at);
    const name = /[a-zA-Z]/.test(next ?? '') ? tagName(text, at + 1) : '';
    if (!name || this.fuel <= 0) return { kind: 'text', end: at + 1, name: '' };
    const { kind, end } = endOfTag(text, at + 1 + name.length);
    if (kind === 'open') {
      this.fuel -= end - at;
      return this.incomplete(at);
    }
    if (kind === 'text') return { kind, end, name: '' };
    const lower = name.toLowerCase();
    if (text[end - 2] === '/' || lower === 'hr') {
      return { kind: BLOCK_ELEMENTS.has(lower) ? 'void' : 'text', end, name: lower };
    }
    return { kind: 'open', end, name: lower };
  }

  /** Where the end tag of a raw text begins; the end of the text without one. */
  endTagOf(name: string, from: number): number {
    const endTag = new RegExp(`</\\s*${name}\\s*>`, 'gi');
    endTag.lastIndex = from;
    return endTag.exec(this.text)?.index ?? this.text.length;
  }

  private endTag(at: number): Token {
    const name = /[a-zA-Z]/.test(this.text[at + 2] ?? '') ? tagName(this.text, at + 2) : '';
    const close = this.text.indexOf('>', at + 2 + name.length);
    return { kind: name ? 'close' : 'text', end: name ? close + 1 : at + 2, name: name.toLowerCase() };
  }

  private declaration(at: number, next: string): Token {
    const { text } = this;
    let end = -1;
    let name = '!';
    if (text.startsWith('<!--', at)) {
      name = '!--';
      if (at >= this.noCommentEndFrom) return this.incomplete(at);
      end = text.indexOf('-->', at + 4);
      if (end < 0) this.noCommentEndFrom = at;
      else end += 3;
    } else {
      end = text.indexOf(next === '?' ? '?>' : '>', at + 2);
      if (end >= 0) end += next === '?' ? 2 : 1;
    }
    return end < 0 ? this.incomplete(at) : { kind: 'comment', end, name };
  }

  /** The rest up to a `>` is text, and so is a tag in it. */
  private incomplete(at: number): Token {
    const close = this.text.indexOf('>', at + 1);
    return { kind: 'text', end: close < 0 ? this.text.length : close + 1, name: '' };
  }

  atLineStart(at: number): boolean {
    let start = at;
    while (start > 0 && at - start <= 3 && this.text[start - 1] === ' ') start--;
    return at - start <= 3 && (start === 0 || isLineEnd(this.text[start - 1]!));
  }

  hasLineEnd(from: number, to: number): boolean {
    for (let at = from; at < to; at++) if (isLineEnd(this.text[at]!)) return true;
    return false;
  }
}

function isLineEnd(character: string): boolean {
  return character === '\n' || character === '\r';
}

function tagName(text: string, at: number): string {
  const name = /[^`\s/>\0]*/y;
  name.lastIndex = at;
  return name.exec(text)?.[0] ?? '';
}
