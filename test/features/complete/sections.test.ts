import { describe, expect, it } from 'vitest';
import { completeSections } from '../../../server/src/features/complete/sections';
import { PROFILES } from '../../../server/src/newsletter/eras/profiles';
import { readIssue } from '../../../server/src/newsletter/issue/issue';
import { profileFromTemplate } from '../../../server/src/workspace/template';
import { DRAFT_URI, FRONT } from '../../helpers/fixture';

/** The headings offered at `$0`. */
function completions(marked: string) {
  const text = FRONT + marked;
  const offset = text.indexOf('$0');
  const issue = readIssue({ uri: DRAFT_URI, text: text.replace('$0', '') });
  return completeSections({ issue, offset, archive: undefined, today: undefined }).filter(
    ({ kind }) => kind === 'section',
  );
}

const offered = (marked: string) => completions(marked).map(({ label }) => label);

describe('headings to complete', () => {
  it('are the missing ones, in order', () => {
    const labels = offered('## Updates from Rust Community\n\n### Official\n\n$0\n\n## Jobs\n');
    expect(labels.slice(0, 3)).toEqual(['### Foundation', '### Newsletters', '### Project/Tooling Updates']);
    expect(labels).toContain('## Crate of the Week');
    expect(labels).not.toContain('## Jobs');
    expect(labels).not.toContain('### Europe');
  });

  it('are regions within the events', () => {
    const labels = offered('## Upcoming Events\n\n### Virtual\n\n##$0\n');
    expect(labels).toContain('### Europe');
    expect(labels).not.toContain('### Virtual');
    expect(labels).not.toContain('### Official');
  });

  it('are groups among the FCP items', () => {
    const area = '## Updates from the Rust Project\n\n### Final Comment Period\n\n';
    expect(offered(`${area}#### Tracking Issues & PRs\n\n$0\n`)).toContain('##### Cargo');
    expect(offered(`${area}$0\n`)).not.toContain('##### Cargo');
  });

  it('are groups of merged pull requests before the sections that follow them', () => {
    const project = '## Updates from the Rust Project\n\n';
    expect(offered(`${project}$0\n`)).toContain('#### Compiler');
    expect(offered(`${project}### Rust Compiler Performance Triage\n\n$0\n`)).not.toContain('#### Compiler');
  });

  it('of groups link to what issues of the date link to', () => {
    const cargo = completions('## Calls for Testing\n\n##### Ca$0\n').find(
      ({ label }) => label === '##### Cargo',
    );
    expect(cargo!.filterText).toBe('Cargo');
    expect(cargo!.edit.text).toContain(
      '[Cargo](https://github.com/rust-lang/cargo/issues?q=state%3Aopen%20label%3Acall-for-testing%20state%3Aopen)',
    );
  });

  it('that belong further up or down come last', () => {
    const sorted = completions('## Upcoming Events\n\n### Asia\n\n$0\n\n### Oceania\n')
      .filter(({ label }) => label.startsWith('### '))
      .sort((a, b) => (a.sortText! < b.sortText! ? -1 : 1));
    expect(sorted.map(({ label }) => label)).toEqual([
      '### Europe',
      '### North America',
      '### Virtual',
      '### Africa',
      '### South America',
    ]);
  });

  it('are found by their name behind too many hashes', () => {
    expect(completions('## Quo$0\n')).toContainEqual(
      expect.objectContaining({ label: '# Quote of the Week', filterText: '## Quote of the Week' }),
    );
    expect(offered('## Jobs\n\n##$0\n')).not.toContain('# Quote of the Week');
  });

  it.each([
    ['behind text', '## Jobs\n\nSome text $0\n'],
    ['in an item', '## Jobs\n\n* $0\n'],
  ])('are not offered %s', (_, text) => expect(offered(text)).toEqual([]));

  it('are not offered in the front matter', () => {
    const issue = readIssue({ uri: DRAFT_URI, text: `\n${FRONT}` });
    expect(completeSections({ issue, offset: 0, archive: undefined, today: undefined })).toEqual([]);
  });

  it('bring the text that always stands there', () => {
    const text = `${FRONT}# Quote of the Week\n\n`;
    const issue = readIssue({ uri: DRAFT_URI, text });
    const jobs = completeSections({ issue, offset: text.length, archive: undefined, today: undefined }).find(
      ({ label }) => label === '## Jobs',
    )!;
    expect(jobs.edit.text).toBe(
      "## Jobs\nPlease see the latest [Who's Hiring thread on r/rust](INSERT_LINK_HERE)",
    );
  });
});

describe('profile of a template', () => {
  const template = (text: string) =>
    readIssue({ uri: 'file:///twir/draft/DRAFT_TEMPLATE', text, kind: 'template' });

  it('has its headings, levels and order', () => {
    const profile = profileFromTemplate(
      PROFILES.p4,
      template(
        '## Updates from Rust Community\n\n### Research\n\n### Official\n\n## Crate of the Week\n\n## Jobs\n\n## Rust in Space\n\n### Launches\n\n## Quote of the Week\n',
      ),
    );
    const of = (key: string) => profile.sections.find((spec) => spec.key === key);
    const at = (key: string) => profile.sections.findIndex((spec) => spec.key === key);
    expect(of('qotw')).toMatchObject({ level: 2, otherLevels: [1] });
    expect(of('rust-in-space')).toMatchObject({ level: 2, title: 'Rust in Space', required: true });
    expect(of('rust-in-space/launches')).toMatchObject({ parent: 'rust-in-space', required: false });
    expect(at('community/research')).toBeLessThan(at('community/official'));
    expect(of('events')?.required).toBe(false);
    expect(of('events/europe')).toBeDefined();
  });

  it('is the bundled one when the template is hardly there', () => {
    expect(profileFromTemplate(PROFILES.p4, template('## Jobs\n'))).toBe(PROFILES.p4);
  });
});
