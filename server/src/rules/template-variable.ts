import { variableFills } from '../newsletter/placeholders/fills';
import { defineRule } from './rule';

/** `$twir_…` is replaced when a draft is made of the template; an issue never has one. */
export default defineRule({
  id: 'template-variable',
  summary: 'A variable of the template stands in an issue',
  why: 'Variables are replaced when a draft is created from the template. Nothing replaces them later.',
  severity: 'error',
  fix: 'never',
  examples: [
    {
      title: 'the window of the events',
      bad: '## Upcoming Events\n\nRusty Events between 2026-02-25 - $twir_events_end_date 🦀\n',
      good: '## Upcoming Events\n\nRusty Events between 2026-02-25 - 2026-03-25 🦀\n',
    },
  ],
  check({ issue, report }) {
    for (const variable of issue.variables) {
      if (issue.inCode(variable.start)) continue;
      const { start, end, name } = variable;
      report({
        at: { start, end },
        message: `Expected the value of the template's variable, found ${name}`,
        fixes: variableFills(issue, variable),
      });
    }
  },
});
