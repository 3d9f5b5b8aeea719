import { describe, expect, it } from 'vitest';
import { Archive } from '../../../server/src/newsletter/archive/archive';
import { readIssue } from '../../../server/src/newsletter/issue/issue';
import { linkKey } from '../../../server/src/newsletter/links/keys';
import { Fills, variableFills } from '../../../server/src/newsletter/placeholders/fills';
import type { Fix } from '../../../server/src/rules/rule';
import { applyEdits } from '../../../server/src/text/edits';
import { plainSnippet } from '../../../server/src/text/snippet';
import { DRAFT_URI } from '../../helpers/fixture';

const read = (text: string, uri = DRAFT_URI) => readIssue({ uri, text });

function apply(text: string, fix: Fix): string {
  const edits = fix.edits().map((edit) => (fix.snippet ? { ...edit, text: plainSnippet(edit.text) } : edit));
  return applyEdits(text, edits);
}

/** What each fill of the first placeholder makes of the text, by its title. */
function fills(text: string, uri = DRAFT_URI, n = 0): Record<string, string> {
  const issue = read(text, uri);
  return Object.fromEntries(
    new Fills(issue).of(issue.placeholders[n]!).map((fix) => [fix.title, apply(text, fix)]),
  );
}

describe('Crate of the Week', () => {
  const text = '## Crate of the Week\n\n<!-- COTW goes here -->\n\nThe end.\n';

  it('offers three skeletons and the deletion', () =>
    expect(Object.keys(fills(text))).toEqual([
      'Insert the crate of the week (suggested by a reader)',
      'Insert the crate of the week (suggested by its author)',
      'Insert the crate of the week (no suggestion)',
      'Delete the comment',
    ]));

  it('leaves one blank line when it deletes the comment', () =>
    expect(fills(text)['Delete the comment']).toBe('## Crate of the Week\n\nThe end.\n'));
});

describe('Call for Participation', () => {
  const comments = [
    '<!-- CFPs go here, use this format: * [project name - title of issue](URL to issue) -->',
    '<!-- * [ - ]() -->',
    '<!-- or if none - *No Calls for participation were submitted this week.* -->',
  ].join('\n');
  const text = `## Call for Participation; projects and speakers\n\n### CFP - Projects\n\n${comments}\n\nThe end.\n`;

  it.each([0, 1, 2])('fills all three comments from number %i', (n) =>
    expect(fills(text, DRAFT_URI, n)['No calls for participation this week']).toBe(
      text.replace(comments, '*No Calls for participation were submitted this week.*'),
    ),
  );

  it('keeps the line endings of the document out of its edits', () => {
    const issue = read(text.replaceAll('\n', '\r\n'));
    for (const fix of new Fills(issue).of(issue.placeholders[0]!))
      for (const edit of fix.edits()) expect(edit.text).not.toContain('\r');
  });
});

describe('Updates from the Rust Project', () => {
  const text = '## Updates from the Rust Project\n\n<!-- Rust updates go here -->\n';

  it('computes the days of the search', () =>
    expect(fills(text)['Insert the count of merged pull requests']).toContain(
      'merged%3A2026-02-17..2026-02-24\n',
    ));

  it('begins items of a group with the address of its repository', () => {
    const filled = fills(text)['Insert the count of merged pull requests and the groups'];
    expect(filled).toContain('#### Clippy\n* [title](https://github.com/rust-lang/rust-clippy/pull/)');
    expect(filled).toContain('#### Rustdoc\n* [title](https://github.com/rust-lang/rust/pull/)');
  });

  it('counts other days in p1', () =>
    expect(
      fills(text, DRAFT_URI.replace('2026-02-25', '2022-11-23'))['Insert the count of merged pull requests'],
    ).toContain('merged%3A2022-11-14..2022-11-21\n'));
});

