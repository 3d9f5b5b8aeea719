import { PythonError } from './error';

/**
 * What Python's `urllib.parse` makes of addresses (3.12, which the newsletter's checks run on). Browsers read many of
 * them otherwise; the checks do not.
 */

export interface SplitUrl {
  /** Lower case; empty without one. */
  readonly scheme: string;
  readonly netloc: string;
  readonly path: string;
  readonly query: string;
  readonly fragment: string;
}

/** Schemes whose addresses have a host: without one they are written with an empty host. */
const WITH_HOST: ReadonlySet<string> = new Set(
  (
    'ftp http gopher nntp telnet imap wais file mms https shttp snews prospero rtsp rtspu rsync svn svn+ssh sftp ' +
    'nfs git git+ssh ws wss'
  ).split(' '),
);

/** `urlsplit(url)` @throws PythonError for a host that Python refuses */
export function urlsplit(text: string): SplitUrl {
  let url = text.replace(/^[\0-\x20]+/, '').replace(/[\t\r\n]/g, '');
  let scheme = '';
  const named = /^([a-zA-Z][a-zA-Z0-9+.-]*):/.exec(url);
  if (named) {
    scheme = named[1]!.toLowerCase();
    url = url.slice(named[0].length);
  }
  let netloc = '';
  if (url.startsWith('//')) {
    netloc = /^[^/?#]*/.exec(url.slice(2))![0];
    url = url.slice(2 + netloc.length);
    checkHost(netloc);
  }
  const [beforeFragment, fragment] = partition(url, '#');
  const [path, query] = partition(beforeFragment, '?');
  return { scheme, netloc, path, query, fragment };
}

/** `urlunsplit(parts)` */
export function urlunsplit({ scheme, netloc, path, query, fragment }: SplitUrl): string {
  let url = path;
  if (netloc || (WITH_HOST.has(scheme) && !url.startsWith('//'))) {
    if (url && !url.startsWith('/')) url = `/${url}`;
    url = `//${netloc}${url}`;
  }
  if (scheme) url = `${scheme}:${url}`;
  if (query) url += `?${query}`;
  return fragment ? `${url}#${fragment}` : url;
}

/** `parse_qs(query)`: values by name, names in the order of their first value. Names without a value are lost. */
export function parseQs(query: string): Map<string, string[]> {
  const values = new Map<string, string[]>();
  for (const pair of query.split('&')) {
    const [name, value] = partition(pair, '=');
    if (value === '') continue;
    const key = unquotePlus(name);
    const known = values.get(key);
    if (known) known.push(unquotePlus(value));
    else values.set(key, [unquotePlus(value)]);
  }
  return values;
}

/** `urlencode(values, doseq=True)` */
export function urlencode(values: ReadonlyMap<string, readonly string[]>): string {
  return [...values]
    .flatMap(([name, list]) => list.map((value) => `${quotePlus(name)}=${quotePlus(value)}`))
    .join('&');
}

/** `quote_plus(text)`: everything but ASCII letters, digits and `_.-~` is encoded as UTF-8, a space as `+`. */
function quotePlus(text: string): string {
  return encodeURIComponent(text)
    .replace(/[!'()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%20', '+');
}

/**
 * `unquote(text.replace('+', ' '))`: each run of ASCII is decoded by itself, so an encoded character that goes on in
 * another run is none; what is no UTF-8 becomes U+FFFD, what is no encoding stays.
 */
function unquotePlus(text: string): string {
  const spaced = text.replaceAll('+', ' ');
  if (!spaced.includes('%')) return spaced;
  return spaced.replace(/[\0-\x7f]+/g, (run) => {
    const bytes: number[] = [];
    for (let at = 0; at < run.length; at++) {
      const digits = run[at] === '%' ? /^[0-9a-fA-F]{2}/.exec(run.slice(at + 1, at + 3))?.[0] : undefined;
      bytes.push(digits ? Number.parseInt(digits, 16) : run.charCodeAt(at));
      if (digits) at += 2;
    }
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(new Uint8Array(bytes));
  });
}

/** What stands before the first separator and after it; without one the second is empty. */
function partition(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}

function checkHost(netloc: string): void {
  const opening = netloc.indexOf('[');
  const closing = netloc.indexOf(']');
  if (opening < 0 !== closing < 0) throw new PythonError('Invalid IPv6 URL');
  if (opening >= 0 && !isBracketedHost(partition(netloc.slice(opening + 1), ']')[0]))
    throw new PythonError(`“${netloc}” has no IPv6 address in its brackets`);
  const compared = netloc.replace(/[@:#?]/g, '');
  const normalized = compared.normalize('NFKC');
  if (normalized !== compared && /[/?#@:]/.test(normalized))
    throw new PythonError(`“${netloc}” contains invalid characters under NFKC normalization`);
}

function isBracketedHost(host: string): boolean {
  if (host.startsWith('v')) return /^v[a-fA-F0-9]+\..+$/.test(host);
  const [address, zone] = partition(host, '%');
  if (host.includes('%') && (zone === '' || zone.includes('%'))) return false;
  return isIpv6(address);
}

function isIpv6(address: string): boolean {
  const last = address.slice(address.lastIndexOf(':') + 1);
  let groups = address;
  if (last.includes('.')) {
    const bytes = last.split('.');
    if (bytes.length !== 4 || !bytes.every((byte) => /^(?:0|[1-9]\d{0,2})$/.test(byte) && Number(byte) < 256))
      return false;
    groups = `${address.slice(0, address.length - last.length)}0:0`;
  }
  const halves = groups.split('::');
  if (halves.length > 2) return false;
  const parts = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  if (!parts.every((part) => /^[0-9a-fA-F]{1,4}$/.test(part))) return false;
  return halves.length === 2 ? parts.length < 8 : parts.length === 8;
}
