import { describe, expect, it } from 'vitest';
import { type ChecklistSection, checklist } from '../../../server/src/features/checklist/checklist';
import { readIssue } from '../../../server/src/newsletter/issue/issue';
import { checkIssue, DEFAULT_OPTIONS } from '../../../server/src/rules/check';
import { DRAFT_URI, FRONT } from '../../helpers/fixture';

function listOf(text: string) {
  const issue = readIssue({ uri: DRAFT_URI, text: FRONT + text });
  const options = {
    ...DEFAULT_OPTIONS,
    stage: 'release' as const,
    rules: { 'section-missing': 'off' as const },
  };
  return checklist(issue, checkIssue(issue, options));
}

const named = (sections: readonly ChecklistSection[], title: string): ChecklistSection | undefined => {
  for (const section of sections) {
    const found = section.title === title ? section : named(section.sections, title);
    if (found) return found;
  }
  return undefined;
};

describe('the checklist', () => {
  const list = listOf(
    [
      '## Updates from Rust Community',
      '',
      '### Official',
      '* [A letter](https://example.com/letter)',
      '* [Another](hhttps://example.com/other)',
      '',
      '### Research',
      '* [A paper](https://example.com/paper)',
      '',
      '## Crate of the Week',
      '',
      '<!-- COTW goes here -->',
      '',
    ].join('\n'),
  );

  it('tells what is filled, open and wrong by section', () => {
    expect(named(list.sections, 'Research')).toMatchObject({ state: 'done', detail: '1 entry', entries: [] });
    expect(named(list.sections, 'Official')).toMatchObject({ state: 'wrong', detail: '2 entries' });
    expect(named(list.sections, 'Updates from Rust Community')!.state).toBe('wrong');
    const crate = named(list.sections, 'Crate of the Week')!;
    expect(crate.state).toBe('open');
    expect(crate.entries[0]!.label).toBe('COTW goes here');
    expect(crate.entries[0]!.finding.fixes.length).toBeGreaterThan(0);
    expect(list).toMatchObject({ open: 1, wrong: 1, done: 1, total: 3 });
  });

  it('has what stands above the first heading as well', () => {
    const [front] = listOf('').sections;
    expect(front).toMatchObject({ title: 'Front matter', detail: '2026-02-25' });
  });

  it('names each entry once', () => {
    const ids = (sections: readonly ChecklistSection[]): string[] =>
      sections.flatMap((section) => [...section.entries.map(({ id }) => id), ...ids(section.sections)]);
    expect(new Set(ids(list.sections)).size).toBe(ids(list.sections).length);
  });
});
