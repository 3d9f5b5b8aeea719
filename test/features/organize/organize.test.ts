import { describe, expect, it } from 'vitest';
import { fixAllText } from '../../../server/src/features/fix/fixAll';
import {
  isOrganized,
  organizeEvents,
  organizeText,
  removeEvents,
} from '../../../server/src/features/organize/organize';
import { readIssue } from '../../../server/src/newsletter/issue/issue';
import { DEFAULT_OPTIONS } from '../../../server/src/rules/check';
import { applyEdits, withEol } from '../../../server/src/text/edits';
import { archiveWith, DRAFT_URI } from '../../helpers/fixture';

const read = (text: string, uri = DRAFT_URI) => readIssue({ uri, text });
const organize = (text: string, stage: 'draft' | 'release' = 'draft') => {
  const issue = read(text);
  const edits = organizeEvents(issue, { stage }).map((edit) => withEol(edit, issue.source.eol));
  const organized = applyEdits(text, edits);
  expect(isOrganized(issue, { stage }), 'nothing to do').toBe(organized === text);
  expect(organizeText(read(organized), { stage }), 'organized twice').toBe(organized);
  return organized;
};
const fix = (text: string) => fixAllText({ issue: read(text), options: DEFAULT_OPTIONS });

const event = (date: string, place: string, title = place) =>
  `* ${date} | ${place} | [Rust Group](https://example.com/group)\n    * [**${title}**](https://example.com/${date})\n`;
const EVENTS = '## Upcoming Events\n\n';

