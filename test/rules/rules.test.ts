import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { fixAllText } from '../../server/src/features/fix/fixAll';
import { readIssue } from '../../server/src/newsletter/issue/issue';
import { isFixable } from '../../server/src/rules/check';
import { RULES } from '../../server/src/rules/index';
import { contextOf, foundIn } from '../helpers/example';
import { findingsIn, parseFixture } from '../helpers/fixture';

const fixtures = fileURLToPath(new URL('../fixtures/rules', import.meta.url));

describe.each(RULES.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  it('has examples', () => expect(rule.examples.length).toBeGreaterThan(0));

  it.each(rule.examples.map((example) => [example.title, example] as const))('example: %s', (_, example) => {
    const { options, archive, uri } = contextOf(example);
    expect(foundIn(rule, example)).toEqual({ found: example.found, fixes: example.fixes ?? [] });
    const found = findingsIn(example.bad, id, options, uri, archive);
    expect(found, 'findings in the wrong text').not.toEqual([]);
    const right = findingsIn(example.good, id, options, uri, archive);
    expect(right, 'findings in the right text').toEqual([]);
    if (rule.fix === 'always') expect(found.every(isFixable)).toBe(true);
    if (rule.fix === 'never') expect(found.some(({ fixes }) => fixes.some(({ all }) => all))).toBe(false);
    if (found.every(isFixable)) {
      const issue = readIssue({ uri, text: example.bad });
      const only = (finding: { rule: string }) => finding.rule === id;
      const fixed = fixAllText({ issue, options, archive, only });
      expect(fixed).toBe(example.good);
    }
  });

  const folder = `${fixtures}/${id}`;
  const cases = existsSync(folder) ? readdirSync(folder).filter((name) => !name.endsWith('.fixed.md')) : [];

  it('has an example of a fix for “fix all”, if it says that there are any', () => {
    const fixable = rule.examples.some((example) => {
      const { options, archive, uri } = contextOf(example);
      return findingsIn(example.bad, id, options, uri, archive).some(isFixable);
    });
    const inFixtures = cases.some((name) => {
      const { text, options, uri } = parseFixture(readFileSync(`${folder}/${name}`, 'utf8'));
      return findingsIn(text, id, options, uri).some(isFixable);
    });
    expect(fixable || inFixtures).toBe(rule.fix !== 'never');
  });

  it.each(cases)('fixture %s', (name) => {
    const fixture = parseFixture(readFileSync(`${folder}/${name}`, 'utf8'));
    const found = findingsIn(fixture.text, id, fixture.options, fixture.uri);
    const show = (at: { start: number; end: number }) => ({
      ...at,
      text: fixture.text.slice(at.start, at.end),
    });
    expect(found.map((finding) => show(finding.at))).toEqual(
      fixture.expected.map(({ start, end }) => show({ start, end })),
    );
    expect(fixture.expected.every((expected) => expected.rule === id)).toBe(true);
    const fixedFile = `${folder}/${name.replace(/\.md$/, '.fixed.md')}`;
    if (!existsSync(fixedFile)) return;
    const issue = readIssue({ uri: fixture.uri, text: fixture.text });
    const fixed = fixAllText({ issue, options: fixture.options, only: (finding) => finding.rule === id });
    expect(fixed).toBe(readFileSync(fixedFile, 'utf8'));
  });
});
