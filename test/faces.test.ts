import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Diagnostic, TextEdit } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { FRONT, NAME, TODAY, temporaryFolder, twir } from './cli/twir';
import { TestClient, VSCODE } from './lsp/client';

/** An editor over the protocol and the command line say and do the same about the same text in the same checkout. */

const CONFIGURATION = JSON.stringify({
  stage: 'release',
  role: 'contributor',
  rules: { whitespace: 'error', 'list-bullet-style': 'off' },
  ignore: [{ rule: 'link-tracking', line: '* [Kept](https://example.com/kept?utm_source=x)' }],
});
/** Has a section of events that the newsletter does not have otherwise. */
const TEMPLATE = `${FRONT.replace(/640|2026-02-25/g, '$twir')}
## Updates from Rust Community

### Official

## Crate of the Week

## Upcoming Events

### Europe

## Conferences

## Jobs
`;
const EARLIER = `${FRONT.replaceAll('640', '639').replace('02-25', '02-18')}## Updates from Rust Community

### Official

* [A post](https://example.com/post)

## Upcoming Events

### Europe

* 2026-03-04 | Oslo, NO | [Rust Oslo](https://example.com/oslo)
    * [**Carried over**](https://example.com/oslo/1)
`;
const EVENTS = `DTSTART;VALUE=DATE:20260310
SUMMARY:Rust in Oslo
LOCATION:Oslo, Norway
URL:https://example.com/oslo/2
`;
const CALENDAR = `BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\n${EVENTS}END:VEVENT\nEND:VCALENDAR\n`.replaceAll(
  '\n',
  '\r\n',
);

const DRAFT = `${FRONT}## Updates from Rust Community

### Official

* [The post](https://example.com/post/)
* [Kept](https://example.com/kept?utm_source=x)
* [Tidied](https://example.com/tidied?utm_source=x) 
- [Another bullet](http://example.com/a b)

## Upcoming Events

Rusty Events between 2026-02-25 - 2026-03-25 🦀

### Europe

* 2026-03-11 | Oslo, NO | [Rust Oslo](https://example.com/oslo)
    * [**Later**](https://example.com/oslo/3)
* 2026-03-04 | Oslo, NO | [Rust Oslo](https://example.com/oslo)
    * [**Carried over**](https://example.com/oslo/1)
* 2026-01-04 | Oslo, NO | [Rust Oslo](https://example.com/oslo)
    * [**Past**](https://example.com/oslo/0)

## Conferences

* 2026-01-04 | Oslo, NO | [Rust Oslo](https://example.com/oslo)
    * [**Stays where the template has the section**](https://example.com/oslo/0)

## Jobs

<!-- Latest "Who's Hiring" thread goes here -->
`;

const TEXTS = {
  'a draft': DRAFT,
  'a draft with CRLF': DRAFT.replaceAll('\n', '\r\n'),
  'a draft with a byte order mark': `\ufeff${DRAFT}`,
  'front matter alone': FRONT,
  'an empty file': '',
};
const CHECKOUTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'nothing beside': {},
  'a configuration': { '.twir.json': CONFIGURATION },
  'a template': { 'draft/DRAFT_TEMPLATE': TEMPLATE },
  'an archive': { 'content/2026-02-18-this-week-in-rust.md': EARLIER },
  everything: {
    '.twir.json': CONFIGURATION,
    'draft/DRAFT_TEMPLATE': TEMPLATE,
    'content/2026-02-18-this-week-in-rust.md': EARLIER,
  },
};
const CASES = Object.entries(CHECKOUTS).flatMap(([checkout, files]) =>
  Object.entries(TEXTS).map(([name, text]) => ({ name, checkout, files, text })),
);

const folder = temporaryFolder();
let client: TestClient;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(`${TODAY}T12:00:00`) });
});
afterEach(() => {
  client.dispose();
  vi.useRealTimers();
});

