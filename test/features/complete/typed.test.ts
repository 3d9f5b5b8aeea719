import { describe, expect, it } from 'vitest';
import { complete } from '../../../server/src/features/complete/complete';
import { readIssue } from '../../../server/src/newsletter/issue/issue';
import { applyEdits } from '../../../server/src/text/edits';
import { DRAFT_URI } from '../../helpers/fixture';

/** What is offered at `$0` by editors that compare the word at the cursor, and by those that compare the edit's range. */
function offered(text: string): { label: string; line: string }[] {
  const offset = text.indexOf('$0');
  const clean = text.replace('$0', '');
  const issue = readIssue({ uri: DRAFT_URI, text: clean });
  const word = /[\p{L}\p{N}]*$/u.exec(clean.slice(0, offset))![0].toLowerCase();
  return complete({ issue, offset, archive: undefined, today: undefined }).flatMap((completion) => {
    const filter = (completion.filterText ?? completion.label).toLowerCase();
    const replaced = clean.slice(completion.edit.start, offset).toLowerCase();
    if (!filter.startsWith(word) || !isSubsequence(replaced, filter)) return [];
    const after = applyEdits(clean, [completion.edit]);
    return [
      { label: completion.label, line: after.slice(issue.source.lineAt(offset).start).split('\n')[0]! },
    ];
  });
}

function isSubsequence(letters: string, text: string): boolean {
  let next = 0;
  for (const char of text) if (char === letters[next]) next += 1;
  return next === letters.length;
}

const COMMUNITY = '## Updates from Rust Community\n\n### Observations/Thoughts\n';

describe('completions with letters typed', () => {
  it.each([
    ['a marker after its bracket', `${COMMUNITY}* [vi$0\n`, '* [video] [$1]($2)'],
    ['a marker in closed brackets', `${COMMUNITY}* [vi$0]\n`, '* [video] [$1]($2)'],
    ['an item after its bullet', `${COMMUNITY}* vi$0\n`, '* [video] [$1]($2)'],
    ['an item after another bullet', `${COMMUNITY}-  li$0\n`, '-  [$1]($2)'],
    ['an item on an empty line', `${COMMUNITY}vi$0\n`, '* [video] [$1]($2)'],
    ['a heading after its hashes', '## Cra$0\n', '## Crate of the Week'],
    ['a call', '## Call for Participation; projects and speakers\n\n### CFP - Projects\n\n* Cal$0\n', '* ['],
    ['a group by its city', '## Upcoming Events\n\n### Europe\n* Lond$0\n', '* ${1'],
    [
      'an organiser by its city',
      '## Upcoming Events\n\n### Europe\n* 2026-03-04 | London, UK | Lond$0\n',
      '* 2026-03-04 | London, UK | [Rust London User Group](',
    ],
  ])('offer %s', (_, text, line) => {
    expect(offered(text).filter((one) => one.line.startsWith(line)).length).toBeGreaterThan(0);
  });

  it('offer nothing where a sentence begins', () => {
    expect(offered(`${COMMUNITY}Two$0\n`)).toEqual([]);
    expect(offered(`${COMMUNITY}A video about vi$0\n`)).toEqual([]);
  });
});
