import { afterEach, describe, expect, it, vi } from 'vitest';
import { ruleById } from '../../server/src/rules/index';
import type { IssueRule } from '../../server/src/rules/rule';
import { FRONT } from '../helpers/fixture';
import { PLAIN, TestClient, VSCODE } from './client';

const BAD = `${FRONT}Hello \u{1f980} and others. \n`;

let client: TestClient;
afterEach(() => client.dispose());

const whitespace = <T extends { code?: unknown }>(items: readonly T[]) =>
  items.filter(({ code }) => code === 'whitespace');

describe('pulled diagnostics', () => {
  it('carry rule, page, source, severity and UTF-16 columns', async () => {
    client = await new TestClient(VSCODE).start({ rulePages: 'file:///installed/docs/rules/' });
    const uri = await client.open(BAD);
    const report = await client.pull(uri);
    if (report.kind !== 'full') throw new Error('Expected a full report');
    const [found] = whitespace(report.items);
    expect(found).toMatchObject({
      source: 'twir',
      severity: 3,
      codeDescription: { href: 'file:///installed/docs/rules/whitespace.md' },
      range: { start: { line: 5, character: 20 }, end: { line: 5, character: 21 } },
    });
  });

  it('tell what CI will say as information, at the level of the setting, and not of past issues', async () => {
    const head = FRONT.replace('2026-02-25', '2099-02-25');
    const text = `${head}## Updates from Rust Community\n\n* [A post](https://example.com/a?b=c,d)\n`;
    const ciOf = async (uri: string) => {
      const report = await client.pull(uri);
      if (report.kind !== 'full') throw new Error('Expected a full report');
      return report.items
        .filter(({ source }) => source === 'twir(ci)')
        .map(({ code, severity }) => `${code} ${severity}`);
    };
    client = await new TestClient(VSCODE).start();
    const uri = await client.open(text, 'file:///twir/draft/2099-02-25-this-week-in-rust.md');
    expect(await ciOf(uri)).toEqual(['ci/simplify 3']);
    const past = 'file:///twir/draft/2026-02-25-this-week-in-rust.md';
    expect(await ciOf(await client.open(text.replace('2099', '2026'), past))).toEqual([]);
    await client.configure({ ci: 'error' });
    expect(await ciOf(uri)).toEqual(['ci/simplify 1']);
    await client.configure({ ci: 'off' });
    expect(await ciOf(uri)).toEqual([]);
  });

  it('say so when nothing has changed', async () => {
    client = await new TestClient(VSCODE).start();
    const uri = await client.open(BAD);
    const first = await client.pull(uri);
    const again = await client.pull(uri, first.resultId);
    expect(again).toEqual({ kind: 'unchanged', resultId: first.resultId });
    await client.edit(uri, { start: { line: 5, character: 0 }, end: { line: 5, character: 0 } }, 'x');
    expect((await client.pull(uri, first.resultId)).kind).toBe('full');
  });

  it('are new for a document that was closed and opened again', async () => {
    client = await new TestClient(VSCODE).start();
    const uri = await client.open(BAD);
    const { resultId } = await client.pull(uri);
    await client.close(uri);
    await client.open(`${FRONT}Hello.\n`, uri);
    expect((await client.pull(uri, resultId)).kind).toBe('full');
  });

  it('follow incremental edits', async () => {
    client = await new TestClient(VSCODE).start();
    const uri = await client.open(BAD);
    await client.edit(uri, { start: { line: 5, character: 20 }, end: { line: 5, character: 21 } }, '');
    expect(await client.rules(uri)).not.toContain('whitespace');
    await client.edit(
      uri,
      { start: { line: 5, character: 0 }, end: { line: 5, character: 5 } },
      'Good day \n',
    );
    expect(await client.rules(uri)).toContain('whitespace');
  });

  it('agree for LF and CRLF', async () => {
    client = await new TestClient(VSCODE).start();
    const lf = await client.pull(await client.open(BAD));
    const crlf = await client.pull(
      await client.open(BAD.replace(/\n/g, '\r\n'), 'file:///other/2026-02-25-this-week-in-rust.md'),
    );
    if (lf.kind !== 'full' || crlf.kind !== 'full') throw new Error('Expected full reports');
    expect(whitespace(crlf.items).map(({ range }) => range)).toEqual(
      whitespace(lf.items).map(({ range }) => range),
    );
  });

  it('are absent in files that are none of the newsletter', async () => {
    client = await new TestClient(VSCODE).start();
    const uri = await client.open('# Notes  \n\n\n\ntext', 'file:///notes/README.md');
    expect(await client.rules(uri)).toEqual([]);
    expect(await client.actions(uri, client.everything(uri))).toEqual([]);
    expect(client.statuses).toContainEqual({ uri, kind: 'other' });
  });

  it('begin once a file says what it is', async () => {
    client = await new TestClient(VSCODE).start();
    const uri = await client.open('Hello.  \n', 'untitled:Untitled-1');
    expect(await client.rules(uri)).toEqual([]);
    await client.edit(uri, { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, FRONT);
    expect(await client.rules(uri)).toContain('whitespace');
  });

  it('follow the settings', async () => {
    client = await new TestClient(VSCODE).start();
    const uri = await client.open(BAD);
    const { resultId } = await client.pull(uri);
    await client.configure({ rules: { whitespace: 'error' } });
    const report = await client.pull(uri, resultId);
    if (report.kind !== 'full') throw new Error('Expected a full report');
    expect(whitespace(report.items)[0]!.severity).toBe(1);
    expect(client.refreshed).toBe(1);
    await client.configure({ rules: { whitespace: 'off' } });
    expect(await client.rules(uri)).not.toContain('whitespace');
    await client.configure({ rules: 'nonsense', stage: 7 });
    expect(await client.rules(uri)).toContain('whitespace');
  });

  it('come for files that are not open, too', async () => {
    client = await new TestClient(VSCODE).start();
    const uri = 'file:///twir/draft/2026-03-04-this-week-in-rust.md';
    const answer = await client.connection.sendRequest('twir/checkFile', { uri, text: BAD });
    expect(answer).toMatchObject({ newsletter: true });
    expect(whitespace((answer as { diagnostics: { code: string }[] }).diagnostics)).toHaveLength(1);
    expect(
      await client.connection.sendRequest('twir/checkFile', { uri: 'file:///README.md', text: 'Hi  \n' }),
    ).toEqual({ newsletter: false, diagnostics: [] });
  });
});

describe('what a client pulls that cannot be asked to pull again', () => {
  const { workspace, ...others } = VSCODE;
  const CANNOT_REFRESH = { ...others, workspace: { ...workspace, diagnostics: {} } };

  it('is made ready as soon as it changes, and sent to nobody', async () => {
    client = await new TestClient(CANNOT_REFRESH).start();
    const uri = await client.open(BAD);
    expect(await client.rules(uri)).toContain('whitespace');
    const spy = vi.spyOn(ruleById('issue-location') as IssueRule, 'check');
    try {
      await client.configure({ rules: { whitespace: 'off' } });
      await vi.waitFor(() => expect(spy).toHaveBeenCalledTimes(1));
      expect(await client.rules(uri)).not.toContain('whitespace');
      expect(spy).toHaveBeenCalledTimes(1);
    } finally {
      spy.mockRestore();
    }
    expect(client.refreshed).toBe(0);
    expect(client.publications).toBe(0);
  });
});

describe('pushed diagnostics', () => {
  it('reach clients that cannot pull, and go when the document is closed', async () => {
    client = await new TestClient(PLAIN).start();
    const uri = await client.open(BAD);
    expect(client.initialized?.capabilities.diagnosticProvider).toBeUndefined();
    const { diagnostics } = await client.pushed((params) => params.version === 1);
    const [found] = whitespace(diagnostics);
    expect(found).toBeDefined();
    expect(found).not.toHaveProperty('codeDescription');
    await client.close(uri);
    await client.pushed((params) => params.uri === uri && params.diagnostics.length === 0);
  });

  it('come once for a burst of edits', async () => {
    // A busy machine may take longer between two edits than the server waits for the next one.
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      client = await new TestClient(PLAIN).start();
      const uri = await client.open(BAD);
      for (let n = 0; n < 5; n += 1) {
        await client.edit(uri, { start: { line: 5, character: 0 }, end: { line: 5, character: 0 } }, 'x');
      }
      // Answered when all edits have been read.
      await client.actions(uri, client.everything(uri));
      expect(client.publications).toBe(0);
      vi.runAllTimers();
      const { version } = await client.pushed(() => true);
      expect(version).toBe(6);
      await client.actions(uri, client.everything(uri));
      expect(client.publications).toBe(1);
    } finally {
      vi.useRealTimers();
    }
  });

  it('follow the settings that such a client sends', async () => {
    client = await new TestClient(PLAIN).start({ twir: { rules: { whitespace: 'off' } } });
    await client.open(BAD);
    const first = await client.pushed((params) => params.version === 1);
    expect(whitespace(first.diagnostics)).toEqual([]);
    await client.configure({ rules: { whitespace: 'error' } });
    await client.pushed(({ diagnostics }) => whitespace(diagnostics)[0]?.severity === 1);
  });
});

describe('a finding of several places', () => {
  const LIST = `${FRONT}## Updates from Rust Community\n\n### Research\n- [A](https://example.com/a)\n- [B](https://example.com/b)\n`;

  it('is one problem, with a hint and the fixes at the others', async () => {
    client = await new TestClient(VSCODE).start();
    const uri = await client.open(LIST);
    const report = await client.pull(uri);
    if (report.kind !== 'full') throw new Error('Expected a full report');
    const found = report.items.filter(({ code }) => code === 'list-bullet-style');
    expect(found.map(({ severity, range }) => [severity, range.start.line])).toEqual([
      [2, 8],
      [4, 9],
    ]);
    expect(found[1]!.relatedInformation).toMatchObject([{ location: { range: found[0]!.range } }]);
    const actions = await client.actions(uri, found[1]!.range, ['quickfix']);
    expect(actions.map(({ title }) => title)).toEqual(
      expect.arrayContaining(['Use * (all 2 places)', 'Use *']),
    );
    await client.apply(actions.find(({ title }) => title === 'Use *')!);
    expect(client.text(uri)).toBe(LIST.replace('- [B]', '* [B]'));
  });
});
