import { describe, expect, it } from 'vitest';
import { hover } from '../../../server/src/features/hover/hover';
import { weekdayHints } from '../../../server/src/features/hover/inlayHint';
import { folds } from '../../../server/src/features/outline/folding';
import {
  type OutlineEntry,
  type OutlineSection,
  outline,
} from '../../../server/src/features/outline/symbols';
import { PROFILES } from '../../../server/src/newsletter/eras/profiles';
import { type Issue, readIssue } from '../../../server/src/newsletter/issue/issue';
import { PLACEHOLDER_HELP } from '../../../server/src/newsletter/placeholders/help';
import { PLACEHOLDERS } from '../../../server/src/newsletter/placeholders/specs';
import { sectionGuide } from '../../../server/src/newsletter/sections/guide';
import { checkIssue } from '../../../server/src/rules/check';
import { archiveWith, DRAFT_URI } from '../../helpers/fixture';

const TEXT = `Title: This Week in Rust 640
Number: 640
Date: 2026-02-25
Category: This Week in Rust

## Updates from Rust Community

### Official
* [A post](https://example.com/a)
* [Another post](https://example.com/b)

## Crate of the Week
<!-- COTW goes here -->

<!--
Two
lines
-->

## Upcoming Events

### Europe
* 2026-03-05 | Ghent, BE | [Rust Ghent](https://example.com/ghent)
    * [**An evening of Rust**](https://example.com/evening)
* 2026-04-01 - 2026-04-03 | Oslo, NO | [Rust Oslo](https://example.com/oslo)
    * [**Three days**](https://example.com/days)

# Quote of the Week
<!-- QOTW goes here -->
`;

const FRONT = 'Title: This Week in Rust\nNumber: 640\nDate: 2026-02-25\nCategory: This Week in Rust\n\n';
const read = (text = TEXT): Issue => readIssue({ uri: DRAFT_URI, text });

const RULE_PAGE = (id: string) => `https://example.com/rules/${id}.md`;

function hoverAt(
  part: string,
  by = 0,
  text = TEXT,
  earlier?: string,
  rulePage: (id: string) => string | undefined = RULE_PAGE,
) {
  const issue = read(text);
  const offset = text.indexOf(part) + by;
  const archive = archiveWith(earlier);
  return hover({
    issue,
    findings: checkIssue(issue),
    offset,
    today: '2026-02-26',
    archive,
    rulePage,
  });
}

describe('hover', () => {
  it('tells the weekday of an event and how far away it is', () => {
    const found = hoverAt('2026-03-05', 3);
    expect(found?.markdown).toMatch(/^Thursday, in 7 days/);
    expect(TEXT.slice(found?.start, found?.end)).toBe('2026-03-05');
  });

  it('tells that an event is after the window', () => {
    expect(hoverAt('2026-04-01')?.markdown).toMatch(
      /^Wednesday to Friday, in 34 days\. After the window of this issue, which ends on 2026-03-25/,
    );
  });

  it('tells the weekday and the number of the issue', () => {
    expect(hoverAt('2026-02-25')?.markdown).toMatch(/^Wednesday, yesterday, issue 640/);
  });

  it('tells what a placeholder asks for', () => {
    expect(hoverAt('COTW')?.markdown).toMatch(/^\*\*Placeholder\.\*\* The Crate of the Week/);
  });

  it('tells what a rule is about', () => {
    const text = TEXT.replace('/b)\n', '/b) \n');
    expect(hoverAt('/b)', 4, text)?.markdown).toMatch(/\[`whitespace`\]\(https:.*whitespace\.md\): /);
    const unknown = hoverAt('/b)', 4, text, undefined, () => undefined);
    expect(unknown?.markdown).toMatch(/^`whitespace`: /);
  });

  it('tells when a link and a group appeared before', () => {
    const earlier = `${FRONT.replace('2026-02-25', '2026-02-18')}## Updates from Rust Community\n\n### Official\n* [An older title](https://example.com/again)\n\n## Upcoming Events\n\n### Europe\n* 2026-03-01 | Oslo, NO | [Rust Oslo](https://example.com/oslo)\n    * [**Talks**](https://example.com/1)\n`;
    const now = `${FRONT}## Updates from Rust Community\n\n### Official\n* [A title](https://example.com/again/)\n\n## Upcoming Events\n\n### Europe\n* 2026-03-08 | Oslo, NO | [Rust Oslo](https://example.com/oslo)\n    * [**Talks**](https://example.com/2)\n`;
    expect(hoverAt('A title', 1, now, earlier)?.markdown).toMatch(
      /^Appeared in the issue of 2026-02-18: An older title/,
    );
    expect(hoverAt('Rust Oslo', 1, now, earlier)?.markdown).toMatch(
      /^One event in earlier issues, the latest on 2026-02-18, mostly Oslo, NO/,
    );
    expect(hoverAt('Rust Oslo', 1, now)).toBeUndefined();
  });

  it('tells what belongs under a heading', () => {
    expect(hoverAt('### Official', 5)?.markdown).toBe(
      '**Official.** Posts of the Rust project and its teams.',
    );
    expect(hoverAt('## Crate of the Week', 5)?.markdown).toMatch(
      /^\*\*Crate of the Week\.\*\* .*Every issue has this section\./,
    );
    for (const { sections } of Object.values(PROFILES))
      for (const { key } of sections) expect(sectionGuide(key), key).toBeDefined();
  });

  it('tells what markers stand for', () => {
    const marked = (marker: string) =>
      hoverAt(marker, 1, TEXT.replace('* [A post]', `* [video] [DE|FR] ${marker} [A post]`))?.markdown;
    expect(marked('[video]')).toMatch(/^The page is a video/);
    expect(marked('[DE|FR]')).toMatch(/^The page is in German and French/);
    expect(marked('[disposition: close]')).toMatch(/^In its final comment period it is to be rejected/);
    expect(marked('[whatever]') ?? '').not.toMatch(/^The page|^In its/);
  });

  it('names countries and states', () => {
    const at = (place: string, part: string) =>
      hoverAt(part, 1, TEXT.replace('Ghent, BE', place))?.markdown.split('\n')[0];
    expect(at('Ghent, BE', 'BE |')).toBe('Belgium: events here are listed under Europe');
    expect(at('Virtual (Seattle, WA, US)', 'US)')).toBe(
      'United States: online events are listed under Virtual',
    );
    expect(at('Hybrid (Seattle, WA, US)', 'WA,')).toBe('Washington');
    expect(at('London, GB', 'GB |')).toMatch(/^United Kingdom, written UK/);
    expect(at('Ghent, BE', 'Ghent, BE')).toBeUndefined();
  });

  it('is silent elsewhere', () => {
    expect(hoverAt('Oslo, NO', 2)).toBeUndefined();
  });

  it('knows every placeholder', () => {
    const ids = new Set(PLACEHOLDERS.map(({ id }) => id));
    expect(Object.keys(PLACEHOLDER_HELP).sort()).toEqual([...ids].sort());
  });
});