describe('organizing events', () => {
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

  it('keeps an event whose date lacks a digit', () => {
    for (const date of ['2026-2-03', '2026-02-2', '2026-2-3 - 2026-2-4']) {
      const text = `${EVENTS}### Europe\n${event(date, 'Oslo, NO')}`;
      expect(organize(text)).toBe(text);
    }
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

  it('leaves what it does not understand between its neighbors', () => {
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

  it('leaves the template and the eras before its order alone', () => {
    const unsorted = `${EVENTS}### Europe\n${event('2018-03-10', 'Oslo, NO')}${event('2018-03-04', 'Bern, CH')}`;
    for (const uri of [
      'file:///twir/draft/DRAFT_TEMPLATE',
      'file:///twir/draft/2018-02-28-this-week-in-rust.md',
    ])
      expect(organizeText(read(unsorted, uri), { stage: 'release' })).toBe(unsorted);
  });

  it('takes out of the past only what an earlier issue had, where earlier issues are known', () => {
    const [listed, slip] = [event('2026-02-20', 'Oslo, NO'), event('2026-02-19', 'Bern, CH')];
    const archive = archiveWith(`Title: x\nDate: 2026-02-18\n\n${EVENTS}### Europe\n${listed}`)!;
    const issue = read(`${EVENTS}### Europe\n${slip}${listed}`);
    expect(organizeText(issue, { stage: 'draft' }, archive)).toBe(`${EVENTS}### Europe\n${slip}`);
    expect(organizeText(issue)).toBe(`${EVENTS}### Europe\n`);
  });

  it('takes nothing out of the past where the file’s name has another date than the issue', () => {
    const listed = event('2026-03-04', 'Oslo, NO');
    const archive = archiveWith(`Title: x\nDate: 2026-02-18\n\n${EVENTS}### Europe\n${listed}`)!;
    const text = (date: string) => `Title: x\nDate: ${date}\n\n${EVENTS}### Europe\n${listed}`;
    for (const known of [archive, undefined]) {
      const issue = read(text('2026-03-25'));
      expect(organizeText(issue, { stage: 'draft' }, known)).toBe(issue.source.text);
      expect(isOrganized(issue, { stage: 'draft' }, known)).toBe(true);
      expect(fixAllText({ issue, options: DEFAULT_OPTIONS, archive: known })).toContain(listed);
    }
    const renamed = read(text('2026-03-25'), 'file:///twir/draft/2026-03-25-this-week-in-rust.md');
    expect(organizeText(renamed, { stage: 'draft' }, archive)).not.toContain(listed);
    expect(fixAllText({ issue: renamed, options: DEFAULT_OPTIONS, archive })).not.toContain(listed);
  });

  it('sorts over blank lines, which keep their place', () => {
    const [c, b, a] = [
      event('2026-03-10', 'Oslo, NO'),
      event('2026-03-04', 'Bern, CH'),
      event('2026-03-01', 'Rome, IT'),
    ];
    expect(organize(`${EVENTS}### Europe\n${c}\n${b}  \n\n${a}`)).toBe(
      `${EVENTS}### Europe\n${a}\n${b}  \n\n${c}`,
    );
  });

  it('sorts no event over a heading of the week', () => {
    const [late, early] = [event('2026-03-10', 'Oslo, NO'), event('2026-03-04', 'Bern, CH')];
    const text = `${EVENTS}### Europe\n${late}\n#### Workshops\n${early}`;
    expect(organize(text)).toBe(text);
  });

  it('takes further lines of an entry along', () => {
    const [late, early] = [event('2026-03-10', 'Oslo, NO'), event('2026-03-04', 'Bern, CH')];
    for (const more of ['    * More words\n', '\tmore words\n', '  more\n  words\n'])
      expect(organize(`${EVENTS}### Europe\n${late}${more}${early}`)).toBe(
        `${EVENTS}### Europe\n${early}${late}${more}`,
      );
  });

  it('takes a comment below an entry along that no entry follows directly', () => {
    const [late, early] = [event('2026-03-10', 'Oslo, NO'), event('2026-03-04', 'Bern, CH')];
    expect(organize(`${EVENTS}### Europe\n${late}<!-- ask Oslo -->\n\n${early}`)).toBe(
      `${EVENTS}### Europe\n${early}\n${late}<!-- ask Oslo -->\n`,
    );
    expect(organize(`${EVENTS}### Europe\n${late}${early}<!-- ask Bern -->`)).toBe(
      `${EVENTS}### Europe\n${early}<!-- ask Bern -->\n${late}`.trimEnd(),
    );
  });

  it('leaves an event without a title between its neighbors', () => {
    const [late, early] = [event('2026-03-10', 'Oslo, NO'), event('2026-03-04', 'Bern, CH')];
    const text = `${EVENTS}### Europe\n${late}* 2026-03-05 | Rome, IT | [A](https://example.com)\n${early}`;
    expect(organize(text)).toBe(text);
  });

  it('sorts a mistyped year by the year that was meant', () => {
    const [first, slip, last] = [
      event('2026-03-01', 'Oslo, NO'),
      event('2025-03-04', 'Bern, CH'),
      event('2026-03-10', 'Rome, IT'),
    ];
    const sorted = `${EVENTS}### Europe\n${first}${slip}${last}`;
    expect(organize(`${EVENTS}### Europe\n${last}${slip}${first}`)).toBe(sorted);
    expect(organize(sorted)).toBe(sorted);
  });

  it('sorts damaged and invisible characters as what they were', () => {
    for (const [first, second] of [
      ['Zermatt, CH', 'ZÃ¼rich, CH'],
      ['Os\u200blo, NO', 'Osnabrück, DE'],
      ['Bad Ems, DE', 'Bad\u00a0 Tölz, DE'],
    ] as const) {
      const sorted = `${EVENTS}### Europe\n${event('2026-03-04', first)}${event('2026-03-04', second)}`;
      const turned = `${EVENTS}### Europe\n${event('2026-03-04', second)}${event('2026-03-04', first)}`;
      expect(organize(turned)).toBe(sorted);
      expect(organize(sorted)).toBe(sorted);
    }
  });

  it('sorts hybrid events by their places as long as they were spelled in many ways, and under H since', () => {
    const list = ['Bern, CH', 'Hybrid (Oslo, NO)', 'Kiel, DE', 'Rome, IT'].map((place) =>
      event('2026-03-04', place),
    );
    const text = `${EVENTS}### Europe\n${list.join('')}`;
    const [bern, oslo, kiel, rome] = list;
    const early = (given: string) => given.replaceAll('2026-03-04', '2022-11-30');
    const then = read(early(text), 'file:///twir/draft/2022-11-23-this-week-in-rust.md');
    expect(organize(text)).toBe(text);
    expect(organizeText(then)).toBe(early(`${EVENTS}### Europe\n${bern}${kiel}${oslo}${rome}`));
  });

  it('sorts hybrid events of those years among the virtual ones by their places', () => {
    const list = ['Virtual (Bern, CH)', 'Hybrid (Kiel, DE)', 'Virtual (Oslo, NO)', 'Virtual'].map((place) =>
      event('2022-11-30', place),
    );
    const [bern, kiel, oslo, virtual] = list;
    const issue = read(
      `${EVENTS}### Virtual\n${kiel}${oslo}${bern}${virtual}`,
      'file:///twir/draft/2022-11-23-this-week-in-rust.md',
    );
    expect(organizeText(issue)).toBe(`${EVENTS}### Virtual\n${virtual}${bern}${kiel}${oslo}`);
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

describe('taking events out', () => {
  const past = event('2026-02-04', 'Oslo, NO');
  const running = event('2026-03-04', 'Bern, CH');
  const without = (text: string) => {
    const issue = read(`${EVENTS}${text}`);
    return applyEdits(
      issue.source.text,
      removeEvents(
        issue,
        issue.events.filter(({ dates }) => dates.last < '2026-02-25'),
      ),
    ).slice(EVENTS.length);
  };

  it.each([
    ['of a list', `### Europe\n${past}${past}${running}`, `### Europe\n${running}`],
    ['at its end', `### Europe\n${running}${past}\n### Asia\n`, `### Europe\n${running}\n### Asia\n`],
    ['all of a list', `### Europe\n${past}${past}\n### Asia\n`, '### Europe\n\n### Asia\n'],
    ['after a blank line', `### Europe\n\n${past}\n### Asia\n`, '### Europe\n\n### Asia\n'],
    ['after several', `### Europe\n \n${past}\n \n\n### Asia\n`, '### Europe\n \n### Asia\n'],
    ['between blank lines', `${running}\n${past}\n${running}`, `${running}\n${running}`],
    ['on two sides of another', `${past}${running}${past}`, running],
    ['at the end of the text', `### Europe\n\n${past}`, '### Europe\n\n'],
    ['and leaves blank lines at the end', `### Europe\n\n${past}\n\n`, '### Europe\n\n'],
  ])('%s', (_, before, after) => expect(without(before)).toBe(after));

  it('makes one edit of entries that stand together', () => {
    const issue = read(`${EVENTS}### Europe\n${past}${past}${running}${past}`);
    const edits = removeEvents(
      issue,
      issue.events.filter(({ dates }) => dates.last < '2026-02-25'),
    );
    const start = `${EVENTS}### Europe\n`.length;
    expect(edits).toEqual([
      { start, end: start + 2 * past.length, text: '' },
      { start: start + 2 * past.length + running.length, end: issue.source.text.length, text: '' },
    ]);
  });
});

describe('the order of regions', () => {
  const europe = `### Europe\n${event('2026-03-04', 'Oslo, NO')}`;
  const asia = `### Asia\n${event('2026-03-04', 'Osaka, JP')}`;
  const virtual = `### Virtual\n${event('2026-03-04', 'Virtual')}`;
  const sorted = (text: string) => organize(`${EVENTS}${text}`).slice(EVENTS.length);

  it('takes headings of the week along with their region', () => {
    const workshops = `\n#### Workshops\n${event('2026-03-05', 'Bern, CH')}`;
    expect(sorted(`${europe}${workshops}\n${asia}\n${virtual}`)).toBe(
      `${virtual}\n${asia}\n${europe}${workshops}`,
    );
  });

  it('keeps blank lines where they are, however many', () => {
    expect(sorted(`${europe}\n  \n${virtual}${asia}\n\n\n## Jobs\n`)).toBe(
      `${virtual}\n\n${asia}${europe}\n\n\n## Jobs\n`,
    );
  });

  it('takes all lists of the last region along, and words that stand directly below an entry', () => {
    const words = 'Bring a laptop.\n';
    const more = `${event('2026-03-06', 'Virtual')}${words}`;
    for (const gap of ['\n', ' \n'])
      expect(sorted(`${europe}\n${virtual}${gap}${more}${gap}If you are running an event, add it.\n`)).toBe(
        `${virtual}${gap}${more}\n${europe}${gap}If you are running an event, add it.\n`,
      );
  });

  it('ends where a main section begins', () => {
    const jobs = `\n## Jobs\n\n### Asia\n* [A job](https://example.com/job)\n`;
    expect(sorted(`${europe}\n${virtual}${jobs}`)).toBe(`${virtual}\n${europe}${jobs}`);
  });

  it('is right without a line break at the end of the text, and without regions', () => {
    expect(sorted(`${europe}\n${virtual}`.trimEnd())).toBe(`${virtual}\n${europe}`.trimEnd());
    const none = `${event('2026-03-04', 'Oslo, NO')}\nWords.\n`;
    expect(sorted(none)).toBe(none);
  });

  it('drops the empty ones at release, white space and all, but for what follows them', () => {
    const release = (text: string) => organize(`${EVENTS}${text}`, 'release').slice(EVENTS.length);
    expect(release(`### Virtual\n \n\n### Asia\n\n${europe}\n### North America\n`)).toBe(`${europe}\n`);
    expect(release(`${europe}\n### Oceania\n\nWords.\n`)).toBe(`${europe}\nWords.\n`);
  });
});
