// biome-ignore-all lint/suspicious/noTemplateCurlyInString: snippets have tab stops, whatever quotes they stand in
import { describe, expect, it } from 'vitest';
import { htmlLinkTexts } from '../../../server/src/features/submit/htmlLinks';
import { isOnlyLinks, linkItemsEdit, pastedLinks } from '../../../server/src/features/submit/linkItems';
import { checkField, completed, insertedRanges } from '../../../server/src/features/submit/submissionCheck';
import {
  type EventSubmission,
  linkItem,
  type Submission,
  submissionEdits,
  submissionSections,
} from '../../../server/src/features/submit/submit';
import { readIssue } from '../../../server/src/newsletter/issue/issue';
import { tidyAddress } from '../../../server/src/newsletter/links/tidyAddress';
import { applyEdits } from '../../../server/src/text/edits';
import { plainSnippet } from '../../../server/src/text/snippet';
import { DRAFT_URI, FRONT, findingsIn } from '../../helpers/fixture';

const read = (text: string) => readIssue({ uri: DRAFT_URI, text: FRONT + text });
const submit = (text: string, submission: Submission) => {
  const issue = read(text);
  return applyEdits(issue.source.text, submissionEdits(issue, submission)).slice(FRONT.length);
};

describe('addresses', () => {
  it.each([
    ['https://example.com/post?utm_source=x&id=4', 'https://example.com/post?id=4'],
    ['https://youtu.be/abcdefghijk', 'https://www.youtube.com/watch?v=abcdefghijk'],
    [
      'https://www.google.com/url?q=https%3A%2F%2Fexample.com%2Fa%3Futm_medium%3Dm&sa=D',
      'https://example.com/a',
    ],
    ['example.com/post', 'https://example.com/post'],
    ['<https://example.com/a b>', 'https://example.com/a%20b'],
    ['https://example.com/wiki/Rust_(language)', 'https://example.com/wiki/Rust_(language)'],
    ['https://example.com/a)', 'https://example.com/a%29'],
    ['  https://example.com/post#part ', 'https://example.com/post#part'],
  ])('%s', (written, tidy) => {
    expect(tidyAddress(written, '2026-02-25').url).toBe(tidy);
  });

  it('say what was done to them', () => {
    expect(tidyAddress('https://youtu.be/abcdefghijk?si=1').changes).toEqual([
      'linked without si',
      'linked on www.youtube.com',
    ]);
  });
});

describe('a submitted link', () => {
  const link = (section: string, title = 'A post', url = 'https://example.com/post') =>
    ({ kind: 'link', section: `community/${section}`, title, url }) as const;

  it('takes the markers that its title begins with', () => {
    expect(linkItem('[Video] A talk', 'https://vimeo.com/1')).toBe('* [video] [A talk](https://vimeo.com/1)');
    expect(linkItem('[audio] [FR] Entretien', 'https://example.com/a')).toBe(
      '* [FR] [audio] [Entretien](https://example.com/a)',
    );
  });

  it('goes to the end of its section', () => {
    const before =
      '## Updates from Rust Community\n\n### Official\n* [One](https://example.com/1)\n\n### Research\n';
    expect(submit(before, link('official'))).toBe(
      '## Updates from Rust Community\n\n### Official\n* [One](https://example.com/1)\n* [A post](https://example.com/post)\n\n### Research\n',
    );
    expect(submit(before, link('research'))).toBe(`${before}* [A post](https://example.com/post)\n`);
  });

  it('makes the heading that the issue lacks', () => {
    const before =
      '## Updates from Rust Community\n\n### Miscellaneous\n* [One](https://example.com/1)\n\n## Jobs\n';
    expect(submit(before, link('research'))).toContain(
      '### Research\n* [A post](https://example.com/post)\n\n### Miscellaneous\n',
    );
    expect(submit('## Updates from Rust Community\n\n## Crate of the Week\n', link('research'))).toBe(
      '## Updates from Rust Community\n\n### Research\n* [A post](https://example.com/post)\n\n## Crate of the Week\n',
    );
  });

  it('is no list inside a paragraph', () => {
    expect(submit('## Updates from Rust Community\n\n### Official\nTwo letters:', link('official'))).toBe(
      '## Updates from Rust Community\n\n### Official\nTwo letters:\n\n* [A post](https://example.com/post)',
    );
  });

  it('goes nowhere without a section of this name', () => {
    const before = '## Updates from Rust Community\n\n### Official\n* [One](https://example.com/1)\n';
    expect(submit(before, link('rumors'))).toBe(before);
  });

  it('has its marker', () => {
    expect(linkItem(' A  talk ', 'https://youtu.be/abcdefghijk')).toBe(
      '* [video] [A talk](https://www.youtube.com/watch?v=abcdefghijk)',
    );
  });

  it('finds its section with what belongs there; one may be closed', () => {
    const sections = submissionSections(read(''));
    expect(sections).toHaveLength(8);
    expect(sections.every(({ guide }) => guide !== '')).toBe(true);
    expect(sections.some(({ closed }) => closed)).toBe(false);
    const later = readIssue({ uri: 'x/2026-08-26-this-week-in-rust.md', text: '' });
    expect(submissionSections(later).find(({ closed }) => closed)?.title).toBe('Project/Tooling Updates');
  });
});

