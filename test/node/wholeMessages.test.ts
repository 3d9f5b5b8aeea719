import { PassThrough, Writable } from 'node:stream';
import { expect, test } from 'vitest';
import { WholeMessages } from '../../server/src/node/wholeMessages';

const write = (stream: Writable, part: string) =>
  new Promise<void>((resolve, reject) => stream.write(part, (error) => (error ? reject(error) : resolve())));

test('header and body of a message arrive together', async () => {
  const parts: string[] = [];
  const output = new PassThrough();
  output.on('data', (data) => parts.push(String(data)));
  const messages = new WholeMessages(output);
  for (const body of ['{}', '[]']) {
    await write(messages, 'Content-Length: 2\r\n\r\n');
    await write(messages, body);
  }
  expect(parts).toEqual(['Content-Length: 2\r\n\r\n{}', 'Content-Length: 2\r\n\r\n[]']);
});

test('what goes wrong with the output is told', async () => {
  const output = new Writable({ write: (_part, _encoding, done) => done(new Error('gone')) });
  const messages = new WholeMessages(output);
  const told: unknown[] = [];
  messages.on('error', (error) => told.push(error));
  await write(messages, 'Content-Length: 2\r\n\r\n');
  await expect(write(messages, '{}')).rejects.toThrow('gone');
  expect(String(told[0])).toContain('gone');
});
