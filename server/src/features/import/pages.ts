import { tidyAddress } from '../../newsletter/links/tidyAddress';
import { isUnder, parseUrl, redirectorOf, type WebUrl } from '../../newsletter/links/url';
import { countryMeant, foldText } from '../../newsletter/places/places';
import { quoted } from './imported';
import { CALLS, DOUBTFUL, type HostRow, NO_PAGES, OTHER_WORDS, STREAMS } from './pageHosts';

/** The event's own page, as far as a source tells it. */
export interface FoundPage {
  readonly url: string | undefined;
  /** Why the author is asked whether it is the page. */
  readonly doubt?: string;
}

/** What a source says of an event, as plain text. */
export interface PageSource {
  /** The field that is made for the page. */
  readonly url: string;
  readonly description: string;
  readonly address: string;
}

/** Luma's own sentence with the page. */
const OWN_PAGE = /^\s*Get up-to-date information at:\s*(\S+)/i;
/** So many addresses are looked at. */
const MAX_ADDRESSES = 50;

/**
 * Looks for the event's page: the field made for it, else the one address in the description that can be it. Whatever
 * is not plain is told as a doubt.
 */
export function findPage(source: PageSource): FoundPage {
  const given = usable(source.url);
  if (given && !isOther(given)) {
    const venue = isVenue(given, source.address) && isRoot(given);
    return {
      url: given.text,
      ...(venue ? { doubt: ask(given.text, 'it looks like the venue’s site') } : {}),
    };
  }
  const own = usable(OWN_PAGE.exec(source.description)?.[1] ?? '');
  if (own && !isOther(own)) return { url: own.text };
  const found = candidates(source.description);
  const best = found.find(({ named }) => !named) ?? found[0];
  if (best) {
    const doubt = doubtOf(best, found, source.address);
    return { url: best.url.text, ...(doubt ? { doubt: ask(best.url.text, doubt) } : {}) };
  }
  const [place] = candidates(source.address);
  if (place) return { url: place.url.text, doubt: ask(place.url.text, 'it was given as the place') };
  return { url: undefined };
}

/** Whether a text has the address of an online meeting. */
export function hasCall(text: string): boolean {
  return addressesIn(text).some(({ url }) => listed(CALLS, url) || listed(STREAMS, url));
}

