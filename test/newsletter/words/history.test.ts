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

  it('take two issues and a dictionary to measure long words by', () => {
    const ENGLISH = { has: (word: string) => ['ambiguous', 'clear', 'configurable'].includes(word) };
    const meant = (word: string, days: string[], dictionary = ENGLISH) =>
      historyOf('ambiguous, clear, configurable', days).before('2026-02-01', dictionary).meant(word);
    expect(meant('abiguous', DAYS.slice(6))).toBe('ambiguous');
    expect(meant('abiguous', DAYS.slice(7))).toBeUndefined();
    expect(meant('abiguous', DAYS.slice(6), UNKNOWN)).toBeUndefined();
    expect(meant('cleaar', DAYS.slice(6))).toBeUndefined();
    expect(meant('configurably', DAYS.slice(6))).toBeUndefined();
  });

  it('are slips though two issues have them, if they are long and many issues have the right one', () => {
    const history = historyOf('propagate, configurable');
    for (const day of DAYS.slice(6)) history.add(day, 'propogate, configurably');
    const { meant } = history.before('2026-02-01', UNKNOWN);
    expect(meant('propogate')).toBe('propagate');
    expect(meant('configurably')).toBeUndefined();
    history.add('2026-01-09', 'propogate');
    expect(history.before('2026-02-01', UNKNOWN).meant('propogate')).toBeUndefined();
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

describe('a word and those in the address of its link', () => {
  const ENGLISH = { has: (word: string) => ['highlights', 'annex', 'events', 'release'].includes(word) };
  const beside = (word: string, address: string[], history = historyOf('gjengset')) =>
    history.before('2026-02-01', ENGLISH).meantBeside(word, () => address);

  it.each([
    ['a slip of a word that a dictionary knows', 'higlights', ['crate', 'highlights'], 'highlights'],
    ['a slip of a word of many issues', 'gjenset', ['gjengset'], 'gjengset'],
    ['a slip of a word that nobody knows', 'pilfold', ['pilford'], undefined],
    ['right where the address has it, too', 'higlights', ['highlights', 'higlights'], undefined],
    ['right where a dictionary knows it', 'highlights', ['higlights'], undefined],
    ['right where many issues have it', 'gjengset', ['highlights', 'gjengsett'], undefined],
    ['another ending', 'evento', ['events'], undefined],
    ['an ending more', 'annexe', ['annex'], undefined],
    ['a plural', 'releases', ['release'], undefined],
    ['another word', 'newsletter', ['highlights'], undefined],
  ])('%s', (_, word, address, meant) => {
    expect(beside(word, address)).toBe(meant);
  });

  it('are compared though some issues have copied the slip', () => {
    const history = historyOf('higlights', DAYS.slice(1));
    expect(beside('higlights', ['highlights'], history)).toBe('highlights');
  });
});
