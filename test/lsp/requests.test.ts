// biome-ignore-all lint/suspicious/noTemplateCurlyInString: snippets have tab stops, whatever quotes they stand in
import { afterEach, describe, expect, it } from 'vitest';
import type { WorkspaceEdit } from 'vscode-languageserver-protocol';
import type { ChecklistResult } from '../../server/src/protocol/checklist';
import type { NewDraftResult } from '../../server/src/protocol/newDraft';
import type { RescheduleDaysResult } from '../../server/src/protocol/reschedule';
import type {
  LinkItemsResult,
  SubmitCheckResult,
  SubmitResult,
  SubmitStart,
} from '../../server/src/protocol/submit';
import { TestClient, VSCODE } from './client';

const front = (number: number, date: string) =>
  `Title: This Week in Rust ${number}\nNumber: ${number}\nDate: ${date}\nCategory: This Week in Rust\n\n`;
const HEAD = front(640, '2026-02-25');
const DRAFT = `${HEAD}## Updates from Rust Community\n\n### Official\n* [A letter](https://example.com/letter)\n\n## Crate of the Week\n\n<!-- COTW goes here -->\n\n## Upcoming Events\n\n### Europe\n`;
const DRAFT_URI = 'file:///twir/draft/2026-02-25-this-week-in-rust.md';

let client: TestClient;
afterEach(() => client.dispose());

async function start(files: Record<string, string> = {}): Promise<TestClient> {
  client = new TestClient(VSCODE);
  for (const [uri, text] of Object.entries(files)) client.files.set(uri, text);
  return client.start({ files: true });
}
const ask = <T>(method: string, params: object) => client.connection.sendRequest<T>(method, params);

describe('twir/checklist', () => {
  it('tells what is left at release, whatever the stage', async () => {
    await start();
    const uri = await client.open(DRAFT, DRAFT_URI);
    const list = await ask<ChecklistResult>('twir/checklist', { uri });
    expect(list).toMatchObject({ version: 1, title: 'Issue 640' });
    const crate = list.sections.find(({ title }) => title === 'Crate of the Week')!;
    const [entry] = crate.entries;
    expect(entry).toMatchObject({ rule: 'placeholder-unfilled', state: 'open', severity: 'error' });
    const params = { uri, version: 1, id: entry!.id, fix: 0 };
    await client.apply({ title: '', edit: (await ask('twir/checklistFix', params))! });
    expect(client.text(uri)).not.toContain('COTW goes here');
    expect(await ask('twir/checklistFix', params)).toBeNull();
  });

  it('is about newsletter files only', async () => {
    await start();
    const uri = await client.open('# Notes\n', 'file:///twir/notes.md');
    expect(await ask('twir/checklist', { uri })).toBeNull();
  });
});

describe('twir/newDraft', () => {
  const template = 'file:///twir/draft/DRAFT_TEMPLATE';
  const text =
    'Title: This Week in Rust $twir_issue_number\nNumber: $twir_issue_number\nDate: $twir_issue_date\nCategory: This Week in Rust\n\n## Crate of the Week\n\n<!-- COTW goes here -->\n\n## Upcoming Events\n\nRusty Events between $twir_issue_date - $twir_events_end_date 🦀\n\n$twir_events_list\n\nIf you are running a Rust event please add it.\n';
  const event = (date: string) =>
    `* ${date} | Oslo, NO | [Rust Oslo](https://example.com/oslo)\n    * [**Talks**](https://example.com/oslo/${date})\n`;
  const previous = `${front(640, '2026-02-25')}## Upcoming Events\n\nRusty Events between 2026-02-25 - 2026-03-25 🦀\n\n### Europe\n${event('2026-02-27')}${event('2026-03-10')}\nIf you are running a Rust event please add it.\n`;
  const make = (date = '2026-03-04') => ask<NewDraftResult>('twir/newDraft', { template, date });

  it('makes the draft from the template and the issue a week before', async () => {
    await start({ [template]: text, 'file:///twir/content/2026-02-25-this-week-in-rust.md': previous });
    const { draft } = await make();
    expect(draft).toMatchObject({
      uri: 'file:///twir/draft/2026-03-04-this-week-in-rust.md',
      number: 641,
      exists: false,
      carried: 1,
      dropped: 1,
      previous: true,
      caret: { start: { line: 7, character: 0 } },
    });
    expect(draft!.text).toContain('2026-03-10 | Oslo');
    expect(draft!.text).not.toContain('2026-02-27 | Oslo');
  });

  it('names the newest issue when the one a week before is missing, and carries over from it', async () => {
    const older = 'file:///twir/content/2026-02-18-this-week-in-rust.md';
    await start({
      [template]: text,
      'file:///twir/content/2026-02-11-this-week-in-rust.md': previous,
      [older]: previous.replaceAll('2026-02-25', '2026-02-18'),
      'file:///twir/content/2026-03-11-this-week-in-rust.md': previous,
    });
    const { draft } = await make();
    expect(draft).toMatchObject({ previous: false, carried: 0, newest: { uri: older, date: '2026-02-18' } });
    const again = await ask<NewDraftResult>('twir/newDraft', {
      template,
      date: '2026-03-04',
      previous: older,
    });
    expect(again.draft).toMatchObject({ previous: true, carried: 1 });
    expect(again.draft?.newest).toBeUndefined();
    expect(again.draft?.text).toContain('2026-03-10 | Oslo');
  });

  it('leaves a draft that is there alone', async () => {
    await start({ [template]: text, 'file:///twir/draft/2026-03-04-this-week-in-rust.md': 'Mine' });
    expect((await make()).draft).toMatchObject({ exists: true, number: 641, text: '' });
  });

  it('says what is in the way', async () => {
    await start({ [template]: text.replace('$twir_events_list', '$twir_nonsense') });
    expect((await make()).problem).toContain('$twir_nonsense');
    expect((await make('2026-03-05')).problem).toContain('Wednesday');
    client.files.delete(template);
    expect((await make()).problem).toContain('could not be read');
  });
});