describe('final comment period', () => {
  const start =
    '## Updates from the Rust Project\n\n### Final Comment Period\n\n#### Tracking Issues & PRs\n';
  const comment =
    '<!-- Either remove the group from the "No Items Entered Final Comment Period this week for" section -->\n';

  it('names all groups when none has items', () => {
    const filled = fills(start + comment)['No items in the final comment period this week'];
    expect(filled).toMatch(
      /\n\[Rust\]\(\S+state%3Aopen\),\n\[Rust RFCs\].*,\n\[Cargo\].*,\n\[Compiler Team\]\(\S+\),\n/,
    );
    expect(filled).toMatch(/\n\[Leadership Council\]\(\S+\) or\n\[Unsafe Code Guidelines\]\(\S+\)\.\*\n/);
  });

  it('is written as issues before 2026-01-28 have it', () => {
    const older = DRAFT_URI.replace('2026-02-25', '2026-01-21');
    const filled = fills(start + comment, older)['No items in the final comment period this week'];
    expect(filled).toMatch(/\n {2}\[Rust RFCs\]\(\S+\/labels\/final-comment-period\),\n {2}\[Cargo\]/);
    expect(filled).toMatch(/\[Compiler Team\].*\[\(MCPs only\)\].*,\n/);
  });

  it('leaves out groups with items', () => {
    const cargo =
      '##### [Cargo](https://github.com/rust-lang/cargo/issues)\n* [An item](https://github.com/rust-lang/cargo/pull/1)\n';
    const filled = fills(`${start + comment}\n${cargo}`);
    const title = 'No items in the final comment period this week by the other groups';
    expect(filled[title]).not.toContain('\n[Cargo]');
    expect(Object.keys(filled)).not.toContain('Insert items of Cargo in the final comment period');
  });
});

describe('calls for testing', () => {
  const text = '## Calls for Testing\n\n<!-- If there are new CfT items this week, include: -->\n';
  const insert = 'Insert a call for testing by Cargo';

  it.each([
    ['2026-02-25', '##### [Cargo](https://github.com/rust-lang/cargo/issues?q=state%3Aopen'],
    ['2025-07-02', '### [Cargo](https://github.com/rust-lang/cargo/labels/call-for-testing)\n'],
  ])('of %s stand under the heading of their repository', (date, heading) => {
    const uri = DRAFT_URI.replace('2026-02-25', date);
    const filled = fills(text, uri)[insert]!;
    expect(filled).toContain(`\n${heading}`);
    const sections = read(filled, uri).sections.map(({ spec }) => spec?.key);
    expect(sections).toEqual(['cft', 'cft/cargo']);
  });
});

describe('p1', () => {
  it('inserts the RFC and FCP sections', () => {
    const text = '## Updates from the Rust Project\n\n<!-- RFC and FCP sections go here -->\n';
    const filled = fills(text, DRAFT_URI.replace('2026-02-25', '2022-11-23'));
    const issue = read(
      filled['Insert the RFC and FCP sections']!,
      DRAFT_URI.replace('2026-02-25', '2022-11-23'),
    );
    expect(issue.sections.map(({ spec }) => spec?.key)).toEqual([
      'project',
      'approved-rfcs',
      'fcp',
      'fcp/rfcs',
      'fcp/tracking',
      'new-rfcs',
    ]);
  });
});

describe('p2', () => {
  it('deletes a comment that was never closed without the headings it swallowed', () => {
    const text =
      '### [Language Reference](https://example.com)\n<!-- Remove this section if empty>\n\n### [New and Updated RFCs](https://github.com/rust-lang/rfcs/pulls)\n\n<!-- end -->\n';
    expect(fills(text, DRAFT_URI.replace('2026-02-25', '2024-03-13'))['Delete the comment']).toBe(
      text.replace('<!-- Remove this section if empty>\n', ''),
    );
  });
});

describe('Jobs', () => {
  const text = "## Jobs\n\nPlease see the latest [Who's Hiring thread on r/rust](INSERT_LINK_HERE)\n";

  it('uses the thread of the issue before', () => {
    const thread =
      'https://www.reddit.com/r/rust/comments/1abc/official_rrust_whos_hiring_thread_for_jobseekers/';
    const archive = new Archive(linkKey);
    archive.add(
      'file:///twir/content/2026-02-18-this-week-in-rust.md',
      `Title: This Week in Rust 639\nNumber: 639\nDate: 2026-02-18\n\n${text.replace('INSERT_LINK_HERE', thread)}`,
    );
    const issue = read(text);
    const [fix] = new Fills(issue, archive.before('2026-02-25')).of(issue.placeholders[0]!);
    expect(fix!.title).toBe('Use the thread of the issue of 2026-02-18');
    expect(apply(text, fix!)).toBe(text.replace('INSERT_LINK_HERE', thread));
  });
});

describe('variables', () => {
  it.each([
    ['$twir_issue_number', '640'],
    ['$twir_issue_date', '2026-02-25'],
    ['$twir_events_end_date', '2026-03-25'],
  ])('computes %s', (name, value) => {
    const issue = read(`Number: ${name}\n`);
    const [fix] = variableFills(issue, issue.variables[0]!);
    expect(apply(issue.source.text, fix!)).toBe(`Number: ${value}\n`);
  });

  it('knows no other variable', () => {
    const issue = read('$twir_something\n');
    expect(variableFills(issue, issue.variables[0]!)).toEqual([]);
  });
});
