import { parseUrl, type WebUrl } from './url';

/** How many words a title has; a code span counts as one, dashes and the like as none. */
export function wordCount(title: string): number {
  return title
    .replace(/`[^`]*`/g, 'code')
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/** A name that a site appended to (or put before) the title of its page. */
export interface SiteName {
  readonly name: string;
  /** Where the surplus begins and ends in the title, separator included. */
  readonly start: number;
  readonly end: number;
}

/** Between a title and the site's name. */
const SEPARATOR = /\s+(?:\||-{1,2}|–|—|·|•|::|\/\/|»|«|~)\s+|\s*\|\s*/g;
/** Whatever is longer is no title that was copied from a browser. */
const LONGEST_TITLE = 400;
/** What sites say about themselves. */
const FILLERS = new Set([
  'the',
  'a',
  's',
  'official',
  'website',
  'site',
  'homepage',
  'news',
  'newsletter',
  'docs',
  'documentation',
  'engineering',
  'tech',
  'developers',
  'developer',
]);
/** Words that are a name only together with another one, or with a site that calls itself so. */
const KINDS = new Set(['blog', 'weblog', 'journal', 'podcast']);
/** Names that a host does not tell. */
const KNOWN: readonly (readonly [RegExp, string])[] = [
  [/(?:^|\.)youtu(?:be\.com|\.be)$/, 'youtube'],
  [/(?:^|\.)blog\.rust-lang\.org$/, 'rust'],
  [/(?:^|\.)blog\.rust-lang\.org$/, 'inside rust'],
  [/(?:^|\.)dev\.to$/, 'dev community'],
  [/(?:^|\.)github\.com$/, 'github'],
  [/(?:^|\.)lwn\.net$/, 'lwn net'],
  [/(?:^|\.)arxiv\.org$/, 'arxiv'],
];

/** Finds the site's name behind the last separator of a title (or before the first, when the title repeats it). */
export function siteNameIn(title: string, url: WebUrl): SiteName | undefined {
  if (title.length > LONGEST_TITLE) return undefined;
  const separators = [...title.matchAll(SEPARATOR)];
  const first = separators[0];
  if (!first) return undefined;
  // "A post - Blog - Example": from the end as long as the parts are names.
  let start = title.length;
  while (separators.length > 0) {
    const { index, 0: separator } = separators.at(-1)!;
    if (index === 0 || !isSiteName(title.slice(index + separator.length, start).trim(), url)) break;
    start = index;
    separators.pop();
  }
  if (start < title.length) {
    return { name: title.slice(start).replace(/^[^\p{L}\p{N}]+/u, ''), start, end: title.length };
  }
  const begin = title.slice(0, first.index).trim();
  const rest = title.slice(first.index + first[0].length);
  const repeats = rest.toLowerCase().startsWith(`${begin.toLowerCase()} `);
  if (begin && repeats && wordsOf(begin).length <= 3) {
    return { name: begin, start: 0, end: first.index + first[0].length };
  }
  return undefined;
}

/** Whether a name is that of the site by its address. */
function isSiteName(name: string, url: WebUrl): boolean {
  const host = url.host.replace(/^www\./, '').replace(/:\d+$/, '');
  const words = wordsOf(name).filter((word) => !FILLERS.has(word));
  const essential = words.filter((word) => !KINDS.has(word));
  if (words.length === 0 || words.length > 6) return false;
  const joined = essential.join('');
  if (KNOWN.some(([pattern, known]) => pattern.test(host) && known === essential.join(' '))) return true;
  // "Example Blog" or "Blog" alone on a site that is one.
  const isBlog = /blog/.test(host) || /^\/blogs?(?:\/|$)/.test(url.path);
  // “Example Blog”, “Blog of an Example”, but not “a blog post”.
  const isKind =
    KINDS.has(words.at(-1)!) ||
    (KINDS.has(words[0]!) && !/^(?:posts?|entry|article|series)$/.test(words[1]!));
  if (isKind && (isBlog || words.includes('podcast'))) return essential.length <= 4;
  if (joined.length < 3) return false;
  const labels = host.split('.');
  const plain = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');
  const names = [plain(host), ...labels.slice(0, -1).map(plain), plain(labels.slice(0, -1).join(''))];
  if (host.endsWith('.medium.com') || host === 'medium.com') names.push('medium');
  if (names.includes(joined) || names.includes(plain(words.join('')))) return true;
  // "Rust Foundation" on foundation.rust-lang.org.
  const parts = new Set(labels.slice(0, -1).flatMap((label) => label.split('-')));
  return essential.length > 1 && essential.every((word) => parts.has(word));
}

/** Whether a title is only the name of its site, though the address is that of one page. */
export function isOnlySiteName(title: string, address: string): boolean {
  const url = parseUrl(address);
  if (!url || url.path.split('/').filter(Boolean).length < 2) return false;
  return !wordsOf(title).some((word) => KINDS.has(word)) && isSiteName(title, url);
}

function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}
