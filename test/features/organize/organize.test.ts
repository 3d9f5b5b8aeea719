import { describe, expect, it } from 'vitest';
import { fixAllText } from '../../../server/src/features/fix/fixAll';
import { organizeEvents, organizeText } from '../../../server/src/features/organize/organize';
import {
  EVENT_REGIONS,
  type EventRegion,
  isPast,
  regionOf,
} from '../../../server/src/newsletter/events/meaning';
import { printEvent } from '../../../server/src/newsletter/events/printEvent';
import { type Issue, readIssue } from '../../../server/src/newsletter/issue/issue';
import { DEFAULT_OPTIONS } from '../../../server/src/rules/check';
import { applyEdits, withEol } from '../../../server/src/text/edits';
import { DRAFT_URI } from '../../helpers/fixture';
import { hasShared, publishedIssues } from '../../helpers/shared';

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

/** The same "random" order in every run. */
function shuffled<T>(list: readonly T[], seed: number): T[] {
  const result = [...list];
  let state = seed;
  for (let n = result.length - 1; n > 0; n -= 1) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    const other = state % (n + 1);
    [result[n], result[other]] = [result[other]!, result[n]!];
  }
  return result;
}

/** An issue with its regions, and the events of each, in random order. */
function disordered(issue: Issue, seed: number): string {
  const { source } = issue;
  const regions = issue.sections.filter(({ spec }) => spec?.parent === 'events');
  const start = regions[0]!.start;
  const end = Math.max(...issue.events.map((event) => source.fullLine(source.lineNumberAt(event.end)).end));
  const text = shuffled(regions, seed).map((region) => {
    const events = issue.events.filter((event) => event.region === region);
    const lines = shuffled(events, seed).map((event) => `${source.slice(event)}\n`);
    return `${source.lineText(source.lineNumberAt(region.start))}\n${lines.join('')}`;
  });
  return `${source.text.slice(0, start)}${text.join('\n')}${source.text.slice(end)}`;
}

const datesAndRegions = (issue: Issue) =>
  issue.events
    .filter((event) => regionOf(event.region) && !isPast(issue, event))
    .map((event) => `${event.region?.spec?.key} ${event.dates.first}`);

describe.runIf(hasShared)('real issues', () => {
  it('come back from random order as they were published, except where that was wrong', () => {
    const wrong: string[] = [];
    let count = 0;
    for (const { name, text } of publishedIssues('2025-05-21')) {
      const issue = read(text, `file:///content/${name}`);
      const published = datesAndRegions(issue);
      const order = organizeText(read(disordered(issue, 7), issue.uri));
      const organized = datesAndRegions(read(order, issue.uri));
      expect([...organized].sort(), name).toEqual([...published].sort());
      count += 1;
      const rank = (line: string) =>
        [EVENT_REGIONS.indexOf(line.split(/[ /]/)[1] as EventRegion), line] as const;
      const inOrder = published.every((line, n) => {
        const [[a, first], [b, second]] = [rank(published[Math.max(0, n - 1)]!), rank(line)];
        return a < b || (a === b && first <= second);
      });
      if (inOrder) expect(organized, name).toEqual(published);
      else wrong.push(name);
    }
    expect(count).toBe(41);
    // There an event stands above an earlier one of its region.
    expect(wrong).toEqual(['2025-08-20-this-week-in-rust.md', '2025-08-27-this-week-in-rust.md']);
  });

  const issues = hasShared ? publishedIssues('2025-01-01') : [];

  it('prints every well-formed event as it stands', () => {
    let seen = 0;
    for (const { name, text } of issues) {
      const issue = read(text, `file:///content/${name}`);
      for (const entry of issue.events) {
        if (!entry.exact) continue;
        seen += 1;
        const written = issue.source.slice(entry).replace(/[ \t]+$/gm, '');
        expect(printEvent(issue.source, entry)).toBe(written);
      }
    }
    expect(seen).toBeGreaterThan(2000);
  });
});
