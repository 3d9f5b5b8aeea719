import { emphasisStep, type Form, nextWhere, pair, sharedEnd, tripleForm } from './emphasis';

const WORD = /[\p{L}\p{N}_]/u;

/** Emphasis with `_`: single and double ones only around words, so `snake_case_name` stays. */
export const underscores = emphasisStep('_', (text): Form[] => {
  const isWord = (at: number) => at >= 0 && at < text.length && WORD.test(text[at]!);
  const isMarker = (at: number) => text[at] === '_';
  const next = nextWhere(text, isMarker);
  const nextDouble = nextWhere(text, (at) => isMarker(at) && isMarker(at + 1));
  const nextOpening = nextWhere(text, (at) => isMarker(at) && !isMarker(at + 1) && !isWord(at - 1));
  const closes = (at: number, size: number) => {
    for (let offset = 0; offset < size; offset++) if (!isMarker(at + offset)) return false;
    return !isWord(at + size);
  };
  const nextClose = nextWhere(text, (at) => closes(at, 1) && !isMarker(at - 1));
  const nextDoubleClose = nextWhere(text, (at) => closes(at, 2) && !isMarker(at - 1));
  const nextTripleClose = nextWhere(text, (at) => closes(at, 3));
  const opens = (at: number, size: 1 | 2) =>
    isMarker(at) && (size === 1 || isMarker(at + 1)) && !isMarker(at + size) && !isWord(at - 1);
  return [
    tripleForm(text, '_', next, nextDouble, 'emphasis'),
    tripleForm(text, '_', next, nextDouble, 'strong'),
    (at) => {
      const middle = opens(at, 2) ? nextOpening(at + 3) : -1;
      const close = middle < 0 ? -1 : nextTripleClose(middle + 2);
      return close < 0 ? undefined : sharedEnd(at, middle, close);
    },
    (at) => {
      const close = opens(at, 2) ? nextDoubleClose(at + 3) : -1;
      return close < 0 ? undefined : pair(at, close, 2);
    },
    (at) => {
      const close = opens(at, 1) ? nextClose(at + 2) : -1;
      return close < 0 ? undefined : pair(at, close, 1);
    },
  ];
});
