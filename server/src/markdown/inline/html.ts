import { MASK } from '../blocks/raw';
import { codeHtml, escapeAttribute, escapeText } from '../html/escape';
import { type Found, type Inline, type Made, plainText, type Region, resolveText } from './region';

const ADDRESS = /<((?:f|ht)tps?:\/\/[^<>]*)>/gi;
const MAIL = /<([^<> !]+@[^@<> ]+)>/g;
/** A tag may not hold `@` in its name; anything may stand in its attributes, even another line. */
const TAG = /<\/?[a-zA-Z][^<>@ ]*(?: [^<>]*)?>/g;
const COMMENT_MARK = /<!--|-->/g;

/** `<https://…>` */
export function* autolinks(region: Region): Iterable<Found> {
  if (!region.text.includes('<')) return;
  for (const match of region.text.matchAll(ADDRESS)) {
    const start = match.index;
    const end = start + match[0].length;
    yield {
      start,
      end,
      make(inner) {
        const url = resolveText(region, start + 1, end - 1, inner);
        return autolink(region, start + 1, url, url);
      },
    };
  }
}

/** `<name@host>` */
export function* mailLinks(region: Region): Iterable<Found> {
  if (!region.text.includes('@') || !region.text.includes('<')) return;
  for (const match of region.text.matchAll(MAIL)) {
    const start = match.index;
    const end = start + match[0].length;
    yield {
      start,
      end,
      make(inner) {
        const address = resolveText(region, start + 1, end - 1, inner).replace(/^mailto:/, '');
        return autolink(region, start + 1, `mailto:${address}`, address);
      },
    };
  }
}

function autolink(region: Region, start: number, url: string, value: string): Made {
  const base = region.base + start;
  const text: Inline = { node: { type: 'text', value }, start: base, end: base + value.length };
  return {
    node: { type: 'link', url, title: null },
    content: { base, text: MASK.repeat(value.length), nodes: [text] },
  };
}

/** Tags and comments. What looks like a tag is one: `Vec<T>` outside of code loses its `<T>`. */
export function* inlineHtml(region: Region): Iterable<Found> {
  const { text } = region;
  if (!text.includes('<')) return;
  const comments = inlineComments(text);
  const tags = text.matchAll(TAG);
  let tag = tags.next();
  let comment = comments.next();
  let from = 0;
  while (!tag.done || !comment.done) {
    const tagStart = tag.done ? Number.POSITIVE_INFINITY : tag.value.index;
    const isTag = comment.done || tagStart < comment.value[0];
    const [start, end] = isTag
      ? [tagStart, tagStart + tag.value![0].length]
      : (comment.value as [number, number]);
    if (start >= from) {
      from = end;
      yield {
        start,
        end,
        make: (inner) => ({ node: { type: 'html', value: resolveText(region, start, end, inner, asHtml) } }),
      };
    }
    if (isTag) tag = tags.next();
    else comment = comments.next();
  }
}

/** A comment ends at the first `-->` and holds no other `<!--`. */
function* inlineComments(text: string): Generator<[start: number, end: number], undefined> {
  let open = -1;
  for (const mark of text.matchAll(COMMENT_MARK)) {
    if (mark[0] === '<!--') open = mark.index;
    else if (open >= 0 && mark.index >= open + 4) {
      yield [open, mark.index + 3];
      open = -1;
    }
  }
  return undefined;
}

/** Code and links which an earlier step found inside of a tag go into it as HTML. */
function asHtml(inline: Inline): string {
  const { node } = inline;
  if (node.type === 'inlineCode') return codeHtml(node.value);
  if (node.type === 'link') {
    return `<a href="${escapeAttribute(node.url)}">${escapeText(plainText(inline))}</a>`;
  }
  return plainText(inline);
}
