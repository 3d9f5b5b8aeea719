import type { Link } from '../issue/chunk';
import { isPlaceholder } from './addresses';
import { parseUrl, type WebUrl } from './url';

/** A link with the address it leads to. */
export interface Target {
  readonly link: Link;
  /** As written; for a reference the definition's. */
  readonly url: string;
  /** Its parts when it is `http(s)://host...`. */
  readonly web: WebUrl | undefined;
}

/**
 * Those of links that have an address; no images, no placeholders.
 *
 * @param labels addresses of definitions, by label
 */
export function targetsOf(links: readonly Link[], labels: ReadonlyMap<string, string>): Target[] {
  const found: Target[] = [];
  for (const link of links) {
    if (link.kind === 'image') continue;
    const url = link.kind === 'reference' ? labels.get(link.url) : link.url;
    if (url !== undefined && url !== '' && !isPlaceholder(url)) found.push({ link, url, web: parseUrl(url) });
  }
  return found;
}
