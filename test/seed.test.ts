import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fixAllText } from '../server/src/features/fix/fixAll';
import { readIssue } from '../server/src/newsletter/issue/issue';
import { checkIssue, DEFAULT_OPTIONS, isFixable } from '../server/src/rules/check';
import { hasShared, sharedFolder } from './helpers/shared';

/** The draft of issue 470 and what is wrong with it, rule by rule and line by line. */
const EXPECTED: Readonly<Record<string, readonly (number | string)[]>> = {
  mojibake: [
    '90:46',
    '97:23',
    '97:30',
    '101:15',
    '104:54',
    '104:64',
    '104:77',
    '105:11',
    '126:26',
    '127:16',
    '134:31',
    '152:17',
  ],
  'event-past': [94, 96, 98, 100, 102, 104, 106, 141, 146, 148, 180],
  'link-redirector': [131],
  'link-tracking': [147],
  'placeholder-unfilled': [50, 63, 64, 72, 76, 84, 86, 195, 211],
  'placeholder-link': [207, 219],
  'section-missing': [86],
  'empty-section': [30, 32, 34, 40, 42, 44, 46],
  'heading-text': [78],
  whitespace: [193],
};

describe.runIf(hasShared)('the draft of issue 470', () => {
  const folder = `${sharedFolder}/corpus/seed`;
  const name = hasShared ? readdirSync(folder)[0]! : '';
  const text = hasShared ? readFileSync(`${folder}/${name}`, 'utf8') : '';
  const uri = `file:///twir/draft/${name}`;
  const issue = readIssue({ uri, text });

  it('has exactly the findings it should have', () => {
    const found: Record<string, (number | string)[]> = {};
    for (const { rule, at } of checkIssue(issue)) {
      const { line, character } = issue.source.positionAt(at.start);
      found[rule] ??= [];
      found[rule].push(rule === 'mojibake' ? `${line + 1}:${character + 1}` : line + 1);
    }
    expect(found).toEqual(EXPECTED);
  });

  it('is repaired by fix-all, the right lines and no others', () => {
    const fixed = fixAllText({ issue, options: DEFAULT_OPTIONS });
    expect(checkIssue(readIssue({ uri, text: fixed })).filter(isFixable)).toEqual([]);
    expect(fixed).toContain('Rusty Events between 2022-11-23 - 2022-12-21 🦀\n');
    expect(fixed).toContain('Virtual (Nürnberg, DE)');
    expect(fixed).toContain('København, DK');
    expect(fixed).toContain('Saarbrücken, DE');

    const touched = new Set(
      Object.entries(EXPECTED).flatMap(([rule, places]) =>
        ['mojibake', 'link-tracking', 'whitespace'].includes(rule)
          ? places.map((place) => Number.parseInt(String(place), 10))
          : [],
      ),
    );
    // Without earlier issues nobody knows whether a past date is a slip: no event goes.
    const kept = text.split('\n').filter((_, n) => !touched.has(n + 1));
    const lines = new Set(fixed.split('\n'));
    expect(kept.filter((line) => !lines.has(line))).toEqual([]);
    const written = (lines: string) => lines.split('\n').filter((line) => line !== '').length;
    expect(written(fixed)).toBe(written(text));
  });
});