describe('submissions', () => {
  it('know sections, window and guidelines', async () => {
    await start();
    const uri = await client.open(DRAFT, DRAFT_URI);
    const result = await ask<SubmitStart>('twir/submitStart', { uri });
    expect(result).toMatchObject({ title: 'issue 640', window: { first: '2026-02-25', last: '2026-03-25' } });
    expect(result.sections[0]).toMatchObject({ key: 'community/official', title: 'Official' });
  });

  it('are judged field by field, duplicates with the way to them', async () => {
    const earlier = `${front(639, '2026-02-18')}## Updates from Rust Community\n\n### Research\n* [A paper](https://example.com/paper)\n`;
    await start({ 'file:///twir/content/2026-02-18-this-week-in-rust.md': earlier });
    const uri = await client.open(DRAFT, DRAFT_URI);
    const check = (url: string) =>
      ask<SubmitCheckResult>('twir/submitCheck', {
        uri,
        submission: { kind: 'link', section: 'community/research', url },
        field: 'url',
      });
    expect(await check('https://example.com/new?utm_source=x')).toEqual({
      value: 'https://example.com/new',
      changes: ['linked without utm_source'],
      advice: [],
    });
    expect((await check('https://example.com/letter')).advice).toMatchObject([
      { rule: 'link-duplicate', severity: 'error', related: { uri, range: { start: { line: 8 } } } },
    ]);
    expect((await check('https://example.com/paper/')).advice[0]!.related!.uri).toContain('2026-02-18');
    expect((await check('https://github.com/example/example')).advice.map(({ rule }) => rule)).toEqual([
      'link-bare-repo',
    ]);
    expect((await check('nonsense')).problem).toBeDefined();
  });

  it('become edits', async () => {
    await start();
    const uri = await client.open(DRAFT, DRAFT_URI);
    const link = {
      kind: 'link',
      section: 'community/official',
      title: 'New',
      url: 'https://example.com/new',
    };
    const result = await ask<SubmitResult>('twir/submit', { uri, submission: link });
    expect(result).toMatchObject({ places: [{ start: { line: 9, character: 0 } }], advice: [] });
    await client.apply({ title: '', edit: result.edit! });
    expect(client.text(uri)).toContain('letter)\n* [New](https://example.com/new)\n\n');
  });
});

