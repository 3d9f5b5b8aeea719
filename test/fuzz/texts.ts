import fc from 'fast-check';
import { FRONT } from '../helpers/fixture';
import { ownSamples } from '../helpers/samples';
import { PATTERNS, patternText } from '../hostile/patterns';
import type { Change } from './holds';

/** Lines of newsletters, ours all of them, and what has ever made a parser trip. */
const LINES = [...new Set(ownSamples().flatMap(({ text }) => text.split(/\r\n|\r|\n/)))];
const SNAGS = [
  '',
  ' ',
  '\t',
  '    ',
  '*',
  '* ',
  '- ',
  '+ ',
  '1. ',
  '#',
  '##',
  '## ',
  '> ',
  '```',
  '~~~',
  '<!--',
  '-->',
  '<',
  '</',
  '<a href="',
  '[',
  ']',
  '](',
  '[a]:',
  '[a]: b',
  '![',
  '`',
  '``',
  '**',
  '_',
  '__',
  '\\',
  '&',
  '&amp;',
  '|',
  ' | ',
  '\u00a0',
  '\u200b',
  '\ufeff',
  '🦀',
  '👩‍👩‍👧',
  'e\u0301',
  '\u202e',
  '\ud83e',
  '\udd80',
  '\0',
  '\u001b',
  '\u2028',
  '2026-02-30',
  '2O26-02-25',
  '9999-12-31',
  '0000-01-01',
  '2026-03-04 - 2026-03-01',
  'https://',
  'HTTP://X',
  'Title: This Week in Rust 640',
  'Date: 2026-02-25',
  'Date: 2O26-02-25',
  'Date: 9999-12-31',
  'Date: 0000-01-01',
  'Number: 640',
  'Category: This Week in Rust',
  '<<<<<<<',
  '=======',
  '>>>>>>>',
  '<br>',
  '{: #x}',
];
const snag = fc.constantFrom(...SNAGS);
const line = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...LINES) },
  { weight: 1, arbitrary: fc.array(snag, { maxLength: 4 }).map((parts) => parts.join('')) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(...LINES), snag, fc.nat(60))
      .map(([text, more, at]) => text.slice(0, at) + more + text.slice(at)),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
);

const ODD_FRONTS = ['2O26-02-25', '9999-12-31', '0000-01-01', '2026-02-3'].map((date) =>
  FRONT.replace('2026-02-25', date),
);

/** A newsletter that somebody has been at. Lines end with LF; a lone CR may be anywhere. */
const newsletterOf = (maxLines: number, maxPattern: number): fc.Arbitrary<string> =>
  fc.oneof(
    {
      weight: 8,
      arbitrary: fc
        .tuple(
          fc.constantFrom(FRONT, FRONT, FRONT, '', ...ODD_FRONTS),
          fc.array(line, { maxLength: maxLines }),
          fc.constantFrom('', '\n'),
        )
        .map(([front, lines, end]) => front + lines.join('\n') + end),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom(...PATTERNS), fc.integer({ min: 100, max: maxPattern }))
        .map(([pattern, length]) => patternText(pattern, length)),
    },
  );

export const newsletter = newsletterOf(25, 600);

/** Most mistakes need little text, and of little text there can be much. */
export const shortNewsletter = newsletterOf(4, 200);

export const changes: fc.Arbitrary<Change[]> = fc.array(
  fc.record({
    at: fc.nat(1000),
    remove: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(120)),
    insert: fc.oneof(
      snag,
      line.map((text) => `${text}\n`),
      fc.constant('\n'),
      fc.constant('x'),
    ),
  }),
  { minLength: 1, maxLength: 6 },
);

const key = fc.constantFrom(
  'stage',
  'role',
  'rules',
  'ignore',
  '$schema',
  'rule',
  'line',
  'whitespace',
  '__proto__',
  'constructor',
);
/** Configurations, more or less. */
export const configuration: fc.Arbitrary<string> = fc.oneof(
  fc
    .letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom('off', 'error', 'draft', 'editor', 'whitespace', null, 1, true),
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(key, tie('value'), { maxKeys: 4 }),
      ),
    }))
    .value.map((value) => JSON.stringify(value)),
  fc
    .array(
      fc.constantFrom(
        '{',
        '}',
        '[',
        ']',
        ',',
        ':',
        '"',
        '"rules"',
        '"ignore"',
        '//',
        '/*',
        'off',
        '\n',
        '\\',
      ),
      { maxLength: 20 },
    )
    .map((parts) => parts.join('')),
);

