import { describe, expect, it } from 'vitest';
import { Framing } from '../../server/src/node/framing';

const message = (body: string) => `Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
const LOST: readonly [string, string, string][] = [
  ['a negative length', 'Content-Length: -5\r\n\r\n', 'a message of -5 bytes'],
  ['a length of terabytes', 'content-length: 99999999999999\r\n\r\n', 'a message of 99999999999999 bytes'],
  ['a header without end', 'X'.repeat(100_000), 'a header of more than 16384 bytes'],
];
const SOUND: readonly [string, string][] = [
  ['messages', message('{"a":"ä🦀"}') + message('') + message('{}')],
  ['another header', `Content-Type: application/vscode-jsonrpc; charset=utf-8\r\n${message('{}')}`],
  ['what looks like a header in a body', message('Content-Length: -5\r\n\r\n')],
  ['a length that is no number', 'Content-Length: x\r\n\r\n'],
  ['no length', `X: 1\r\n\r\n${message('{}')}`],
  ['a long body', message('x'.repeat(100_000))],
];
/** Reads some bytes at a time. @returns the first thing that is wrong */
function read(text: string, step: number): string | undefined {
  const framing = new Framing();
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += step) {
    const wrong = framing.next(bytes.subarray(at, at + step));
    if (wrong !== undefined) return wrong;
  }
  return undefined;
}

describe.each([1, 3, 1000, 1_000_000])('framing, read %d bytes at a time', (step) => {
  it.each(LOST)('%s is told', (_, text, problem) => {
    expect(read(text, step)).toBe(problem);
    expect(read(message('{}') + text, step)).toBe(problem);
  });

  it.each(SOUND)('%s: nothing is wrong', (_, text) => {
    expect(read(text, step)).toBeUndefined();
    // Nor is the place of the next message lost.
    expect(read(text + LOST[0]![1], step)).toBe(LOST[0]![2]);
  });
});
