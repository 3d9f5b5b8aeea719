import { HTML_TAGS } from '../../markdown/html/siteTags';
import { decodeReferences } from '../../markdown/inline/text';

/** Longer descriptions are not read to their end. */
const LONGEST = 100_000;
/** Tags that end a line. */
const BREAKS = /^\/?(?:br|p|div|li|ul|ol|tr|td|h[1-6]|table|blockquote)\b/i;
const TAG = /^\/?([a-z][a-z0-9]*|[A-Z][A-Z0-9]*)(?:[\s/]|$)/;

/**
 * The text of a description, which many calendars write in HTML: without tags, its characters decoded, the address of
 * each link behind its text.
 */
export function plainText(description: string): string {
  const [first = '', ...pieces] = description.slice(0, LONGEST).split('<');
  let text = first;
  let address = '';
  for (const piece of pieces) {
    const end = piece.indexOf('>');
    const tag = end < 0 ? '' : piece.slice(0, end);
    if (/^https?:\/\//i.test(tag)) {
      // `<https://example.com>` is an address in many mails.
      text += ` ${tag} ${piece.slice(end + 1)}`;
      continue;
    }
    if (!isTag(tag, text)) {
      text += `<${piece}`;
      continue;
    }
    if (BREAKS.test(tag)) text += '\n';
    if (/^\/?a\b/i.test(tag)) {
      if (address !== '') text += ` ${address} `;
      address = /\shref\s*=\s*(?:"([^"]*)"|'([^']*)'|(\S+))/i.exec(tag)?.slice(1).find(Boolean) ?? '';
    }
    text += piece.slice(end + 1);
  }
  return decodeReferences(address === '' ? text : `${text} ${address} `);
}

/** Whether what stands in angle brackets is HTML rather than code: `Vec<T>` and `Set<B>` keep their types. */
function isTag(inside: string, before: string): boolean {
  const name = TAG.exec(inside)?.[1];
  if (name === undefined || !HTML_TAGS.has(name.toLowerCase())) return false;
  return !/^[A-Z]$/.test(inside) || !/\w$/.test(before);
}