/** Whether an address can stand in a link: `https://host.example/..`; blanks and quotes around it are nobody's. */
export function usable(written: string): WebUrl | undefined {
  const open = written.slice(0, 3000).replace(/^[\s"'“”‘’<([]+/, '');
  const bare = trimmed(open.replace(/[\s"'“”‘’>\]]+$/, ''), /$^/);
  if (bare === '' || bare.length > 2000 || /[\s"<>\\^`{|}]/.test(bare) || /\p{Cc}|\p{Cs}/u.test(bare))
    return undefined;
  const url = parseUrl(tidyAddress(bare).url);
  return url && isHost(url.host) ? url : undefined;
}

function isHost(host: string): boolean {
  const [name = '', port] = host.split(':');
  return (
    name.length <= 253 &&
    (port === undefined || /^\d{1,5}$/.test(port)) &&
    /^(?:[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}_-]*[\p{L}\p{M}\p{N}])?\.)+(?:\p{L}[\p{L}\p{M}]+|xn--[a-z0-9-]+)$/u.test(
      name,
    )
  );
}

interface Candidate {
  readonly url: WebUrl;
  /** The words before it say that it is something else. */
  readonly named: boolean;
}

/** Addresses of a text that may be the page, each once. */
function candidates(text: string): Candidate[] {
  const found = new Map<string, Candidate>();
  for (const { url, before } of addressesIn(text)) {
    if (isOther(url)) continue;
    const key = url.text.replace(/\/$/, '').toLowerCase();
    const named = OTHER_WORDS.test(before);
    const known = found.get(key);
    if (!known || known.named) found.set(key, { url, named: named && known?.named !== false });
  }
  return [...found.values()];
}

function addressesIn(text: string): { url: WebUrl; before: string }[] {
  const found: { url: WebUrl; before: string }[] = [];
  for (const match of text.matchAll(/https?:\/\/[^\s<>"'[\]\\]{1,2000}/gi)) {
    const url = usable(trimmed(match[0]));
    if (!url) continue;
    const line = text.slice(Math.max(0, match.index - 80), match.index);
    found.push({ url, before: line.slice(line.lastIndexOf('\n') + 1) });
    if (found.length === MAX_ADDRESSES) break;
  }
  return found;
}

/** Without what belongs to the sentence around: a full stop, a parenthesis that was opened before. */
function trimmed(address: string, marks = /[.,;:!?*_…]+$/): string {
  const bare = address.replace(marks, '');
  return bare.endsWith(')') && !bare.includes('(') ? trimmed(bare.replace(/\)+$/, ''), marks) : bare;
}

function isOther(url: WebUrl): boolean {
  return listed(CALLS, url) || listed(NO_PAGES, url) || isFeed(url.text);
}

/** Whether an address gives a calendar to programs rather than a page to people. */
export function isFeed(url: string): boolean {
  return (
    /^webcals?:/i.test(url) ||
    /\.(?:ics|ical|ifb|rss|atom|xml)(?:[?#]|$)|\/(?:ical|ics|feeds?|rss|atom|caldav|webcal|public-calendars)(?:[/?#]|$)|[?&](?:format|output|export)=(?:ics|ical|rss)|^https?:\/\/(?:[\w-]+\.)*(?:calendar\.google\.com|api\.(?:lu\.ma|luma\.com)|api2\.luma\.com|outlook\.(?:live|office|office365)\.com|(?:[\w-]+-)?caldav[\w-]*\.[\w.]+)(?:[/?#]|$)/i.test(
      url,
    )
  );
}

function doubtOf(
  { url, named }: Candidate,
  found: readonly Candidate[],
  address: string,
): string | undefined {
  if (new Set(found.map(({ url }) => url.host.replace(/^www\./, ''))).size > 1)
    return 'the description has addresses of several sites';
  if (found.length > 1) return 'the description has several addresses';
  if (named) return 'the description says that it is something else';
  if (isVenue(url, address)) return 'it looks like the venue’s site';
  if (listed(DOUBTFUL, url)) return 'it is a form';
  if (redirectorOf(url)) return 'it is a short link';
  return isRoot(url) ? 'it is the first page of a site' : undefined;
}

function ask(url: string, reason: string): string {
  return `Is ${quoted(url)} the event’s page? Here ${reason}`;
}

function isRoot({ path, parameters, fragment }: WebUrl): boolean {
  return /^\/?$/.test(path) && parameters.length === 0 && !fragment;
}

/** Whether a host is named like the place: `https://harbour-hall.example` and `Harbour Hall, Quay 1, ..`. */
function isVenue({ host }: WebUrl, address: string): boolean {
  const names = host
    .replace(/:\d+$/, '')
    .split('.')
    .slice(0, -1)
    .map(lettersOf)
    .filter((name) => name.length >= 4);
  const parts = address.slice(0, 300).split(/[,;()\n|·]+|\s[-–—]\s/);
  // City and country are in the hosts of many groups.
  while (parts.length > 1 && (countryMeant(parts.at(-1)!.trim()) || !/\p{L}/u.test(parts.at(-1)!)))
    parts.pop();
  if (parts.length > 1 || address.includes(',')) parts.pop();
  return parts
    .filter((part) => lettersOf(part).length >= 4)
    .some((part) =>
      names.some(
        (name) =>
          lettersOf(part).includes(name) || (/\s/.test(part.trim()) && name.includes(lettersOf(part))),
      ),
    );
}

function lettersOf(text: string): string {
  return foldText(text).replace(/[^\p{L}\p{N}]/gu, '');
}

function listed(rows: readonly HostRow[], { host, path }: WebUrl): boolean {
  return rows.some(
    (row) => isUnder(host.replace(/:\d+$/, ''), row.host) && (!row.path || row.path.test(path)),
  );
}
