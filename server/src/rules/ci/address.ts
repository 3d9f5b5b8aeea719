import { parseQs, urlencode, urlsplit, urlunsplit } from './python/urls';

/** What CI makes of an address. */
export interface CheckedAddress {
  readonly scheme: string;
  readonly netloc: string;
  /** The tracking parameters in it, each once. */
  readonly tracking: readonly string[];
  /** How CI writes the address; what differs from it is an error. */
  readonly simplified: string;
  /** What two addresses of the same page have in common. */
  readonly key: string;
}

/** Exactly these names, in lower case. */
const TRACKING: ReadonlySet<string> = new Set(['utm_source', 'utm_medium', 'utm_campaign', 'utm_content']);

/**
 * Takes an address apart and writes it anew as CI does: without tracking, with single slashes, and with a query whose
 * every parameter is decoded and encoded again.
 *
 * @throws PythonError where CI ends with an exception
 */
export function checkAddress(link: string): CheckedAddress {
  const parts = urlsplit(link);
  const parameters = parseQs(parts.query);
  const tracking = [...parameters.keys()].filter((name) => TRACKING.has(name));
  for (const name of tracking) parameters.delete(name);
  const query = urlencode(parameters);
  const steps = parts.path.split('/');
  const path = steps.filter((step) => step !== '').join('/') + (steps.at(-1) === '' ? '/' : '');
  return {
    scheme: parts.scheme,
    netloc: parts.netloc,
    tracking,
    simplified: urlunsplit({ ...parts, path, query }),
    key: urlunsplit({
      ...parts,
      scheme: parts.scheme === 'http' ? 'https' : parts.scheme,
      path: path.replace(/\/+$/, ''),
      query,
    }),
  };
}
