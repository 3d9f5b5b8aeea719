import { toHtml } from 'hast-util-to-html';
import { describe, expect, test } from 'vitest';
import { githubTree, parseMarkdown } from '../../server/src/markdown';
import { findDifferences } from '../../server/src/markdown/github/differences';
import { readTree } from '../../server/src/markdown/github/lineReadings';
import { parseGitHub } from '../../server/src/markdown/github/parse';
import { GitHubReadings } from '../../server/src/markdown/github/readings';
import { cutRuns } from '../../server/src/markdown/github/runs';
import { readSimply } from '../../server/src/markdown/github/simplyRead';
import { randomFrom } from '../helpers/random';

test.each([
  ['See https://example.com/a.', '<p>See <a href="https://example.com/a">https://example.com/a</a>.</p>'],
  ['~~a~~', '<p><del>a</del></p>'],
  ['* [x] a', /<li class="task-list-item"><input type="checkbox" checked disabled> a<\/li>/],
  ['a[^1]\n\n[^1]: b', /<sup><a href="#user-content-fn-1"/],
  ['a|b\n-|-\nc|d', /<td>d<\/td>/],
])('GitHub shows %j', (text, expected) => {
  const html = toHtml(githubTree(text));
  if (typeof expected === 'string') expect(html).toBe(expected);
  else expect(html).toMatch(expected);
});

describe('runs', () => {
  const runs = (text: string) =>
    cutRuns(text.split('\n')).map(({ first, end, plain }) => [first, end, plain]);

  test('begin at headings and at items in column 1', () => {
    expect(runs('# a\n* b\n    * c\n* d')).toEqual([
      [0, 1, true],
      [1, 3, true],
      [3, 4, true],
    ]);
  });

  test('an item under text is in doubt, and so is what a reader may take otherwise', () => {
    expect(runs('text\n* b\n\n* c')).toEqual([
      [0, 1, true],
      [1, 3, false],
      [3, 4, true],
    ]);
    expect(runs('* a\n* b \\< c')).toEqual([
      [0, 1, true],
      [1, 2, false],
    ]);
  });

  test('begin after blank lines, too, and comments that stand alone are none of them', () => {
    expect(runs('> a\n\nb\n\n* c')).toEqual([
      [0, 2, true],
      [2, 4, true],
      [4, 5, true],
    ]);
    expect(runs('# a\n\n<!-- b\n* c\n-->\n\n* d')).toEqual([
      [0, 6, true],
      [6, 7, true],
    ]);
    expect(runs('# a\n\n* b\n<!-- c -->\n\n* d')).toEqual([
      [0, 2, true],
      [2, 5, true],
      [5, 6, true],
    ]);
    expect(runs('# a\n\n* b\n<!-- c -->\n* d')).toHaveLength(1);
    expect(runs('# a\n\n<!-- b --> <!-- c -->\n\n* d')).toHaveLength(1);
  });

  test('a comment may be the end of a tag', () => {
    expect(runs('a <b c\n\n<!-- d -->\n\n* e')).toHaveLength(1);
  });

  test('what an issue is begun with is read without GitHub’s reader', () => {
    const standing = [
      '## a\n\n* *No calls were issued by\n  [A](https://example.com/a),\n  [B](https://example.com/b) or\n  [C](https://example.com/c).*\n',
      '## a\n\n*No items entered a period for\n  [A](https://example.com/a) or\n  [B](https://example.com/b).*\nLet us know of others.\n',
      '### a\n\n<!-- b: * [c](d) -->\n<!-- * [ - ]() -->\n*No calls were submitted.*\n\ne\n',
      '## a\n\nSee the [thread](INSERT_LINK_HERE)\n\n<small>[Discuss](REDDIT_LINK_HERE)</small>\n',
      '## a\n\n$events\n',
    ];
    for (const text of standing)
      expect(
        runs(text).filter(([, , plain]) => !plain),
        text,
      ).toEqual([]);
  });

  test.each([
    '* *None were approved this week.*',
    '* [disposition: merge] [A post](https://example.com)',
    '* [[RFC] A post](https://example.com)',
    '* [A post](https://example.com "A title: a post")',
    '* [a\\_post](https://example.com)',
    '*By: [A](https://example.com/a), [B](https://example.com/b)*',
    '<small>[A post](https://example.com)</small>',
    '* [January 5 | **A talk** | A group](https://example.com)',
    '– [A person](https://example.com/a)',
    '(a) “b” `c`',
    '[a-label]: https://example.com',
    '[#1]: https://example.com',
    "* [EN | DE] [#1] [a -> b, <1 MB, for<'a>, > c](https://example.com)",
    '* [\\[a\\]: a [b] and [c]](https://example.com)',
    '* [**[EN] A talk**](https://example.com)',
    '* [Tracking issue for #![feature(f)]](https://example.com)',
    '\\[…\\] a',
  ])('%j is read alike beyond doubt', (line) => expect(runs(line)).toEqual([[0, 1, true]]));

  test.each([
    '> a *b*\n>\n> “c” [d](https://example.com)',
    '# a\n\n| b | c |\n|---|:-:|\n| d<br />e | [0.1, 0.2] |\n\nf',
    '# a\n\n<!-- b\n* c\n-->\n* d',
    'a\n> b\n>\n> * c\n> * d\n>\n> e',
    '* a\nb\n* c\n    * d\ne\n    * f',
    'a\n[b]: https://example.com\nc',
    '# a\nb\n<!-- c\n\n* d\n-->\ne',
    '# a\n<!-- b -->c\n<!-- d -->e\nf',
    '* *None of them.*b',
    '* *None of them,\nor them.*',
    '# a\n\n*None of [a](https://example.com/a),\n  [b](https://example.com/b) or\n[c](https://example.com/c).*\n\nd',
  ])('%j is, too', (text) => expect(runs(text).every(([, , plain]) => plain)).toBe(true));

  test.each([
    '* * a',
    '* ** a',
    '* ',
    '* [a](https://example.com/`b) `c`',
    '* [[a](https://a.example) b](https://b.example)',
    '#a\n* b',
    '> a\n* b\n* c',
    '> a\nb',
    '> a\n> * b',
    '> > a',
    '* a\n> b',
    'a\nb\n* c',
    'a\n[b]: https://example.com\n* c',
    '* a\n<!-- b -->\n* c',
    '* a\n<!-- b\n-->c\n\n* d',
    '* [#![a](https://example.com)](https://example.com)',
    '* *None of\n  them.*\n* * a',
    '*None of them.*\n| a |\n| b |',
    '<!-- a -->b\n* c',
    'a\n<!-- b -->\n* c\nd',
    '* *None of them.*b*',
    '* a <b> c',
    '* a <5@b.example> c',
    '* \\[a](https://example.com)',
    '* [a](https://example.com "\\"b")',
    '* [**[a](https://a.example) b**](https://b.example)',
    '*None of them,\n* or\n* them.*',
    '*None of them,\n1. or\nthem.*',
    '*None of them,\n  ---\nthem.*',
    '| a | b |\n|---|\n| c | d |',
    'a\n| b | c |\n|---|---|\n| d | e |',
    '| a | b |\n|---|---|\n| [c](https://example.com) | d |',
  ])('%j is in doubt', (text) => expect(runs(text).some(([, , plain]) => !plain)).toBe(true));

  test.each(['* a\n```\n* b\n```', '* a\n<div>\n* b', '* a\na|b\n-|-\n* b', '* a\n===\n* b'])(
    'a text with what goes over lines is one: %j',
    (text) => expect(runs(text)).toHaveLength(1),
  );
});