describe('a submitted event', () => {
  const event: EventSubmission = {
    kind: 'event',
    date: '2026-03-05',
    location: 'Hybrid (Oslo, NO)',
    organiser: 'Rust Oslo',
    organiserUrl: 'https://www.meetup.com/rust-oslo/events/',
    title: 'Talks',
    url: 'https://www.meetup.com/rust-oslo/events/1/?utm_medium=x',
  };
  const lines =
    '* 2026-03-05 | Hybrid (Oslo, NO) | [Rust Oslo](https://www.meetup.com/rust-oslo)\n    * [**Talks**](https://www.meetup.com/rust-oslo/events/1/)\n';
  const other = (date: string, city: string) =>
    `* ${date} | ${city} | [Group](https://example.com/${date})\n    * [**Evening**](https://example.com/${date}/1)\n`;

  it('goes to its place by date, hybrids to both', () => {
    const early = other('2026-03-01', 'Bern, CH');
    const late = other('2026-03-09', 'Bern, CH');
    const text = `## Upcoming Events\n\n### Virtual\n${other('2026-03-12', 'Virtual')}\n### Europe\n${early}${late}`;
    expect(submit(text, event)).toBe(
      `## Upcoming Events\n\n### Virtual\n${lines}${other('2026-03-12', 'Virtual')}\n### Europe\n${early}${lines}${late}`,
    );
  });

  it('makes its regions', () => {
    const text = submit('## Upcoming Events\n\n### Asia\n', event);
    expect(text).toBe(`## Upcoming Events\n\n### Virtual\n${lines}\n### Asia\n\n### Europe\n${lines}`);
    const rules = findingsIn(FRONT + text).map(({ rule }) => rule);
    expect(rules.filter((rule) => rule.startsWith('event-'))).toEqual(['event-window-line']);
  });

  it('is written with the usual codes', () => {
    const text = submit('## Upcoming Events\n\n### Europe\n', { ...event, location: 'London, GB' });
    expect(text).toContain('| London, UK |');
  });

  it('has no place without a known country', () => {
    expect(submissionEdits(read('## Upcoming Events\n'), { ...event, location: 'Somewhere' })).toEqual([]);
  });
});

describe('fields', () => {
  const issue = read('');
  it.each([
    ['url', 'nonsense', true],
    ['url', 'https://example.com/a', false],
    ['title', '  ', true],
    ['title', 'About Vec<T>', true],
    ['title', 'About `Vec<T>`', false],
    ['title', 'Half a [bracket', true],
    ['date', '2026-02-30', true],
    ['date', '2026-03-04 - 2026-03-05', false],
    ['date', '2026-03-04 to 2026-03-05', false],
    ['location', '', true],
  ] as const)('%s %s', (field, written, wrong) => {
    expect(checkField(issue, field, written).problem !== undefined).toBe(wrong);
  });

  it('are judged as parts of something complete', () => {
    expect(completed(issue, { kind: 'event', location: 'Oslo, NO' })).toMatchObject({ date: '2026-02-26' });
    expect(completed(issue, { kind: 'link', url: 'https://example.com' }).kind).toBe('link');
  });
});

