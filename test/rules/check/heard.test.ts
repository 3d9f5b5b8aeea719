import { describe, expect, it } from 'vitest';
import { readIssue } from '../../../server/src/newsletter/issue/issue';
import { CheckMemory, checkIssue, DEFAULT_OPTIONS } from '../../../server/src/rules/check';
import { RULES } from '../../../server/src/rules/index';
import { DRAFT_URI } from '../../helpers/fixture';

const ABOUT_ALL = RULES.filter(({ kind }) => kind === 'issue');

/** How many rules about the whole issue are asked while only some are on. */
function asked(on: readonly string[]): number {
  const off = RULES.filter(({ id }) => !on.includes(id)).map(({ id }) => [id, 'off'] as const);
  const memory = new CheckMemory();
  const options = { ...DEFAULT_OPTIONS, rules: Object.fromEntries(off) };
  checkIssue(readIssue({ uri: DRAFT_URI, text: '## Jobs\n' }), options, undefined, () => {}, memory);
  return memory.counts.issueRules;
}

describe('a rule about the whole issue that is off', () => {
  it('is not asked', () => {
    expect(asked([])).toBe(0);
    expect(asked(RULES.map(({ id }) => id))).toBe(ABOUT_ALL.length);
  });

  it('is asked where one that is on yields to it', () => {
    const better = ABOUT_ALL.find(({ id }) => RULES.some(({ yieldsTo }) => yieldsTo?.includes(id)))!.id;
    const yielding = RULES.find(({ yieldsTo, kind }) => kind === 'piece' && yieldsTo?.includes(better))!;
    const own = yielding.yieldsTo!.filter((id) => ABOUT_ALL.some((rule) => rule.id === id));
    expect(asked([yielding.id])).toBe(own.length);
  });
});
