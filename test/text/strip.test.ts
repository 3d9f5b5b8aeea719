import { expect, it } from 'vitest';
import { strip, stripEnd } from '../../server/src/text/strip';

it.each([
  ['', '', ''],
  ['a', 'a', 'a'],
  ['**a*b**', '**a*b', 'a*b'],
  ['***', '', ''],
])('%j ends without asterisks', (text, atEnd, atBoth) => {
  expect(stripEnd(text, /\*/)).toBe(atEnd);
  expect(strip(text, /\*/)).toBe(atBoth);
});

it('goes on in time where a text is full of what goes', () => {
  const text = '*'.repeat(1_000_000);
  expect(strip(`${text}a${text}b${text}`, /\*/)).toBe(`a${text}b`);
});
