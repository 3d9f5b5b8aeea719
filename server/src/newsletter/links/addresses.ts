import type { Range, SourceText } from '../../text/sourceText';
import type { Definition, Link } from '../issue/chunk';
import { parseUrl, type WebUrl } from './url';

/** An address as it stands in the text: of a link, an image or a definition. */
export interface Address extends Range {
  readonly url: string;
  /** The link it belongs to; undefined for a definition. */
  readonly link: Link | undefined;
  /** Its parts when it is `http(s)://host...`. */
  readonly web: WebUrl | undefined;
}

/** An address with its parts. */
export type WebAddress = Address & { readonly web: WebUrl };

/** Every address of an issue in order; those of reference links are their definitions'. Placeholders are none. */
export function readAddresses(
  source: SourceText,
  links: readonly Link[],
  definitions: readonly Definition[],
): Address[] {
  const found: Address[] = [];
  const add = (range: Range, url: string, link: Link | undefined) => {
    if (!isPlaceholder(url))
      found.push({ start: range.start, end: range.end, url, link, web: parseUrl(url) });
  };
  for (const link of links) if (link.kind !== 'reference') add(link.urlRange, link.url, link);
  // A definition's `url` is decoded; what an edit needs is what stands in the text.
  for (const { urlRange, url } of definitions) add(urlRange, source.slice(urlRange) || url, undefined);
  return found.sort((a, b) => a.start - b.start);
}

/** `INSERT_LINK_HERE` and the like, which the rules about placeholders look after. */
export function isPlaceholder(url: string): boolean {
  return /^[A-Z]+(?:_[A-Z]+)+$|^\$twir_/.test(url);
}
