import { describe, expect, it } from 'vitest';
import { attributeSlip, spaceSlip } from '../../../server/src/newsletter/links/addressForm';

describe('attributeSlip', () => {
  it.each([
    ['"https://example.com/a"', 'https://example.com/a'],
    ['“https://example.com/a”', 'https://example.com/a'],
    ['https://example.com/a"target="_blank"', 'https://example.com/a'],
    ['https://example.com/a target=_blank rel="noopener noreferrer"', 'https://example.com/a'],
    ["href='https://example.com/a'", 'https://example.com/a'],
    ['<a href="https://example.com/a">', 'https://example.com/a'],
    ['https://example.com/a "A title"', 'https://example.com/a'],
    ["https://example.com/a ''", 'https://example.com/a'],
  ])('%s', (held, address) => {
    const slip = attributeSlip(held);
    expect(slip?.repairs[0]?.text).toBe(address);
    expect(slip?.sure).toBe(true);
  });

  it.each(['https://example.com/a', 'https://example.com/a?title=b', '"A title"'])(
    'leaves alone: %s',
    (held) => expect(attributeSlip(held)).toBeUndefined(),
  );
});

describe('spaceSlip', () => {
  it.each([
    ['https://example.com/my post', 'https://example.com/my%20post'],
    ['https://example.com/a/ post', 'https://example.com/a/post'],
    ['https://example.com/a -post', 'https://example.com/a-post'],
    ['https://example.com/a https://example.com/b', 'https://example.com/a'],
  ])('%s', (address, likeliest) => expect(spaceSlip(address)?.repairs[0]?.text).toBe(likeliest));

  it('leaves an address without a space alone', () => {
    expect(spaceSlip(' https://example.com/a ')).toBeUndefined();
  });
});