describe('pasted addresses', () => {
  it('are found in whatever they come', () => {
    expect(
      pastedLinks(
        'https://example.com/a\n- A post: https://example.com/b.\r\n1. [Named](https://example.com/c_(d))\nNothing here\nhttps://example.com/e https://example.com/f',
      ),
    ).toMatchObject([
      { url: 'https://example.com/a', title: undefined },
      { url: 'https://example.com/b', title: 'A post' },
      { url: 'https://example.com/c_(d)', title: 'Named' },
      { url: 'https://example.com/e', title: undefined },
      { url: 'https://example.com/f', title: undefined },
    ]);
  });

  it('take the line above for their title, when it stands alone', () => {
    expect(
      pastedLinks('A post about lifetimes\nhttps://example.com/a\n\nAnother one:\r\nhttps://example.com/b\n'),
    ).toMatchObject([
      { url: 'https://example.com/a', title: 'A post about lifetimes' },
      { url: 'https://example.com/b', title: 'Another one' },
    ]);
    expect(pastedLinks('Prose that goes on\nin a second line\nhttps://example.com/a')).toMatchObject([
      { url: 'https://example.com/a', title: undefined },
    ]);
  });

  it.each([
    ['https://example.com/a', true],
    ['https://example.com/a.\n\nA post\nhttps://example.com/b\n', true],
    ['* [A](https://example.com/a)\n* [B](https://example.com/b)', true],
    ['* [DE] [A](https://example.com/a)', true],
    ['* [really] [A](https://example.com/a)', false],
    ['https://example.com/a\n'.repeat(2001), false],
    ['A post: https://example.com/a', true],
    ['See https://example.com/a for more', false],
    ['[A](https://example.com/a) is a post', false],
    ['https://example.com/a\nand a sentence', false],
    ['Two lines\nof prose\nhttps://example.com/a', false],
    ['fn main() {}', false],
    ['', false],
  ])('are all there is in %j: %s', (text, only) => expect(isOnlyLinks(text)).toBe(only));

  it.each([
    ['[video] A talk https://example.com/a', '* [video] [A talk](https://example.com/a)'],
    ['- [Audio] [Episode](https://example.com/a)', '* [audio] [Episode](https://example.com/a)'],
    [
      '* [DE] [Vortrag](https://youtu.be/abcdefghijk)',
      '* [DE] [video] [Vortrag](https://www.youtube.com/watch?v=abcdefghijk)',
    ],
    ['[audio] [Only heard](https://vimeo.com/1)', '* [audio] [Only heard](https://vimeo.com/1)'],
    ['[2/3] Two of three https://example.com/a', '* [2/3 Two of three](https://example.com/a)'],
    ['"In quotes": https://example.com/a', '* [In quotes](https://example.com/a)'],
    ['href="https://example.com/a"', '* [href=](https://example.com/a)'],
    ['Using `Vec` https://example.com/a', '* [Using `Vec`](https://example.com/a)'],
    ['`https://example.com/a`', '* [title](https://example.com/a)'],
    ['> * https://example.com/a', '* [title](https://example.com/a)'],
    ['| A row | https://example.com/a |', '* [A row](https://example.com/a)'],
    ['https://example.com/a\u200b', '* [title](https://example.com/a)'],
  ])('keep their markers, and leave behind what is around them: %j', (pasted, items) => {
    const issue = read('### Official\n* \n');
    const made = linkItemsEdit(issue, pasted, issue.source.text.length - 1);
    expect(plainSnippet(made!.text)).toBe(items);
  });

  // What grows with the square of the length would not end before the test's time is up.
  it.each([' ', ':', '"'])('are found behind any number of %j', (sign) => {
    const issue = read('### Official\n* \n');
    const pasted = `a${sign.repeat(200_000)}b https://example.com/a`;
    const { text } = linkItemsEdit(issue, pasted, issue.source.text.length - 1)!;
    expect(findingsIn(`${FRONT}### Official\n${plainSnippet(text)}\n`)).toBeDefined();
  });

  it('take their titles from what a browser put beside them', () => {
    const issue = read('### Official\n* \n');
    const html =
      '<meta charset="utf-8"><a class=x href="https://example.com/a?utm_source=y&amp;b=1">A <b>post</b> &amp; `more`</a><a href="https://example.com/b">https://example.com/b</a><a name=z>';
    expect(
      linkItemsEdit(
        issue,
        'https://example.com/a?utm_source=y&b=1\nhttps://example.com/b',
        issue.source.text.length - 1,
        html,
      )?.text,
    ).toBe(
      '* [${1:A post & \\\\`more\\\\`}](https://example.com/a?b=1)\n* [${2:title}](https://example.com/b)',
    );
    expect(htmlLinkTexts('<a href="x"'.repeat(20_000)).size).toBe(0);
  });

  it('become items with tab stops on their titles', () => {
    const issue = read('### Official\n* \n* [One](https://example.com/1)\n');
    const at = (text: string) => issue.source.text.indexOf(text);
    const pasted = 'https://youtu.be/abcdefghijk\nhttps://example.com/$x?utm_source=y';
    const items =
      '* [video] [${1:title}](https://www.youtube.com/watch?v=abcdefghijk)\n* [${2:title}](https://example.com/\\$x)';
    expect(linkItemsEdit(issue, pasted, at('* \n') + 2)).toEqual({
      start: at('* \n'),
      end: at('* \n') + 2,
      text: items,
    });
    expect(linkItemsEdit(issue, pasted, at('One'))?.text).toBe(`\n${items}`);
    expect(linkItemsEdit(issue, 'no address', 0)).toBeUndefined();
  });
});

describe('ranges of insertions', () => {
  it('are those of the changed text', () => {
    expect(
      insertedRanges([
        { start: 5, end: 5, text: 'abc' },
        { start: 1, end: 2, text: 'xy' },
      ]),
    ).toEqual([
      { start: 1, end: 3 },
      { start: 6, end: 9 },
    ]);
  });
});
