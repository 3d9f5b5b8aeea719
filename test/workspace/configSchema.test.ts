import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../server/src/workspace/config';

const schema = JSON.parse(
  readFileSync(new URL('../../client/twir.schema.json', import.meta.url), 'utf8'),
) as {
  readonly properties: {
    readonly ignore: {
      readonly items: {
        readonly properties: {
          readonly rule: { readonly enum: readonly string[]; readonly enumDescriptions: readonly string[] };
        };
      };
    };
  };
};
const valid = new Ajv({ allErrors: true, keywords: ['enumDescriptions'] }).compile(schema);

// An editor that has the schema is told nothing by the server about a configuration that it shows.
describe('the schema of .twir.json', () => {
  it.each([
    { stag: 'draft' },
    { stage: 'final' },
    { role: 'reader' },
    { rules: { whitespce: 'off' } },
    { rules: { whitespace: 'loud' } },
    { ignore: [{ rule: 'whitespace' }] },
    { ignore: [{ rule: 'whitespce', line: 'a' }] },
    { ignore: ['whitespace'] },
    { calendars: 'a.ics' },
    { calendars: ['/home/me/a.ics'] },
    { calendars: ['https://example.com/a.ics'] },
    { calendars: ['..\\a.ics'] },
    { calendars: [' '] },
    { calendars: [1] },
    { checkouts: '../rust' },
    { checkouts: [' '] },
    ['draft'],
  ])('finds the mistake of %j as we do', (config) => {
    expect(parseConfig(JSON.stringify(config)).problems).not.toEqual([]);
    expect(valid(config)).toBe(false);
  });

  it.each([
    {},
    { stage: 'release', role: 'editor', rules: { whitespace: 'off' } },
    { ignore: [{ rule: 'whitespace', line: '* a' }] },
    { calendars: ['calendars', 'a b/c.ics'], checkouts: ['../rust', '/home/me/rust'] },
  ])('accepts %j as we do', (config) => {
    expect(parseConfig(JSON.stringify(config)).problems).toEqual([]);
    expect(valid(config)).toBe(true);
  });

  it('says what each rule that can be ignored finds', () => {
    const { enum: ids, enumDescriptions: summaries } = schema.properties.ignore.items.properties.rule;
    expect(summaries).toHaveLength(ids.length);
    expect(summaries[ids.indexOf('link-empty')]).toBe('A link has no address');
  });
});
