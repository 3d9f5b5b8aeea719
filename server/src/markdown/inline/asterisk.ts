import { emphasisStep, type Form, nextWhere, pair, sharedEnd, tripleForm } from './emphasis';

/** Emphasis with `*`, which may begin and end inside of words. */
export const asterisks = emphasisStep('*', (text): Form[] => {
  const next = nextWhere(text, (at) => text[at] === '*');
  const nextDouble = nextWhere(text, (at) => text[at] === '*' && text[at + 1] === '*');
  const nextTriple = nextWhere(
    text,
    (at) => text[at] === '*' && text[at + 1] === '*' && text[at + 2] === '*',
  );
  const isDouble = (at: number) => text[at] === '*' && text[at + 1] === '*';
  return [
    tripleForm(text, '*', next, nextDouble, 'emphasis'),
    tripleForm(text, '*', next, nextDouble, 'strong'),
    (at) => {
      if (!isDouble(at) || text[at + 2] === '*') return undefined;
      const middle = next(at + 2);
      if (middle < at + 3 || text[middle + 1] === '*') return undefined;
      const close = nextTriple(middle + 2);
      return close < 0 ? undefined : sharedEnd(at, middle, close);
    },
    (at) => {
      const close = isDouble(at) ? nextDouble(at + 3) : -1;
      return close < 0 ? undefined : pair(at, close, 2);
    },
    (at) => {
      const close = next(at + 1);
      return close < at + 2 ? undefined : pair(at, close, 1);
    },
  ];
});
