import type { Issue } from '../../newsletter/issue/issue';
import { tidyAddress } from '../../newsletter/links/tidyAddress';
import { mediumOf, parseUrl } from '../../newsletter/links/url';
import { writeMarkers } from '../../newsletter/markers/prefix';
import type { Edit } from '../../text/edits';
import { snippetText } from '../../text/snippet';

/** An address with the words that stood with it, if any. */
export interface PastedLink {
  readonly url: string;
  readonly title: string | undefined;
}

/** More is no list of links any more. */
const MOST = 200;

/** Finds the links in a text from the clipboard: one or several to a line, as Markdown or with their title before. */
export function pastedLinks(text: string): PastedLink[] {
  const links: PastedLink[] = [];
  for (const line of text.split(/\r\n|\r|\n/)) {
    const bare = line.replace(/^[ \t]*(?:[*+•-]|\d{1,3}[.)])[ \t]+/, '').trim();
    const markdown = [...bare.matchAll(/\[([^[\]]{1,400})\]\((https?:[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)\)/g)];
    if (markdown.length > 0) {
      links.push(...markdown.map((match) => ({ title: match[1]!.trim() || undefined, url: match[2]! })));
      continue;
    }
    const addresses = [...bare.matchAll(/https?:\/\/[^\s<>"]+/gi)].map((match) => ({
      at: match.index,
      url: withoutPunctuation(match[0]),
    }));
    const before = bare.slice(0, addresses[0]?.at ?? 0).replace(/[\s:–—|<("-]+$/, '');
    const title = addresses.length === 1 && before.trim() !== '' ? before.trim() : undefined;
    links.push(...addresses.map(({ url }) => ({ url, title })));
  }
  return links.slice(0, MOST);
}

/** What ends the sentence around an address is no part of it. */
function withoutPunctuation(url: string): string {
  let end = url.length;
  while (end > 0) {
    const char = url[end - 1]!;
    const open = char === ')' && !url.slice(0, end).includes('(');
    if (!open && !/[.,;:!?'\]]/.test(char)) break;
    end -= 1;
  }
  return url.slice(0, end);
}

/**
 * Link items for pasted addresses, with a tab stop on each title: instead of the line when there is nothing on it but
 * a bullet, else below it.
 *
 * @returns an edit whose text is a snippet; undefined when there is no address
 */
export function linkItemsEdit(issue: Issue, pasted: string, offset: number): Edit | undefined {
  const items = pastedLinks(pasted).map(({ url, title }, n) => {
    const tidy = tidyAddress(url, issue.date).url;
    const web = parseUrl(tidy);
    const medium = web && mediumOf(web);
    const words = snippetText(title ?? 'title').replace(/[[\]]/g, '');
    return `* ${writeMarkers(medium ? [medium] : [])}[\${${n + 1}:${words}}](${snippetText(tidy)})`;
  });
  if (items.length === 0) return undefined;
  const line = issue.source.lineAt(offset);
  const text = items.join('\n');
  if (/^[ \t]*(?:[*+-][ \t]*)?$/.test(issue.source.slice(line)))
    return { start: line.start, end: line.end, text };
  return { start: line.end, end: line.end, text: `\n${text}` };
}
