import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readIssue } from '../../server/src/newsletter/issue/issue';
import { findBlanks } from '../../server/src/newsletter/placeholders/blanks';
import { fillTexts } from '../../server/src/newsletter/placeholders/fillTexts';
import { checkIssue, DEFAULT_OPTIONS } from '../../server/src/rules/check';
import { DRAFT_URI, FRONT } from '../helpers/fixture';

/** A section that a fill goes into, by its key. */
const HEADINGS: Readonly<Record<string, string>> = {
  cotw: '## Crate of the Week',
  qotw: '# Quote of the Week',
  'cfp/projects': '## Call for Participation; projects and speakers\n\n### CFP - Projects',
  'cfp/events': '## Call for Participation; projects and speakers\n\n### CFP - Events',
  project: '## Updates from the Rust Project',
  perf: '## Updates from the Rust Project\n\n### Rust Compiler Performance Triage',
  cft: '## Calls for Testing',
  'approved-rfcs':
    '## Updates from the Rust Project\n\n### [Approved RFCs](https://github.com/rust-lang/rfcs/commits/master)',
  'new-rfcs':
    '## Updates from the Rust Project\n\n### [New and Updated RFCs](https://github.com/rust-lang/rfcs/pulls)',
  fcp: '## Updates from the Rust Project\n\n### Final Comment Period\n\n#### Tracking Issues & PRs',
  events: '## Upcoming Events\n\nRusty Events between 2026-02-25 - 2026-03-25 🦀\n',
};

/** Defaults that are right as they stand more often than not, or that only the author can judge. */
const FINE =
  /^(?:\d{4}-\d{2}-\d{2}|\d{4}|0|-?0\.0%.*|master|DE|issues|pull|Despite a lack of .*|Nobody made .*|www\.meetup\.com\/group|number)$/;

interface Stop {
  readonly start: number;
  readonly end: number;
}

/** A snippet as it stands before anything is typed, and where its blanks are. */
function expanded(snippet: string): { text: string; stops: Stop[] } {
  const stops: Stop[] = [];
  let text = '';
  let at = 0;
  const now = '2026-02-25';
  const source = snippet
    .replaceAll('$CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE', now)
    .replaceAll('$CURRENT_YEAR', '2026')
    .replaceAll('$CLIPBOARD', 'https://example.com/copied');
  for (const match of source.matchAll(/\$\{\d+(?::((?:\\.|[^}\\])*)|\|((?:\\.|[^|\\])*)\|)?\}|\$\d+/g)) {
    text += source.slice(at, match.index);
    at = match.index + match[0].length;
    const value = (match[1] ?? match[2]?.split(',')[0] ?? '').replace(/\\(.)/g, '$1');
    if (match[1] !== undefined && !FINE.test(value) && value !== 'https://example.com/copied')
      stops.push({ start: text.length, end: text.length + value.length });
    text += value;
  }
  text += source.slice(at);
  return { text: text.replace(/\\([$}\\])/g, '$1'), stops };
}

function issueOf(heading: string, snippet: string) {
  const { text, stops } = expanded(snippet);
  const above = `${FRONT}${heading}\n\n`;
  const issue = readIssue({ uri: DRAFT_URI, text: `${above}${text}\n` });
  return {
    issue,
    stops: stops.map(({ start, end }) => ({ start: above.length + start, end: above.length + end })),
  };
}

const fills = Object.entries(HEADINGS).flatMap(([key, heading]) =>
  fillTexts(readIssue({ uri: DRAFT_URI, text: `${FRONT}${heading}\n` }), key).map(
    ({ title, text }) => [title, heading, text] as const,
  ),
);
const SECTIONS: readonly (readonly [RegExp, string])[] = [
  [/^\* \d/, 'events'],
  [/^This week's crate/, 'cotw'],
  [/^> /, 'qotw'],
  [/pull requests were/, 'project'],
  [/Triage/, 'perf'],
  [/^/, 'fcp'],
];
const snippets = Object.entries(
  JSON.parse(readFileSync(new URL('../../snippets/twir.code-snippets', import.meta.url), 'utf8')) as Record<
    string,
    { body: string[]; description: string }
  >,
).map(([name, { body }]) => {
  const text = body.join('\n');
  const key = SECTIONS.find(([form]) => form.test(expanded(text).text))![1];
  return [name, HEADINGS[key]!, text] as const;
});

describe.each([
  ['fills', fills],
  ['snippets', snippets],
])('what %s leave open', (_, texts) => {
  it.each(texts)('%s', (_, heading, snippet) => {
    const { issue, stops } = issueOf(heading, snippet);
    const blanks = findBlanks(issue);
    const unseen = stops.filter(
      ({ start, end }) => !blanks.some((blank) => blank.start <= start && blank.end >= end),
    );
    expect(unseen.map((stop) => issue.source.slice(stop))).toEqual([]);
    // One finding is enough: nothing else is said of what is not written yet.
    const others = checkIssue(issue, { stage: 'draft', role: 'editor', rules: {} })
      .filter(({ rule, severity }) => rule !== 'placeholder-blank' && severity !== 'hint')
      .filter(({ at }) => stops.some(({ start, end }) => at.start < end && at.end > start));
    expect(others.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([]);
  });
});

describe('the country of a place', () => {
  it('is open as long as it is any', () => {
    const text = `${FRONT}## Upcoming Events\n\n### Europe\n* 2026-03-04 | Berlin, CC | [Rust Berlin](https://example.com/berlin)\n    * [**Talks**](https://example.com/talks)\n`;
    const found = checkIssue(readIssue({ uri: DRAFT_URI, text }), DEFAULT_OPTIONS);
    const about = found.filter(({ at }) => text.slice(at.start, at.end).includes('CC'));
    expect(about.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([
      'placeholder-blank: Still to be filled in: the country',
    ]);
  });
});
