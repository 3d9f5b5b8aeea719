import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import type { Message } from 'vscode-languageserver/node';
import { MessageInput } from '../../server/src/node/messageInput';

const framed = (body: string) => `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;

/** What is told of some input, in order. */
async function told(text: string): Promise<unknown[]> {
  const all: unknown[] = [];
  const stream = new PassThrough();
  const input = new MessageInput(stream, (problem) => all.push(`lost: ${problem}`));
  input.onError((error) => all.push(error.message));
  input.onClose(() => all.push('closed'));
  input.listen((message) => all.push((message as Message & { method: string }).method));
  stream.end(text);
  await new Promise((done) => stream.on('close', done));
  return all;
}

test('messages are read in order, and the end is told', async () => {
  const messages = ['a', 'ä🦀'].map((method) => framed(JSON.stringify({ jsonrpc: '2.0', method })));
  expect(await told(messages.join(''))).toEqual(['a', 'ä🦀', 'closed']);
});

test('what cannot be read is told, and the next message is read', async () => {
  const sound = framed('{"method":"a"}');
  const all = await told(`${framed('{')}${sound}X: 1\r\n\r\n${sound}`);
  expect(all).toEqual([
    expect.stringContaining('JSON'),
    'a',
    'A header has no Content-Length',
    'a',
    'closed',
  ]);
});

test('a length that cannot be right is told', async () => {
  expect(await told('Content-Length: -5\r\n\r\n')).toEqual(['lost: a message of -5 bytes', 'closed']);
});

test('after the end of listening nothing is told', async () => {
  const stream = new PassThrough();
  const all: Message[] = [];
  new MessageInput(stream, () => {}).listen((message) => all.push(message)).dispose();
  stream.resume().end(framed('{}'));
  await new Promise((done) => stream.on('close', done));
  expect(all).toEqual([]);
});