describe('submitted events', () => {
  const event = {
    kind: 'event',
    organiserUrl: 'https://www.meetup.com/rust-berlin/',
    organiser: 'Rust Berlin',
    location: 'Hybrid (Berlin, DE)',
    date: '2026-03-05',
    title: 'Talks',
    url: 'https://www.meetup.com/rust-berlin/events/1/',
  };

  it('bring name and place of known groups, and are judged field by field', async () => {
    await start();
    const uri = await client.open(DRAFT, DRAFT_URI);
    const check = (field: string, value: string) =>
      ask<SubmitCheckResult>('twir/submitCheck', { uri, submission: { ...event, [field]: value }, field });
    expect((await check('organiserUrl', event.organiserUrl)).group).toMatchObject({ name: 'Rust Berlin' });
    expect((await check('location', 'Somewhere')).problem).toContain('country is missing or not known');
    expect((await check('location', 'Seattle, US')).advice.map(({ rule }) => rule)).toEqual([
      'event-state-missing',
    ]);
    expect((await check('date', '2026-02-30')).problem).toBeDefined();
    expect((await check('date', '2026-02-01')).advice.map(({ rule }) => rule)).toEqual(['event-past']);
    expect((await check('date', event.date)).advice).toEqual([]);
  });

  it('go under Virtual and their region', async () => {
    await start();
    const uri = await client.open(DRAFT, DRAFT_URI);
    const result = await ask<SubmitResult>('twir/submit', { uri, submission: event });
    expect(result.places).toHaveLength(2);
    await client.apply({ title: '', edit: result.edit! });
    const regions = client.text(uri).split(/^### /m).slice(-2);
    expect(regions.map((region) => region.split('\n')[0])).toEqual(['Virtual', 'Europe']);
    expect(regions.every((region) => region.includes('* 2026-03-05 | Hybrid (Berlin, DE) |'))).toBe(true);
  });
});

describe('workspace symbols', () => {
  it('are the sections and events of open and recent issues', async () => {
    const event =
      '* 2026-02-19 | Oslo, NO | [Rust Oslo](https://example.com/o)\n    * [**Talks**](https://example.com/o/1)\n';
    const earlier = 'file:///twir/content/2026-02-18-this-week-in-rust.md';
    await start({ [earlier]: `${front(639, '2026-02-18')}## Upcoming Events\n\n### Europe\n${event}` });
    const uri = await client.open(DRAFT, DRAFT_URI);
    await client.pull(uri);
    await client.refreshes(1);
    const symbols = (query: string) =>
      ask<{ name: string; location: { uri: string } }[]>('workspace/symbol', { query });
    expect((await symbols('europe')).map(({ location }) => location.uri)).toEqual([uri, earlier]);
    expect(await symbols('talks')).toMatchObject([{ name: 'Talks', location: { uri: earlier } }]);
    expect(await symbols('no such thing')).toEqual([]);
  });
});

describe('twir/linkItems', () => {
  it('makes items of addresses', async () => {
    await start();
    const uri = await client.open(DRAFT, DRAFT_URI);
    const position = { line: 8, character: 3 };
    const text = 'https://example.com/a\nhttps://example.com/letter';
    const result = await ask<LinkItemsResult>('twir/linkItems', { uri, text, position });
    expect(result.snippet).toBe(
      '\n* [${1:title}](https://example.com/a)\n* [${2:title}](https://example.com/letter)',
    );
    expect(result.advice.map(({ rule }) => rule)).toEqual(['link-duplicate']);
    expect(await ask('twir/linkItems', { uri, text: 'nothing', position })).toBeNull();
  });
});

describe('twir/reschedule', () => {
  const entry = (date: string, page: string) =>
    `* ${date} | Oslo, NO | [Rust Oslo](https://example.com/oslo)\n    * [**Talks**](https://example.com/oslo/${page})\n`;
  const text = `${front(640, '2026-02-25')}## Upcoming Events\n\n### Europe\n${entry('2026-03-04', '1')}${entry('2026-03-05', '2')}`;

  it('offers every day of the window, later ones first', async () => {
    await start({});
    const uri = await client.open(text);
    const position = client.positionOf(uri, 'oslo/1');
    const found = await ask<RescheduleDaysResult>('twir/rescheduleDays', { uri, position });
    expect(found).toMatchObject({ title: '“Talks” (Oslo, NO)', date: '2026-03-04' });
    expect(found.days).toHaveLength(29);
    expect(found.days[1]).toEqual({ date: '2026-03-05', weekday: 'Thursday', events: 1 });
    expect(found.days.at(-1)?.date).toBe('2026-03-03');
    expect(await ask('twir/rescheduleDays', { uri, position: { line: 5, character: 0 } })).toBeNull();
  });

  it('puts an event where it belongs', async () => {
    await start({});
    const uri = await client.open(text);
    const position = client.positionOf(uri, 'oslo/1');
    const edit = await ask<WorkspaceEdit>('twir/reschedule', { uri, position, date: '2026-03-22' });
    await client.apply({ title: 'Reschedule', edit });
    expect(client.text(uri)).toContain(`### Europe\n${entry('2026-03-05', '2')}${entry('2026-03-22', '1')}`);
    expect(await ask('twir/reschedule', { uri, position, date: 'tomorrow' })).toBeNull();
  });
});
