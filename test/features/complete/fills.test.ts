import { describe, expect, it } from 'vitest';
import { complete } from '../../../server/src/features/complete/complete';
import { completeFills } from '../../../server/src/features/complete/fills';
import { readIssue } from '../../../server/src/newsletter/issue/issue';
import { DRAFT_URI } from '../../helpers/fixture';

/** Labels offered at the bar. */
function labels(marked: string, all = false): string[] {
  const offset = marked.indexOf('$0');
  const issue = readIssue({ uri: DRAFT_URI, text: marked.replace('$0', '') });
  const request = { issue, offset, archive: undefined, today: undefined };
  return (all ? complete(request).filter(({ kind }) => kind === 'fill') : completeFills(request)).map(
    ({ label }) => label,
  );
}

const PROJECTS = '## Call for Participation; projects and speakers\n\n### CFP - Projects\n\n';

describe('fills', () => {
  it('offers the crate on an empty line of its section', () =>
    expect(labels('## Crate of the Week\n\n$0\n')).toEqual([
      'Crate of the Week, suggested by a reader',
      'Crate of the Week, suggested by its author',
      'Crate of the Week without a suggestion',
    ]));

  it('offers no second crate', () =>
    expect(
      labels("## Crate of the Week\n\nThis week's crate is [a](https://example.com/a).\n\n$0\n"),
    ).toEqual([]));

  it('offers items and the none sentence', () =>
    expect(labels(`${PROJECTS}$0\n`)).toEqual(['Call for participation', 'No calls for participation']));

  it('offers only items behind a bullet', () =>
    expect(labels(`${PROJECTS}* $0\n`)).toEqual(['Call for participation']));

  it('offers no none sentence beside items', () =>
    expect(labels(`${PROJECTS}* [a - b](https://github.com/example/a/issues/1)\n$0\n`)).toEqual([
      'Call for participation',
    ]));

  it.each([
    ['in text', `${PROJECTS}Some $0\n`],
    ['in another section', '### Official\n$0\n'],
    ['above the first heading', '$0\n\n## Crate of the Week\n'],
    ['in a comment', '## Crate of the Week\n\n<!--\n$0\n-->\n'],
    ['in code', '## Crate of the Week\n\n```\n$0\n```\n'],
  ])('offers nothing %s', (_, text) => expect(labels(text, true)).toEqual([]));
});
