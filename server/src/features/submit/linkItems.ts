import type { Issue } from '../../newsletter/issue/issue';
import { linkKey } from '../../newsletter/links/keys';
import { tidyAddress } from '../../newsletter/links/tidyAddress';
import { cutMarkers, writeMarkers } from '../../newsletter/markers/prefix';
import type { Edit } from '../../text/edits';
import { append } from '../../text/lists';
import { snippetText } from '../../text/snippet';
import { htmlLinkTexts } from './htmlLinks';
import { withMedium } from './submit';

/** An address with the words that stood with it, if any. */
export interface PastedLink {
  readonly url: string;
  readonly title: string | undefined;
  /** Markers that stood before it, as the house writes them. */
  readonly markers: readonly string[];
}

/** More is no list of links any more. */
const MOST = 2000;
/** What stands around an address or a title, and belongs to neither. */
const AROUND = ' \t:–—|<(-';

/**
 * Finds the links in a text from the clipboard: one or several to a line, as Markdown or with their title before, in
 * the same line or in one of its own above.
 */
export function pastedLinks(text: string): PastedLink[] {
  return readPasted(text).links;
}

/** Whether a text is nothing but links, so that whoever pastes it may want items of them. */
export function isOnlyLinks(text: string): boolean {
  const { links, rest } = readPasted(text);
  return links.length > 0 && !rest;
}

function readPasted(text: string): { links: PastedLink[]; rest: boolean } {
  const links: PastedLink[] = [];
  let rest = false;
  /** A line that stands alone above the present one and has no address: its title, perhaps. */
  let above: string | undefined;
  let free = true;
  for (const line of text.split(/\r\n|\r|\n/)) {
    // From the clipboard, in whatever form: mail, chat, a list of another program. Nothing of it is Markdown for certain.
    const bare = line.replace(/^[ \t>|]*(?:(?:[*+•-]|\d{1,3}[.)])[ \t]+)?/, '').trim();
    const waiting: string | undefined = above;
    above = undefined;
    const markdown = [...bare.matchAll(/\[([^[\]]{1,400})\]\((https?:[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)\)/g)];
    if (markdown.length > 0) {
      let at = 0;
      for (const match of markdown) {
        const { markers, rest: words } = cutMarkers(bare.slice(at, match.index));
        links.push({ title: match[1]!.trim() || undefined, url: match[2]!, markers });
        rest ||= !/^[\s,;]*$/.test(words);
        at = match.index + match[0].length;
      }
      rest ||= waiting !== undefined || !/^[\s,;]*$/.test(bare.slice(at));
      free = true;
      continue;
    }
    const addresses = [...bare.matchAll(/https?:\/\/[^\s<>"`\u200b\u2060]+/gi)].map((match) => ({
      at: match.index,
      url: withoutPunctuation(match[0]),
    }));
    const [first] = addresses;
    if (!first) {
      rest ||= waiting !== undefined;
      if (bare !== '' && free) above = titleIn(bare);
      else rest ||= bare !== '';
      free = bare === '';
      continue;
    }
    free = true;
    const { markers, rest: words } = cutMarkers(bare.slice(0, first.at));
    const before = titleIn(words);
    const alone = addresses.length === 1;
    if (alone && before === '' && first.url === bare && waiting !== undefined) {
      links.push({ url: first.url, title: waiting, markers });
      continue;
    }
    const after = bare.slice(first.at + first.url.length);
    rest ||= waiting !== undefined || (alone && /[\p{L}\p{N}]/u.test(after)) || (!alone && before !== '');
    const title = alone && before !== '' ? before : undefined;
    append(
      links,
      addresses.map(({ url }) => ({ url, title, markers })),
    );
  }
  return { links: links.slice(0, MOST), rest: rest || above !== undefined || links.length > MOST };
}

/** A title as it stands before its address, without the signs between and quotation marks around; empty without words. */
function titleIn(text: string): string {
  const before = withoutEnd(text, AROUND);
  const inner = /^["“]([^"“”]*)["”]$/.exec(before)?.[1];
  const open = ['"', '`'].filter((sign) => before.split(sign).length % 2 === 0);
  const title = inner ?? withoutEnd(before, AROUND + open.join(''));
  return /[\p{L}\p{N}]/u.test(title) ? title.trim() : '';
}

/** Without the characters at the end that are among `signs`; in one go, however many there are. */
function withoutEnd(text: string, signs: string): string {
  let end = text.length;
  while (end > 0 && signs.includes(text[end - 1]!)) end -= 1;
  return text.slice(0, end);
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
 * @param html the same as a browser has it, where texts of links are titles
 * @returns an edit whose text is a snippet; undefined when there is no address
 */
export function linkItemsEdit(issue: Issue, pasted: string, offset: number, html = ''): Edit | undefined {
  const texts = htmlLinkTexts(html);
  const items = pastedLinks(pasted).map(({ url, title, markers }, n) => {
    const tidy = tidyAddress(url, issue.date).url;
    const shown = texts.get(linkKey(url))?.replace(/[\\*`<]/g, '\\$&');
    const words = snippetText((title ?? shown ?? 'title').replace(/[[\]]/g, ''));
    return `* ${writeMarkers(withMedium(markers, tidy))}[\${${n + 1}:${words}}](${snippetText(tidy)})`;
  });
  if (items.length === 0) return undefined;
  const line = issue.source.lineAt(offset);
  const text = items.join('\n');
  if (/^[ \t]*(?:[*+-][ \t]*)?$/.test(issue.source.slice(line)))
    return { start: line.start, end: line.end, text };
  return { start: line.end, end: line.end, text: `\n${text}` };
}
