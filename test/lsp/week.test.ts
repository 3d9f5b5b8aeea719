import { afterEach, describe, expect, it } from 'vitest';
import type { TextDocumentEdit, TextEdit } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { CHANGES, CLIP, FILL, INSERT_CHANGES } from '../../server/src/protocol/week';
import { FRONT } from '../helpers/fixture';
import { TestClient, VSCODE } from './client';

const DRAFT = `${FRONT}## Crate of the Week\n\n<!-- COTW goes here -->\n\n## Updates from the Rust Project\n\n### Rust Compiler Performance Triage\n\n<!-- Perf results go here -->\n\n# Quote of the Week\n\n<!-- QOTW goes here -->\n`;
const REPORT = '# 2026-02-24 Triage Log\n\nA calm week.\n\n#### Regressions\n';

let client: TestClient;
afterEach(() => client.dispose());

async function opened(text = DRAFT, uri?: string): Promise<string> {
  client = await new TestClient(VSCODE).start();
  return client.open(text, uri);
}
const applied = (edits: readonly TextEdit[]) =>
  TextDocument.applyEdits(TextDocument.create('file:///a.md', 'markdown', 1, DRAFT), [...edits]);

describe('filling sections', () => {
  it('tells what goes where, for the version that was asked about', async () => {
    const uri = await opened();
    const filled = (await client.connection.sendRequest(FILL, { uri, text: REPORT }))!;
    expect(filled).toMatchObject({
      version: 1,
      sections: [{ title: 'Rust Compiler Performance Triage', state: 'filled' }],
      notes: [{ line: 5, message: 'Left out: the list of single changes' }],
    });
    const text = applied(filled.edits);
    expect(text).toContain('### Rust Compiler Performance Triage\n\nA calm week.\n\n[Full report here]');
  });

  it('has nothing to fill from without a checkout', async () => {
    const uri = await opened();
    expect(await client.connection.sendRequest(FILL, { uri })).toEqual({
      sections: [],
      notes: [],
      version: 1,
      edits: [],
    });
  });

  it('has no answer for other files', async () => {
    const uri = await opened('- a\n', 'file:///notes/todo.md');
    expect(await client.connection.sendRequest(FILL, { uri, text: REPORT })).toBeNull();
  });
});

describe('merged pull requests', () => {
  it('says why there are none where no git can be run', async () => {
    const uri = await opened();
    expect(await client.connection.sendRequest(CHANGES, { uri })).toEqual({
      changes: [],
      problems: ['Checkouts can only be read where git can be run'],
      checkouts: 0,
    });
  });

  it('are inserted in one versioned edit', async () => {
    const uri = await opened();
    const change = {
      id: 'rust-lang/cargo#1',
      title: 'clap',
      original: 'Clap',
      url: 'https://github.com/rust-lang/cargo/pull/1',
      section: 'project/cargo',
      group: 'Cargo',
      usual: true,
    };
    const result = await client.connection.sendRequest(INSERT_CHANGES, { uri, changes: [change] });
    const [edit] = result!.edit.documentChanges as TextDocumentEdit[];
    expect(edit!.textDocument).toEqual({ uri, version: 1 });
    expect(applied(edit!.edits as TextEdit[])).toContain(
      '#### Cargo\n* [clap](https://github.com/rust-lang/cargo/pull/1)\n\n### Rust Compiler',
    );
  });
});

describe('a post of the forum', () => {
  it('becomes the quote or the crate, with tab stops, in the place of the placeholder', async () => {
    const uri = await opened();
    const text = 'Clap.\nhttps://users.rust-lang.org/t/twir-quote-of-the-week/328/1900';
    const clip = (await client.connection.sendRequest(CLIP, { uri, text, kind: 'quote' }))!;
    expect(clip.range.start).toEqual(client.positionOf(uri, '<!-- QOTW'));
    expect(clip.snippet).toMatch(/^> Clap\.\n\n– \[\$\{2:name on place\}\]/);
    const crate = (await client.connection.sendRequest(CLIP, {
      uri,
      text: 'https://crates.io/crates/clapper',
      kind: 'crate',
    }))!;
    expect(crate.range.start).toEqual(client.positionOf(uri, '<!-- COTW'));
    expect(crate.snippet).toContain('[clapper](https://crates.io/crates/clapper)');
  });
});
