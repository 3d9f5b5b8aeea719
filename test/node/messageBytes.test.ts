import { expect, test } from 'vitest';
import type { Message } from 'vscode-languageserver';
import { MessageBytes } from '../../server/src/node/messageBytes';

const diagnostic = (line: number, message: string) => ({
  range: { start: { line, character: 0 }, end: { line, character: 3 } },
  message,
  code: undefined,
});
const pulled = (...items: object[]): Message =>
  ({ jsonrpc: '2.0', id: 1, result: { kind: 'full', resultId: '“1”', items } }) as Message;
const pushed = (...diagnostics: object[]): Message =>
  ({
    jsonrpc: '2.0',
    method: 'textDocument/publishDiagnostics',
    params: { uri: 'file:///ä', version: 1, diagnostics },
  }) as Message;

const outlined = (...names: string[]): Message =>
  ({
    jsonrpc: '2.0',
    id: 1,
    result: names.map((name) => ({ name, selectionRange: {}, children: [] })),
  }) as Message;

/** What a client gets without anything kept. */
function plain(message: Message): string {
  const body = JSON.stringify(message);
  return `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

const hard = ['plain', '“quotes” "and" \\', '🦀', 'half \ud83e of a pair \udd80', 'a\u2028b\n\t\u0000', ''];
const list = hard.map((message, line) => diagnostic(line, message));

test('told diagnostics are the bytes of JSON, the first time and again', () => {
  const bytes = new MessageBytes();
  for (const items of [list, list, [...list.slice(3), diagnostic(9, 'new ä'), list[0]!], [list[2]!]])
    for (const message of [pulled(...items), pushed(...items)])
      expect(bytes.of(message).toString()).toBe(plain(message));
});

test('an outline is the bytes of JSON, the first time and again', () => {
  const bytes = new MessageBytes();
  const outline = outlined(...hard);
  for (const message of [outline, outline, outlined('other')])
    expect(bytes.of(message).toString()).toBe(plain(message));
});

test('diagnostics that were told are not read again', () => {
  const bytes = new MessageBytes();
  const known = diagnostic(1, 'said');
  bytes.of(pulled(known));
  known.message = 'never';
  expect(bytes.of(pushed(known)).toString()).toContain('said');
});

test.each<[string, object]>([
  ['none told', pulled()],
  ['a list that does not end the report', { id: 1, result: { kind: 'full', items: list, resultId: '1' } }],
  ['a report that does not end the answer', { result: { kind: 'full', items: list }, id: 1 }],
  ['an unchanged report', { id: 1, result: { kind: 'unchanged', resultId: '1' } }],
  ['completions', { id: 1, result: { isIncomplete: false, items: [{ label: 'ä🦀' }] } }],
  ['no result', { id: 1, result: null }],
  ['an empty outline', { id: 1, result: [] }],
  ['words', { id: 1, result: ['ä🦀'] }],
  ['nothings', { id: 1, result: [null] }],
  ['code actions', { id: 1, result: [{ title: 'ä🦀' }] }],
  ['another list of diagnostics', { method: 'other', params: { diagnostics: list } }],
])('any other message is written as JSON: %s', (_, message) => {
  const told = { jsonrpc: '2.0', ...message } as Message;
  expect(new MessageBytes().of(told).toString()).toBe(plain(told));
});
