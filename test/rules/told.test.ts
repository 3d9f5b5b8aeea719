import { describe, expect, it } from 'vitest';
import { DEFAULT_OPTIONS } from '../../server/src/rules/check';
import type { Finding } from '../../server/src/rules/rule';
import { applyEdits } from '../../server/src/text/edits';
import { SourceText } from '../../server/src/text/sourceText';
import { DRAFT_URI, findingsIn } from '../helpers/fixture';

/** What a text of a message says beyond its wording: what it quotes, numbers, marks, names. */
const says = (text: string): string =>
  [...text.matchAll(/[“"]([^”"]*)[”"]|(#+)|(\d[\d-]*)|(?<=\s)([A-Z]\w+(?: or [A-Z]\w+)*)/g)]
    .map((match) => match[1] ?? match[2] ?? match[3] ?? match[4])
    .join(' ');

/** A finding in one line: place, severity, what it says. Below it each fix: whether preferred (*), for all (+), a snippet ($). */
function told(text: string, { at, severity, message, fixes }: Finding): string[] {
  expect(message).not.toBe('');
  const source = new SourceText(text);
  const start = source.positionAt(at.start);
  const end = source.positionAt(at.end);
  expect(end.line).toBe(start.line);
  const lines = new Set(text.split('\n'));
  return [
    `${start.line}:${start.character}-${end.character} ${severity} ${says(message)}`.trimEnd(),
    ...fixes.map((fix) => {
      expect(fix.title).not.toBe('');
      const flags = `${fix.preferred ? '*' : ''}${fix.all ? '+' : ''}${fix.snippet ? '$' : ''}`;
      const made = applyEdits(text, fix.edits()).split('\n');
      const fresh = made.filter((line) => !lines.has(line));
      return `${flags}[${says(fix.title)}] ${(fresh.length > 0 ? fresh : made).join('⏎')}`;
    }),
  ];
}

const event = (dates: string, place = 'Oslo, NO') =>
  `* ${dates} | ${place} | [Rust Group](https://example.com/group)\n    * [**Talks**](https://example.com/1)\n`;
const events = (region: string, ...list: string[]) =>
  `## Upcoming Events\n\n### ${region}\n${list.join('')}\n### Europe\n`;
const community = (...lines: string[]) =>
  `## Updates from Rust Community\n\n### Official\n${lines.join('\n')}\n`;
/** Each finding by itself. */
const OPTIONS = { ...DEFAULT_OPTIONS, unfolded: true };
const OLD = DRAFT_URI.replace('2026-02-25', '2022-07-20');
const FIRST = DRAFT_URI.replace('2026-02-25', '2022-07-27');

/** Rule, text, what is told of it; the address where its date matters. */
const CASES: readonly (readonly [rule: string, text: string, expected: readonly string[], uri?: string])[] = [
  [
    'none-sentence-form',
    '## Updates from the Rust Project\n\n### [Approved RFCs](https://github.com/rust-lang/rfcs/commits/master)\n* *No RFCs were approved this week.\n',
    [
      '3:0-35 info * *No RFCs were approved this week.*',
      '+[* *No RFCs were approved this week.*] * *No RFCs were approved this week.*',
    ],
  ],
  [
    'list-bullet-style',
    '*   [A post](https://example.com/a)\n',
    ['0:0-1 info', '+[] * [A post](https://example.com/a)'],
  ],
  [
    'list-bullet-style',
    '# Quote of the Week\n\n- [editor](https://github.com/editor)\n',
    ['2:0-1 warning', '+[] * [editor](https://github.com/editor)'],
  ],
  ['list-bullet-style', '# Quote of the Week\n\n- [A on B](https://example.com/a)\n', []],
  [
    'cotw-form',
    "## Crate of the Week\n\nThis week's crate is [a](https://example.com/a) , an example.\n",
    ['2:47-48 warning', "+[] This week's crate is [a](https://example.com/a), an example."],
  ],
  [
    'cotw-form',
    "## Crate of the Week\n\nThis week's crate is [a](https://example.com/a) Ada's example.\n",
    ['2:47-49 warning', "+[] This week's crate is [a](https://example.com/a), Ada's example."],
  ],
  [
    'section-hint',
    '## Updates from the Rust Project\n\n### [Approved RFCs](https://github.com/rust-lang/rfcs/commits/master)\n* [A post](https://example.com/a)\n',
    ['3:0-33 info Rust'],
  ],
  ['link-scheme', '* [A letter](mailto:letters@example.com)\n', []],
  ['link-crates-io', community('* [A crate](https://lib.rs/crates/example)'), ['3:2-42 warning']],
  [
    'link-title-url',
    events('Europe', event('2026-03-04').replace('Talks', 'https://example.com/1')),
    ['4:7-32 warning', '$[]     * [$1](https://example.com/1)'],
  ],
  [
    'link-trailing-text',
    community('* New: [audio] [A talk](https://example.com/a)'),
    ['3:2-14 warning', '[] * [audio] [A talk](https://example.com/a)'],
  ],
  [
    'marker-form',
    community('* [audio] [video] [A talk](https://example.com/a)'),
    [
      '3:2-17 warning',
      '[] * [video] [A talk](https://example.com/a)',
      '[] * [audio] [A talk](https://example.com/a)',
    ],
  ],
  [
    'marker-form',
    community('* [KR] [A post](https://example.com/a)'),
    ['3:2-6 warning [KO] [KR]', '+[] * [KO] [A post](https://example.com/a)'],
  ],
  [
    'backslash-escape',
    '* [A `Vec&lt;u8&gt;`](https://example.com/a)\n',
    ['0:5-20 warning', '*[] * [A `Vec<u8>`](https://example.com/a)'],
  ],
  [
    'backtick-unbalanced',
    '* [A ``foo` bar](https://example.com/a)\n',
    ['0:5-11 warning', '*[] * [A `foo` bar](https://example.com/a)'],
  ],
  [
    'merged-form',
    '## Updates from the Rust Project\n\n40 pull requests were [merged in the last week][merged]\n\n[merged]: https://example.com/\n',
    ['2:0-2 info 200 600 40'],
  ],
  ['section-hint', '## Jobs\n* [A post](https://example.com/a)\n', ['1:0-33 info']],
  ['section-hint', '## Upcoming Events\n\n### Europe\n* [A post](https://example.com/a)\n', ['3:0-33 info']],
  [
    'section-hint',
    '## Updates from the Rust Project\n\n#### Library\n* [A post](https://example.com/a)\n',
    ['3:0-33 info Rust'],
  ],
  [
    'section-hint',
    '## Updates from the Rust Project\n\n#### Other Areas\n* [A post](https://example.com/a)\n',
    [],
  ],
  [
    'section-hint',
    community('* [warn early](https://github.com/rust-lang/rust-clippy/pull/1)'),
    ['3:0-63 info Clippy'],
  ],
  [
    'link-title-code',
    '## Updates from the Rust Project\n\n#### Library\n* [fix ´slow::clap´](https://github.com/rust-lang/rust/pull/1)\n',
    [],
  ],
  [
    'link-form',
    '<small>[Discuss](https://example.com/640</small>\n',
    ['0:7-48 error', '+[] <small>[Discuss](https://example.com/640)</small>'],
  ],
  [
    'event-form',
    events('Europe', event('2026-03-04').replace(' | [', ' l [')),
    ['3:23-26 error  |   l', '+[] * 2026-03-04 | Oslo, NO | [Rust Group](https://example.com/group)'],
  ],
  [
    'event-form',
    events('Europe', event('2026-03-04').replace(' | ', ' ! ')),
    ['3:12-15 error  |   !', '+[] * 2026-03-04 | Oslo, NO | [Rust Group](https://example.com/group)'],
  ],
  [
    'event-location',
    events('Europe', event('2026-03-04', 'Hybrid: (Oslo, NO)')),
    [
      '3:15-33 warning Hybrid (Oslo, NO)',
      '*[Hybrid (Oslo, NO)] * 2026-03-04 | Hybrid (Oslo, NO) | [Rust Group](https://example.com/group)',
    ],
  ],
  [
    'section-unknown',
    '## Updates from Rust Project\n',
    [
      '0:0-28 info Updates from Rust Project Updates from the Rust Project',
      '*[Updates from the Rust Project] ## Updates from the Rust Project',
    ],
  ],
  [
    'nested-list-indent',
    community('* [series] A tale', '  * [A](https://example.com/a)'),
    ['4:0-2 warning 4 2', '+[4]     * [A](https://example.com/a)'],
  ],
  [
    'list-item-bullet-missing',
    community('* [A](https://example.com/a)', '', '[B](https://www.youtube.com/watch?v=b)'),
    [
      '5:0-38 error',
      '+[] * [B](https://www.youtube.com/watch?v=b)',
      '[] * [video] [B](https://www.youtube.com/watch?v=b)',
    ],
  ],
  [
    'cfp-event-form',
    '## Call for Participation; projects and speakers\n\n### CFP - Events\n* [**A**](https://example.com/a)| 2026-03-01 | Oslo, Norway | 2026-05-01\n',
    [
      '3:32-34 info  |  |',
      '[] * [**A**](https://example.com/a) | CFP closes 2026-03-01 | Oslo, Norway | 2026-05-01',
      '[ | ] * [**A**](https://example.com/a) | 2026-03-01 | Oslo, Norway | 2026-05-01',
    ],
  ],
  ['heading-indented', '## Upcoming Events\n\n ### Europe\n', ['2:0-11 error', '+[] ### Europe']],
  ['heading-indented', 'a\n\n  ## Of the week  \n', ['2:0-16 error 2', '+[] ## Of the week  ']],
  ['heading-indented', 'a\n\n   # Of the week #\n', ['2:0-18 error 3', '+[] # Of the week #']],
  ['heading-indented', 'a\n\n    ## Of the week\n\n\t## Of the week\n', []],
  [
    'heading-indented',
    '## Upcoming Events\n\n    ### Europe\n\n\t### Asia\n',
    ['2:0-14 error 4', '+[] ### Europe', '4:0-9 error', '+[] ### Asia'],
  ],
  ['heading-indented', '## Upcoming Events\n\n<!--\n ### Europe\n-->\n', []],
  ['heading-indented', '## Upcoming Events\n\ntext <!-- and\n ### Europe\n--> more\n', []],
  ['heading-indented', '## Upcoming Events\n\n```\n ### Europe\n```\n', []],
  ['heading-indented', 'a\n\n ##Glued\n\n ####### Seven\n\n #\n\n x # y\n', []],
  ['heading-indented', 'a `code\n ## of the week` b\n', []],
  ['heading-indented', '* item\n\n      ## Of the week\n', []],
  [
    'heading-indented',
    'Title: This Week in Rust 640\nNumber: 640\n    ### Europe\n\n## Upcoming Events\n',
    [],
  ],
  [
    'heading-level',
    '## Upcoming Events\n\n# Oceania\n\n#### Europe\n\n### Asia\n',
    [
      '2:0-9 warning Oceania ### #',
      '+[###] ### Oceania',
      '4:0-11 warning Europe ### ####',
      '+[###] ### Europe',
    ],
  ],
  ['heading-level', '## Upcoming Events\n\nOceania\n---\n', []],
  [
    'heading-level',
    '# Upcoming Events\n\n### Of the week\n',
    ['0:0-17 warning Upcoming Events ## #', '+[##] ## Upcoming Events'],
  ],
  [
    'heading-level',
    '* ## Upcoming Events\n\n###### [Approved RFCs](https://github.com/rust-lang/rfcs/commits/master)\n',
    [],
  ],
  [
    'link-slashes',
    community('* [A](https://example.com//a///b)', '* [B](https://example.com/b//)'),
    [
      '3:25-31 error',
      '+[] * [A](https://example.com/a/b)',
      '4:27-29 error',
      '+[] * [B](https://example.com/b/)',
    ],
  ],
  ['link-slashes', '[A](https://example.com//a)\n', ['0:23-25 info', '+[] [A](https://example.com/a)']],
  [
    'link-slashes',
    '[A](https://example.com/a?b=c//d#e//f)\n\n[B](https://web.example/2026/https://example.com/b)\n\n[C](https://web.example/x:///b)\n',
    [],
  ],
  [
    'link-slashes',
    '[A](https://example.com/a?&#)\n\n[B](https://example.com/b&)\n\n[C](https://example.com/c?d=e&&)\n\n[D](https://example.com/d?)\n\n[E](https://example.com//e#)\n',
    [
      '0:25-28 info ?&#',
      '+[?&#] [A](https://example.com/a)',
      '4:29-31 info &&',
      '+[&&] [C](https://example.com/c?d=e)',
      '6:25-26 info ?',
      '+[?] [D](https://example.com/d)',
      '8:23-25 info',
      '+[] [E](https://example.com/e#)',
      '8:26-27 info #',
      '+[#] [E](https://example.com//e)',
    ],
  ],
  [
    'link-title-missing',
    '[](https://example.com/a) [ ](https://example.com/b) [**`_`**](https://example.com/c)\n',
    [
      '0:0-25 error',
      '$[] [$1](https://example.com/a) [ ](https://example.com/b) [**`_`**](https://example.com/c)',
      '0:26-52 error',
      '$[] [](https://example.com/a) [$1](https://example.com/b) [**`_`**](https://example.com/c)',
      '0:53-85 error',
      '$[] [](https://example.com/a) [ ](https://example.com/b) [$1](https://example.com/c)',
    ],
  ],
  [
    'link-title-missing',
    '[![](https://example.com/i.png)](https://example.com/a) [](https://example.com/b)\n',
    [
      '0:56-81 error',
      '$[] [![](https://example.com/i.png)](https://example.com/a) [$1](https://example.com/b)',
    ],
  ],
  [
    'link-title-missing',
    '[<b></b>](https://example.com/a) [x](https://example.com/b)<i></i> [](https://example.com/c)\n',
    [
      '0:67-92 error',
      '$[] [<b></b>](https://example.com/a) [x](https://example.com/b)<i></i> [$1](https://example.com/c)',
    ],
  ],
  ['link-title-missing', '[]() ![](https://example.com/i.png) [][a]\n\n[a]: https://example.com/a\n', []],
  [
    'event-region',
    events('Asia', event('2026-03-04')),
    [
      '3:2-65 warning Talks NO Europe Asia',
      '*[Europe] ## Upcoming Events⏎⏎### Asia⏎⏎### Europe⏎* 2026-03-04 | Oslo, NO | [Rust Group](https://example.com/group)⏎    * [**Talks**](https://example.com/1)⏎',
    ],
  ],
  [
    'event-region',
    events('Asia', event('2026-03-04', 'Moscow, RU'), event('2026-03-04', 'Tel Aviv, IL')),
    [
      '3:2-67 warning Talks RU Europe Asia',
      '*[Europe] ## Upcoming Events⏎⏎### Asia⏎* 2026-03-04 | Tel Aviv, IL | [Rust Group](https://example.com/group)⏎    * [**Talks**](https://example.com/1)⏎⏎### Europe⏎* 2026-03-04 | Moscow, RU | [Rust Group](https://example.com/group)⏎    * [**Talks**](https://example.com/1)⏎',
    ],
  ],
  [
    'event-region',
    events('North America', event('2026-03-04', 'Virtual (Oslo, NO)'), event('2026-03-04', 'Nowhere')),
    ['3:2-75 warning Talks NO Virtual North America', '*[Virtual] ### Virtual'],
  ],
  [
    'event-region',
    events('Virtual', event('2026-03-04', 'Hybrid (Oslo, NO)'), event('2026-03-04')),
    [
      '5:2-65 warning Talks NO Europe Virtual',
      '*[Europe] ## Upcoming Events⏎⏎### Virtual⏎* 2026-03-04 | Hybrid (Oslo, NO) | [Rust Group](https://example.com/group)⏎    * [**Talks**](https://example.com/1)⏎⏎### Europe⏎* 2026-03-04 | Oslo, NO | [Rust Group](https://example.com/group)⏎    * [**Talks**](https://example.com/1)⏎',
    ],
  ],
  [
    'event-region',
    events('Asia', event('2026-03-04', 'Hybrid (Oslo, NO)')),
    [
      '3:2-74 warning Talks NO Virtual or Europe Asia',
      '[Virtual] ### Virtual',
      '[Europe] ## Upcoming Events⏎⏎### Asia⏎⏎### Europe⏎* 2026-03-04 | Hybrid (Oslo, NO) | [Rust Group](https://example.com/group)⏎    * [**Talks**](https://example.com/1)⏎',
    ],
  ],
  ['event-region', events('Virtual', event('2022-07-30')), [], OLD],
  [
    'event-region',
    events('Virtual', event('2022-07-30')),
    [
      '3:2-65 warning Talks NO Europe Virtual',
      '*[Europe] ## Upcoming Events⏎⏎### Virtual⏎⏎### Europe⏎⏎* 2022-07-30 | Oslo, NO | [Rust Group](https://example.com/group)⏎    * [**Talks**](https://example.com/1)⏎',
    ],
    FIRST,
  ],
  [
    'event-region',
    events('Asia', event('2022-07-30')),
    [
      '3:2-65 warning Talks NO Europe Asia',
      '*[Europe] ## Upcoming Events⏎⏎### Asia⏎⏎### Europe⏎⏎* 2022-07-30 | Oslo, NO | [Rust Group](https://example.com/group)⏎    * [**Talks**](https://example.com/1)⏎',
    ],
    OLD,
  ],
  ['event-region', `## Upcoming Events\n\n### Of the week\n${event('2026-03-04')}`, []],
  [
    'event-date',
    events('Europe', event('2026-03-04 & 2026-03-05'), event('2026-03-06-07'), event('2026/3/8')),
    [
      '3:2-25 error 2026-03-04 - 2026-03-05 2026-03-04 & 2026-03-05',
      '*[2026-03-04 - 2026-03-05] * 2026-03-04 - 2026-03-05 | Oslo, NO | [Rust Group](https://example.com/group)',
      '5:2-15 error 2026-03-06 - 2026-03-07 2026-03-06-07',
      '*[2026-03-06 - 2026-03-07] * 2026-03-06 - 2026-03-07 | Oslo, NO | [Rust Group](https://example.com/group)',
      '7:2-10 error 2026-03-08 2026/3/8',
      '*[2026-03-08] * 2026-03-08 | Oslo, NO | [Rust Group](https://example.com/group)',
    ],
  ],
  [
    'event-date',
    events('Europe', event('2026-03-04 - 2026-03-04'), event('2026-03-05 -  2026-03-06')),
    [
      '3:2-25 error 2026-03-04 2026-03-04 - 2026-03-04',
      '*[2026-03-04] * 2026-03-04 | Oslo, NO | [Rust Group](https://example.com/group)',
      '5:2-26 error 2026-03-05 - 2026-03-06 2026-03-05 -  2026-03-06',
      '*[2026-03-05 - 2026-03-06] * 2026-03-05 - 2026-03-06 | Oslo, NO | [Rust Group](https://example.com/group)',
    ],
  ],
  [
    'event-date',
    events('Europe', event('2026-02-30'), event('2026-03-30 - 2026-02-31'), event('2026-02-30 - 2026-03-31')),
    [
      '3:2-12 error 2026-02-30 2026-02-25',
      '5:2-25 error 2026-02-31 2026-02-25',
      '7:2-25 error 2026-02-30 2026-02-25',
    ],
  ],
  [
    'event-date',
    events(
      'Europe',
      event('2026-03-09 - 2026-03-08'),
      event('2026/3/9 - 2026/3/8'),
      event('2026-03-09 - 2026-03-10'),
    ),
    [
      '3:2-25 error 2026-03-08 2026-03-09',
      '[] * 2026-03-08 - 2026-03-09 | Oslo, NO | [Rust Group](https://example.com/group)',
      '5:2-21 error 2026-03-08 2026-03-09',
      '[] * 2026-03-08 - 2026-03-09 | Oslo, NO | [Rust Group](https://example.com/group)',
    ],
  ],
];

describe('what rules tell, and what their fixes do', () => {
  for (const [rule, text, expected, uri = DRAFT_URI] of CASES)
    it(`${rule}: ${JSON.stringify(text)}`, () => {
      expect(findingsIn(text, rule, OPTIONS, uri).flatMap((finding) => told(text, finding))).toEqual(
        expected,
      );
    });
});
