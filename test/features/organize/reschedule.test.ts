import { describe, expect, it } from 'vitest';
import {
  canReschedule,
  eventAt,
  reschedule,
  reschedulings,
} from '../../../server/src/features/organize/reschedule';
import { readIssue } from '../../../server/src/newsletter/issue/issue';
import { applyEdits } from '../../../server/src/text/edits';
import { DRAFT_URI, FRONT } from '../../helpers/fixture';

const entry = (date: string, place: string, page: string) =>
  `* ${date} | ${place} | [Rust Oslo](https://example.com/oslo)\n    * [**Talks**](https://example.com/oslo/${page})\n`;
const PAST = entry('2026-02-20', 'Oslo, NO', '0');

function put(body: string, cursor: string, date: string, eol = '\n') {
  const text = `${FRONT}## Upcoming Events\n\n${body}`.replace(/\n/g, eol);
  const issue = readIssue({ uri: DRAFT_URI, text });
  const start = text.indexOf(cursor);
  const event = eventAt(issue, { start, end: start })!;
  const after = applyEdits(text, reschedule(issue, event, date));
  return after.replaceAll(eol, '\n').slice(FRONT.length + '## Upcoming Events\n\n'.length);
}

describe('rescheduling an event', () => {
  it('puts it in its place in the order and leaves past events alone', () => {
    const body = (a: string, b: string) => `### Europe\n${PAST}${a}${b}`;
    const other = entry('2026-03-05', 'Oslo, NO', '2');
    const before = body(entry('2026-03-04', 'Oslo, NO', '1'), other);
    const after = body(other, entry('2026-03-11', 'Oslo, NO', '1'));
    expect(put(before, 'oslo/1', '2026-03-11')).toBe(after);
    expect(put(before, 'oslo/1', '2026-03-11', '\r\n')).toBe(after);
  });

  it('takes the twin along and keeps the length', () => {
    const both = (dates: string) =>
      `### Virtual\n${entry(dates, 'Hybrid (Oslo, NO)', '1')}\n### Europe\n${entry(dates, 'Hybrid (Oslo, NO)', '1')}`;
    expect(put(both('2026-03-04 - 2026-03-06'), 'oslo/1', '2026-03-11')).toBe(
      both('2026-03-11 - 2026-03-13'),
    );
  });

  it('offers days of the window, with their weekday', () => {
    const text = `${FRONT}## Upcoming Events\n\n### Europe\n${entry('2026-03-11', 'Oslo, NO', '1')}`;
    const issue = readIssue({ uri: DRAFT_URI, text });
    expect(canReschedule(issue, issue.events[0]!)).toBe(true);
    expect(reschedulings(issue, issue.events[0]!).map(({ title }) => title)).toEqual([
      'Reschedule to 2026-03-12, Thursday',
      'Reschedule to 2026-03-18, Wednesday',
      'Reschedule to 2026-03-25, Wednesday',
    ]);
  });

  it('offers nothing elsewhere', () => {
    const text = `${FRONT}## Upcoming Events\n\n### Europe\n* 2026-13-01 | Oslo, NO | [Rust Oslo](https://example.com/oslo)\n    * [**Talks**](https://example.com/oslo/1)\n`;
    const issue = readIssue({ uri: DRAFT_URI, text });
    const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) });
    for (const words of ['### Europe', 'Oslo, NO']) {
      expect(eventAt(issue, at(words))).toBeUndefined();
      expect(reschedulings(issue, at(words))).toEqual([]);
      expect(canReschedule(issue, at(words))).toBe(false);
    }
  });
});
