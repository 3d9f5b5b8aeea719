import { RULES } from '../rules/index';
import { rulePage } from '../rules/rulePage';
import { type Terminal, UsageError } from './terminal';

export const RULES_USAGE = `twir rules [--format json]
  Lists every rule with its severity and whether --fix mends it.`;

/** Runs `twir rules`. @returns the exit status @throws UsageError */
export function rules(args: readonly string[], terminal: Terminal): number {
  const json = args.join(' ') === '--format json' || args.join(' ') === '--format=json';
  if (args.length > 0 && !json && args.join(' ') !== '--format text') {
    throw new UsageError(`rules: unexpected ${args.join(' ')}`);
  }
  if (json) {
    const list = RULES.map(({ id, summary, why, severity, releaseSeverity, fix }) => ({
      id,
      summary,
      why,
      severity,
      releaseSeverity: releaseSeverity ?? severity,
      fix,
      url: rulePage(id),
    }));
    terminal.write(`${JSON.stringify({ version: 1, rules: list }, undefined, 2)}\n`);
    return 0;
  }
  const wide = Math.max(...RULES.map((rule) => rule.id.length));
  for (const rule of RULES) {
    const fix = rule.fix === 'never' ? '' : ' (fix)';
    terminal.write(`${rule.id.padEnd(wide)}  ${rule.severity.padEnd(7)}  ${rule.summary}${fix}\n`);
  }
  return 0;
}
