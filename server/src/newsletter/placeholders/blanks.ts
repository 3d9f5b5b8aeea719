import type { Range } from '../../text/sourceText';
import type { Link } from '../issue/chunk';
import type { IssuePart } from '../issue/part';

/** What a fill or a snippet left open, and nobody has filled in since. */
export interface Blank extends Range {
  /** What is to be put in its place, e.g. `the title`. */
  readonly wanted: string;
  /** It may be right by chance. */
  readonly unsure?: true;
}

/** Link texts that our fills and snippets leave; nobody else's page is called so. */
const TEXTS: ReadonlyMap<string, string> = new Map([
  ['Title', 'the title'],
  ['title', 'the title'],
  ['Event', 'the name of the event'],
  ['Feature', 'the name of the feature'],
  ['RFC', 'the title of the RFC'],
  ['Group', 'the name of the group'],
  ['Organizer', 'the name of the group'],
  ['Organiser', 'the name of the group'],
  ['name on place', 'who said it and where'],
  ['author on where', 'who said it and where'],
  ['project - title of the issue', 'project and title'],
  ['project - task', 'project and task'],
  ['from..to', 'the revisions'],
  ['start..end', 'the revisions'],
]);

/** Words that are good link texts elsewhere. */
const TEXTS_OF_WEEK: ReadonlyMap<string, string> = new Map([
  ['crate', 'the name of the crate'],
  ['name', 'the name'],
]);
const OF_WEEK = new Set(['cotw', 'qotw']);

/** Addresses that they leave under texts that are written. */
const UNDER_TEXTS = new Set(['Testing steps', 'Tracking Issue']);

/** Addresses that they leave. One without a host is nobody’s blank unless its text is one too. */
const NO_HOST = /^https?:\/\/$/;
const ADDRESSES: readonly (readonly [RegExp, string])[] = [
  [NO_HOST, 'the address'],
  [/^https:\/\/github\.com\/[\w.-]+\/[\w.-]+\/(?:pull|issues)\/(?:number)?$/, 'the number'],
  [/^https:\/\/www\.meetup\.com\/group$/, 'the address of the group'],
  [/^https:\/\/users\.rust-lang\.org\/t\/[\w-]+\/\d+\/post$/, 'the number of the post'],
  [/^https:\/\/www\.reddit\.com\/r\/rust\/comments\/id\//, 'the address of the thread'],
  [/^https:\/\/perf\.rust-lang\.org\/\?start=(?:start)?&end=(?:end)?&absolute=/, 'the revisions'],
];

const ANY_ADDRESS = new RegExp(ADDRESSES.map(([form]) => form.source).join('|'));

/** Running text that they leave; without what it needs no text is looked through. */
const PHRASES: readonly (Omit<Blank, keyof Range> & { readonly needs: string; readonly text: RegExp })[] = [
  {
    needs: 'a crate ',
    text: /\ba crate (?:to …|that does one thing well)(?=[.,\s])/g,
    wanted: 'what the crate does',
  },
  { needs: '> Quote', text: /^> Quote[ \t]*$/gm, wanted: 'the quote' },
  {
    needs: 'the week',
    text: /^(?:Summary of the week|What the week brought)\.[ \t]*$/gm,
    wanted: 'the summary',
  },
  { needs: '**@name**', text: /(?<=\*\*)@name(?=\*\*)/g, wanted: 'who did the triage' },
  { needs: 'Table', text: /^Table[ \t]*$/gm, wanted: 'the table' },
  {
    needs: '400 pull requests were ',
    text: /^400(?= pull requests were )/gm,
    wanted: 'the number of pull requests',
    unsure: true,
  },
  {
    needs: '0 Regressions, ',
    text: /^0 Regressions, 0 Improvements, 0 Mixed; 0 of them in rollups/gm,
    wanted: 'the counts',
  },
  {
    needs: 'City, ',
    text: /(?<=\| (?:(?:Virtual|Hybrid) \()?)City, [A-Z]{2,3}(?:, [A-Z]{2})?(?=\)? \|)/g,
    wanted: 'the place',
  },
  { needs: ', CC', text: /(?<=\| [^|\n]{0,60}(?<!\bCity), )CC(?=\)? \|)/g, wanted: 'the country' },
  { needs: 'YYYY-', text: /(?<=merged%3A)YYYY-MM-DD\.\.YYYY-MM-DD/g, wanted: 'the days' },
  { needs: 'YYYY-', text: /^\* YYYY-MM-DD(?= \|)/gm, wanted: 'the date' },
];

const escaped = (text: string) => text.replace(/[*|.$]/g, '\\$&');
const ANY_PHRASE = new RegExp(PHRASES.map(({ needs }) => escaped(needs)).join('|'));

/** Finds what was left open, in order: one of a link whose text and address both were. */
export function findBlanks(part: IssuePart): Blank[] {
  const { links, prose } = part;
  const found: Blank[] = links.flatMap((link) => blankOfLink(part, link));
  for (const { needs, text, ...blank } of ANY_PHRASE.test(prose.text) ? PHRASES : []) {
    if (!prose.text.includes(needs)) continue;
    for (const { 0: words, index } of prose.text.matchAll(text))
      found.push({ ...blank, start: index, end: index + words.trimEnd().length });
  }
  return found.sort((a, b) => a.start - b.start);
}

function blankOfLink(part: IssuePart, { kind, text, textRange, url, urlRange }: Link): Blank[] {
  if (kind !== 'inline') return [];
  const words = text.trim();
  const ofWeek = TEXTS_OF_WEEK.get(words);
  const isOfWeek = ofWeek !== undefined && OF_WEEK.has(part.mainAt(textRange.start) ?? '');
  const title = TEXTS.get(words) ?? (isOfWeek ? ofWeek : undefined);
  const address = ANY_ADDRESS.test(url) ? ADDRESSES.find(([form]) => form.test(url))?.[1] : undefined;
  if (title !== undefined && address !== undefined)
    return [{ start: textRange.start, end: urlRange.end, wanted: `${title} and ${address}` }];
  if (title !== undefined) return [{ ...rangeOf(textRange), wanted: title }];
  if (address === undefined || (NO_HOST.test(url) && !UNDER_TEXTS.has(words))) return [];
  return [{ ...rangeOf(urlRange), wanted: address }];
}

function rangeOf({ start, end }: Range): Range {
  return { start, end };
}
