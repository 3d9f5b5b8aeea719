import { PassThrough, Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { MessageOutput } from '../../server/src/node/messageOutput';

const message = (method: string) => ({ jsonrpc: '2.0', method });

test('header and body of a message arrive together, their length counted in bytes', async () => {
  const parts: string[] = [];
  const stream = new PassThrough();
  stream.on('data', (data) => parts.push(String(data)));
  const output = new MessageOutput(stream);
  await Promise.all([output.write(message('a')), output.write(message('ä🦀'))]);
  expect(parts).toEqual([
    'Content-Length: 30\r\n\r\n{"jsonrpc":"2.0","method":"a"}',
    'Content-Length: 35\r\n\r\n{"jsonrpc":"2.0","method":"ä🦀"}',
  ]);
});

test('what goes wrong with the output is told', async () => {
  const output = new MessageOutput(
    new Writable({ write: (_part, _encoding, done) => done(new Error('gone')) }),
  );
  const told: string[] = [];
  output.onError(([error]) => told.push(error.message));
  output.onClose(() => told.push('closed'));
  await expect(output.write(message('a'))).rejects.toThrow('gone');
  await new Promise(setImmediate);
  expect(told).toEqual(['gone', 'closed']);
});

test('the end of a connection ends the output', async () => {
  const stream = new PassThrough();
  new MessageOutput(stream).end();
  expect(stream.writableEnded).toBe(true);
});
