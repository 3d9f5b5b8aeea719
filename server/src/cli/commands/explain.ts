import { unknownRule } from '../../engine';
import type { Rule } from '../../rules/rule';
import { defineCommand } from '../command';
import { Session } from '../session';
import { InputError } from '../system';

const FIXED = {
  always: 'yes, by “fix all” and twir check --fix',
  sometimes: 'where there is one right answer, by “fix all” and twir check --fix',
  never: 'not in bulk',
} as const;

export const explain = defineCommand({
  name: 'explain',
  summary: 'Explain rules',
  description: 'Tells what a rule finds, why, with examples, and how to switch it off.',
  operands: { usage: 'RULE...', least: 1, most: Number.POSITIVE_INFINITY },
  options: {},
  examples: [{ what: 'What is wrong with a tracking parameter?', call: 'twir explain link-tracking' }],
  run: async ({ operands, system }) => {
    const { engine } = new Session(system);
    const pages = operands.map((id) => {
      const rule = engine.rule(id);
      const page = engine.rulePage(id);
      if (!rule)
        throw new InputError(`${unknownRule(id)}${id.startsWith('ci/') && page ? `; see ${page}` : ''}`);
      return explained(rule, page);
    });
    system.terminal.write(pages.join('\n'));
    return 0;
  },
});

function explained(
  { id, summary, why, severity, releaseSeverity, fix, examples }: Rule,
  page: string | undefined,
): string {
  const level =
    releaseSeverity && releaseSeverity !== severity
      ? `${severity}, ${releaseSeverity} at stage release`
      : severity;
  const indented = (text: string) =>
    text
      .replace(/\n+$/, '')
      .split('\n')
      .map((line) => `    ${line}`.trimEnd())
      .join('\n');
  return [
    `${id}: ${summary}`,
    '',
    `  Severity:  ${level}`,
    `  Fixed:     ${FIXED[fix]}`,
    ...(page === undefined ? [] : [`  Page:      ${page}`]),
    '',
    why,
    ...examples.flatMap(({ title, bad, good }) => [
      '',
      `${title[0]!.toUpperCase()}${title.slice(1)}`,
      '',
      '  Wrong:',
      '',
      indented(bad),
      '',
      '  Right:',
      '',
      indented(good),
    ]),
    '',
    `To switch it off, write { "rules": { "${id}": "off" } } to .twir.json at the root of the checkout.`,
    '',
  ].join('\n');
}
