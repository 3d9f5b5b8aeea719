import { describe, expect, it } from 'vitest';
import { Carried } from '../../server/src/engine/carried';
import { isMetBy } from '../../server/src/rules/check/verdict';
import type { Finding } from '../../server/src/rules/rule';
import { changeBetween, type Range } from '../../server/src/text/sourceText';

const BEFORE = 'one two three four five';

const rangeOf = (text: string, word: string): Range => {
  const start = text.indexOf(word);
  return { start, end: start + word.length };
};

/** A finding on a word that names others, with a fix that takes them all out. */
function finding(word: string, ...others: string[]): Finding {
  const places = [word, ...others].map((each) => rangeOf(BEFORE, each));
  return {
    rule: 'rule',
    at: places[0]!,
    message: word,
    severity: 'warning',
    related: places.slice(1).map((place) => ({ ...place, message: 'here, too', also: true })),
    fixes: [{ title: 'Remove', edits: () => places.map((place) => ({ ...place, text: '' })) }],
  };
}

/** What was told of {@link BEFORE}, in another text. */
function carried(after: string, findings: readonly Finding[]) {
  const meeting = (range: Range) => findings.filter((each) => isMetBy(each, range));
  return new Carried({ findings, meeting }, changeBetween(BEFORE, after)!);
}

describe('what has been told of an earlier text', () => {
  const AFTER = 'one two, and three four five';

  it('stands where its words stand now', () => {
    const [first, second] = carried(AFTER, [finding('one', 'four'), finding('five')]).findings;
    expect([first!.at, second!.at]).toEqual([rangeOf(AFTER, 'one'), rangeOf(AFTER, 'five')]);
    expect(first!.related).toMatchObject([rangeOf(AFTER, 'four')]);
    expect(first!.fixes[0]!.edits()).toEqual([
      { ...rangeOf(AFTER, 'one'), text: '' },
      { ...rangeOf(AFTER, 'four'), text: '' },
    ]);
  });

  it('has one fix where several findings have one', () => {
    const fixes = finding('one').fixes;
    const [first, second] = carried(AFTER, [
      { ...finding('one'), fixes },
      { ...finding('five'), fixes },
    ]).findings;
    expect(second!.fixes[0]).toBe(first!.fixes[0]);
  });

  it('is left out where it touches what has changed', () => {
    const typed = 'one twox three four five';
    const { findings } = carried(typed, [finding('two'), finding('one', 'two'), finding('three')]);
    expect(findings.map(({ message }) => message)).toEqual(['one', 'three']);
    expect(findings[0]!.related).toEqual([]);
    expect(findings[0]!.fixes[0]!.edits()).toHaveLength(1);
  });

  it('is found by any of its places', () => {
    const told = carried(AFTER, [finding('one', 'four'), finding('three'), finding('five')]);
    const at = (word: string) => told.meeting(rangeOf(AFTER, word)).map(({ message }) => message);
    expect(at('four')).toEqual(['one']);
    expect(at('three')).toEqual(['three']);
    expect(at('and')).toEqual([]);
    expect(told.meeting({ start: 0, end: AFTER.length })).toHaveLength(3);
  });
});
