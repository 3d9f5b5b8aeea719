import { describe, expect, it } from 'vitest';
import { linkInstead } from '../../../server/src/newsletter/links/linkInstead';

describe('linkInstead', () => {
  it.each([
    ['[A post]: https://example.com/1', '[A post](https://example.com/1)'],
    ['A post (https://example.com/2)', '[A post](https://example.com/2)'],
    ['[A post (https://example.com/3)]', '[A post](https://example.com/3)'],
    ['(A post)(https://example.com/4)', '[A post](https://example.com/4)'],
    ['A post (https://example.com/my post)', '[A post](https://example.com/my%20post)'],
    ['[video] A talk - https://example.com/6', '[video] [A talk](https://example.com/6)'],
    ['[A post] https://example.com/7', '[A post](https://example.com/7)'],
    ['https://example.com/8: A post', '[A post](https://example.com/8)'],
    ['A post: https://example.com/9.', '[A post](https://example.com/9)'],
    ['The `f` of a trait (https://example.com/10)', '[The `f` of a trait](https://example.com/10)'],
    ['A trait (https://example.com/wiki/Trait_(types))', '[A trait](https://example.com/wiki/Trait_(types))'],
    ['［A post］（https://example.com/12）', '[A post](https://example.com/12)'],
    ['[A post]（https://example.com/13)', '[A post](https://example.com/13)'],
    ['A post（second part）: https://example.com/14', '[A post（second part）](https://example.com/14)'],
  ])('%s', (text, link) => expect(linkInstead(text)).toBe(link));

  it.each([
    'A post',
    'https://example.com/1',
    'One https://example.com/1 or the other https://example.com/2',
    'A command: `curl https://example.com/1`',
    'A ] post https://example.com/1',
  ])('leaves alone: %s', (text) => expect(linkInstead(text)).toBeUndefined());
});
