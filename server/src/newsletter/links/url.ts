import type { Range } from '../../text/sourceText';
import {
  AUDIO_HOSTS,
  FORGE_PAGES,
  FORGES,
  HOST_ALIASES,
  MOBILE_HOST,
  PEERTUBE_PATH,
  REDIRECTORS,
  REF_IS_A_BRANCH,
  TRACKING_ANYWHERE,
  TRACKING_BY_HOST,
  type TrackingRow,
  VIDEO_HOSTS,
  VIDEO_TIME,
} from './hosts';

/**
 * A web address taken apart as it is written: nothing is decoded, so that an edit can leave every other character
 * as it was. Offsets are into the address.
 */
export interface WebUrl {
  readonly text: string;
  readonly scheme: 'http' | 'https';
  /** Lower case, with port. */
  readonly host: string;
  readonly hostRange: Range;
  /** From the first slash, may be empty. */
  readonly path: string;
  readonly pathRange: Range;
  readonly parameters: readonly Parameter[];
  /** From `?` to the fragment; an empty range without a query. */
  readonly queryRange: Range;
  /** Behind `#`; undefined without one. */
  readonly fragment: string | undefined;
}

/** `name=value` of a query; its range has no `&`. */
export interface Parameter extends Range {
  /** Decoded. */
  readonly name: string;
  /** As written; undefined without `=`. */
  readonly value: string | undefined;
}

