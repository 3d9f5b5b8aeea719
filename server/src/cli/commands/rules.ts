import { printedJson, printedLines } from '../../text/harmless';
import { defineCommand } from '../command';
import { Session } from '../session';

export const rules = defineCommand({
  name: 'rules',
  summary: 'List every rule with its severity and whether --fix mends it',
  description: '',
  operands: { usage: '', least: 0, most: 0 },
  options: { format: { choices: ['text', 'json'], help: 'How the list is written (default: text)' } },
  examples: [{ what: 'The rules for a program to read', call: 'twir rules --format json' }],
  run: async ({ options, system }) => {
    const { terminal } = system;
    const { rules, rulePage } = new Session(system).engine;
    if (options.format === 'json') {
      const list = rules.map(({ id, summary, why, severity, releaseSeverity, fix }) => ({
        id,
        summary,
        why,
        severity,
        releaseSeverity: releaseSeverity ?? severity,
        fix,
        url: rulePage(id),
      }));
      terminal.write(printedLines([printedJson({ version: 1, rules: list }, 2)]));
      return 0;
    }
    const wide = Math.max(...rules.map((rule) => rule.id.length));
    for (const rule of rules) {
      const fix = rule.fix === 'never' ? '' : ' (fix)';
      terminal.write(`${rule.id.padEnd(wide)}  ${rule.severity.padEnd(7)}  ${rule.summary}${fix}\n`);
    }
    return 0;
  },
});
