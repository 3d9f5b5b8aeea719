import type { Range } from '../../text/sourceText';
import {
  AUDIO_HOSTS,
  FORGE_PAGES,
  FORGES,
  HOST_ALIASES,
  MOBILE_HOST,
  PEERTUBE_PATH,
  REDIRECTORS,
  type Redirector,
  SHORT_SITES,
  VIDEO_HOSTS,
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
  // Most addresses have none.
  if (query === '') return parameters;
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
export function decode(text: string): string {
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

/** What a redirecting service is asked for. */
export interface Redirection {
  readonly host: string;
  /** The address it leads to, when it stands in the link. */
  readonly target: string | undefined;
}

/** Services with one host each, by that; there are many, and hardly any address is one of theirs. */
const REDIRECTOR_BY_HOST: ReadonlyMap<Redirector['host'], Redirector> = new Map(
  REDIRECTORS.map((row) => [row.host, row]),
);
/** Those with many hosts. */
const OTHER_REDIRECTORS = REDIRECTORS.filter(({ host }) => typeof host !== 'string');

/** @returns undefined when the address is none of a redirecting service */
export function redirectorOf(url: WebUrl): Redirection | undefined {
  const known = REDIRECTOR_BY_HOST.get(url.host.replace(/^www\./, '')) ?? REDIRECTOR_BY_HOST.get(url.host);
  const row = known ?? OTHER_REDIRECTORS.find(({ host }) => isUnder(url.host, host));
  if (row?.path && !row.path.test(url.path)) return undefined;
  // A bare `https://bit.ly/` is the service's own page.
  if (!row || (/^\/?$/.test(url.path) && url.parameters.length === 0)) return undefined;
  const inPath = row.path?.exec(url.path)?.[1];
  const target =
    inPath === undefined
      ? row.targetIn
          .map((name) =>
            name === ''
              ? url.text.slice(url.queryRange.start + 1, url.queryRange.end)
              : decode(url.parameters.find((parameter) => parameter.name === name)?.value ?? ''),
          )
          .find((candidate) => parseUrl(candidate) !== undefined)
      : `${inPath.startsWith('https:') ? '' : 'https://'}${inPath}${url.text.slice(url.pathRange.end)}`;
  return { host: url.host, target: target === undefined ? undefined : escapeUrl(target) };
}

/** Hosts of shorteners are of the shortest that can be had. */
const SHORT_HOST = /^(?:www\.)?(?:[a-z0-9-]{1,4}\.[a-z]{2}|[a-z0-9-]{1,2}\.[a-z]{3})$/;

/** Whether an address looks like one of a shortener that is not listed: a very short host and a random short path. */
export function looksShortened({ host, path, parameters }: WebUrl): boolean {
  if (!SHORT_HOST.test(host) || SHORT_SITES.has(host.replace(/^www\./, '')) || parameters.length > 0)
    return false;
  const code = /^\/([A-Za-z0-9_-]{4,12})$/.exec(path)?.[1];
  if (code === undefined || /^\d+$/.test(code)) return false;
  const mixed = /\d[A-Za-z]/.test(code) && /[A-Za-z]\d/.test(code);
  const capitals = /[a-z][A-Z]/.test(code) && (/[A-Z]{2}|\d/.test(code) || /[a-z][A-Z]$/.test(code));
  return mixed || capitals;
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
  /** Whether the address is that of a form for small screens, by the end of its path. */
  readonly amp?: true;
}

const SHORT_VIDEO_HOST = /^(?:www\.)?youtu\.be$/;
const SHORT_VIDEO = /^\/([\w-]{6,})\/?$/;
const VIDEO_HOST = /^(?:(?:www|m|music)\.)?youtube(?:-nocookie)?\.com$/;
/** A video as other pages show it, or with a slip: `watchv=`, `watch/v=`. */
const SHOWN_VIDEO = /^\/(?:(?:embed|v|watch)\/(?:v=)?|watchv?=)(?!videoseries)([\w-]{6,})\/?$/;
/** A page of a blog as its mobile form ends. */
const AMP_PATH = /(?<=\/[\w%-]{12,}\/)amp\/?$/;
const RAW_FILE = /^\/([^/]+\/[^/]+)\/(?:refs\/heads\/)?([^/]+)\/(.+\.(?:md|markdown|rst|txt))$/;

/** The address under the host's usual name. @param date of the issue: some names are younger than the newsletter */
export function canonicalForm(url: WebUrl, date?: string): CanonicalForm | undefined {
  const form = SHORT_VIDEO_HOST.test(url.host) ? SHORT_VIDEO : VIDEO_HOST.test(url.host) && SHOWN_VIDEO;
  const short = form ? form.exec(url.path) : null;
  if (short) {
    const host = 'www.youtube.com';
    const idStart = url.pathRange.start + url.path.lastIndexOf(short[1]!);
    const idEnd = idStart + short[1]!.length;
    const path = { start: url.hostRange.start, end: idStart, text: `${host}/watch?v=` };
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
  const pub = url.host === 'open.substack.com' ? /^\/pub\/([\w-]+)(?=\/p\/)/.exec(url.path) : null;
  if (pub) {
    const host = `${pub[1]}.substack.com`;
    const end = url.pathRange.start + pub[0].length;
    return { host, edits: [{ start: url.hostRange.start, end, text: host }], sure: true };
  }
  const raw = url.host === 'raw.githubusercontent.com' ? RAW_FILE.exec(url.path) : null;
  if (raw) {
    const text = `github.com/${raw[1]}/blob/${raw[2]}/${raw[3]}`;
    return {
      host: 'github.com',
      edits: [{ start: url.hostRange.start, end: url.pathRange.end, text }],
      sure: false,
    };
  }
  const amp = AMP_PATH.exec(url.path);
  if (amp) {
    const start = url.pathRange.start + amp.index;
    return { host: url.host, edits: [{ start, end: url.pathRange.end, text: '' }], sure: false, amp: true };
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
