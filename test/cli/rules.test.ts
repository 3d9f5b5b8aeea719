import { describe, expect, it } from 'vitest';
import { RULES } from '../../server/src/rules/index';
import { twir } from './twir';

describe('twir rules', () => {
  it('lists every rule with severity and fix', async () => {
    const { status, out } = await twir('rules');
    expect(status).toBe(0);
    const lines = out.trimEnd().split('\n');
    expect(lines.map((line) => line.split(/ +/)[0])).toEqual(RULES.map(({ id }) => id));
    const whitespace = lines.find((line) => line.startsWith('whitespace '));
    expect(whitespace).toMatch(/^whitespace +info +\S.*\(fix\)$/);
  });

  it('lists them for programs', async () => {
    const { version, rules } = JSON.parse((await twir('rules', '--format', 'json')).out);
    expect(version).toBe(1);
    expect(rules).toHaveLength(RULES.length);
    expect(rules[0]).toEqual({
      id: RULES[0]!.id,
      summary: RULES[0]!.summary,
      why: RULES[0]!.why,
      severity: RULES[0]!.severity,
      releaseSeverity: RULES[0]!.releaseSeverity ?? RULES[0]!.severity,
      fix: RULES[0]!.fix,
      url: expect.stringContaining(`docs/rules/${RULES[0]!.id}.md`),
    });
  });

  it('takes no operand', async () => {
    expect(await twir('rules', 'whitespace')).toMatchObject({ status: 2, out: '' });
  });
});
