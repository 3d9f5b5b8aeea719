import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type {
  CodeAction,
  CompletionItem,
  Diagnostic,
  Position,
  Range,
  TextEdit,
} from 'vscode-languageserver-protocol/node';
import type { Encoding } from '../../server/src/lsp/positions';
import { DRAFT_URI } from '../helpers/fixture';
import { TestClient, VSCODE } from './client';

const LINES = [
  'Title: This Week in Rust 640',
  'Number: 640',
  'Date: 2026-02-25',
  'Category: This Week in Rust',
  '',
  '## Updates from Rust Community',
  '',
  '### Observations/Thoughts',
  '',
  '* 🦀🦀 [錆びた蟹 – öfter](https://example.com/crab?utm_source=feed)',
  '* عنوان 👩🏽‍💻 [Zwei](https://example.com/two)  ',
  '* é🏳️‍🌈 [Drei](https://example.com/three)',
  '',
];

/** What a client that counts so takes for the part of a line; written with what the platform has. */
const CUT: Readonly<Record<Encoding, (line: string, start: number, end: number) => string>> = {
  'utf-8': (line, start, end) => Buffer.from(line).subarray(start, end).toString(),
  'utf-16': (line, start, end) => line.slice(start, end),
  'utf-32': (line, start, end) => [...line].slice(start, end).join(''),
};
const LENGTH: Readonly<Record<Encoding, (text: string) => number>> = {
  'utf-8': (text) => Buffer.byteLength(text),
  'utf-16': (text) => text.length,
  'utf-32': (text) => [...text].length,
};

describe.each<Encoding>(['utf-8', 'utf-16', 'utf-32'])('a client that counts in %s', (encoding) => {
  const cut = CUT[encoding];
  const length = LENGTH[encoding];
  let client: TestClient;
  let lines: string[];
  beforeEach(async () => {
    lines = [...LINES];
    client = await new TestClient({ ...VSCODE, general: { positionEncodings: [encoding] } }).start();
    await client.open(lines.join('\n'));
  });
  afterEach(() => client.dispose());

  const textDocument = { uri: DRAFT_URI };
  const placeOf = (line: number, part: string): Position => {
    const at = lines[line]!.indexOf(part);
    if (at < 0) throw new Error(`Expected ${part} in line ${line}`);
    return { line, character: length(lines[line]!.slice(0, at)) };
  };
  const textOf = ({ start, end }: Range) => {
    if (start.line !== end.line) throw new Error('Expected a range in one line');
    return cut(lines[start.line]!, start.character, end.character);
  };
  const findings = async () => {
    const report = await client.pull(DRAFT_URI);
    if (report.kind !== 'full') throw new Error('Expected a full report');
    return report.items;
  };
  const found = (items: readonly Diagnostic[], rule: string) =>
    items.filter(({ code }) => code === rule).map(({ range }) => textOf(range));
  /** Types, as the client counts. */
  const type = async (range: Range, text: string) => {
    const line = lines[range.start.line]!;
    lines[range.start.line] =
      cut(line, 0, range.start.character) + text + cut(line, range.end.character, length(line));
    await client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: DRAFT_URI, version: lines.join('').length },
      contentChanges: [{ range, text }],
    });
  };
  const applied = (edits: readonly TextEdit[]) => {
    const text = [...lines];
    for (const { range, newText } of [...edits].reverse()) {
      const first = text[range.start.line]!;
      const last = text[range.end.line]!;
      const changed =
        cut(first, 0, range.start.character) + newText + cut(last, range.end.character, length(last));
      text.splice(range.start.line, range.end.line - range.start.line + 1, ...changed.split('\n'));
    }
    return text;
  };

  it('is told so', () => {
    expect(client.initialized?.capabilities.positionEncoding).toBe(encoding);
  });

  it('finds findings, hovers and symbols where they are', async () => {
    const items = await findings();
    expect(found(items, 'whitespace')).toEqual(['  ']);
    expect(found(items, 'link-tracking')).toEqual(['utm_source=feed']);
    const hover = await client.connection.sendRequest<{ range: Range }>('textDocument/hover', {
      textDocument,
      position: placeOf(9, 'utm'),
    });
    expect(textOf(hover.range)).toBe('utm_source=feed');
  });

  it('is understood when it types, several times in one notification', async () => {
    await type({ start: placeOf(11, 'Drei'), end: placeOf(11, '](https') }, '三 🦀');
    await type({ start: placeOf(9, '蟹'), end: placeOf(9, ' –') }, '💥');
    const at = placeOf(11, '[三');
    lines[11] = lines[11]!.replace('[三', '𝕏Y[三');
    await client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: DRAFT_URI, version: 1000 },
      contentChanges: [
        { range: { start: at, end: at }, text: '𝕏' },
        {
          range: {
            start: { line: 11, character: at.character + length('𝕏') },
            end: { line: 11, character: at.character + length('𝕏') },
          },
          text: 'Y',
        },
      ],
    });
    const page = await client.connection.sendRequest<unknown>('twir/render', { uri: DRAFT_URI });
    expect(JSON.stringify(page)).toContain('𝕏Y<a href=\\"https://example.com/three\\">三 🦀</a>');
    expect(JSON.stringify(page)).toContain('錆びた💥 – öfter');
  });

  it('gets edits that fit', async () => {
    const range = { start: placeOf(9, 'utm'), end: placeOf(9, 'utm') };
    const actions = await client.actions(DRAFT_URI, range, ['quickfix']);
    const fix = actions.find(({ diagnostics }) => diagnostics?.[0]?.code === 'link-tracking')!;
    const resolved = await client.connection.sendRequest<CodeAction>('codeAction/resolve', fix);
    const [change] = resolved.edit!.documentChanges as { edits: TextEdit[] }[];
    expect(applied(change!.edits)[9]).toBe('* 🦀🦀 [錆びた蟹 – öfter](https://example.com/crab)');
    const options = { tabSize: 4, insertSpaces: true };
    const edits = await client.connection.sendRequest<TextEdit[]>('textDocument/formatting', {
      textDocument,
      options,
    });
    expect(applied(edits)).toContain('* عنوان 👩🏽‍💻 [Zwei](https://example.com/two)');
  });

  it('gets completions that replace what is typed', async () => {
    lines.push('## Upcoming Events', '', '### Europe', '', '* 2026-02-27 | 🦀 Zürich, CH | Rust');
    const line = lines.length - 1;
    await client.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: DRAFT_URI, version: 2 },
      contentChanges: [{ text: lines.join('\n') }],
    });
    const end = { line, character: length(lines[line]!) };
    await type({ start: end, end }, ' Zür');
    const items = await client.connection.sendRequest<CompletionItem[]>('textDocument/completion', {
      textDocument,
      position: { line, character: length(lines[line]!) },
    });
    const { textEdit } = items.find(({ detail }) => detail === 'Zurich, CH')!;
    expect(textOf((textEdit as TextEdit).range)).toBe('Rust Zür');
  });
});
