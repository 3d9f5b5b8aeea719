import { HOSTILE, hostileText } from '../bench/hostile.mjs';
import { FRONT } from '../helpers/fixture';

const COMMUNITY = '## Updates from Rust Community\n\n';
const EVENTS = '## Upcoming Events\n\nRusty Events between 2026-02-25 - 2026-03-25 🦀\n\n### Virtual\n';

/** Repeats what `one` makes, numbered, until the text is as long as wanted. */
function fill(head: string, length: number, one: (n: number) => string): string {
  const parts = [head];
  for (let size = head.length, n = 0; size < length; n += 1) {
    const part = one(n);
    parts.push(part);
    size += part.length;
  }
  return parts.join('');
}

const day = (n: number) => `2026-03-${String((n % 28) + 1).padStart(2, '0')}`;
const event = (n: number, date = day(n)) =>
  `* ${date} | Virtual (City ${n}, CA, US) | [Group ${n}](https://example.com/group/${n})\n    * [**Evening ${n}**](https://example.com/event/${n})\n`;

/** Newsletters that make a careless reader, rule or feature slow: a part that is repeated, numbered from 0. */
const ISSUES: Readonly<Record<string, readonly [head: string, one: (n: number) => string]>> = {
  'links of a section': [`${COMMUNITY}### Official\n`, (n) => `* [Post ${n}](https://example.com/${n})\n`],
  'the same link': [`${COMMUNITY}### Official\n`, () => '* [A post](https://example.com/a)\n'],
  'the same title': [`${COMMUNITY}### Official\n`, (n) => `* [A post](https://example.com/${n})\n`],
  'tracked links': [
    `${COMMUNITY}### Official\n`,
    (n) => `* [Post ${n}](https://example.com/${n}?utm_source=x&utm_medium=y)\n`,
  ],
  'links with spaces': [
    `${COMMUNITY}### Official\n`,
    (n) => `*   [ Post ${n} ]( https://example.com/${n} )  \n`,
  ],
  'entries without link': [`${COMMUNITY}### Official\n`, (n) => `* Post ${n}\n`],
  'bare addresses': [`${COMMUNITY}### Official\n`, (n) => `* https://example.com/${n}\n`],
  'unknown definitions': [`${COMMUNITY}### Official\n`, (n) => `* [Post ${n}][p${n}]\n`],
  'sections with a definition': [
    COMMUNITY,
    (n) => `### Part ${n}\n\n* [Post][p${n}]\n\n[p${n}]: https://example.com/${n}\n\n`,
  ],
  'sections all alike': [COMMUNITY, () => '### Official\n\n* [Post](https://example.com/a)\n\n'],
  'headings nearly right': ['', (n) => `## Upcoming Event ${n}\n\n`],
  'headings underlined': [COMMUNITY, (n) => `Heading ${n}\n======\n\nText\n\n`],
  'headings without text': ['', () => '##\n\n'],
  'headings only': ['', (n) => `# H${n}\n`],
  'definitions before use': [`${COMMUNITY}### Official\n`, (n) => `[p${n}]: https://example.com/${n}\n`],
  'definitions and uses': [
    `${COMMUNITY}### Official\n`,
    (n) => `* [Post][p${n}]\n\n[p${n}]: https://example.com/${n}\n`,
  ],
  'definitions of one name': [`${COMMUNITY}### Official\n`, (n) => `[p]: https://example.com/${n}\n`],
  'events in order': [EVENTS, (n) => event(n, '2026-03-04')],
  'events out of order': [EVENTS, (n) => event(n)],
  'past events': [EVENTS, (n) => event(n, '2026-01-04')],
  'events all alike': [EVENTS, () => event(1)],
  'events of one address': [EVENTS, (n) => event(n).replace(/event\/\d+/, 'event/1')],
  'events of one group': [
    EVENTS,
    (n) =>
      event(n)
        .replace(/Group \d+/, 'Group')
        .replace(/group\/\d+/, 'group'),
  ],
  'events in regions': [
    '## Upcoming Events\n\n',
    (n) => `### ${['Virtual', 'Europe', 'Asia', 'Oceania'][n % 4]}\n${event(n)}\n`,
  ],
  'regions of no name': ['## Upcoming Events\n\n', (n) => `### Region ${n}\n${event(n)}\n`],
  'events without title': [EVENTS, (n) => event(n).split('\n')[0]!.concat('\n')],
  'titles without event': [EVENTS, (n) => `    * [**Evening ${n}**](https://example.com/event/${n})\n`],
  'event lines broken': [
    EVENTS,
    (n) => `* ${day(n)} Virtual, [Group](https://example.com/${n} | [**x**]()\n`,
  ],
  'events of many days': [
    EVENTS,
    () => `* ${Array.from({ length: 20 }, (_, n) => day(n)).join(' - ')} | x | [y](z)\n`,
  ],
  'blank lines': [COMMUNITY, () => '\n'],
  'blank lines between items': [
    `${COMMUNITY}### Official\n`,
    (n) => `* [Post ${n}](https://example.com/${n})\n\n\n\n`,
  ],
  'spaces at line ends': [COMMUNITY, () => 'Text  \n'],
  'one long line': [`${COMMUNITY}### Official\n* [Post](https://example.com/a) `, () => 'word '],
  'one long word': [`${COMMUNITY}### Official\n* `, () => 'x'],
  'one long address': [`${COMMUNITY}### Official\n* [Post](https://example.com/`, () => 'a/'],
  'one long query': [`${COMMUNITY}### Official\n* [Post](https://example.com/?`, (n) => `utm_a${n}=1&`],
  'query half tracking': [
    `${COMMUNITY}### Official\n* [Post][p]\n\n[p]: https://example.com/?`,
    (n) => `a${n}=1&utm_a${n}=1&`,
  ],
  'one long title': [`${COMMUNITY}### Official\n* [`, (n) => `Part ${n}: `],
  'spaces in a title': [`${COMMUNITY}### Official\n* [Post`, () => '  '],
  'pipes of an event': [`${EVENTS}* 2026-03-04 `, () => '| '],
  'long first block': [`${FRONT.trimEnd()}\n`, (n) => `Key${n}: value\n`],
  'first block twice': ['', () => FRONT],
  comments: [COMMUNITY, (n) => `<!-- ${n} -->\n`],
  'comment unclosed': [`${COMMUNITY}<!--\n`, (n) => `* [Post ${n}](https://example.com/${n})\n`],
  placeholders: ['', (n) => `## Crate of the Week\n\n<!-- COTW goes here ${n} -->\n\n`],
  'conflict marks': [COMMUNITY, (n) => `<<<<<<< a\n* ${n}\n=======\n* x\n>>>>>>> b\n`],
  mojibake: [COMMUNITY, () => 'donâ€™t Ã¼ber '],
  'invisible characters': [COMMUNITY, () => 'a\u200b\u00a0\u00ad'],
  'emoji and marks': [COMMUNITY, () => '🦀e\u0301👩‍👩‍👧'],
  'lone surrogates': [COMMUNITY, () => '\ud83e \udd80'],
  'jobs and quotes': ['## Quote of the Week\n\n', (n) => `> Quote ${n}\n>\n> – A. Author\n\n`],
  'merged pull requests': [
    '### Updates from the Rust Project\n\n',
    (n) => `* [some change ${n}](https://github.com/rust-lang/rust/pull/${n})\n`,
  ],
  'calls for participation': [
    '### CFP - Projects\n\n',
    (n) => `* [Project ${n} - Task ${n}](https://github.com/a/b/issues/${n})\n`,
  ],
  'approved changes': [
    '### Approved RFCs\n\n',
    (n) => `* [disposition: merge] [RFC ${n}](https://github.com/rust-lang/rfcs/pull/${n})\n`,
  ],
  'links in one line': [`${COMMUNITY}### Official\n* `, (n) => `[v${n}](https://example.com/${n}) `],
  'links in HTML': [
    `${COMMUNITY}### Official\n`,
    (n) => `* <a href="https://example.com/${n}">Post ${n}</a>\n`,
  ],
  'one element around all': [
    `${COMMUNITY}### Official\n\n<b>\n\n`,
    (n) => `* [Post ${n}](https://example.com/${n})\n`,
  ],
  'HTML in items': [`${COMMUNITY}### Official\n`, (n) => `* <b>Post ${n}</b> <a href="x">y</a>\n`],
  'code fences': [COMMUNITY, (n) => `\`\`\`rust\nlet x = ${n};\n\`\`\`\n\n`],
  tables: [COMMUNITY, (n) => `| a | b |\n|---|---|\n| ${n} | x |\n\n`],
  'numbered lists': [COMMUNITY, (n) => `${n}. Item\n`],
  'nested five deep': [COMMUNITY, () => '* a\n    * b\n        * c\n            * d\n                * e\n'],
  'glued lists': [COMMUNITY, (n) => `Text\n* [Post ${n}](https://example.com/${n})\n\n`],
  'bullets of every kind': [COMMUNITY, () => '* a\n- b\n+ c\n\n'],
  'bold left open': [COMMUNITY, () => '**a \n\n'],
  'code left open': [COMMUNITY, () => '`a \n\n'],
};

