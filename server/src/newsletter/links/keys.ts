import { applyEdits } from '../../text/edits';
import { Recent } from '../../text/recent';
import { textFragment, trackingParameters, videoTime } from './tracking';
import { canonicalForm, parseUrl, type WebUrl } from './url';

/**
 * Is it the same page? What two addresses of it have in common: https, the host's usual name in lower case without
 * `www.` and usual port, a path with single slashes and none at its end, no `index.html`, escapes as they are usually
 * written, the query in any order without what only tracks, the fragment as it is. Text that is no address is its own key.
 */
export function linkKey(text: string): string {
  const trimmed = text.trim();
  const written = parseUrl(trimmed);
  if (!written) return trimmed;
  const form = canonicalForm(written);
  const url = (form?.sure && parseUrl(applyEdits(trimmed, form.edits))) || written;
  const video = videoPage(url);
  const removed = new Set([...trackingParameters(url), videoTime(url)]);
  const parameters = url.parameters
    .filter((parameter) => !removed.has(parameter))
    .map(({ start, end }) => usualEscapes(url.text.slice(start, end)));
  // Servers read them in any order; of one name the order stays.
  const ordered = parameters.toSorted((a, b) => compareNames(nameOf(a), nameOf(b)));
  const query = [...(video ? [`v=${video}`] : []), ...ordered].join('&');
  const path = video ? '/watch' : pathKey(url.path);
  const marked = textFragment(url);
  const fragment = marked ? url.fragment!.slice(0, url.fragment!.indexOf(':~:')) : url.fragment;
  return `https://${hostKey(url)}${path}${query && `?${query}`}${fragment ? `#${usualEscapes(fragment)}` : ''}`;
}

/**
 * Is it the same page of an event? As {@link linkKey}, without scheme; Meetup's pages are the same in every language,
 * letter case and with any parameters.
 */
export function eventPageKey(text: string): string {
  return pageOf(linkKey(text));
}

/** Is it the same group? As {@link eventPageKey}, in lower case, and a group's list of events is the group. */
export function groupKey(text: string): string {
  return groupOf(eventPageKey(text));
}

function pageOf(link: string): string {
  const key = link.replace(/^[a-z]+:\/\//i, '').replace(/^www\./i, '');
  if (!/^meetup\.com(?:[/?#]|$)/.test(key)) return key;
  return key
    .replace(/[?#].*$/, '')
    .toLowerCase()
    .replace(/^meetup\.com\/[a-z]{2}-[a-z]{2}\//, 'meetup.com/');
}

function groupOf(page: string): string {
  return page.replace(/\/events\/?$/i, '').toLowerCase();
}

function nameOf(parameter: string): string {
  return parameter.split('=', 1)[0]!;
}

function compareNames(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The id of a video that YouTube also shows under `/live/` and `/shorts/`, whose links may stay so: see {@link canonicalForm}. */
function videoPage(url: WebUrl): string | undefined {
  if (!/^(?:www\.)?youtube\.com$/.test(url.host)) return undefined;
  return /^\/(?:live|shorts)\/([\w-]{6,})\/?$/.exec(url.path)?.[1];
}

function hostKey({ scheme, host }: WebUrl): string {
  return host.replace(scheme === 'https' ? /:443$/ : /:80$/, '').replace(/^www\./, '');
}

function pathKey(path: string): string {
  return usualEscapes(path)
    .replace(/\/{2,}/g, '/')
    .replace(/\/index\.html?$/i, '')
    .replace(/\/$/, '');
}

/** Half of a character: nothing that could be escaped. */
const LONE_SURROGATE = /[\ud800-\udfff]/gu;

/** Letters, digits and `._~-` plain, everything else that is escaped in capitals, other alphabets escaped. */
function usualEscapes(text: string): string {
  return text
    .replace(/[^\x21-\x7e]+/g, (run) => encodeURIComponent(run.replace(LONE_SURROGATE, '\ufffd')))
    .replace(/%[0-9a-f]{2}/gi, (escaped) => {
      const character = String.fromCharCode(Number.parseInt(escaped.slice(1), 16));
      return /[\w.~-]/.test(character) ? character : escaped.toUpperCase();
    });
}

/** Of how many addresses the keys are known: those of an issue or two. */
const ADDRESSES = 1000;

/** {@link linkKey} and the others for texts that name the same addresses again and again, as issues do. */
export class LinkKeys {
  private readonly links: Recent<string>;
  private readonly pages: Recent<string>;
  private readonly groups: Recent<string>;

  /** @param limit of how many addresses the keys are kept */
  constructor(limit = ADDRESSES) {
    this.links = new Recent(linkKey, limit);
    this.pages = new Recent((url) => pageOf(this.link(url)), limit);
    this.groups = new Recent((url) => groupOf(this.page(url)), limit);
  }

  readonly link = (url: string): string => this.links.get(url);
  readonly page = (url: string): string => this.pages.get(url);
  readonly group = (url: string): string => this.groups.get(url);
}
