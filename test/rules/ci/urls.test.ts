import { expect, test } from 'vitest';
import { checkAddress } from '../../../server/src/rules/ci/address';
import { PythonError } from '../../../server/src/rules/ci/python/error';
import { parseQs, urlencode, urlsplit } from '../../../server/src/rules/ci/python/urls';

const simplified: readonly [address: string, simplified: string][] = [
  ['https://example.com', 'https://example.com/'],
  ['https://example.com/a//b/', 'https://example.com/a/b/'],
  ['https://example.com/a?q=a%20b', 'https://example.com/a?q=a+b'],
  ["https://example.com/a?q=a,b:c/d'", 'https://example.com/a?q=a%2Cb%3Ac%2Fd%27'],
  ['https://example.com/a?b=&c', 'https://example.com/a'],
  ['https://example.com/a?x=1&y=2&x=3', 'https://example.com/a?x=1&x=3&y=2'],
  ['https://example.com/a?utm_source=b&UTM_SOURCE=c', 'https://example.com/a?UTM_SOURCE=c'],
  ['https://example.com/a?utm%5Fmedium=b#c', 'https://example.com/a#c'],
  ['https://example.com/a?x=%C3ü', 'https://example.com/a?x=%EF%BF%BD%C3%BC'],
  ['https://example.com/a?x=1;y=2', 'https://example.com/a?x=1%3By%3D2'],
  ['HTTPS://Example.com/a#', 'https://Example.com/a'],
  ['  https://example.com/\ta', 'https://example.com/a'],
  ['/a', 'a'],
  ['', '/'],
  ['mailto:a@example.com', 'mailto:a@example.com'],
  ['https:/example.com/a', 'https:///example.com/a'],
];

test.each(simplified)('CI writes %j as %j', (address, expected) => {
  expect(checkAddress(address).simplified).toBe(expected);
});

test('pages are compared without trailing slash, tracking, and the difference between http and https', () => {
  const key = checkAddress('http://example.com/a//?utm_source=b#c').key;
  expect(key).toBe('https://example.com/a#c');
  expect(checkAddress('https://www.example.com/a#c').key).not.toBe(key);
});

test.each(['https://[::1', 'https://[1.2.3.4]/', 'https://[::1::2]/', 'https://a℀b.example/'])(
  'Python refuses the host of %s',
  (address) => {
    expect(() => urlsplit(address)).toThrow(PythonError);
  },
);

test.each([
  'https://[::1]/',
  'https://[1:2:3:4:5:6:1.2.3.4]/',
  'https://[fe80::1%25eth0]/',
  'https://[v1.x]/',
])('Python takes the host of %s', (address) => {
  expect(() => urlsplit(address)).not.toThrow();
});

/**
 * The same from Python's documentation by another way: characters are taken one by one, bytes are put together by
 * hand, and an ordered list of pairs stands where the other has a map.
 */
function reference(query: string): string {
  const pairs: [string, string[]][] = [];
  for (const field of query.split('&')) {
    const equals = [...field].indexOf('=');
    const name = equals < 0 ? '' : [...field].slice(0, equals).join('');
    const value = equals < 0 ? '' : [...field].slice(equals + 1).join('');
    if (value === '') continue;
    const known = pairs.find(([key]) => key === unquoted(name));
    if (known) known[1].push(unquoted(value));
    else pairs.push([unquoted(name), [unquoted(value)]]);
  }
  let result = '';
  for (const [name, values] of pairs)
    for (const value of values) result += `${result && '&'}${quoted(name)}=${quoted(value)}`;
  return result;
}

function unquoted(text: string): string {
  let result = '';
  let bytes: number[] = [];
  const flush = () => {
    result += Buffer.from(bytes).toString('utf8');
    bytes = [];
  };
  const characters = [...text];
  for (let at = 0; at < characters.length; at++) {
    const character = characters[at]!;
    const digits = `${characters[at + 1] ?? ''}${characters[at + 2] ?? ''}`;
    if (character === '+') bytes.push(32);
    else if (character === '%' && digits.length === 2 && [...digits].every(isHexadecimal)) {
      bytes.push(Number(`0x${digits}`));
      at += 2;
    } else if (character.codePointAt(0)! < 128) bytes.push(character.codePointAt(0)!);
    else {
      flush();
      result += character;
    }
  }
  flush();
  return result;
}

function isHexadecimal(digit: string): boolean {
  return '0123456789abcdefABCDEF'.includes(digit);
}

function quoted(text: string): string {
  let result = '';
  for (const byte of Buffer.from(text, 'utf8')) {
    const character = String.fromCharCode(byte);
    const plain = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~'.includes(character);
    if (plain) result += character;
    else if (byte === 32) result += '+';
    else result += `%${byte < 16 ? '0' : ''}${byte.toString(16).toUpperCase()}`;
  }
  return result;
}

test('queries are written anew as a second implementation writes them', () => {
  const parts =
    '& & = = % %2 %C3 %BC %E2%82%AC %zz %00 %2B %26 %3D %ED%A0%80 %F0%9F + ; : / ? @ ! \' ( ) * ~ - _ . , $ | { } [ ] " \\ ü € 😀 a b 1 utm x%20y'.split(
      ' ',
    );
  let seed = 20_260_826;
  const random = () => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return seed / 2 ** 32;
  };
  for (let round = 0; round < 20_000; round++) {
    let query = '';
    for (let length = Math.floor(random() * 12); length >= 0; length--)
      query += parts[Math.floor(random() * parts.length)]!;
    expect(urlencode(parseQs(query)), query).toBe(reference(query));
  }
});
