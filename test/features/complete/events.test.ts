import { describe, expect, it } from 'vitest';
import { complete } from '../../../server/src/features/complete/complete';
import { Archive } from '../../../server/src/newsletter/archive/archive';
import { readIssue } from '../../../server/src/newsletter/issue/issue';
import { linkKey } from '../../../server/src/newsletter/links/keys';
import { applyEdits } from '../../../server/src/text/edits';
import { archiveWith, DRAFT_URI } from '../../helpers/fixture';

const EVENTS = '## Upcoming Events\n\nRusty Events between 2026-02-25 - 2026-03-25 🦀\n\n';

/** What is offered at `$0` for events, with the text that it makes of the lines from the cursor's on. */
function offered(text: string) {
  const offset = text.indexOf('$0');
  const clean = text.slice(0, offset) + text.slice(offset + 2);
  const issue = readIssue({ uri: DRAFT_URI, text: clean });
  const line = issue.source.lineAt(offset);
  return complete({ issue, offset, archive: undefined, today: undefined })
    .filter(({ kind }) => ['event', 'date', 'place'].includes(kind))
    .map((completion) => {
      expect(completion.edit.start).toBeGreaterThanOrEqual(line.start);
      expect(completion.edit.end).toBeLessThanOrEqual(line.end);
      // Editors compare what stands in the range: a bullet there needs one in the filter.
      const replaced = clean.slice(completion.edit.start, offset);
      if (replaced.startsWith('*')) expect(completion.filterText).toMatch(/^\* /);
      return { ...completion, after: applyEdits(clean, [completion.edit]).slice(line.start) };
    });
}

const labels = (text: string) => offered(text).map(({ label }) => label);