describe.each(CASES)('$name with $checkout', ({ files, text }) => {
  let file: string;
  let uri: string;
  const written = () => readFileSync(file, 'utf8');
  beforeEach(async () => {
    file = folder.write(`draft/${NAME}`, text);
    uri = pathToFileURL(file).href;
    client = new TestClient(VSCODE);
    for (const [name, content] of Object.entries(files))
      client.files.set(pathToFileURL(folder.write(name, content)).href, content);
    await client.start({ files: true });
    await client.open(text, uri);
    // Opened and asked once, the server reads the archive; then it has all that the command line has.
    await client.connection.sendRequest('twir/checkFile', { uri, text });
  });

  const asked = <T>(method: string, params: object) =>
    client.connection.sendRequest<T>(method, { textDocument: { uri }, ...params });

  it.each([
    ['off', []],
    ['error', ['--ci']],
  ])('has the same findings, with the verdicts of CI: %s', async (ci, flags) => {
    await client.configure({ ci });
    const { items } = await asked<{ items: Diagnostic[] }>('textDocument/diagnostic', {});
    const { out } = await twir('check', '--format', 'json', ...flags, file);
    const found = JSON.parse(out).files[0].diagnostics;
    // An editor shows a finding of several places at each of them.
    const places = found.flatMap(everywhere).map(placed).sort(byPlace);
    expect(places).toEqual(items.map(shown).sort(byPlace));
    if (text.length > FRONT.length) expect(items.length).toBeGreaterThan(3);
  });

  it('fixes the same', async () => {
    const kind = 'source.fixAll.twir';
    for (const action of await client.actions(uri, client.everything(uri), [kind]))
      await client.apply(action);
    await twir('check', '--fix', file);
    expect(written()).toBe(client.text(uri));
  });

  it('organizes the same', async () => {
    const kind = 'source.organizeEvents.twir';
    for (const action of await client.actions(uri, client.everything(uri), [kind]))
      await client.apply(action);
    await twir('organize', file);
    expect(written()).toBe(client.text(uri));
  });

  it('formats the same', async () => {
    const options = { tabSize: 4, insertSpaces: true };
    const edits = await asked<TextEdit[]>('textDocument/formatting', { options });
    await twir('format', file);
    expect(written()).toBe(applied(text, edits));
  });

  it.each(['site', 'email'])('renders the same: %s', async (theme) => {
    const html = await client.connection.sendRequest('twir/export', { uri, theme });
    expect((await twir('render', '--theme', theme, file)).out).toBe(html);
  });

  it('adds the same events', async () => {
    const result = await client.connection.sendRequest<{
      edit?: { documentChanges: { edits: TextEdit[] }[] };
    }>('twir/importEvents', { uri, text: CALENDAR });
    const calendar = folder.write('events.ics', CALENDAR);
    await twir('add-events', '--from', calendar, file);
    expect(written()).toBe(applied(text, result.edit?.documentChanges[0]?.edits ?? []));
  });
});

describe('a section of events that only the template has', () => {
  it('is left alone by all that changes events', async () => {
    client = new TestClient(VSCODE);
    const file = folder.write(`draft/${NAME}`, DRAFT);
    const event = '**Stays where the template has the section**';
    folder.write('draft/DRAFT_TEMPLATE', TEMPLATE);
    await twir('organize', file);
    expect(readFileSync(file, 'utf8')).toContain(event);
    expect(readFileSync(file, 'utf8')).not.toContain('**Past**');
  });
});

const SEVERITIES = [undefined, 'error', 'warning', 'info', 'hint'];

interface Reported {
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly related: readonly (Pick<Reported, 'line' | 'column' | 'endLine' | 'endColumn'> & {
    readonly also?: true;
  })[];
}

function everywhere(one: Reported): Reported[] {
  const others = one.related.filter(({ also }) => also);
  return [one, ...others.map((place) => ({ ...one, ...place, message: one.message, severity: 'hint' }))];
}

function byPlace(a: ReturnType<typeof placed>, b: ReturnType<typeof placed>): number {
  return JSON.stringify(a) < JSON.stringify(b) ? -1 : 1;
}

function placed({ rule, severity, message, line, column, endLine, endColumn }: Reported) {
  return { rule, severity, message, place: [line, column, endLine, endColumn] };
}

function shown({ code, severity, message, range: { start, end } }: Diagnostic) {
  const place = [start.line + 1, start.character + 1, end.line + 1, end.character + 1];
  return { rule: String(code), severity: SEVERITIES[severity ?? 0]!, message: String(message), place };
}

function applied(text: string, edits: readonly TextEdit[]): string {
  return TextDocument.applyEdits(TextDocument.create('file:///a.md', 'markdown', 1, text), [...edits]);
}