/** Every pattern by name: newsletters first, then plain Markdown as a newsletter's text. */
export const PATTERNS: readonly string[] = [
  ...Object.keys(ISSUES),
  ...Object.keys(HOSTILE).map((name) => `Markdown: ${name}`),
];

/** An issue of about `length` characters. */
export function patternText(name: string, length: number): string {
  const recipe = ISSUES[name];
  if (recipe) {
    const [head, one] = recipe;
    return fill(head.startsWith('Title:') ? head : `${FRONT}${head}`, length, one);
  }
  return `${FRONT}${COMMUNITY}${hostileText(name.replace('Markdown: ', ''), length)}`;
}

/** Texts that are imported as events, and configurations, of about `length` characters. */
export const INPUTS: Readonly<Record<string, (length: number) => string>> = {
  'calendar of many events': (length) =>
    `BEGIN:VCALENDAR\r\n${fill('', length, (n) => `BEGIN:VEVENT\r\nUID:${n}\r\nDTSTART:202603${String((n % 28) + 1).padStart(2, '0')}T180000Z\r\nSUMMARY:Evening ${n}\r\nLOCATION:Berlin\\, Germany\r\nURL:https://example.com/${n}\r\nEND:VEVENT\r\n`)}END:VCALENDAR\r\n`,
  'calendar of one long line': (length) =>
    `BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:20260304T180000Z\r\nSUMMARY:${fill('', length, () => 'word ')}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`,
  'calendar folded': (length) =>
    `BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:20260304T180000Z\r\nSUMMARY:a${fill('', length, () => '\r\n b')}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`,
  'calendar nested': (length) => fill('BEGIN:VCALENDAR\r\n', length, () => 'BEGIN:VEVENT\r\n'),
  'JSON of many events': (length) =>
    `[${fill('', length, (n) => `{"title":"Evening ${n}","date":"${day(n)}","url":"https://example.com/${n}","location":"Berlin, Germany"},`).replace(/,$/, '')}]`,
  'JSON nested': (length) => `${'['.repeat(length / 2)}${']'.repeat(length / 2)}`,
  'Markdown of many events': (length) => fill('', length, event),
};

export const CONFIGURATIONS: Readonly<Record<string, (length: number) => string>> = {
  'unknown rules': (length) =>
    `{"rules":{${fill('', length, (n) => `"rule-${n}":"off",`).replace(/,$/, '')}}}`,
  'ignored findings': (length) =>
    `{"ignore":[${fill('', length, (n) => `{"rule":"whitespace","line":"Line ${n}"},`).replace(/,$/, '')}]}`,
  'unknown keys': (length) => `{${fill('', length, (n) => `"key${n}":1,`).replace(/,$/, '')}}`,
  'nested lists': (length) => `${'['.repeat(length / 2)}${']'.repeat(length / 2)}`,
  'nested objects': (length) => fill('', length, () => '{"rules":'),
  'only commas': (length) => `{${','.repeat(length)}}`,
  'only quotes': (length) => '"'.repeat(length),
};