describe('outline', () => {
  const label = ({ name, detail }: OutlineEntry) => `${name}${detail && ` (${detail})`}`;
  const list = (sections: readonly OutlineSection[], indent = ''): string[] =>
    sections.flatMap((section) => [
      `${indent}${label(section)}`,
      ...section.events.flatMap(({ entries }) => entries.map((entry) => `${indent}  ${label(entry)}`)),
      ...list(section.children, `${indent}  `),
    ]);

  it('has sections and events with counts', () => {
    expect(list(outline(read()))).toEqual([
      'Updates from Rust Community (2 entries)',
      '  Official (2 entries)',
      'Crate of the Week',
      'Upcoming Events (2 events)',
      '  Europe (2 events)',
      '    An evening of Rust (2026-03-05, Ghent, BE)',
      '    Three days (2026-04-01 - 2026-04-03, Oslo, NO)',
      'Quote of the Week',
    ]);
  });

  it('never has an empty name, and places lie within their parents', () => {
    const look = (entry: OutlineEntry, from: number, start: number, end: number) => {
      expect(entry.name.trim()).not.toBe('');
      expect(from + entry.start).toBeGreaterThanOrEqual(start);
      expect(from + entry.end).toBeLessThanOrEqual(end);
      expect(entry.selection.start).toBeGreaterThanOrEqual(entry.start);
      expect(entry.selection.end).toBeLessThanOrEqual(entry.end);
    };
    const walk = (sections: readonly OutlineSection[], start: number, end: number): void => {
      for (const section of sections) {
        look(section, 0, start, end);
        for (const { entries, start: from } of section.events)
          for (const entry of entries) look(entry, from, section.start, section.end);
        walk(section.children, section.start, section.end);
      }
    };
    for (let end = 0; end <= TEXT.length; end += 7) walk(outline(read(TEXT.slice(0, end))), 0, end);
    walk(outline(read(`${TEXT}\n##\n\n### \n`)), 0, TEXT.length + 10);
  });
});

describe('folds', () => {
  it('are the front matter, sections without the blank lines behind them, and comments', () => {
    const lines = TEXT.split('\n');
    const found = folds(read()).map(({ first, last, kind }) => [lines[first], lines[last], kind]);
    expect(found).toContainEqual(['Title: This Week in Rust 640', 'Category: This Week in Rust', 'region']);
    expect(found).toContainEqual(['### Official', '* [Another post](https://example.com/b)', 'region']);
    expect(found).toContainEqual(['<!--', '-->', 'comment']);
    expect(found).not.toContainEqual(expect.arrayContaining(['<!-- COTW goes here -->']));
  });
});

describe('weekday hints', () => {
  it('stand after the dates of events in view', () => {
    const issue = read();
    const shown = (within = { start: 0, end: TEXT.length }) =>
      weekdayHints(issue, within).map(({ offset, label }) => [TEXT.slice(offset - 10, offset), label]);
    expect(shown()).toEqual([
      ['2026-03-05', 'Thu'],
      ['2026-04-03', 'Wed - Fri'],
    ]);
    expect(shown({ start: 0, end: TEXT.indexOf('2026-04-01') })).toHaveLength(1);
  });
});
