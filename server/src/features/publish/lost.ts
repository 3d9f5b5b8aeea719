import { removableLines } from '../../newsletter/events/eventRemoval';
import type { Issue } from '../../newsletter/issue/issue';
import { linkKey } from '../../newsletter/links/keys';
import { collapsed } from '../../text/whitespace';

/** A link that the base branch’s draft has and the one about to be published does not. */
export interface LostLink {
  readonly title: string;
  readonly url: string;
  /** Line in the base branch’s draft, from 1. */
  readonly line: number;
  /** It came to the base branch after the local one grew apart from it: nobody here can have taken it out on purpose. */
  readonly unseen: boolean;
}

/**
 * What publishing a draft would lose: links of the base branch’s draft that it has neither by address nor by title.
 * Events that are over and addresses that wait to be filled in are no loss.
 *
 * @param common the draft as both branches last had it; undefined when one of them did not have it yet
 */
export function lostLinks(mine: Issue, base: Issue, common: Issue | undefined): LostLink[] {
  const here = new Set(mine.links.flatMap(keysOf));
  const before = new Set(common?.links.flatMap(keysOf));
  const gone = base.events.filter((event) => removableLines(base, event) !== undefined);
  const lost: LostLink[] = [];
  for (const link of base.links) {
    const keys = keysOf(link);
    if (link.kind === 'image' || keys.length === 0 || keys.some((key) => here.has(key))) continue;
    if (gone.some(({ start, title, end }) => link.start >= start && link.end <= (title?.line.end ?? end)))
      continue;
    if (base.placeholders.some(({ start, end }) => link.start < end && link.end > start)) continue;
    if (base.inComment(link.start)) continue;
    lost.push({
      title: link.text.trim(),
      url: link.url,
      line: base.source.lineNumberAt(link.start) + 1,
      unseen: !keys.some((key) => before.has(key)),
    });
  }
  return lost;
}

/** What a link is recognized by: its page, and its title, which stays when an address is mended. */
function keysOf({ url, text }: Issue['links'][number]): string[] {
  if (!/^[a-z][a-z\d+.-]*:/i.test(url)) return [];
  const title = collapsed(text).trim().toLowerCase();
  return [linkKey(url), ...(title.split(' ').length > 1 ? [title] : [])];
}
