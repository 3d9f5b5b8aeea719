import type { Piece } from '../newsletter/issue/piece';
import type { Section } from '../newsletter/sections/sections';
import type { Range } from '../text/sourceText';
import { defineIssueRule, type Fact, type Placed } from './rule';

const LINE = /rusty\s+events\s+between/i;
const DATES = /(\d{4}-\d{1,2}-\d{1,2})(\s*\S{1,3}\s*)(\d{4}-\d{1,2}-\d{1,2})/;

export default defineIssueRule({
  id: 'event-window-line',
  summary: 'The line “Rusty Events between … - …” is missing or has other dates than the issue',
  why: 'It tells readers which four weeks are listed; carried over from last week it tells the wrong ones.',
  severity: 'error',
  fix: 'never',
  carriedOver: 'same',
  examples: [
    {
      title: "last week's dates",
      bad: '## Upcoming Events\n\nRusty Events between 2026-02-18 - 2026-03-18 🦀\n',
      found: [
        '3:22-45: This issue lists the events of “2026-02-25 - 2026-03-25”, not of “2026-02-18 - 2026-03-18”',
      ],
      fixes: ['Write “Rusty Events between 2026-02-25 - 2026-03-25 🦀”'],
      good: '## Upcoming Events\n\nRusty Events between 2026-02-25 - 2026-03-25 🦀\n',
    },
  ],
  facts(piece) {
    const facts: WindowFact[] = [];
    const area = piece.sections.find(({ spec }) => spec?.key === 'events');
    if (area) {
      const line = lineIn(piece, area);
      facts.push({
        at: area.heading,
        what: 'area',
        line: line && piece.source.slice(line),
        places: { line: line ?? area.heading, dates: line ? datesIn(piece, line) : area.heading },
      });
    }
    const event = piece.events[0];
    // How many there are does not matter.
    if (event)
      facts.push({ at: event.head, what: 'events', places: { line: event.head, dates: event.head } });
    return facts;
  },
  check({ window, profile }, facts: readonly Placed<WindowFact>[], report) {
    const area = facts.find(({ what }) => what === 'area');
    if (!area || !window) return;
    const { first, last } = window;
    const exact = `Rusty Events between ${first} - ${last} 🦀`;
    const text = area.line;
    if (text === undefined) {
      // Only where events are listed: an empty section has worse troubles.
      if (!facts.some(({ what }) => what === 'events')) return;
      report({
        at: area.at,
        message: `The line “${exact}” is missing`,
        fixes: ({ source }, at) => {
          const { end } = source.lineAt(at(area.at).start);
          return [{ title: 'Add the line', edits: () => [{ start: end, end, text: `\n\n${exact}` }] }];
        },
      });
      return;
    }
    // A damaged crab is told by the rule for damaged characters.
    if (text.startsWith(exact.slice(0, -2)) && /^[\P{ASCII} ]+$/u.test(text.slice(exact.length - 2))) return;
    // The first issues of 2022 wrote `1/5/2022 - 2/2/2022`.
    if (profile.can.americanDates && text.includes(` ${american(first)} - ${american(last)} `)) return;
    const dates = DATES.exec(text);
    const right = dates && dates[1] === first && dates[2] === ' - ' && dates[3] === last;
    const found = dates && !right ? dates[0] : text;
    const replacement = dates && !right ? `${first} - ${last}` : exact;
    const place = dates && !right ? area.places.dates : area.places.line;
    report({
      at: place,
      message: `This issue lists the events of “${replacement}”, not of “${found}”`,
      fixes: (_, at) => [
        {
          title: `Write “${exact}”`,
          preferred: true,
          edits: () => [{ ...at(place), text: replacement }],
        },
      ],
    });
  },
});

/** The section of events with its line, or that there are events. */
interface WindowFact extends Fact {
  readonly what: 'area' | 'events';
  readonly line?: string | undefined;
  readonly places: { readonly line: Range; readonly dates: Range };
}

function datesIn({ source }: Piece, line: Range): Range {
  const match = DATES.exec(source.slice(line));
  if (!match) return line;
  const start = line.start + match.index;
  return { start, end: start + match[0].length };
}

function lineIn(piece: Piece, area: Section): Range | undefined {
  const { source } = piece;
  for (let n = source.lineNumberAt(area.start) + 1; n < source.lineCount; n += 1) {
    const { start, end } = source.line(n);
    if (start >= area.body.end) return undefined;
    const content = source.lineText(n);
    const indent = content.length - content.trimStart().length;
    if (LINE.test(content) && !piece.inComment(start + indent))
      return {
        start: start + indent,
        end: Math.max(start + indent, end - (content.length - content.trimEnd().length)),
      };
  }
  return undefined;
}

function american(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${month}/${day}/${year}`;
}
