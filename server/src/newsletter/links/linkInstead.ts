import { stripEnd } from '../../text/strip';
import { strayEnd } from './strayEnd';

/** An address with what encloses it, or in parentheses even one with a space in it. */
const ADDRESS =
  /\(\s*(https?:\/\/[^()<>\r\n]*(?:\([^()\r\n]*\)[^()<>\r\n]*)*)\)?(?=\W*$)|https?:\/\/[^\s<>"|]+/;
/** Markers are the newsletter's own: to Markdown they are plain text in brackets. */
const MARKERS = /^(?:\[(?:video|audio|series|[A-Z]{2})\][ \t]*)+/;

/** The one address in a text, without punctuation of the text around it. @returns undefined where there is none or another one */
export function addressIn(
  text: string,
): { readonly start: number; readonly end: number; readonly url: string } | undefined {
  const match = ADDRESS.exec(text);
  if (!match) return undefined;
  const written = match[1] ?? match[0];
  const start = match.index + match[0].indexOf(written);
  const kept = written.trimEnd();
  const url = kept.slice(0, strayEnd(kept));
  const end = start + url.length;
  if (/https?:\/\//.test(text.slice(end)) || /https?:\/\/.*https?:\/\//.test(url)) return undefined;
  return { start, end, url };
}

/** Markers with a sign between them and a whole link. */
const MARKED = /^((?:\[(?:video|audio|series|[A-Z]{2})\][ \t]*)+?)[ \t]*[:–—-][ \t]*(\[[^[\]]+\]\(\S+\))$/;

/**
 * What was meant for a link, written as one: `[A post]: https://..`, `A post (https://..)`, `(A post)[https://..]`.
 *
 * @param text of an item
 * @returns undefined where that is not certain
 */
export function linkInstead(written: string): string | undefined {
  const text = narrow(written);
  const marked = MARKED.exec(text);
  if (marked) return `${marked[1]!.trimEnd()} ${marked[2]}`;
  const address = addressIn(text);
  if (!address || /[\r\n]/.test(text) || text.slice(0, address.start).split('`').length % 2 === 0)
    return undefined;
  const markers = MARKERS.exec(text)?.[0] ?? '';
  const before = stripEnd(text.slice(markers.length, address.start), /[\s:;,(<{[|–—-]/);
  const after = text.slice(address.end).replace(/^[\s)>}\]:;,.|–—-]+/, '');
  const title = unwrapped([before, after].filter(Boolean).join(' '));
  if (title === undefined) return undefined;
  const url = address.url.replace(/\s+/g, '%20');
  return `${markers.trimEnd()}${markers && ' '}[${title}](${url})`;
}

/** A title without the brackets, parentheses or quotation marks around it. @returns undefined for an unfit one */
function unwrapped(title: string): string | undefined {
  // Brackets and the like of what was no link.
  const trimmed = title
    .replace(/^\[([^[\]]*)\]?$/, '$1')
    .replace(/^\(([^()]*)\)?$/, '$1')
    .replace(/^["“]([^"“”]*)["”]$/, '$1')
    .trim();
  if (trimmed === '' || trimmed.split('[').length !== trimmed.split(']').length) return undefined;
  return trimmed;
}

/** A link in brackets and parentheses of Chinese or Japanese keyboards with those that Markdown knows; others stay. */
function narrow(text: string): string {
  return text.replace(/[[［]([^［］[\]]+)[\]］][ \t]*[（(](\S{1,2000}?)[)）]?$/, '[$1]($2)');
}
