import { isDate } from '../newsletter/issue/date';
import type { Piece } from '../newsletter/issue/piece';
import { type CallField, type EventCall, eventCalls } from '../newsletter/sections/calls';
import { removeBlock } from '../text/lines';
import { definePieceRule, type Fix } from './rule';

/** Calls for papers that nobody can answer any more. */
export default definePieceRule({
  id: 'cfp-event-closed',
  in: ['cfp'],
  summary: 'A call for papers has closed, or its dates contradict each other',
  why: 'Calls are carried over from week to week. Two of them went out with the year of the issue before January.',
  severity: 'warning',
  releaseSeverity: 'error',
  fix: 'never',
  examples: [
    {
      title: 'closed last week',
      bad: '## Call for Participation; projects and speakers\n\n### CFP - Events\n\n* [**Example Days**](https://example.com/cfp) | CFP closes 2026-02-20 | Berlin, DE | 2026-06-01\n',
      found: ['5:49-70: This call closed on 2026-02-20, before the issue of 2026-02-25'],
      fixes: ['Delete the call'],
      good: '## Call for Participation; projects and speakers\n\n### CFP - Events\n\n* [**Example Days**](https://example.com/cfp) | CFP closes 2026-03-20 | Berlin, DE | 2026-06-01\n',
    },
    {
      title: 'the event is over before proposals are due',
      bad: '## Call for Participation; projects and speakers\n\n### CFP - Events\n\n* [**Example Days**](https://example.com/cfp) | CFP closes 2026-03-20 | Berlin, DE | 2025-06-01\n',
      found: ['5:86-96: The event is on 2025-06-01, but its call closes later, on 2026-03-20'],
      fixes: ['Set the year to 2026'],
      good: '## Call for Participation; projects and speakers\n\n### CFP - Events\n\n* [**Example Days**](https://example.com/cfp) | CFP closes 2026-03-20 | Berlin, DE | 2026-06-01\n',
    },
    {
      title: 'one date in the place of the other',
      bad: '## Call for Participation; projects and speakers\n\n### CFP - Events\n\n* [**Example Days**](https://example.com/cfp) | CFP closes 2026-06-01 | Berlin, DE | 2026-03-20\n',
      found: ['5:86-96: The event is on 2026-03-20, but its call closes later, on 2026-06-01'],
      fixes: ['Swap the two dates'],
      good: '## Call for Participation; projects and speakers\n\n### CFP - Events\n\n* [**Example Days**](https://example.com/cfp) | CFP closes 2026-03-20 | Berlin, DE | 2026-06-01\n',
    },
  ],
  check(piece, report) {
    for (const call of eventCalls(piece)) {
      const { closes, firstDay, fields } = call;
      if (!closes || !isDate(closes)) continue;
      const closing = fields[0]!;
      const event = fields[2];
      if (piece.date !== undefined && closes < piece.date) {
        const later =
          firstDay && isDate(firstDay)
            ? yearFix(piece, closing, closes, (date) => date >= piece.date! && date <= firstDay)
            : [];
        report({
          at: { start: closing.start, end: closing.end },
          message: `This call closed on ${closes}, before the issue of ${piece.date}`,
          fixes: [...later, deleteFix(piece, call)],
        });
      } else if (event && firstDay && isDate(firstDay) && firstDay < closes) {
        report({
          at: { start: event.start, end: event.end },
          message: `The event is on ${firstDay}, but its call closes later, on ${closes}`,
          related: [{ start: closing.start, end: closing.end, message: 'The call closes' }],
          fixes: swapFix(piece, closing, event) ?? yearFix(piece, event, firstDay, (date) => date >= closes),
        });
      }
    }
  },
});

/** The dates of two fields in each other's place, where each has one and both days are still to come. */
function swapFix({ source, date }: Piece, closing: CallField, event: CallField): Fix[] | undefined {
  const [first, second] = [closing, event].map(({ start, end }) =>
    [...source.slice({ start, end }).matchAll(/\b\d{4}-\d{2}-\d{2}\b/g)].map(({ 0: text, index }) => ({
      text,
      start: start + index,
      end: start + index + text.length,
    })),
  );
  if (first?.length !== 1 || second?.length !== 1 || date === undefined || second[0]!.text < date)
    return undefined;
  const edits = () => [
    { ...first[0]!, text: second[0]!.text },
    { ...second[0]!, text: first[0]!.text },
  ];
  return [{ title: 'Swap the two dates', preferred: true, edits }];
}

/** All years of a field one later, when that makes sense of it. */
function yearFix(piece: Piece, field: CallField, date: string, fits: (date: string) => boolean): Fix[] {
  const year = Number(date.slice(0, 4));
  const later = `${year + 1}${date.slice(4)}`;
  if (!isDate(later) || !fits(later)) return [];
  const { start, end } = field;
  return [
    {
      title: `Set the year to ${year + 1}`,
      preferred: true,
      edits: () =>
        [...piece.source.slice({ start, end }).matchAll(/\b\d{4}(?=-\d{2}-\d{2})/g)]
          .filter((match) => Number(match[0]) === year)
          .map((match) => ({
            start: start + match.index,
            end: start + match.index + 4,
            text: String(year + 1),
          })),
    },
  ];
}

function deleteFix(piece: Piece, { item }: EventCall): Fix {
  const { source } = piece;
  return {
    title: 'Delete the call',
    edits: () => {
      const first = source.lineNumberAt(item.start);
      const last = source.lineNumberAt(item.end);
      const rows = source.lineText(first).trim() === '' ? first + 1 : first;
      // Blank lines around a list stay; a call that stands alone leaves one of two.
      const alone = piece.sectionAt(item.start)?.items.length === 1;
      return alone
        ? [removeBlock(source, { start: item.content.start - 2, end: item.end })]
        : [{ start: source.line(rows).start, end: source.fullLine(last).end, text: '' }];
    },
  };
}
