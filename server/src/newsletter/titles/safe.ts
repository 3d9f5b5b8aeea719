import type { Nodes, PhrasingContent } from 'mdast';
import { toString as plainText } from 'mdast-util-to-string';
import { parseMarkdown } from '../../markdown/index';
import type { Range } from '../../text/sourceText';

/** What Markdown could take for markup, with what has its backslash already. */
const MARKUP = /(\\[\\`*_[\]<>])|[\\`*_[\]<>]/g;

/** Where a title has code spans, backticks included, in order. @param title Markdown of one line */
export function codeSpans(title: string): Range[] {
  const spans: Range[] = [];
  const visit = (node: Nodes) => {
    if (node.type === 'inlineCode' && node.position) {
      const { start, end } = node.position;
      spans.push({ start: start.offset! - LEAD.length, end: end.offset! - LEAD.length });
    }
    if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(parseMarkdown(`${LEAD}${title}`));
  return spans;
}

/** Words in front of a title keep its beginning from being read as a heading, list item or quote. */
const LEAD = 'title ';

/**
 * A title that the site shows as it reads: unchanged when it does already, else with a backslash before everything that
 * would be markup (`<T>`, a bracket without its partner).
 *
 * @param title Markdown of one line in which backticks mean code
 */
export function safeTitle(title: string): string {
  if (isSafe(title)) return title;
  const spans = codeSpans(title);
  let escaped = '';
  let at = 0;
  for (const span of [...spans, { start: title.length, end: title.length }]) {
    escaped += title.slice(at, span.start).replace(MARKUP, (sign, done) => done ?? `\\${sign}`);
    escaped += title.slice(span.start, span.end);
    at = span.end;
  }
  return escaped;
}

/** Whether a title between brackets is one link, of plain text and code that reads as it is written. */
export function isSafe(title: string): boolean {
  const [paragraph, ...more] = parseMarkdown(`[${title}](https://example.com)`).children;
  if (more.length > 0 || paragraph?.type !== 'paragraph' || paragraph.children.length !== 1) return false;
  const [link] = paragraph.children;
  if (link?.type !== 'link') return false;
  const plain = (node: PhrasingContent) => node.type === 'text' || node.type === 'inlineCode';
  return link.children.every(plain) && plainText(link) === readable(title);
}

/** A title without backslashes and the backticks of its code. */
function readable(title: string): string {
  return title.replace(MARKUP, (sign, done?: string) => done?.slice(1) ?? (sign === '`' ? '' : sign));
}