const WEB_URL = /^(https?):\/\/([^/?#\s]+)([^?#]*)(\?[^#]*)?(?:#(.*))?$/is;

/** Takes an address apart. @returns undefined for what is not `http(s)://host...` */
export function parseUrl(text: string): WebUrl | undefined {
  const match = WEB_URL.exec(text);
  if (!match) return undefined;
  const hostStart = match[1]!.length + 3;
  const pathStart = hostStart + match[2]!.length;
  const queryStart = pathStart + match[3]!.length;
  const query = match[4] ?? '';
  return {
    text,
    scheme: match[1]!.toLowerCase() as 'http' | 'https',
    host: match[2]!.toLowerCase(),
    hostRange: { start: hostStart, end: pathStart },
    path: match[3]!,
    pathRange: { start: pathStart, end: queryStart },
    parameters: readParameters(query.slice(1), queryStart + 1),
    queryRange: { start: queryStart, end: queryStart + query.length },
    fragment: match[5],
  };
}

function readParameters(query: string, offset: number): Parameter[] {
  const parameters: Parameter[] = [];
  for (const match of query.matchAll(/(?:^|&(?:amp;)?)([^&=]*)(?:=([^&]*))?/g)) {
    const separator = /^&(?:amp;)?/.exec(match[0])?.[0].length ?? 0;
    if (match[0].length === separator) continue;
    const start = offset + match.index + separator;
    const end = offset + match.index + match[0].length;
    parameters.push({ start, end, name: decode(match[1]!), value: match[2] });
  }
  return parameters;
}

/** Percent-decoding that leaves damaged text alone. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Whether a host is `domain` or lies below it. */
export function isUnder(host: string, domain: string | RegExp): boolean {
  if (typeof domain !== 'string') return domain.test(host);
  return host === domain || host.endsWith(`.${domain}`);
}

/** Parameters that tell the site where a reader comes from and nothing else. Those of a redirector are left alone. */
export function trackingParameters(url: WebUrl): Parameter[] {
  if (redirectorOf(url)) return [];
  return url.parameters.filter((parameter) => {
    const name = parameter.name.toLowerCase();
    if (name === 'ref' && REF_IS_A_BRANCH.test(url.host)) return false;
    if (name.startsWith('utm_') || TRACKING_ANYWHERE.has(name)) return true;
    return listed(TRACKING_BY_HOST, url, parameter);
  });
}

/** The parameter that makes a video start somewhere else than at its beginning. */
export function videoTime(url: WebUrl): Parameter | undefined {
  return url.parameters.find((parameter) => listed(VIDEO_TIME, url, parameter));
}

function listed(rows: readonly TrackingRow[], url: WebUrl, { name, value }: Parameter): boolean {
  return rows.some(
    (row) =>
      row.names.includes(name.toLowerCase()) &&
      isUnder(url.host, row.host) &&
      (!row.value || row.value.test(value ?? '')) &&
      !row.except?.test(url.path),
  );
}

/** What to delete from an address to be rid of some parameters; the rest stays as it is. */
export function withoutParameters(url: WebUrl, removed: readonly Parameter[]): Range[] {
  const kept = url.parameters.filter((parameter) => !removed.includes(parameter));
  if (kept.length === 0) return removed.length > 0 ? [url.queryRange] : [];
  return removed.map(({ start, end }) => {
    const before = url.parameters.filter((parameter) => parameter.end <= start);
    const next = url.parameters.find((parameter) => parameter.start >= end);
    // The `&` before goes with a parameter that follows a kept one, else the `&` behind.
    return before.some((parameter) => kept.includes(parameter))
      ? { start: before.at(-1)!.end, end }
      : { start, end: next?.start ?? url.queryRange.end };
  });
}

/** What a redirecting service is asked for. */
export interface Redirection {
  readonly host: string;
  /** The address it leads to, when it stands in the link. */
  readonly target: string | undefined;
}

/** @returns undefined when the address is none of a redirecting service */
export function redirectorOf(url: WebUrl): Redirection | undefined {
  const row = REDIRECTORS.find(
    ({ host, path }) =>
      (typeof host === 'string' ? url.host === host || url.host === `www.${host}` : host.test(url.host)) &&
      (!path || path.test(url.path)),
  );
  // A bare `https://bit.ly/` is the service's own page.
  if (!row || (/^\/?$/.test(url.path) && url.parameters.length === 0)) return undefined;
  const target = row.targetIn
    .map((name) =>
      name === ''
        ? url.text.slice(url.queryRange.start + 1, url.queryRange.end)
        : decode(url.parameters.find((parameter) => parameter.name === name)?.value ?? ''),
    )
    .find((candidate) => parseUrl(candidate) !== undefined);
  return { host: url.host, target: target === undefined ? undefined : escapeUrl(target) };
}

/** Escapes what would end an address in Markdown. @param what parentheses in pairs may stay */
export function escapeUrl(url: string, what = /[\s()<>]/g): string {
  return url.replace(what, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
}

/** A better-known form of an address. */
export interface CanonicalForm {
  /** The host that is meant. */
  readonly host: string;
  readonly edits: readonly (Range & { readonly text: string })[];
  /** Whether the page is the same beyond doubt. */
  readonly sure: boolean;
}

/** The address under the host's usual name. @param date of the issue: some names are younger than the newsletter */
export function canonicalForm(url: WebUrl, date?: string): CanonicalForm | undefined {
  const short = /^\/([\w-]{6,})\/?$/.exec(url.path);
  if (/^(?:www\.)?youtu\.be$/.test(url.host) && short) {
    const host = 'www.youtube.com';
    const idEnd = url.pathRange.start + 1 + short[1]!.length;
    const path = { start: url.hostRange.start, end: url.pathRange.start + 1, text: `${host}/watch?v=` };
    const query = { start: idEnd, end: url.queryRange.start + 1, text: '&' };
    const slash = { start: idEnd, end: url.pathRange.end, text: '' };
    const rest = url.parameters.length > 0 ? [query] : slash.end > slash.start ? [slash] : [];
    return { host, edits: [path, ...rest], sure: true };
  }
  const alias = HOST_ALIASES.find(
    ({ host, path, since }) =>
      (typeof host === 'string' ? url.host === host : host.test(url.host)) &&
      (!path || url.path.startsWith(path)) &&
      (!since || date === undefined || since <= date),
  );
  if (alias) {
    const end = url.hostRange.end + (alias.path?.length ?? 0);
    return {
      host: alias.to.replace(/\/$/, ''),
      edits: [{ start: url.hostRange.start, end, text: alias.to }],
      sure: true,
    };
  }
  const raw = /^\/([^/]+\/[^/]+)\/(?:refs\/heads\/)?([^/]+)\/(.+\.(?:md|markdown|rst|txt))$/.exec(url.path);
  if (url.host === 'raw.githubusercontent.com' && raw) {
    const text = `github.com/${raw[1]}/blob/${raw[2]}/${raw[3]}`;
    return {
      host: 'github.com',
      edits: [{ start: url.hostRange.start, end: url.pathRange.end, text }],
      sure: false,
    };
  }
  const mobile = MOBILE_HOST.exec(url.host);
  if (!mobile) return undefined;
  const start = url.hostRange.start + mobile.index;
  return {
    host: url.host.replace(mobile[0], ''),
    edits: [{ start, end: start + mobile[0].length, text: '' }],
    sure: false,
  };
}

/**
 * How links are compared: https, the host's usual name in lower case without `www.`, the path with single slashes
 * and none at its end, the query without what {@link trackingParameters} names, the fragment as it is.
 */
export function linkKey(text: string): string {
  const trimmed = text.trim();
  const written = parseUrl(trimmed);
  if (!written) return trimmed;
  const form = canonicalForm(written);
  const url = (form?.sure && parseUrl(applyTo(trimmed, form.edits))) || written;
  const removed = new Set([...trackingParameters(url), videoTime(url)]);
  const query = url.parameters
    .filter((parameter) => !removed.has(parameter))
    .map(({ start, end }) => url.text.slice(start, end))
    .join('&');
  const path = url.path.replace(/\/{2,}/g, '/').replace(/\/$/, '');
  return `https://${url.host.replace(/^www\./, '')}${path}${query ? `?${query}` : ''}${url.fragment ? `#${url.fragment}` : ''}`;
}

function applyTo(text: string, edits: CanonicalForm['edits']): string {
  let result = text;
  for (const edit of [...edits].sort((a, b) => b.start - a.start)) {
    result = result.slice(0, edit.start) + edit.text + result.slice(edit.end);
  }
  return result;
}

/** What a page offers, by its address. */
export function mediumOf(url: WebUrl): 'video' | 'audio' | undefined {
  const on = (rows: readonly { readonly host: string; readonly path?: RegExp }[]) =>
    rows.some(({ host, path }) => isUnder(url.host, host) && (!path || path.test(url.path)));
  if (on(VIDEO_HOSTS) || PEERTUBE_PATH.test(url.path)) return 'video';
  return on(AUDIO_HOSTS) ? 'audio' : undefined;
}

/** `owner/name` when the address is a repository's first page on a forge. */
export function repositoryRoot(url: WebUrl): string | undefined {
  const host = url.host.replace(/^www\./, '');
  if (!FORGES.has(host)) return undefined;
  const match = /^\/([^/]+)\/([^/]+)\/?$/.exec(url.path.replace(/\/{2,}/g, '/'));
  return match && !FORGE_PAGES.has(match[1]!.toLowerCase()) ? `${match[1]}/${match[2]}` : undefined;
}
