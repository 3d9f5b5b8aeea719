import { organiserOf } from '../events/organisers';
import { meetupPage, titleOfGroup } from './meetup';
import { wordCount } from './titles';
import { parseUrl } from './url';

/** Fewer words are no title, more are what editors shorten. */
const LEAST_WORDS = 3;
const MOST_WORDS = 10;
/** Names that addresses write in lower case. */
const NAMES: Readonly<Record<string, string>> = {
  rust: 'Rust',
  rustlang: 'Rust',
  ai: 'AI',
  api: 'API',
  wasm: 'Wasm',
};

/**
 * A title made of the words of a page's address, for who has none.
 *
 * @example titleOfAddress('https://example.com/2026/why-we-moved-to-rust/') // 'Why we moved to Rust'
 * @returns undefined where the address has no words, or more than a title
 */
export function titleOfAddress(address: string): string | undefined {
  const url = parseUrl(address);
  if (!url) return undefined;
  const part = url.path.split('/').filter(Boolean).at(-1) ?? '';
  const words = part
    .replace(/\.(?:html?|md|php|aspx)$/, '')
    .replace(/^\d{4}-\d{2}-\d{2}-/, '')
    .split(/[-_+]+/)
    .filter(Boolean);
  // Many sites end an address with a number of theirs.
  if (/^(?:\d{4,}|(?=\w*\d)[0-9a-f]{6,})$/.test(words.at(-1) ?? '')) words.pop();
  const read = words.map((word) => NAMES[word] ?? word);
  const letters = words.filter((word) => /^[a-z]{2,}$/i.test(word)).length;
  const title = read.join(' ');
  if (letters < LEAST_WORDS - 1 || !/^[\w ]+$/.test(title)) return undefined;
  const count = wordCount(title);
  if (count < LEAST_WORDS || count > MOST_WORDS) return undefined;
  return title[0]!.toUpperCase() + title.slice(1);
}

/** The name of the group of an address, as the newsletter writes it or as Meetup's address does. */
export function groupOfAddress(address: string): string | undefined {
  const known = organiserOf(address)?.name;
  if (known !== undefined) return known;
  const page = meetupPage(parseUrl(address));
  return page && /[a-z]/i.test(page.group) ? titleOfGroup(page) : undefined;
}

/** The project of an address on a forge: the name of its repository. */
export function projectOfAddress(address: string): string | undefined {
  const url = parseUrl(address);
  if (!url || !/^(?:www\.)?(?:github\.com|gitlab\.com|codeberg\.org)$/.test(url.host)) return undefined;
  const name = url.path.split('/').filter(Boolean)[1];
  return name !== undefined && /^[\w.-]+$/.test(name) ? name : undefined;
}
