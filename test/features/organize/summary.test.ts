import { expect, it } from 'vitest';
import { organizeSummary } from '../../../server/src/features/organize/summary';
import { readIssue } from '../../../server/src/newsletter/issue/issue';
import { FRONT } from '../../helpers/fixture';

const issue = (...days: string[]) =>
  readIssue({
    uri: 'file:///draft/2026-02-25-this-week-in-rust.md',
    text: `${FRONT}## Upcoming Events\n\n### Virtual\n${days.map((day) => `* 2026-03-${day} | Virtual | [Group](https://example.com/g)\n    * [**Evening ${day}**](https://example.com/${day})\n`).join('')}`,
  });

it.each([
  [['01', '02', '03'], ['02', '03'], '1 past event removed'],
  [['05', '01', '02', '04'], ['02', '04', '05'], '1 past event removed, 1 moved'],
  [['03', '02', '01'], ['01', '02', '03'], '2 events moved'],
  [['02', '01'], ['01', '02'], '1 event moved'],
  [['01', '01', '02'], ['02'], '2 past events removed'],
  [['01'], ['01'], 'The regions were put in order'],
])('tells what organizing did: %j to %j', (before, after, summary) => {
  expect(organizeSummary(issue(...before), issue(...after))).toBe(summary);
});
