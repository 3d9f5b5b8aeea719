import { afterEach, describe, expect, it } from 'vitest';
import type { RulesResult, SetRuleResult } from '../../server/src/protocol/rules';
import { FRONT } from '../helpers/fixture';
import { TestClient, VSCODE } from './client';

const TEXT = `${FRONT}## Updates from Rust Community

### Official
* [A post](https://example.com/a)
* [The post](https://example.com/a)
* [Another](https://example.com/b)
* [The other](https://example.com/b)

### Research

### Miscellaneous
`;
const CONFIG = 'file:///twir/.twir.json';

let client: TestClient;
afterEach(() => client.dispose());

async function open(config?: string): Promise<string> {
  client = await new TestClient(VSCODE).start({
    files: true,
    commands: true,
    rulePages: 'twir-rules:/rules/',
  });
  client.files.set('file:///twir/draft/DRAFT_TEMPLATE', '## Jobs\n');
  if (config !== undefined) client.files.set(CONFIG, config);
  return client.open(TEXT);
}

const rules = async (uri: string) =>
  ((await client.connection.sendRequest('twir/rules', { uri })) as RulesResult).rules;

describe('twir/rules', () => {
  it('tells every rule, its level and how much it found', async () => {
    const uri = await open('{ "rules": { "whitespace": "error" } }');
    const all = await rules(uri);
    expect(all.length).toBeGreaterThan(100);
    expect(all.find(({ id }) => id === 'whitespace')).toMatchObject({ level: 'error', findings: 0 });
    expect(all.find(({ id }) => id === 'link-duplicate')?.findings).toBe(4);
    expect(all.find(({ id }) => id === 'link-duplicate')?.level).toBeUndefined();
  });

  it('says nothing about other files', async () => {
    await open();
    const other = await client.open('# Notes\n', 'file:///notes/a.md');
    expect(await client.connection.sendRequest('twir/rules', { uri: other })).toBeNull();
  });
});

describe('twir/setRule', () => {
  const set = (uri: string, rule: string, level?: string) =>
    client.connection.sendRequest<SetRuleResult | null>('twir/setRule', {
      uri,
      rule,
      ...(level === undefined ? {} : { level }),
    });

  it('gives a rule a level in the configuration, and takes it away again', async () => {
    const uri = await open('{\n  // kept\n  "rules": { "whitespace": "error" }\n}\n');
    await client.open('{\n  // kept\n  "rules": { "whitespace": "error" }\n}\n', CONFIG);
    const made = await set(uri, 'whitespace', 'hint');
    expect(made?.config).toBe(CONFIG);
    await client.apply({ title: 'set', edit: made!.edit });
    expect(client.text(CONFIG)).toBe('{\n  // kept\n  "rules": { "whitespace": "hint" }\n}\n');
    expect((await rules(uri)).find(({ id }) => id === 'whitespace')?.level).toBe('hint');
    await client.apply({ title: 'set', edit: (await set(uri, 'whitespace'))!.edit });
    expect((await rules(uri)).find(({ id }) => id === 'whitespace')?.level).toBeUndefined();
    expect(client.text(CONFIG)).toContain('// kept');
  });

  it('makes the configuration when there is none, and touches none that makes no sense', async () => {
    const uri = await open();
    expect((await set(uri, 'whitespace', 'off'))?.edit.documentChanges).toMatchObject([
      { kind: 'create', uri: CONFIG },
      { edits: [{ newText: expect.stringContaining('"whitespace": "off"') }] },
    ]);
    expect(await set(uri, 'no-such-rule', 'off')).toBeNull();
    client.dispose();
    expect(await set(await open('{ "rules": ['), 'whitespace', 'off')).toBeNull();
  });
});

describe('code actions', () => {
  it('explain a rule and change its severity, for clients with our commands', async () => {
    const uri = await open();
    const at = client.positionOf(uri, '[A post]', 1);
    const actions = await client.actions(uri, { start: at, end: at });
    expect(actions.map(({ title, command }) => [title, command?.command, command?.arguments])).toEqual(
      expect.arrayContaining([
        ['Explain link-duplicate', 'twir.explainRule', ['link-duplicate']],
        ['Change severity of link-duplicate…', 'twir.changeSeverity', ['link-duplicate']],
      ]),
    );
    const report = await client.pull(uri);
    expect(report.kind === 'full' && report.items[0]?.codeDescription?.href).toMatch(
      /^twir-rules:\/rules\/[a-z-]+\.md$/,
    );
  });

  it('do alike for all findings of a rule that has more than one answer', async () => {
    const uri = await open();
    const at = client.positionOf(uri, '### Research', 5);
    const all = (await client.actions(uri, { start: at, end: at })).filter(({ title }) =>
      /^Delete the heading: all 2 findings of empty-section$/.test(title),
    );
    expect(all).toHaveLength(1);
    await client.apply(all[0]!);
    expect(client.text(uri)).not.toMatch(/### (?:Research|Miscellaneous)/);
    expect(client.text(uri)).toContain('### Official');
  });

  it('delete placeholders one by one', async () => {
    const text = `${FRONT}## Crate of the Week\n\n<!-- COTW goes here -->\n\n# Quote of the Week\n\n<!-- QOTW goes here -->\n`;
    client = await new TestClient(VSCODE).start();
    const uri = await client.open(text);
    const at = client.positionOf(uri, 'COTW', 1);
    const titles = (await client.actions(uri, { start: at, end: at })).map(({ title }) => title);
    expect(titles).toContain('Delete the comment');
    expect(titles.filter((title) => title.includes('placeholder-unfilled'))).not.toContainEqual(
      expect.stringMatching(/ findings of /),
    );
  });

  it('leave one of two copies', async () => {
    const uri = await open();
    const at = client.positionOf(uri, '[A post]', 1);
    const actions = await client.actions(uri, { start: at, end: at });
    const [all] = actions.filter(({ title }) => / findings of link-duplicate$/.test(title));
    expect(all?.title).toMatch(/^Delete this item: all \d findings of link-duplicate$/);
    await client.apply(all!);
    expect(client.text(uri)).toContain(
      '### Official\n* [A post](https://example.com/a)\n* [Another](https://example.com/b)\n\n',
    );
  });
});