describe('groups and places of an event line', () => {
  const line = (text: string) => offered(`${EVENTS}### Europe\n${text}\n`);

  it('are there inside the bracket of a link, too', () => {
    for (const written of ['[rust lon$0', '[rust lon$0]', 'rust lon$0', '']) {
      const found = line(`* 2026-03-04 | London, UK | ${written || '$0'}`);
      const group = found.find(({ label }) => label === 'Rust London User Group');
      expect(group?.after).toMatch(
        /^\* 2026-03-04 \| London, UK \| \[Rust London User Group\]\(https:\S+\)\n/,
      );
    }
  });

  it('bring the blank behind a bar along', () => {
    const [place] = line('* 2026-03-04 |$0').filter(({ label }) => label === 'Oslo, NO');
    expect(place?.after).toBe('* 2026-03-04 | Oslo, NO\n');
    const [group] = line('* 2026-03-04 | London, UK |$0');
    expect(group?.after).toMatch(/^\* 2026-03-04 \| London, UK \| \[/);
  });

  it('are hybrid where the author has begun to say so', () => {
    const places = line('* 2026-03-04 | Hyb$0').map(({ label }) => label);
    expect(places).toContain('Hybrid (Oslo, NO)');
    expect(places).not.toContain('Oslo, NO');
    expect(line('* 2026-03-04 | Os$0').map(({ label }) => label)).not.toContain('Hybrid (Oslo, NO)');
  });
});

describe('groups of earlier issues', () => {
  const archive = (dates: readonly string[]) => {
    const issues = new Archive(linkKey);
    for (const date of dates)
      issues.add(
        `file:///twir/content/${date}-this-week-in-rust.md`,
        `Title: T\nDate: ${date}\n\n## Upcoming Events\n\n### Europe\n* 2026-03-04 | Bodø, NO | [Rust Bodø](https://example.com/rust-bodo)\n    * [**Talks**](https://example.com/talks)\n`,
      );
    return issues.before('2026-02-25');
  };
  const found = (dates: readonly string[]) => {
    const text = `${EVENTS}### Europe\nrust bod\n`;
    const issue = readIssue({ uri: DRAFT_URI, text });
    return complete({ issue, offset: text.length - 1, archive: archive(dates), today: undefined }).find(
      ({ label }) => label === 'Rust Bodø',
    );
  };

  it('are offered once several of them have named one', () => {
    expect(found(['2026-02-04', '2026-02-11', '2026-02-18'])).toMatchObject({
      detail: 'Bodø, NO · 3 events',
      edit: { text: expect.stringContaining('| Bodø, NO | [Rust Bodø](https://example.com/rust-bodo)\n') },
    });
    expect(found(['2026-02-11', '2026-02-18'])).toBeUndefined();
  });
});

describe('whole events', () => {
  it('in the three forms, on an empty line', () => {
    expect(labels(`${EVENTS}### Europe\n$0\n`)).toEqual(
      expect.arrayContaining(['In-person event', 'Hybrid event', 'Virtual event']),
    );
    const [inPerson] = offered(`${EVENTS}### Europe\n$0\n`);
    expect(inPerson!.after).toMatch(
      /^\* \$\{1\|2026-02-25,2026-02-26,.*,2026-03-25\|\} \| \$\{2:City\}, \$\{3:CC\} \| \[.*\n {4}\* \[\*\*/,
    );
  });

  it('behind a bullet, without a second one', () => {
    for (const { after } of offered(`${EVENTS}### Europe\n* $0\n`).filter(({ kind }) => kind === 'event'))
      expect(after).toMatch(/^\* \$/);
  });

  it('at the margin, where the editor has indented the line', () => {
    const indented = (line: string) =>
      offered(
        `${EVENTS}### Europe\n* 2026-03-04 | Oslo, NO | [A](https://example.com/a)\n    * [**T**](https://example.com/1)\n${line}\n`,
      );
    expect(indented('    $0').map(({ label }) => label)).toContain('Hybrid event');
    for (const { after } of indented('    * $0')) expect(after).toMatch(/^\* [$2]/);
    const [place] = indented('    * 2026-03-04 | $0').filter(({ label }) => label === 'Virtual');
    expect(place?.after).toBe('* 2026-03-04 | Virtual\n');
    expect(place?.filterText).toBe('* 2026-03-04 | Virtual');
  });

  it('of a group by its first letters', () => {
    const found = offered(`${EVENTS}### Europe\nlond$0`).find(
      ({ label }) => label === 'Rust London User Group',
    );
    expect(found?.after).toContain(
      '| London, UK | [Rust London User Group](https://www.meetup.com/rust-london-user-group)\n',
    );
  });

  it('of a group by its city, online under Virtual', () => {
    const found = offered(`${EVENTS}### Virtual\n* oslo$0\n`).find(({ label }) => label === 'Rust Oslo');
    expect(found?.after).toContain('| Virtual (Oslo, NO) | [Rust Oslo](https://www.meetup.com/rust-oslo)\n');
  });

  it('not of groups that are at home elsewhere', () => {
    expect(labels(`${EVENTS}### Asia\noslo$0\n`)).not.toContain('Rust Oslo');
  });
});

describe('groups', () => {
  const EARLIER =
    '## Upcoming Events\n\n### Europe\n* 2026-02-20 | Oslo, NO | [Rust Oslo](https://www.meetup.com/rust-oslo)\n    * [**T**](https://example.com/1)\n';

  it('tell where they meet and how often they did', () => {
    const text = `${EVENTS}### Europe\noslo`;
    const issue = readIssue({ uri: DRAFT_URI, text });
    const found = complete({
      issue,
      offset: text.length,
      archive: archiveWith(`Title: T\nNumber: 639\nDate: 2026-02-18\n\n${EARLIER}`),
      today: undefined,
    }).find(({ label }) => label === 'Rust Oslo');
    expect(found?.detail).toBe('Oslo, NO · 1 event');
  });

  it('of the place that stands there come first', () => {
    const found = offered(`${EVENTS}### Europe\n* 2026-03-04 | Oslo, NO | $0\n`);
    const sorted = [...found].sort((a, b) => (a.sortText! < b.sortText! ? -1 : 1));
    expect(sorted[0]?.detail).toMatch(/^Oslo, NO/);
    expect(sorted.at(-1)?.detail).not.toMatch(/^Oslo, NO/);
  });
});

describe('dates', () => {
  it('of the window, with their weekdays', () => {
    const dates = offered(`${EVENTS}### Europe\n* 2026-03$0\n`);
    expect(dates).toHaveLength(29);
    expect(dates[0]).toMatchObject({ label: '2026-02-25', detail: 'Wednesday', snippet: false });
    expect(dates[0]!.after).toBe('* 2026-02-25\n');
  });

  it('later ones for the last day', () => {
    const dates = labels(`${EVENTS}### Europe\n* 2026-03-23 - $0 | Oslo, NO\n`);
    expect(dates).toEqual(['2026-03-24', '2026-03-25']);
  });
});

describe('places', () => {
  it('in the four forms', () => {
    expect(labels(`${EVENTS}### Europe\n* 2026-03-04 | $0\n`)).toEqual(
      expect.arrayContaining(['City, CC', 'Hybrid (City, CC)', 'Virtual (City, CC)', 'Virtual', 'Oslo, NO']),
    );
  });

  it('replace the whole field', () => {
    const found = offered(`${EVENTS}### Europe\n* 2026-03-04 | Os$0aka | [A](https://example.com)\n`);
    expect(found.find(({ label }) => label === 'Oslo, NO')!.after).toBe(
      '* 2026-03-04 | Oslo, NO | [A](https://example.com)\n',
    );
  });
});

describe('silence', () => {
  it.each([
    ['in another section', '## Jobs\n* $0\n'],
    ['in a comment', `${EVENTS}### Europe\n<!--\n* $0\n-->\n`],
    ['in a link', `${EVENTS}### Europe\n* 2026-03-04 | Oslo, NO | [Os$0lo](https://example.com)\n`],
    ['in a title line', `${EVENTS}### Europe\n    * [**Tal$0ks**](https://example.com)\n`],
    ['before other text', `${EVENTS}### Europe\n$0Oslo, NO\n`],
  ])('%s', (_, text) => expect(offered(text)).toEqual([]));
});
