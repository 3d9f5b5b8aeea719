import { expect, it } from 'vitest';
import { readIssue } from '../../../server/src/newsletter/issue/issue';
import { sectionEnd } from '../../../server/src/newsletter/sections/bodies';
import { DRAFT_URI, FRONT } from '../../helpers/fixture';
import { cpu } from '../../hostile/growth';

it('the ends of sections are found in time that grows with their number', () => {
  const endsOf = (count: number) => {
    const issue = readIssue({ uri: DRAFT_URI, text: FRONT + '## Crate of the Week\n\n'.repeat(count) });
    return cpu(() => issue.sections.map((section) => sectionEnd(issue, section)));
  };
  const base = Math.max(2, endsOf(1000));
  expect(endsOf(10_000) / base).toBeLessThan(40);
});
