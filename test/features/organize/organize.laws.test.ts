import { describe, expect, it } from 'vitest';
import { isOrganized, organizeText } from '../../../server/src/features/organize/organize';
import { printEvent } from '../../../server/src/newsletter/events/event';
import {
  EVENT_REGIONS,
  type EventRegion,
  isPast,
  regionOf,
} from '../../../server/src/newsletter/events/meaning';
import { type Issue, readIssue } from '../../../server/src/newsletter/issue/issue';
import { ownIssues } from '../../helpers/corpus';
import { type CorpusFile, hasShared, publishedIssues } from '../../helpers/shared';

const read = (text: string, uri: string) => readIssue({ uri, text });

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

/** Shuffles and organizes each issue. @returns those that were published out of order, an event above an earlier one */
function outOfOrder(files: readonly CorpusFile[]): string[] {
  const wrong: string[] = [];
  for (const { name, text } of files) {
    const issue = read(text, `file:///content/${name}`);
    const published = datesAndRegions(issue);
    const shuffled = read(disordered(issue, 7), issue.uri);
    const order = organizeText(shuffled);
    for (const one of [issue, shuffled, read(order, issue.uri)])
      expect(isOrganized(one, { stage: 'draft' }), name).toBe(organizeText(one) === one.source.text);
    const organized = datesAndRegions(read(order, issue.uri));
    expect(organized.length, name).toBeGreaterThan(0);
    expect([...organized].sort(), name).toEqual([...published].sort());
    const rank = (line: string) =>
      [EVENT_REGIONS.indexOf(line.split(/[ /]/)[1] as EventRegion), line] as const;
    const inOrder = published.every((line, n) => {
      const [[a, first], [b, second]] = [rank(published[Math.max(0, n - 1)]!), rank(line)];
      return a < b || (a === b && first <= second);
    });
    if (inOrder) expect(organized, name).toEqual(published);
    else wrong.push(name);
  }
  return wrong;
}

/** @returns how many well-formed events there are; each is printed as it is written */
function printed(files: readonly CorpusFile[]): number {
  let seen = 0;
  for (const { name, text } of files) {
    const issue = read(text, `file:///content/${name}`);
    for (const entry of issue.events) {
      if (!entry.exact) continue;
      seen += 1;
      const written = issue.source.slice(entry).replace(/[ \t]+$/gm, '');
      expect(printEvent(issue.source, entry)).toBe(written);
    }
  }
  return seen;
}

describe('issues come back from random order as they were published', () => {
  it('invented ones', () => expect(outOfOrder(ownIssues())).toEqual([]));

  it.runIf(hasShared)('published ones, except where that was wrong', () => {
    const files = publishedIssues('2025-05-21');
    expect(files.length).toBe(41);
    expect(outOfOrder(files)).toEqual(['2025-08-20-this-week-in-rust.md', '2025-08-27-this-week-in-rust.md']);
  });
});

describe('well-formed events are printed as they are written', () => {
  it('invented ones', () => expect(printed(ownIssues())).toBeGreaterThan(25));

  it.runIf(hasShared)('published ones', () =>
    expect(printed(publishedIssues('2025-01-01'))).toBeGreaterThan(2000),
  );
});
