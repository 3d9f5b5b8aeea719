import { describe, expect, it } from 'vitest';
import { fixAllText } from '../../../server/src/features/fix/fixAll';
import { organizeEvents, organizeText } from '../../../server/src/features/organize/organize';
import { readIssue } from '../../../server/src/newsletter/issue/issue';
import { DEFAULT_OPTIONS } from '../../../server/src/rules/check';
import { applyEdits, withEol } from '../../../server/src/text/edits';
import { DRAFT_URI } from '../../helpers/fixture';

const read = (text: string, uri = DRAFT_URI) => readIssue({ uri, text });
const organize = (text: string, stage: 'draft' | 'release' = 'draft') => {
  const issue = read(text);
  const edits = organizeEvents(issue, { stage }).map((edit) => withEol(edit, issue.source.eol));
  const organized = applyEdits(text, edits);
  expect(organizeText(read(organized), { stage }), 'organised twice').toBe(organized);
  return organized;
};
const fix = (text: string) => fixAllText({ issue: read(text), options: DEFAULT_OPTIONS });

const event = (date: string, place: string, title = place) =>
  `* ${date} | ${place} | [Rust Group](https://example.com/group)\n    * [**${title}**](https://example.com/${date})\n`;
const EVENTS = '## Upcoming Events\n\n';

describe('organising events', () => {
  it('sorts by date, then by place without case and accents, otherwise stable', () => {
    const sorted = [
      event('2026-03-01', 'Oslo, NO'),
      event('2026-03-02', 'Århus, DK'),
      event('2026-03-02', 'Bern, CH', 'First'),
      event('2026-03-02', 'bern, CH', 'Second'),
      event('2026-03-02', 'Zürich, CH'),
    ];
    const [a, b, c, d, e] = sorted;
    expect(organize(`${EVENTS}### Europe\n${c}${e}${d}${b}${a}`)).toBe(
      `${EVENTS}### Europe\n${sorted.join('')}`,
    );
  });

  it('takes past events out, and keeps those that are still running', () => {
    const running = event('2026-02-20 - 2026-02-26', 'Oslo, NO');
    const past = event('2026-02-24', 'Oslo, NO');
    expect(organize(`${EVENTS}### Asia\n${past}\n### Europe\n${past}${running}`)).toBe(
      `${EVENTS}### Asia\n\n### Europe\n${running}`,
    );
  });

  it('keeps an event with a mistyped year', () => {
    const text = `${EVENTS}### Europe\n${event('2025-03-04', 'Oslo, NO')}`;
    expect(organize(text)).toBe(text);
  });

  it('drops empty regions at release', () => {
    const past = event('2026-02-24', 'Osaka, JP');
    const rest = `### Europe\n${event('2026-03-04', 'Oslo, NO')}`;
    expect(organize(`${EVENTS}### Asia\n${past}\n${rest}`, 'release')).toBe(`${EVENTS}${rest}`);
  });

  it('puts regions in order, the words below the last one stay there', () => {
    const europe = `### Europe\n${event('2026-03-04', 'Oslo, NO')}`;
    const virtual = `### Virtual\n${event('2026-03-04', 'Virtual')}`;
    const tail = '\nIf you are running a Rust event please add it.\n\n## Jobs\n';
    expect(organize(`${EVENTS}${europe}\n${virtual}${tail}`)).toBe(`${EVENTS}${virtual}\n${europe}${tail}`);
  });

  it('takes comments along with the entry they stand at', () => {
    const [late, early] = [event('2026-03-10', 'Oslo, NO'), event('2026-03-04', 'Bern, CH')];
    expect(organize(`${EVENTS}### Europe\n${late}<!-- ask Bern -->\n${early}`)).toBe(
      `${EVENTS}### Europe\n<!-- ask Bern -->\n${early}${late}`,
    );
  });

  it('takes the comments of the newsletter’s tools along, and out with their entry', () => {
    const marker = (n: number) =>
      `<!-- url=https://example.com/pull/${n} submerge-pr=${n} sha=${'0'.repeat(40)} author=a title=A -->\n`;
    const [late, early, past] = [
      `${event('2026-03-10', 'Oslo, NO')}${marker(1)}`,
      `${event('2026-03-04', 'Bern, CH').trimEnd()} ${marker(2)}`,
      `${event('2026-02-04', 'Rome, IT')}${marker(3)}`,
    ];
    expect(organize(`${EVENTS}### Europe\n${late}${past}${early}`)).toBe(
      `${EVENTS}### Europe\n${early}${late}`,
    );
  });

  it('leaves what it does not understand between its neighbours', () => {
    const [late, early] = [event('2026-03-10', 'Oslo, NO'), event('2026-03-04', 'Bern, CH')];
    for (const odd of [
      'Some words\n',
      '* 2026-03-40 | Rome, IT | [A](https://example.com)\n    * [**T**](https://example.com/t)\n',
    ]) {
      const text = `${EVENTS}### Europe\n${late}${odd}${early}`;
      expect(organize(text)).toBe(text);
    }
  });

  it('keeps CRLF and a missing last line ending', () => {
    const [late, early] = [event('2026-03-10', 'Oslo, NO'), event('2026-03-04', 'Bern, CH')];
    const crlf = (text: string) => text.replaceAll('\n', '\r\n');
    expect(organize(crlf(`${EVENTS}### Europe\n${late}${early}`))).toBe(
      crlf(`${EVENTS}### Europe\n${early}${late}`),
    );
    expect(organize(`${EVENTS}### Europe\n${late}${early}`.trimEnd())).toBe(
      `${EVENTS}### Europe\n${early}${late}`.trimEnd(),
    );
  });

  it.each([
    ['a country in full', event('2026-03-04', 'Bern, Switzerland') + event('2026-03-04', 'Bern, BE')],
    ['an old hybrid', event('2026-03-04', 'Kiel, DE') + event('2026-03-04', 'Ulm, DE + Virtual')],
    [
      'a past event with a comment',
      `${event('2026-03-04', 'Ulm, DE')}<!-- hm -->\n${event('2026-02-04', 'Bonn, DE')}${event('2026-03-01', 'Kiel, DE')}`,
    ],
    [
      'blanks',
      `* 2026-03-04 |  Ulm,DE| [A](https://example.com/a)\n    * [T](https://example.com/t)\n${event('2026-03-03', 'Bonn, DE')}`,
    ],
  ])('gives the same before and after fixing: %s', (_, list) => {
    const text = `${EVENTS}### Europe\n${list}`;
    expect(fix(organize(text))).toBe(organize(fix(text)));
  });
});
