import type { Range } from '../../text/sourceText';
import { codeBlockHtml } from '../html/escape';
import { scanFences } from './fences';
import { type HtmlBlocks, scanHtmlBlocks, withoutMarkdownAttribute } from './html-blocks';
import { type Line, makeLine } from './lines';
import type { Raw } from './raw-piece';

/** A text together with what the site sets aside in it. */
export interface Source {
  readonly text: string;
  /** `text` with every character of a raw piece replaced by `MASK`: same length, same offsets. */
  readonly masked: string;
  /** Raw pieces by their start. */
  readonly raws: ReadonlyMap<number, Raw>;
  /** Raw pieces in order, none inside of another. */
  readonly order: readonly Raw[];
  /** Code fences in order, those inside of raw HTML too. */
  readonly fences: readonly Raw[];
  /** What the search for HTML read as one piece although it goes over lines: nothing starts afresh in it. */
  readonly spans: readonly Range[];
  /** Comments in raw pieces, in order. */
  readonly comments: readonly Range[];
}

/** Stands for what an earlier step has taken: neither white space nor a letter, and no syntax. */
export const MASK = '\u0002';
/** The other control character that the site's parser keeps to itself. */
export const MASK_END = '\u0003';

const NO_HTML: HtmlBlocks = { raws: [], spans: [], comments: [] };

/** Sets aside code fences, then raw HTML blocks: no other construct can begin or end inside of them. */
export function scanRaw(text: string, extensions = true): Source {
  const fences = extensions && (text.includes('```') || text.includes('~~~')) ? scanFences(text) : [];
  const withoutFences = maskRanges(text, fences);
  const {
    raws: html,
    spans,
    comments,
  } = text.includes('<') ? scanHtmlBlocks(withoutFences, extensions) : NO_HTML;
  const order = html.length === 0 ? fences : mergeOuter(fences, html);
  return {
    text,
    masked: html.length === 0 ? withoutFences : maskRanges(withoutFences, html),
    raws: new Map(order.map((raw) => [raw.start, raw])),
    order,
    fences,
    spans,
    comments,
  };
}

/** The HTML of a raw piece. A fence in an HTML block is code there too: it was set aside first. */
export function rawHtml({ text, fences }: Source, raw: Raw): string {
  if (raw.code) return codeBlockHtml(fenceValue(text, raw));
  if (raw.container) return withoutMarkdownAttribute(text.slice(raw.start, raw.end));
  let html = '';
  let from = raw.start;
  for (let index = firstFrom(fences, from); index < fences.length; index++) {
    const fence = fences[index]!;
    if (fence.end > raw.end) break;
    html += text.slice(from, fence.start) + codeBlockHtml(fenceValue(text, fence));
    from = fence.end;
  }
  return html + text.slice(from, raw.end);
}

/** Index of the first piece that starts at `offset` or behind it. */
function firstFrom(pieces: readonly Raw[], offset: number): number {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (pieces[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The code of a fence. */
export function fenceValue(text: string, raw: Raw): string {
  return text.slice(...raw.code!).replace(/(?:\r\n?|\n)$/, '');
}

/** Replaces ranges (in order, apart from each other) by as many `MASK`. */
function maskRanges(text: string, ranges: readonly Range[]): string {
  if (ranges.length === 0) return text;
  const parts: string[] = [];
  let from = 0;
  for (const { start, end } of ranges) {
    parts.push(text.slice(from, start), MASK.repeat(end - start));
    from = end;
  }
  parts.push(text.slice(from));
  return parts.join('');
}

/** Fences inside a raw HTML block belong to it. */
function mergeOuter(fences: readonly Raw[], html: readonly Raw[]): Raw[] {
  const order: Raw[] = [];
  let next = 0;
  for (const raw of html) {
    while (next < fences.length && fences[next]!.start < raw.start) order.push(fences[next++]!);
    while (next < fences.length && fences[next]!.start < raw.end) next++;
    order.push(raw);
  }
  return order.concat(fences.slice(next));
}

/**
 * Cuts the text into lines. Raw pieces get lines of their own, with empty lines around them as the site
 * puts them there: that is why a paragraph ends at a fence, and a list can begin behind a comment.
 */
export function splitLines(source: Source): Line[] {
  const { masked, order } = source;
  const lines: Line[] = [];
  const lineEnd = /\r\n?|\n/g;
  let from = 0;
  let next = 0;
  let raw = order[0];
  const blank = (at: number) => lines.push(makeLine(masked, at, at));
  const physical = (end: number, whole: boolean) => {
    const line = makeLine(masked, from, end);
    if (whole && line.first === line.end) blank(end);
    else lines.push(line);
  };
  let whole = true;
  let match = lineEnd.exec(masked);
  for (;;) {
    const end = match ? match.index : masked.length;
    if (raw && raw.start <= end && raw.end > from) {
      if (raw.breaks === 'both' || (raw.breaks === 'after' && raw.start === from)) {
        physical(raw.start, false);
        if (raw.ends) blank(raw.start);
        from = raw.start;
      }
      if (raw.breaks !== 'none') {
        physical(raw.end, false);
        blank(raw.end);
        from = raw.end;
        whole = false;
      }
      raw = order[++next];
      continue;
    }
    physical(end, whole);
    whole = true;
    if (!match) return lines;
    from = lineEnd.lastIndex;
    match = lineEnd.exec(masked);
  }
}
