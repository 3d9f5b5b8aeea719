import { describe, expect, it, vi } from 'vitest';
import { ACTION_KINDS } from '../../../server/src/features/fix/action';
import { codeActions } from '../../../server/src/features/fix/codeAction';
import { fixAlikeInSteps } from '../../../server/src/features/fix/fixAlike';
import { fixAllInSteps } from '../../../server/src/features/fix/fixAll';
import { fixesOfLines, fixesOfRules, fixesTogether } from '../../../server/src/features/fix/together';
import { organizeInSteps } from '../../../server/src/features/organize/organize';
import { readIssue } from '../../../server/src/newsletter/issue/issue';
import { checkIssue, DEFAULT_OPTIONS } from '../../../server/src/rules/check';
import type { Finding } from '../../../server/src/rules/rule';
import { applyEdits } from '../../../server/src/text/edits';
import { DRAFT_URI, FRONT } from '../../helpers/fixture';

const community = (...lines: string[]) =>
  `## Updates from Rust Community\n\n### Official\n${lines.join('\n')}\n`;

function read(text: string) {
  const issue = readIssue({ uri: DRAFT_URI, text });
  return { issue, findings: checkIssue(issue, DEFAULT_OPTIONS) };
}

/** Each fix for several places: its title, and the lines that it changes as they are after it. */
function offered(text: string): string[] {
  const { issue, findings } = read(text);
  const before = new Set(text.split('\n'));
  return [...fixesOfLines(issue.source, findings), ...fixesOfRules(issue.source, findings)].map(({ fix }) => {
    const lines = applyEdits(text, fix.edits()).split('\n');
    return `${fix.title}: ${lines.filter((line) => !before.has(line)).join('⏎')}`;
  });
}

describe('fixes for several places', () => {
  it('mend all that is wrong on a line', () => {
    const text = community(
      '- [A talk ](https://www.youtube.com/watch?v=abc&si=def)',
      '* [B](https://example.com/b)',
    );
    expect(offered(text)).toEqual([
      'Fix 4 findings on this line: * [video] [A talk](https://www.youtube.com/watch?v=abc)',
    ]);
  });

  it('mend a line of which others have the same slip, without these', () => {
    const events = ['2026-03-01', '2026-03-02'].map(
      (day) =>
        `* ${day} | Oslo, NO | [Rust Oslo](https://example.com/oslo)\n  - [**Talks of ${day}**](https://example.com/${day})`,
    );
    const text = `${FRONT}## Upcoming Events\n\n### Europe\n${events.join('\n')}\n`;
    const of = (day: string) => `    * [**Talks of ${day}**](https://example.com/${day})`;
    expect(offered(text)).toEqual([
      `Fix 2 findings on this line: ${of('2026-03-01')}`,
      `Fix 2 findings on this line: ${of('2026-03-02')}`,
    ]);
  });

  it('mend the same slip of one line, or of several lists, in the same way', () => {
    const text = community('* [Vec<Foo> and Box<Bar>](https://example.com/a)');
    expect(offered(text)).toContain(
      'Put it in backticks (all 2 on this line): * [`Vec<Foo>` and `Box<Bar>`](https://example.com/a)',
    );
  });

  it('ask a fix for its edits as often for many places as for few', () => {
    const asked = (places: number) => {
      const { issue } = read(community(`* ${'x'.repeat(places)}`));
      const start = issue.source.text.indexOf('x');
      const edits = vi.fn(() => [{ start, end: start + places, text: 'y' }]);
      const fix = { title: 'Write y', edits };
      const findings = Array.from({ length: places }, (_, n): Finding => {
        const at = { start: start + n, end: start + n + 1 };
        return { rule: 'rule', at, message: 'x', severity: 'warning', related: [], fixes: [fix] };
      });
      fixesOfLines(issue.source, findings);
      return edits.mock.calls.length;
    };
    expect(asked(90)).toBe(asked(2));
  });

  it('leave one of two copies', () => {
    const copy = '* [A post](https://example.com/a)';
    expect(offered(`${community(copy)}\n### Miscellaneous\n${copy}\n`)).toEqual([]);
  });

  it('leave alone what is a matter of taste', () => {
    const long = 'One: two three four five six seven eight nine ten eleven twelve thirteen fourteen';
    expect(offered(community(`* [${long} ](https://example.com/a)`))).toEqual([]);
  });

  it('are offered on their line only, in an editor', () => {
    const text = community('- [A post ](https://example.com/a)', '* [B](https://example.com/b)');
    const { issue, findings } = read(text);
    const titlesAt = (offset: number) =>
      codeActions({
        issue,
        known: () => ({ findings, meeting: () => findings }),
        range: { start: offset, end: offset },
        wants: (kind) => ACTION_KINDS.includes(kind),
        fixAll: () => fixAllInSteps({ issue, options: DEFAULT_OPTIONS }),
        fixAlike: (rule, wanted) => fixAlikeInSteps({ issue, options: DEFAULT_OPTIONS }, rule, wanted),
        canOrganize: () => false,
        organize: () => organizeInSteps(issue, DEFAULT_OPTIONS),
      }).map(({ title }) => title);
    expect(titlesAt(text.indexOf('- [A'))).toContain('Fix 2 findings on this line');
    expect(titlesAt(text.indexOf('[A '))).toContain('Fix 2 findings on this line');
    expect(titlesAt(text.indexOf('* [B'))).not.toContain('Fix 2 findings on this line');
  });

  it('are listed with each of their findings, with the fixes of places that one stands for', () => {
    const text = community('- [A post ](https://example.com/a)', '- [B post ](https://example.com/b)');
    const { issue, findings } = read(text);
    const more = fixesTogether(issue.source, findings);
    const listed = findings.filter(({ rule }) => !/^(?:front-matter-form|section-missing)$/.test(rule));
    expect(listed.map((finding) => [finding.rule, more.get(finding)?.map(({ title }) => title)])).toEqual([
      ['list-bullet-style', ['Use *', 'Fix 2 findings on this line', 'Fix 2 findings on this line']],
      [
        'link-text-padding',
        ['Remove the spaces', 'Fix 2 findings on this line', 'Fix 2 findings on this line'],
      ],
    ]);
  });

  it('are no more than the text has lines', () => {
    const lines = Array.from(
      { length: 200 },
      (_, n) => `* [a ](https://example.com/${n})\n  - [b ](https://example.com/b${n})`,
    );
    const { issue, findings } = read(community(...lines));
    const fixes = [...fixesOfLines(issue.source, findings), ...fixesOfRules(issue.source, findings)];
    const edits = fixes.reduce((sum, { fix }) => sum + fix.edits().length, 0);
    expect(edits).toBeGreaterThan(0);
    expect(edits).toBeLessThan(200 * 2 * 5);
  });
});
