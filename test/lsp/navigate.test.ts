import { afterEach, describe, expect, it } from 'vitest';
import type {
  CodeLens,
  Location,
  Range,
  SelectionRange,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { TestClient, VSCODE } from './client';

const FRONT = 'Title: This Week in Rust\nNumber: 640\nDate: 2026-02-25\nCategory: This Week in Rust\n\n';
const TEXT = `${FRONT}## Updates from Rust Community

### Official
* [A post](https://example.com/a)
* [The same post](https://www.example.com/a/?utm_source=feed)
* [An old post](https://example.com/old)

### Project/Tooling Updates
* [By label][post], [post], [post][] and [another][]

[post]: https://example.com/post
[another]: https://example.com/another

## Upcoming Events

### Virtual
* 2026-02-20 | Virtual | [Rust Somewhere](https://example.com/somewhere)
    * [**A past evening**](https://example.com/past)
* 2026-03-05 | Hybrid (Oslo, NO) | [Rust Oslo](https://example.com/oslo)
    * [**An evening of Rust**](https://example.com/evening)

### Europe
* 2026-03-05 | Hybrid (Oslo, NO) | [Rust Oslo](https://example.com/oslo)
    * [**An evening of Rust**](https://example.com/evening)
`;
const EARLIER = `${FRONT.replace('640', '639').replace('2026-02-25', '2026-02-18')}## Updates from Rust Community

### Official
* [An older title](https://example.com/old)
`;

let client: TestClient;
afterEach(() => client.dispose());

async function open(options?: object, text = TEXT, uri?: string): Promise<string> {
  client = await new TestClient(VSCODE).start(options);
  return client.open(text, uri);
}

function ask<T>(method: string, uri: string, more: object = {}): Promise<T> {
  return client.connection.sendRequest(method, { textDocument: { uri }, ...more });
}

/** What stands in a range. */
function slice(uri: string, range: Range): string {
  return TextDocument.create(uri, 'markdown', 1, client.text(uri)).getText(range);
}

const texts = (uri: string, places: readonly { range: Range }[] | null) =>
  (places ?? []).map(({ range }) => slice(uri, range));

describe('links', () => {
  it('are addresses, labels and definitions', async () => {
    const uri = await open();
    const links = await ask<{ range: Range; target: string }[]>('textDocument/documentLink', uri);
    const found = links.map(({ range, target }) => [slice(uri, range), target]);
    expect(found).toContainEqual(['https://example.com/a', 'https://example.com/a']);
    expect(found).toContainEqual(['post', 'https://example.com/post']);
    expect(found).toContainEqual(['https://example.com/post', 'https://example.com/post']);
  });

  it('lead nowhere from what is no address', async () => {
    const uri = await open(
      {},
      `${FRONT}## Jobs\n* [A](TODO) and [B](<!-- later -->) and [C](javascript:alert(1))\n`,
    );
    expect(await ask('textDocument/documentLink', uri)).toEqual([]);
  });
});

describe('definition', () => {
  const definition = (uri: string, part: string, by = 1) =>
    ask<Location[]>('textDocument/definition', uri, { position: client.positionOf(uri, part, by) });

  it('of a label', async () => {
    const uri = await open();
    expect(texts(uri, await definition(uri, '[By label][post]', 12))).toEqual([
      '[post]: https://example.com/post',
    ]);
  });

  it('of a page that stands twice: its first place', async () => {
    const uri = await open();
    expect(texts(uri, await definition(uri, 'The same post'))).toEqual(['https://example.com/a']);
    expect(await definition(uri, 'A post')).toEqual([]);
  });

  it('of a page that an earlier issue had', async () => {
    client = await new TestClient(VSCODE).start({ files: true });
    const earlier = 'file:///twir/content/2026-02-18-this-week-in-rust.md';
    client.files.set(earlier, EARLIER);
    client.files.set('file:///twir/draft/DRAFT_TEMPLATE', '## Updates from Rust Community\n');
    const uri = await client.open(TEXT);
    await ask('textDocument/references', uri, {
      position: { line: 0, character: 0 },
      context: { includeDeclaration: false },
    });
    expect(await definition(uri, 'An old post')).toMatchObject([
      { uri: earlier, range: { start: { line: 8 } } },
    ]);
    const references = await ask<Location[]>('textDocument/references', uri, {
      position: client.positionOf(uri, 'An old post'),
      context: { includeDeclaration: false },
    });
    expect(references.map((place) => place.uri)).toEqual([uri, earlier]);
  });

  it('of one copy of a hybrid event: the other', async () => {
    const uri = await open();
    const [twin] = await definition(uri, 'Hybrid (Oslo');
    expect(twin?.range.start).toEqual(client.positionOf(uri, '### Europe\n', '### Europe\n'.length));
    const [back] = await definition(uri, '### Europe\n* 2026', 16);
    expect(back?.range.start).toEqual(client.positionOf(uri, '* 2026-03-05'));
  });
});

describe('references and marks', () => {
  it('of a label, of a page, of a group', async () => {
    const uri = await open();
    const references = async (part: string, by: number, includeDeclaration = true) =>
      texts(
        uri,
        await ask<Location[]>('textDocument/references', uri, {
          position: client.positionOf(uri, part, by),
          context: { includeDeclaration },
        }),
      );
    expect(await references('[post]: ', 1)).toEqual([
      'post',
      'post',
      'post',
      '[post]: https://example.com/post',
    ]);
    expect(await references('[post]: ', 1, false)).toHaveLength(3);
    expect(await references('A post', 1)).toEqual([
      'https://example.com/a',
      'https://www.example.com/a/?utm_source=feed',
    ]);
    expect(await references('Rust Oslo', 1)).toEqual([
      'https://example.com/oslo',
      'https://example.com/oslo',
    ]);
  });

  it('are marked in the text, unless alone', async () => {
    const uri = await open();
    const marks = async (part: string) =>
      texts(
        uri,
        await ask<{ range: Range }[]>('textDocument/documentHighlight', uri, {
          position: client.positionOf(uri, part, 1),
        }),
      );
    expect(await marks('The same post')).toHaveLength(2);
    expect(await marks('An old post')).toEqual([]);
  });
});

describe('rename', () => {
  const rename = (uri: string, part: string, by: number, newName: string) =>
    ask<WorkspaceEdit | null>('textDocument/rename', uri, {
      position: client.positionOf(uri, part, by),
      newName,
    });

  it('gives a label another name and readers the same text', async () => {
    const uri = await open();
    const position = client.positionOf(uri, '[By label][post]', 12);
    const range = await ask<Range>('textDocument/prepareRename', uri, { position });
    expect(slice(uri, range)).toBe('post');
    const edit = await rename(uri, '[By label][post]', 12, 'Letter');
    await client.apply({ title: 'Rename', edit: edit! });
    expect(client.text(uri)).toContain(
      '* [By label][Letter], [post][Letter], [post][Letter] and [another][]\n\n[Letter]: https://example.com/post\n',
    );
  });

  it('is for labels only, and takes no name that is in use', async () => {
    const uri = await open();
    expect(
      await ask('textDocument/prepareRename', uri, { position: client.positionOf(uri, 'A post', 1) }),
    ).toBeNull();
    await expect(rename(uri, '[post]: ', 2, 'Another')).rejects.toThrow(
      'There is a definition of “Another” already',
    );
    await expect(rename(uri, '[post]: ', 2, 'a]b')).rejects.toThrow('no brackets');
  });
});

describe('selections', () => {
  it('grow from the text of a link to the whole issue', async () => {
    const uri = await open();
    const [first] = await ask<SelectionRange[]>('textDocument/selectionRange', uri, {
      positions: [client.positionOf(uri, 'An evening', 2)],
    });
    const chain: string[] = [];
    for (let at: SelectionRange | undefined = first; at; at = at.parent) chain.push(slice(uri, at.range));
    expect(chain[0]).toBe('**An evening of Rust**');
    expect(chain[1]).toBe('[**An evening of Rust**](https://example.com/evening)');
    expect(chain).toContainEqual(expect.stringMatching(/^\* 2026-03-05 .*\n.*evening\)$/));
    expect(chain).toContainEqual(expect.stringMatching(/^### Virtual\n/));
    expect(chain.at(-1)).toBe(TEXT);
    for (const [n, inner] of chain.slice(0, -1).entries()) expect(chain[n + 1]).toContain(inner);
  });
});

describe('what there is to do at a section', () => {
  const lenses = async (uri: string) =>
    (await ask<CodeLens[]>('textDocument/codeLens', uri)).map(({ range, command }) => [
      slice(uri, range),
      command?.title,
    ]);

  it('is shown to clients with our commands', async () => {
    const uri = await open({ commands: true });
    expect(await lenses(uri)).toEqual([
      ['### Official', 'Add a link'],
      ['### Project/Tooling Updates', 'Add a link'],
      ['## Upcoming Events', 'Add an event'],
      ['## Upcoming Events', 'Organize: 1 past'],
      ['### Virtual', 'Add an event'],
      ['### Europe', 'Add an event'],
    ]);
    const [first] = await ask<CodeLens[]>('textDocument/codeLens', uri);
    expect(first?.command).toMatchObject({
      command: 'twir.submitLink',
      arguments: [{ uri, section: 'community/official' }],
    });
    client.dispose();
    await open();
    expect(client.initialized?.capabilities.codeLensProvider).toBeUndefined();
  });

  it('is nothing in published issues, closed sections, or when the settings say so', async () => {
    await open({ commands: true });
    const published = await client.open(TEXT, 'file:///twir/content/2026-02-25-this-week-in-rust.md');
    expect(await lenses(published)).toEqual([]);
    const late = await client.open(
      TEXT.replaceAll('2026-02-25', '2026-08-19'),
      'file:///twir/draft/2026-08-19-this-week-in-rust.md',
    );
    expect((await lenses(late)).map(([heading]) => heading)).not.toContain('### Project/Tooling Updates');
    await client.configure({ codeLens: false });
    expect(await lenses(late)).toEqual([]);
  });
});

describe('what an editor has by itself', () => {
  it('is left to it: the outline, and mistakes in a configuration that is open', async () => {
    const config = 'file:///twir/.twir.json';
    client = await new TestClient(VSCODE).start({ files: true, brings: { outline: true, schema: true } });
    expect(client.initialized?.capabilities.documentSymbolProvider).toBeUndefined();
    client.files.set(config, '{"stag": "draft"}');
    client.files.set('file:///twir/draft/DRAFT_TEMPLATE', '## Jobs\n');
    const uri = await client.open(TEXT);
    await client.pull(uri);
    const told = await client.pushed((params) => params.uri === config);
    expect(told.diagnostics).toHaveLength(1);
    await client.open('{"stag": "draft"}', config);
    await client.pushed((params) => params.uri === config && params.diagnostics.length === 0);
  });
});

it('says no to all of it in other files', async () => {
  const uri = await open({ commands: true }, '# Notes\n\n[a]: https://example.com/a\n', 'file:///notes/a.md');
  const position = { line: 2, character: 1 };
  const context = { includeDeclaration: true };
  for (const method of ['documentLink', 'codeLens'])
    expect(await ask(`textDocument/${method}`, uri)).toEqual([]);
  for (const method of ['definition', 'references', 'documentHighlight', 'prepareRename'])
    expect(await ask(`textDocument/${method}`, uri, { position, context })).toBeNull();
  expect(await ask('textDocument/selectionRange', uri, { positions: [position] })).toBeNull();
  expect(await ask('textDocument/rename', uri, { position, newName: 'b' })).toBeNull();
});
