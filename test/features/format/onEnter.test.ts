import { describe, expect, it } from 'vitest';
import { onEnterEdits } from '../../../server/src/features/format/onEnter';
import { readIssue } from '../../../server/src/newsletter/issue/issue';
import { applyEdits } from '../../../server/src/text/edits';
import { DRAFT_URI } from '../../helpers/fixture';

const HEAD = '* 2026-03-04 | Oslo, NO | [Rust Oslo](https://example.com/oslo)\n';
const EVENT = `${HEAD}    * [**Talks**](https://example.com/oslo/1)\n`;
const EVENTS = '## Upcoming Events\n\n### Europe\n';

/** The text after Enter, with the cursor at `$0` as the editor leaves it. */
function entered(text: string): string {
  const offset = text.indexOf('$0');
  const clean = text.replace('$0', '');
  return applyEdits(clean, onEnterEdits(readIssue({ uri: DRAFT_URI, text: clean }), offset));
}

describe('Enter', () => {
  it('begins the next event at the margin', () => {
    expect(entered(`${EVENTS}${EVENT}    $0\n`)).toBe(`${EVENTS}${EVENT}* \n`);
    expect(entered(`${EVENTS}${EVENT}$0\n${EVENT}`)).toBe(`${EVENTS}${EVENT}* \n${EVENT}`);
  });

  it('nests the title under its event line', () => {
    expect(entered(`${EVENTS}${HEAD}$0\n`)).toBe(`${EVENTS}${HEAD}    * \n`);
  });

  it('ends the list after an empty bullet', () => {
    expect(entered(`${EVENTS}${EVENT}* \n$0\n\n## Jobs\n`)).toBe(`${EVENTS}${EVENT}\n\n## Jobs\n`);
    expect(entered(`${EVENTS}${EVENT}    * \n    $0\n`)).toBe(`${EVENTS}${EVENT}\n`);
  });

  it('changes nothing elsewhere', () => {
    for (const text of [
      `${EVENTS}${EVENT}    x$0\n`,
      '## Crate of the Week\n\nThis week’s crate is\n    $0\n',
      '$0',
      '### Research\n* [A post](https://example.com/a)\n$0\n',
    ])
      expect(entered(text)).toBe(text.replace('$0', ''));
  });
});
