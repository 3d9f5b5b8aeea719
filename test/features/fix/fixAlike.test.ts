import { describe, expect, it, vi } from 'vitest';
import { fixAlikeInSteps } from '../../../server/src/features/fix/fixAlike';
import { Trials } from '../../../server/src/features/fix/trials';
import { readIssue } from '../../../server/src/newsletter/issue/issue';
import { checkIssue, DEFAULT_OPTIONS } from '../../../server/src/rules/check';
import { applyEdits } from '../../../server/src/text/edits';
import { atOnce } from '../../../server/src/text/steps';
import { DRAFT_URI, FRONT } from '../../helpers/fixture';

/** @returns how often the text was checked again, and what has become of it */
function fixed(text: string, rule: string, title: string) {
  const issue = readIssue({ uri: DRAFT_URI, text: FRONT + text });
  const trials = new Trials();
  const check = vi.spyOn(trials, 'check');
  const findings = checkIssue(issue, DEFAULT_OPTIONS);
  const input = { issue, options: DEFAULT_OPTIONS, findings, trials };
  const edits = atOnce(fixAlikeInSteps(input, rule, (fix) => fix.title === title));
  return {
    checks: check.mock.calls.length,
    text: applyEdits(issue.source.text, edits).slice(FRONT.length),
  };
}

describe('all findings of a rule', () => {
  it('are mended in one go where it is about pieces', () => {
    const text = `## Updates from Rust Community\n\n${'A text\n---\n\n'.repeat(200)}`;
    const { checks, text: after } = fixed(text, 'accidental-heading', 'Insert a blank line');
    expect(after).toBe(text.replaceAll('A text\n', 'A text\n\n'));
    expect(checks).toBe(1);
  });

  it('are mended one after the other where they may be copies: one stays', () => {
    const event =
      '* 2026-03-01 | Oslo, NO | [Rust Oslo](https://example.com/oslo)\n    * [**Talks**](https://example.com/1)\n';
    const text = `## Upcoming Events\n\n### Europe\n${event.repeat(4)}`;
    const { text: after } = fixed(text, 'event-duplicate', 'Delete this entry');
    expect(after).toBe(`## Upcoming Events\n\n### Europe\n${event}`);
  });

  it('are mended in one go where they name one that stays', () => {
    const copy = '### Research\n\n* [Post](https://example.com/a)\n\n';
    const text = `## Updates from Rust Community\n\n${copy.repeat(200)}`;
    const { checks, text: after } = fixed(text, 'section-duplicate', 'Delete this copy');
    expect(after).toBe(text.replace(copy.repeat(199), ''));
    expect(checks).toBe(1);
  });

  it('are mended only so far where each needs a go of its own and the text is long', () => {
    const long = `<!-- ${'x'.repeat(200_000)} -->\n\n`;
    const { checks, text } = fixed(
      long + '### Research\n\nText\n\n'.repeat(40),
      'section-duplicate',
      'Delete the first copy',
    );
    expect(checks).toBe(10);
    expect(text.match(/### Research/g)).toHaveLength(30);
  });

  it('are mended by turns where more than one go is needed', () => {
    const part = (n: number) =>
      `* 2026-03-0${n} | Brandenburg, BB, DE | [Rust](https://example.com/${n})\n    * [**Talks ${n}**](https://example.com/t${n})\n`;
    const text = `## Upcoming Events\n\n### Asia\n${part(1)}${part(2)}`;
    const { text: after } = fixed(text, 'event-region', 'Move the event to Europe');
    expect(after).toContain(`### Europe\n${part(1)}${part(2)}`);
  });
});
