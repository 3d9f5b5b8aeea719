import { shortened } from '../../text/shortened';
import { type CheckedAddress, checkAddress } from './address';
import type { Element, Stretch } from './page';
import { PythonError } from './python/error';
import { onlyString, type SoupTag } from './python/soup';
import type { Verdict } from './verdict';

/** The dot matches any character there too. */
const REPOSITORY = /^https:\/\/github.com\/[^/]+\/[^/]+\/?[^/]*$/;
const STRICT_TITLE = 'updates from rust community';
const CLOSED_TITLE = 'project/tooling updates';
const HEADING = /^h[1-4]$/;
const TRUNCATED_LENGTH = 70;

/** An address of the community section. */
interface CiLink extends Element {
  readonly key: string;
}

export interface CheckedLinks {
  readonly links: readonly CiLink[];
  readonly verdicts: readonly Verdict[];
}

/** What CI says of a link wherever it stands. */
interface KnownLink {
  readonly key: string;
  readonly verdicts: readonly Omit<Verdict, 'about'>[];
  /** Where CI ends with an exception: after the verdicts that nobody gets to see. */
  readonly error?: PythonError;
}

/** CI's first checker over the elements of a file, but for duplicates. */
export class LinkCheck {
  /** Taking addresses apart as Python does is what takes the time; most elements stay from one version to the next. */
  private readonly known = new WeakMap<SoupTag, KnownLink>();

  /**
   * Headings of level 5 and 6 are nothing to CI, and a heading counts when its text is one string: `## *Updates* from
   * Rust Community` opens no section.
   *
   * @param closed whether the author may not add links to Project/Tooling Updates
   */
  check(stretches: readonly Stretch[], closed: boolean): CheckedLinks {
    const links: CiLink[] = [];
    const verdicts: Verdict[] = [];
    let strict: string | undefined;
    let closedLevel: string | undefined;
    for (const stretch of stretches) {
      for (const tag of stretch.tags) {
        if (tag.name === 'a') {
          const about = { tag, stretch };
          if (closedLevel) verdicts.push(closedVerdict(about));
          if (!strict) continue;
          const { key, verdicts: own, error } = this.link(tag);
          if (error) return { links, verdicts: [crash(about, error)] };
          for (const verdict of own) verdicts.push({ ...verdict, about });
          links.push({ ...about, key });
        } else if (HEADING.test(tag.name)) {
          const title = onlyString(tag)?.toLowerCase();
          if (closedLevel && tag.name <= closedLevel) closedLevel = undefined;
          if (closed && title === CLOSED_TITLE) closedLevel = tag.name;
          if (!strict || tag.name <= strict) strict = title === STRICT_TITLE ? tag.name : undefined;
        }
      }
    }
    return { links, verdicts };
  }

  private link(tag: SoupTag): KnownLink {
    let known = this.known.get(tag);
    if (!known) {
      known = checkLink(tag);
      this.known.set(tag, known);
    }
    return known;
  }
}

function checkLink(tag: SoupTag): KnownLink {
  const verdicts: Omit<Verdict, 'about'>[] = [];
  const add = (kind: Verdict['kind'], severity: Verdict['severity'], message: string, to?: string) =>
    verdicts.push({ kind, severity, message, ...(to === undefined ? {} : { to }) });
  const title = onlyString(tag) ?? '';
  if (title.endsWith('...') && [...title].length === TRUNCATED_LENGTH)
    add(
      'truncated',
      'warning',
      `CI takes a title of exactly ${TRUNCATED_LENGTH} characters that ends in “...” for cut`,
    );
  const { href } = tag;
  if (href === undefined) return { key: '', verdicts, error: new PythonError('a link without address') };
  let address: CheckedAddress;
  try {
    address = checkAddress(href);
  } catch (error) {
    if (error instanceof PythonError) return { key: '', verdicts, error };
    throw error;
  }
  if (!['mailto', 'http', 'https'].includes(address.scheme))
    add('scheme', 'error', `CI expects https, http or mailto, found “${shortened(href, 60)}”`);
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
  return { key: address.key, verdicts };
}

function closedVerdict(about: Element): Verdict {
  return {
    kind: 'closed',
    severity: 'error',
    about,
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
