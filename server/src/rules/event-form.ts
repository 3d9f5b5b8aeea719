import { defineRule, type Fix } from './rule';
import { type FormSlip, headSlips, titleSlips } from './support/eventForm';

/** What the grammar asks of the two lines, apart from dates and codes, which have rules of their own. */
export default defineRule({
  id: 'event-form',
  summary: 'An event is not written as `* date | place | [organiser](..)` with a bold title below',
  why: 'Readers find their way by the form, and the tools that collect and sort events rely on it.',
  severity: 'error',
  fix: 'sometimes',
  examples: [
    {
      title: 'no blanks around the bars',
      bad: '## Upcoming Events\n\n### Europe\n* 2026-03-04| Oslo, NO|[Rust Oslo](https://example.com/oslo)\n    * [**Talks**](https://example.com/oslo/1)\n',
      good: '## Upcoming Events\n\n### Europe\n* 2026-03-04 | Oslo, NO | [Rust Oslo](https://example.com/oslo)\n    * [**Talks**](https://example.com/oslo/1)\n',
    },
    {
      title: 'title not bold',
      bad: '## Upcoming Events\n\n### Europe\n* 2026-03-04 | Oslo, NO | [Rust Oslo](https://example.com/oslo)\n    * [Talks](https://example.com/oslo/1)\n',
      good: '## Upcoming Events\n\n### Europe\n* 2026-03-04 | Oslo, NO | [Rust Oslo](https://example.com/oslo)\n    * [**Talks**](https://example.com/oslo/1)\n',
    },
  ],
  check({ issue, report }) {
    const tell = (slips: readonly FormSlip[]) => {
      if (slips.length === 0) return;
      const safe = slips.filter((slip) => slip.edits && !slip.unsafe);
      const fixes: Fix[] = [];
      if (safe.length > 0)
        fixes.push({
          title: 'Write the line in the usual form',
          all: true,
          edits: () => safe.flatMap((slip) => slip.edits ?? []),
        });
      // Words would get lost: offered, never done in bulk.
      const unsafe = slips.find((slip) => slip.edits && slip.unsafe);
      if (unsafe?.edits) {
        const { edits } = unsafe;
        fixes.push({ title: 'Delete what stands behind the link', edits: () => edits });
      }
      report({
        at: {
          start: Math.min(...slips.map((slip) => slip.start)),
          end: Math.max(...slips.map((slip) => slip.end)),
        },
        message: [...new Set(slips.map((slip) => slip.message))].join('; '),
        fixes,
      });
    };
    for (const event of issue.events) {
      tell(headSlips(issue, event));
      if (event.title) tell(titleSlips(issue, event.title));
    }
  },
});