test('differences are found in their lines, wherever the run begins', () => {
  const text = '# a\n\n* b\n* c\n  * d\n';
  expect(findDifferences(text, parseMarkdown(text), new GitHubReadings())).toMatchObject([
    { what: 'lines', site: 'item 0', github: 'item 1', start: text.indexOf('* d') },
  ]);
});

test('an edit asks GitHub’s reader for its own run only', () => {
  const github = new GitHubReadings();
  const asked: string[] = [];
  const read = github.read.bind(github);
  github.read = (lines) => {
    asked.push(lines.join('\n'));
    return read(lines);
  };
  const text = '* a\n  * b\n* plain\n* `c` \\<\n';
  findDifferences(text, parseMarkdown(text), github);
  expect(asked).toEqual(['* a\n  * b', '* `c` \\<\n']);
});

test('GitHub’s reader is asked about each run of a long text once', () => {
  const text = Array.from({ length: 50 }, (_, n) => `* a \\< ${n}\n`).join('');
  const github = new GitHubReadings(10);
  findDifferences(text, parseMarkdown(text), github);
  const first = github.read(['* a \\< 0']);
  expect(github.read(['* a \\< 0'])).toBe(first);
  findDifferences(text, parseMarkdown(text), github);
  expect(github.read(['* a \\< 0'])).toBe(first);
});

test.each(['* a ~~b~~ c', 'a~b~', 'a *b ~c~ d*', '* a ~b\n~c d~'])(
  'what GitHub strikes out in %j is a difference',
  (text) => {
    expect(findDifferences(text, parseMarkdown(text), new GitHubReadings())).toMatchObject([
      { what: 'emphasis' },
    ]);
  },
);

describe('lines of words and links', () => {
  const LINES = [
    '',
    ' ',
    'a b ',
    'a [b](https://c.example) e',
    '– [a]()',
    '~5 a',
    '* **a b** c',
    '    * a',
    '  * a',
    '  - a',
    '    - a',
    '     * a',
    'a | b',
    '# a',
    '* [ ] a',
  ];
  const DOUBTFUL = [
    '- a',
    '  a',
    '\ta',
    '*',
    '...',
    '[a]: b',
    '-|-',
    '| a |',
    '    a',
    '===',
    '> > a',
    '1. a',
  ];
  const MARKED = LINES.flatMap((line) => [line, `> ${line}`, `>${line}`]);

  test('are read as GitHub’s parser reads them', () => {
    const random = randomFrom(4);
    const all = [...MARKED, ...DOUBTFUL];
    let told = 0;
    for (let n = 0; n < 500; n += 1) {
      const lines = Array.from({ length: 1 + random(6) }, () => all[random(all.length)]!);
      const simple = readSimply(lines);
      if (!simple) continue;
      told += 1;
      const text = lines.join('\n');
      expect(simple.lines, JSON.stringify(text)).toEqual(
        readTree(parseGitHub(text), text, lines.length).lines,
      );
    }
    expect(told).toBeGreaterThan(30);
  });

  test.each(DOUBTFUL)('are none with %j', (line) => {
    expect(readSimply(['* a', line])).toBeUndefined();
  });
});
