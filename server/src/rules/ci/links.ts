import { checkAddress } from './address';
import { PythonError } from './python/error';
import { onlyString, type SoupTag } from './python/soup';
import type { Verdict } from './verdict';

/** The dot matches any character there too. */
const REPOSITORY = /^https:\/\/github.com\/[^/]+\/[^/]+\/?[^/]*$/;
const STRICT_TITLE = 'updates from rust community';
const CLOSED_TITLE = 'project/tooling updates';
const TRUNCATED_LENGTH = 70;

/** An address of the community section. */
export interface CiLink {
  readonly key: string;
  readonly tag: SoupTag;
}

export interface CheckedLinks {
  readonly links: readonly CiLink[];
  readonly verdicts: readonly Verdict[];
}

/**
 * CI's first checker over the elements of a file, but for duplicates. Headings of level 5 and 6 are nothing to it, and
 * a heading counts when its text is one string: `## *Updates* from Rust Community` opens no section.
 *
 * @param closed whether the author may not add links to Project/Tooling Updates
 */
export function checkLinks(tags: readonly SoupTag[], closed: boolean): CheckedLinks {
  const links: CiLink[] = [];
  const verdicts: Verdict[] = [];
  let strict: string | undefined;
  let closedLevel: string | undefined;
  for (const tag of tags) {
    if (tag.name === 'a') {
      if (closedLevel) verdicts.push(closedVerdict(tag));
      if (!strict) continue;
      try {
        links.push({ tag, key: checkLink(tag, verdicts) });
      } catch (error) {
        if (!(error instanceof PythonError)) throw error;
        return { links, verdicts: [crash(tag, error)] };
      }
    } else if (/^h[1-4]$/.test(tag.name)) {
      const title = onlyString(tag)?.toLowerCase();
      if (closedLevel && tag.name <= closedLevel) closedLevel = undefined;
      if (closed && title === CLOSED_TITLE) closedLevel = tag.name;
      if (!strict || tag.name <= strict) strict = title === STRICT_TITLE ? tag.name : undefined;
    }
  }
  return { links, verdicts };
}

/** @returns the key of the link */
function checkLink(tag: SoupTag, verdicts: Verdict[]): string {
  const add = (kind: Verdict['kind'], severity: Verdict['severity'], message: string, to?: string) =>
    verdicts.push({ kind, severity, about: tag, message, ...(to === undefined ? {} : { to }) });
  const title = onlyString(tag) ?? '';
  if (title.endsWith('...') && [...title].length === TRUNCATED_LENGTH)
    add(
      'truncated',
      'warning',
      `CI takes a title of exactly ${TRUNCATED_LENGTH} characters that ends in “...” for cut`,
    );
  const { href } = tag;
  if (href === undefined) throw new PythonError('a link without address');
  const address = checkAddress(href);
  if (!['mailto', 'http', 'https'].includes(address.scheme))
    add('scheme', 'error', `CI expects https, http or mailto, found “${shortened(href)}”`);
  if (address.tracking.length > 0)
    add('tracking', 'error', `CI takes no tracking parameters, found ${address.tracking.join(', ')}`);
  if (address.simplified !== href)
    add('simplify', 'error', `CI wants this address written as “${address.simplified}”`, address.simplified);
  if (REPOSITORY.test(href))
    add(
      'repository',
      'warning',
      'CI asks whether a page of a GitHub repository is meant, rather than a post about it',
    );
  else if (address.netloc.toLowerCase() === 'crates.io')
    add(
      'crates-io',
      'warning',
      'CI asks whether a page of crates.io is meant, rather than a post about the crate',
    );
  return address.key;
}

function closedVerdict(tag: SoupTag): Verdict {
  return {
    kind: 'closed',
    severity: 'error',
    about: tag,
    message:
      'CI takes no links in Project/Tooling Updates from contributors: announce it on r/rust, from where the editors choose',
  };
}

/** What an author is told where CI itself breaks: nothing else that it found comes out. */
export function crash(about: Verdict['about'], error: PythonError): Verdict {
  return {
    kind: 'crash',
    severity: 'error',
    about,
    message: `CI’s checker ends with an exception here and says nothing else: ${error.message}`,
  };
}

function shortened(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
