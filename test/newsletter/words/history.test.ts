import { describe, expect, it } from 'vitest';
import { WordHistory } from '../../../server/src/newsletter/words/history';

const DAYS = [1, 2, 3, 4, 5, 6, 7, 8].map((day) => `2026-01-0${day}`);
const UNKNOWN = { has: () => false };

function historyOf(text: string, days = DAYS): WordHistory {
  const history = new WordHistory();
  // As a checkout reads them: the latest first.
  for (const day of [...days].reverse()) history.add(day, text);
  return history;
}

describe('words of earlier issues', () => {
  it.each([
    ['a letter too many', 'userful', 'useful'],
    ['a letter too few', 'usful', 'useful'],
    ['another letter', 'usefil', 'useful'],
    ['two letters swapped', 'useflu', 'useful'],
    ['the first letter missing', 'seful', 'useful'],
    ['the first two swapped', 'sueful', 'useful'],
    ['two slips', 'userfull', undefined],
    ['a plural', 'usefuls', undefined],
    ['another first letter', 'tuseful', undefined],
    ['the word itself', 'useful', undefined],
  ])('%s', (_, word, meant) => {
    const view = historyOf('A Useful tool').before('2026-02-01', UNKNOWN);
    expect(view.meant(word)).toBe(meant);
  });

  it('take eight issues to make a word usual', () => {
    expect(historyOf('useful', DAYS.slice(1)).before('2026-02-01', UNKNOWN).meant('userful')).toBeUndefined();
    expect(historyOf('useful').before('2026-01-08', UNKNOWN).meant('userful')).toBeUndefined();
    expect(historyOf('useful').before('2026-01-09', UNKNOWN).meant('userful')).toBe('useful');
  });

  it('are right when one issue has them, but a later one tells nothing', () => {
    const history = historyOf('useful');
    history.add('2026-01-05', 'userful');
    expect(history.before('2026-01-05', UNKNOWN).meant('userful')).toBeUndefined();
    const earlier = historyOf('useful');
    earlier.add('2025-12-01', 'userful');
    expect(earlier.before('2026-02-01', UNKNOWN).meant('userful')).toBeUndefined();
    const later = historyOf('useful');
    later.add('2026-02-01', 'userful');
    expect(later.before('2026-02-01', UNKNOWN).meant('userful')).toBe('useful');
  });

  it('are right when a dictionary knows them', () => {
    const view = historyOf('useful').before('2026-02-01', { has: (word) => word === 'userful' });
    expect(view.meant('userful')).toBeUndefined();
    expect(view.meant('usefull')).toBe('useful');
  });

  it('are none in addresses', () => {
    const view = historyOf('[t](https://example.com/useful) https://useful.example.com/').before(
      '2026-02-01',
      UNKNOWN,
    );
    expect(view.meant('userful')).toBeUndefined();
  });
});
