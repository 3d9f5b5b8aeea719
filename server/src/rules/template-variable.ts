import { variableFills } from '../newsletter/placeholders/fills';
import { definePieceRule } from './rule';

/** `$twir_…` is replaced when a draft is made of the template; an issue never has one. */
export default definePieceRule({
  id: 'template-variable',
  summary: 'A variable of the template in an issue',
  why: 'Variables are replaced when a draft is created from the template. Nothing replaces them later.',
  severity: 'error',
  fix: 'never',
  tags: ['placeholder', 'open'],
  examples: [
    {
      title: 'the window of the events',
      bad: '## Upcoming Events\n\nRusty Events between 2026-02-25 - $twir_events_end_date 🦀\n',
      found: ['3:35-56: $twir_events_end_date is a variable of the template that was not replaced'],
      fixes: ['Insert 2026-03-25'],
      good: '## Upcoming Events\n\nRusty Events between 2026-02-25 - 2026-03-25 🦀\n',
    },
  ],
  check(piece, report) {
    for (const variable of piece.variables) {
      if (piece.inCode(variable.start)) continue;
      const { start, end, name } = variable;
      report({
        at: { start, end },
        message: `${name} is a variable of the template that was not replaced`,
        fixes: (issue, at) => variableFills(issue, { ...at(variable), name }),
      });
    }
  },
});
