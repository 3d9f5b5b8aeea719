import { MASK } from '../blocks/raw';
import { codeHtml, escapeAttribute, escapeText } from '../html/escape';
import { type Finds, type Inline, type Made, plainText, type Region, resolveText } from './region';
import { decodeReferences } from './text';

const ADDRESS = /<((?:f|ht)tps?:\/\/[^<>]*)>/gi;
const MAIL = /<([^<> !]+@[^@<> ]+)>/g;
const COMMENT_MARK = /<!--|-->/g;

/** `<https://…>` */
export function* autolinks(region: Region): Finds {
  for (const match of region.text.matchAll(ADDRESS)) {
    const start = match.index;
    const end = start + match[0].length;
    yield {
      start,
      end,
      make(inner) {
        const url = resolveText(region, start + 1, end - 1, inner);
        return autolink(region, start + 1, end - start - 2, decodeReferences(url), decodeReferences(url));
      },
    };
  }
  return false;
}

/** `<name@host>` */
export function* mailLinks(region: Region): Finds {
  if (!region.text.includes('@')) return;
  for (const match of region.text.matchAll(MAIL)) {
    const start = match.index;
    const end = start + match[0].length;
    yield {
      start,
      end,
      make(inner) {
        const address = resolveText(region, start + 1, end - 1, inner).replace(/^mailto:/, '');
        return autolink(region, start + 1, end - start - 2, `mailto:${address}`, address);
      },
    };
  }
  return false;
}

/** @param length of what stands between the angle brackets */
function autolink(region: Region, start: number, length: number, url: string, value: string): Made {
  const base = region.base + start;
  const text: Inline = { node: { type: 'text', value }, start: base, end: base + value.length };
  const inside = { start: base, end: base + length };
  return {
    node: { type: 'link', url, title: null, data: { autolink: true } },
    content: { base, text: MASK.repeat(value.length), nodes: [text] },
    parts: { label: inside, address: inside },
  };
}

/**
 * Tags and comments. What looks like a tag is one: `Vec<T>` outside of code loses its `<T>`, and with that
 * out of the way `<Vec<T>>` is a tag too. A comment holds no other `<!--`.
 */
export function* inlineHtml(region: Region): Finds {
  const { text } = region;
  const comments = inlineComments(text);
  let failed = false;
  let next = text.indexOf('<');
  while (next >= 0) {
    const start = next;
    TAG.lastIndex = start;
    const end = comments.get(start) ?? (TAG.test(text) ? TAG.lastIndex : -1);
    if (end < 0) {
      failed = true;
      next = text.indexOf('<', start + 1);
      continue;
    }
    next = text.indexOf('<', end);
    yield {
      start,
      end,
      make: (inner) => ({ node: { type: 'html', value: resolveText(region, start, end, inner, asHtml) } }),
    };
  }
  return failed;
}

/** A tag may not hold `@` in its name; anything may stand in its attributes, even another line. */
const TAG = /<\/?[a-zA-Z][^<>@ ]*(?: [^<>]*)?>/y;

function inlineComments(text: string): Map<number, number> {
  const comments = new Map<number, number>();
  let open = -1;
  for (const mark of text.matchAll(COMMENT_MARK)) {
    if (mark[0] === '<!--') open = mark.index;
    else if (open >= 0 && mark.index >= open + 4) {
      comments.set(open, mark.index + 3);
      open = -1;
    }
  }
  return comments;
}

/** Code and links which an earlier step found inside of a tag go into it as HTML. */
function asHtml(inline: Inline): string {
  const { node } = inline;
  if (node.type === 'inlineCode') return codeHtml(node.value);
  if (node.type === 'link') {
    return `<a href="${escapeAttribute(node.url)}">${escapeText(plainText(inline))}</a>`;
  }
  // The site's own slip: text which an earlier find made gets a backslash in a tag.
  return node.type === 'text' || node.type === 'html' ? `\\${node.value}` : plainText(inline);
}
