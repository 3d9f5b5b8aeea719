import { type FormSlip, headSlips, titleSlips } from '../newsletter/events/eventForm';
import { definePieceRule, type Fix } from './rule';

/** What the grammar asks of the two lines, apart from dates and codes, which have rules of their own. */
export default definePieceRule({
  id: 'event-form',
  in: ['events'],
  summary: 'An event is not written as `* date | place | [group](…)` with a bold title below',
  why: 'Readers find their way by the form, and the tools that collect and sort events rely on it.',
  severity: 'error',
  fix: 'sometimes',
  tags: ['repair'],
  examples: [
    {
      title: 'no spaces around the bars',
      bad: '## Upcoming Events\n\n### Europe\n* 2026-03-04| Oslo, NO|[Rust Oslo](https://example.com/oslo)\n    * [**Talks**](https://example.com/oslo/1)\n',
      found: [
        '4:13-24 warning: The fields are separated by “ | ”, not by “| ”. The fields are separated by “ | ”, not by “|”',
      ],
      fixes: ['Write the line in the usual form'],
      good: '## Upcoming Events\n\n### Europe\n* 2026-03-04 | Oslo, NO | [Rust Oslo](https://example.com/oslo)\n    * [**Talks**](https://example.com/oslo/1)\n',
    },
    {
      title: 'title not bold',
      bad: '## Upcoming Events\n\n### Europe\n* 2026-03-04 | Oslo, NO | [Rust Oslo](https://example.com/oslo)\n    * [Talks](https://example.com/oslo/1)\n',
      found: ['5:8-13: The title is not bold'],
      fixes: ['Write the line in the usual form'],
      good: '## Upcoming Events\n\n### Europe\n* 2026-03-04 | Oslo, NO | [Rust Oslo](https://example.com/oslo)\n    * [**Talks**](https://example.com/oslo/1)\n',
    },
  ],
  check(piece, report) {
    const tell = (slips: readonly FormSlip[]) => {
      if (slips.length === 0) return;
      const fixes: Fix[] = [];
      const safe = slips.flatMap((slip) => (slip.unsafe ? [] : (slip.edits ?? [])));
      if (safe.length > 0)
        fixes.push({ title: 'Write the line in the usual form', all: true, edits: () => safe });
      const unsafe = slips.flatMap((slip) => (slip.unsafe ? (slip.edits ?? []) : []));
      if (unsafe.length > 0) {
        const deletes = unsafe.every((edit) => edit.text === '');
        const title = deletes ? 'Delete what follows the link' : 'Write the usual separator';
        fixes.push({ title, edits: () => unsafe });
      }
      const levels = slips.map((slip) => slip.severity ?? 'error');
      const severity = (['error', 'warning', 'info', 'hint'] as const).find((level) =>
        levels.includes(level),
      );
      report({
        at: {
          start: Math.min(...slips.map((slip) => slip.start)),
          end: Math.max(...slips.map((slip) => slip.end)),
        },
        message: [...new Set(slips.map((slip) => slip.message))].join('. '),
        ...(severity && severity !== 'error' ? { severity } : {}),
        ...(slips.every((slip) => slip.minor) ? { minor: true } : {}),
        fixes,
      });
    };
    for (const event of piece.events) {
      tell(headSlips(piece, event));
      if (event.title) tell(titleSlips(piece, event.title));
    }
  },
});
