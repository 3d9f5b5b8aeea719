import { describe, expect, it } from 'vitest';
import { headSlips } from '../../../server/src/newsletter/events/eventForm';
import { readIssue } from '../../../server/src/newsletter/issue/issue';
import { applyEdits } from '../../../server/src/text/edits';
import { DRAFT_URI } from '../../helpers/fixture';

const LINK = '[Rust Bergen](https://example.com/bergen)';
const GOOD = `* 2026-03-17 | Bergen, NO | ${LINK}`;

const draft = (line: string) =>
  `## Upcoming Events\n\n### Europe\n${line}\n    * [**Evening**](https://example.com/bergen/1)\n`;

/** The event line after all its safe edits. */
function mended(line: string): string {
  const issue = readIssue({ uri: DRAFT_URI, text: draft(line) });
  const [event] = issue.events;
  const edits = headSlips(issue, event!).flatMap((slip) => (slip.unsafe ? [] : (slip.edits ?? [])));
  return applyEdits(issue.source.text, edits).split('\n')[3]!;
}

const SIGNS = ['｜', '¦', '\\|', ',', ';', '/', '-', '–', '—', '||', ':', ', |', '| ,', '|,', ' ,| '];

describe('the safe edits of an event line', () => {
  for (const sign of SIGNS) {
    for (const spaced of [sign, ` ${sign}`, `${sign} `, ` ${sign} `]) {
      it(`put a bar in the place of “${spaced}” before the organizer`, () => {
        expect(mended(`* 2026-03-17 | Bergen, NO${spaced}${LINK}`)).toBe(GOOD);
      });
      it(`put a bar in the place of “${spaced}” after the date`, () => {
        expect(mended(`* 2026-03-17${spaced}Bergen, NO | ${LINK}`)).toBe(GOOD);
      });
    }
  }

  it('take brackets off a place', () => {
    expect(mended(`* 2026-03-17 | [Bergen, NO] | ${LINK}`)).toBe(GOOD);
    expect(mended(`* 2026-03-17 [Bergen, NO] ${LINK}`)).toBe(GOOD);
  });

  it('leave a line alone that they would only half mend', () => {
    for (const line of [
      `* 2026-03-17| Bergen | NO | ${LINK}`,
      `* 2026-03-17| Bergen] NO | ${LINK}`,
      `* 2026-03-17|Bergen, NO | by ${LINK}`,
    ])
      expect(mended(line)).toBe(line);
  });
});