const PROPERTY = [
  'DTSTART:20260304T180000Z',
  'DTSTART;TZID=Europe/Berlin:20260304T180000',
  'DTSTART;VALUE=DATE:20260304',
  'DTSTART:99990101',
  'DTEND:20260304T200000Z',
  'RRULE:FREQ=MONTHLY;BYDAY=1WE',
  'RRULE:FREQ=SECONDLY',
  'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
  'EXDATE:20260304T180000Z',
  'SUMMARY:Evening',
  'SUMMARY:🦀\\n*[x](y)',
  'LOCATION:Berlin\\, Germany',
  'URL:https://example.com/1',
  'UID:1',
  'STATUS:CANCELLED',
  'BEGIN:VEVENT',
  'END:VEVENT',
  'BEGIN:VTIMEZONE',
  'END:VTIMEZONE',
  ' folded',
  'X',
  ':',
  ';=:',
];
/** Calendars, JSON and Markdown that somebody wants to add, more or less. */
export const imported: fc.Arbitrary<string> = fc.oneof(
  fc
    .array(fc.constantFrom(...PROPERTY), { maxLength: 14 })
    .map(
      (lines) =>
        `BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n${lines.join('\r\n')}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n`,
    ),
  fc
    .array(
      fc.dictionary(
        fc.constantFrom('title', 'date', 'url', 'location', 'name', 'start', 'group'),
        fc.oneof(
          fc.constantFrom('2026-03-04', 'Berlin, Germany', 'https://example.com/1', 'Evening', null, 5),
          fc.string({ maxLength: 8 }),
        ),
      ),
      { maxLength: 4 },
    )
    .map((list) => JSON.stringify(list)),
  newsletter,
);

const METHODS = [
  'initialize',
  'initialized',
  'shutdown',
  'textDocument/didOpen',
  'textDocument/didChange',
  'textDocument/didClose',
  'textDocument/codeAction',
  'textDocument/hover',
  'textDocument/completion',
  'textDocument/diagnostic',
  'workspace/executeCommand',
  'twir/page',
  '$/cancelRequest',
  '__proto__',
  '',
];
const URIS = ['file:///twir/draft/2026-02-25-this-week-in-rust.md', 'untitled:x', 'file:', '%', ''];
const parameters = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.record(
    {
      textDocument: fc.record(
        {
          uri: fc.constantFrom(...URIS),
          languageId: fc.constant('markdown'),
          version: fc.constantFrom(1, 2, -1, 0.5),
          text: shortNewsletter,
        },
        { requiredKeys: [] },
      ),
      position: fc.record({ line: fc.integer(), character: fc.integer() }),
      contentChanges: fc.array(fc.record({ text: fc.string({ maxLength: 5 }) }), { maxLength: 2 }),
      capabilities: fc.constantFrom({}, null, 1),
      processId: fc.constant(null),
      rootUri: fc.constantFrom(null, ...URIS),
    },
    { requiredKeys: [] },
  ),
);
const message = fc
  .tuple(
    fc.record(
      {
        jsonrpc: fc.constantFrom('2.0', '1.0', 2),
        id: fc.oneof(fc.nat(3), fc.constantFrom('a', null, -1)),
        method: fc.constantFrom(...METHODS),
        params: parameters,
      },
      { requiredKeys: ['jsonrpc'] },
    ),
    fc.constantFrom(0, 0, 0, 0, 0, 0, 1, -1, 1000),
  )
  .map(([body, off]) => {
    const text = JSON.stringify(body);
    return `Content-Length: ${Buffer.byteLength(text) + off}\r\n\r\n${text}`;
  });
/** What a client may send, more or less. */
export const framing: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 9, arbitrary: message },
      {
        weight: 1,
        arbitrary: fc.constantFrom(
          'Content-Length: -1\r\n\r\n',
          'Content-Length: x\r\n\r\n{}',
          '\r\n\r\n',
          '[]',
        ),
      },
    ),
    { minLength: 1, maxLength: 5 },
  )
  .map((parts) => parts.join(''));
