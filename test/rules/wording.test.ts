import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { RULES } from '../../server/src/rules/index';
import { contextOf } from '../helpers/example';
import { findingsIn, parseFixture } from '../helpers/fixture';

const fixtures = fileURLToPath(new URL('../fixtures/rules', import.meta.url));

/** What readers do not get to read (docs/glossary.md); the author's own words stand in quotation marks. */
const UNWANTED: readonly (readonly [RegExp, string])[] = [
  [/\bblanks?\b(?! lines?\b)(?! one\b)/i, '“space”'],
  [/\bbehind\b/i, '“after”'],
  [/\b(?:stands?|stood)\b/i, '“is” or “appears”'],
  [/\borganisers?\b/i, '“group”, as the glossary has it'],
  [/\b(?:surplus|as well|beforehand|superfluous)\b/i, 'plainer words'],
  [
    /\b\w+(?:ise|ised|ising|isation)\b(?<!\b(?:otherwise|promise|precise|exercise|raised?|noise|likewise|advise|surprise|rise|wise))/i,
    'American spelling',
  ],
  [/\bstars?\b/i, '“asterisk”'],
  [/\bUnexpected\b|\bExpected\b.*\bfound\b/, 'a sentence that says what is wrong'],
  [/"/, 'curly quotation marks'],
  [/\.\.(?!\.|\d)/, 'an ellipsis'],
];

function slipsIn(text: string): string[] {
  const own = text.replace(/“[^”]*”|`[^`]*`|\[\*\*.*?\)|#\[.*?\]/g, '“”');
  return UNWANTED.filter(([word]) => word.test(own)).map(([, wanted]) => `${text}: ${wanted}`);
}

function saidBy(id: string, texts: readonly ReturnType<typeof findingsIn>[number][]): string[] {
  return texts.flatMap(({ rule, message, related, fixes }) =>
    rule === id
      ? [message, ...related.map((place) => place.message), ...fixes.map(({ title }) => title)]
      : [],
  );
}

describe.each(RULES.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  const folder = `${fixtures}/${id}`;
  const own = readdirSync(fixtures).includes(id)
    ? readdirSync(folder).filter((name) => !name.endsWith('.fixed.md'))
    : [];

  it('is written in the words of the glossary', () => {
    const examples = rule.examples.flatMap((example) => {
      const { options, archive, uri } = contextOf(example);
      return saidBy(id, findingsIn(example.bad, id, options, uri, archive));
    });
    const cases = own.flatMap((name) => {
      const { text, options, uri } = parseFixture(readFileSync(`${folder}/${name}`, 'utf8'));
      return saidBy(id, findingsIn(text, id, options, uri));
    });
    const titles = rule.examples.map(({ title }) => title);
    expect([...new Set([rule.summary, rule.why, ...titles, ...examples, ...cases])].flatMap(slipsIn)).toEqual(
      [],
    );
  });
});
