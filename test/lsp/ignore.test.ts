import { afterEach, describe, expect, it } from 'vitest';
import type { CodeAction } from 'vscode-languageserver-protocol/node';
import { FRONT } from '../cli/twir';
import { DRAFT_URI } from '../helpers/fixture';
import { TestClient, VSCODE } from './client';

const LINE = 'Text with a blank at its end.';
const TEXT = `${FRONT}## Updates from Rust Community\n\n${LINE} \n`;
const CONFIG = DRAFT_URI.replace(/\/draft\/[^/]*$/, '/.twir.json');

let client: TestClient;
afterEach(() => client.dispose());

async function offered(commands: boolean): Promise<CodeAction[]> {
  client = await new TestClient(VSCODE).start({ files: true, commands });
  const uri = await client.open(TEXT);
  const at = client.positionOf(uri, LINE, LINE.length);
  const actions = await client.actions(uri, { start: at, end: at });
  return actions.filter(({ title }) => /^(?:Ignore|Switch off)/.test(title));
}

describe('living with a finding', () => {
  it('is for the author alone or for everyone, and says so', async () => {
    const [own, everyone, rule] = await offered(true);
    expect(own!.title).toBe('Ignore this finding of whitespace only for me, in the settings');
    expect(own!.edit).toBeUndefined();
    expect(own!.command).toMatchObject({
      command: 'twir.ignoreForMe',
      arguments: [{ rule: 'whitespace', line: LINE }],
    });
    expect(everyone!.title).toBe('Ignore this finding of whitespace for everyone, in .twir.json');
    expect(everyone!.edit?.documentChanges).toHaveLength(2);
    expect(everyone!.command).toMatchObject({
      command: 'twir.configChanged',
      arguments: [{ uri: CONFIG, before: null }],
    });
    expect(rule!.title).toBe('Switch off whitespace for everyone, in .twir.json');
    expect(rule!.command?.command).toBe('twir.configChanged');
  });

  it('is an edit of the file for clients without our commands', async () => {
    const actions = await offered(false);
    expect(actions.map(({ title }) => title.replace(/ for everyone.*/, ''))).toEqual([
      'Ignore this finding of whitespace',
      'Switch off whitespace',
    ]);
    for (const { edit, command } of actions) {
      expect(edit?.documentChanges).toHaveLength(2);
      expect(command).toBeUndefined();
    }
  });

  it('is kept in the settings for the author alone', async () => {
    client = await new TestClient(VSCODE).start({ files: true });
    const uri = await client.open(TEXT);
    expect(await client.rules(uri)).toContain('whitespace');
    await client.configure({ ignore: [{ rule: 'whitespace', line: `  ${LINE}` }, 3, { rule: 'x' }] });
    expect(await client.rules(uri)).not.toContain('whitespace');
  });
});
