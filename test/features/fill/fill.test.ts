import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { planFill } from '../../../server/src/features/fill/fill';
import { readTriage, reportOf } from '../../../server/src/features/fill/triage';
import { readIssue } from '../../../server/src/newsletter/issue/issue';
import { applyEdits } from '../../../server/src/text/edits';
import { DRAFT_URI, findingsIn } from '../../helpers/fixture';
import { drafts, hasShared, sharedFolder } from '../../helpers/shared';

const HEAD = 'Title: This Week in Rust 640\nNumber: 640\nDate: 2026-02-25\nCategory: This Week in Rust\n\n';
const RUST = '[Rust](https://github.com/rust-lang/rust/issues?q=rust)';
const CARGO = '[Cargo](https://github.com/rust-lang/cargo/issues?q=cargo)';
const TEAM =
  '[Compiler Team](https://github.com/rust-lang/compiler-team/issues?q=mcp) [(MCPs only)](https://forge.rust-lang.org/compiler/mcp.html)';

const DRAFT = `${HEAD}## Updates from the Rust Project

<!-- Rust updates go here -->

### Rust Compiler Performance Triage

<!-- Perf results go here -->

### [Approved RFCs](https://github.com/rust-lang/rfcs/commits/master)

<!-- Approved RFCs go here -->

### Final Comment Period

#### Tracking Issues & PRs
<!-- Tracking Issues & PRs go here -->

#### [New and Updated RFCs](https://github.com/rust-lang/rfcs/pulls)
<!-- New or updated RFCs go here -->

## Upcoming Events
`;

const GENERATED = `### [Approved RFCs](https://github.com/rust-lang/rfcs/commits/master)
* [An RFC](https://github.com/rust-lang/rfcs/pull/11)

---

### Final Comment Period
#### Tracking Issues & PRs
##### ${RUST}

* [Return [T; N] from Vec<T>](https://github.com/rust-lang/rust/issues/12)
* [Half a [bracket](https://github.com/rust-lang/rust/issues/13)

*No Items entered Final Comment Period this week for
${TEAM} or
${CARGO}.*
Let us know if you would like your PRs, Tracking Issues or RFCs to be tracked as a part of this list.

### [New and Updated RFCs](https://github.com/rust-lang/rfcs/pulls)
* *No New or Updated RFCs were created this week.*

<!-- Commit message -->
Update CFT, FCP, MCP and RFC sections for TWiR-xxx
`;

function fill(text: string, draft = DRAFT, name?: string) {
  const plan = planFill({
    issue: readIssue({ uri: DRAFT_URI, text: draft }),
    text,
    ...(name ? { name } : {}),
  });
  return { ...plan, text: applyEdits(draft, plan.edits) };
}
const states = (plan: ReturnType<typeof fill>) =>
  plan.sections.map(({ title, state }) => `${title}: ${state}`);
const section = (text: string, heading: RegExp) => {
  const start = text.search(heading);
  const below = text.indexOf('\n', start);
  const next = text.slice(below).search(/^#{1,4} /m);
  return text.slice(start, next < 0 ? undefined : below + next);
};

describe('filling a text of the week', () => {
  it('leaves what follows the quote, with the link that waits for the discussion', () => {
    const tail =
      '[Please submit quotes and vote for next week!](https://users.rust-lang.org/t/twir-quote-of-the-week/328)\n\nThis Week in Rust is edited by:\n\n* [mina](https://github.com/mina)\n\n<small>[Discuss on r/rust](REDDIT_LINK_HERE)</small>\n';
    const draft = `${HEAD}# Quote of the Week\n\n<!-- QOTW goes here -->\n\n${tail}`;
    const quote = '> Clap.\n\n– [otto on rust-users](https://users.rust-lang.org/t/777/4)';
    const filled = fill(`# Quote of the Week\n\n${quote}\n`, draft);
    expect(filled.text).toBe(`${HEAD}# Quote of the Week\n\n${quote}\n\n${tail}`);
    expect(fill('# Quote of the Week\n\n> Clip.\n', filled.text).text).toBe(
      `${HEAD}# Quote of the Week\n\n> Clip.\n\n${tail}`,
    );
  });
});

describe('filling from a generator', () => {
  it('takes the sentence that a list has no items, unless the draft has some', () => {
    const draft = `${HEAD}## Call for Participation; projects and speakers\n\n### CFP - Projects\n\nTasks.\n\n<!-- CFPs go here, use this format: * [project name - title of issue](URL to issue) -->\n\nOwners add theirs.\n`;
    const none = '*No Calls for participation were submitted this week.*';
    const text = `### CFP - Projects\n\nTasks.\n\n${none}\n\nOwners add theirs.\n`;
    const plan = fill(text, draft);
    expect(plan.text).toBe(draft.replace(/<!--.*-->/, none));
    expect(states(fill(text, plan.text))).toEqual(['CFP - Projects: same']);
    const item = '* [clap - Clap twice](https://example.com/issues/1)';
    expect(fill(text, draft.replace(/<!--.*-->/, item)).edits).toEqual([]);
  });

  it('knows a heading that stands at another level, whatever came before it', () => {
    const before = '## Calls for Testing\n\n* *No calls for testing were issued this week.*\n\n';
    const plan = fill(
      `${before}#### [New and Updated RFCs](https://github.com/rust-lang/rfcs/pulls)\n* [An RFC](https://github.com/rust-lang/rfcs/pull/11)\n`,
    );
    expect(states(plan)).toContain('New and Updated RFCs: filled');
    expect(plan.text).toContain(
      '### [New and Updated RFCs](https://github.com/rust-lang/rfcs/pulls)\n* [An RFC](https://github.com/rust-lang/rfcs/pull/11)\n',
    );
  });

  it('writes each section in its place, in house style, without the tail', () => {
    const filled = fill(GENERATED);
    expect(states(filled)).toEqual([
      'Approved RFCs: filled',
      'Final Comment Period: filled',
      'New and Updated RFCs: filled',
    ]);
    expect(filled.text.slice(filled.text.indexOf('### [Approved'))).toBe(
      `### [Approved RFCs](https://github.com/rust-lang/rfcs/commits/master)
* [An RFC](https://github.com/rust-lang/rfcs/pull/11)

### Final Comment Period

#### Tracking Issues & PRs

##### ${RUST}
* [Return [T; N] from \`Vec<T>\`](https://github.com/rust-lang/rust/issues/12)
* [Half a \\[bracket](https://github.com/rust-lang/rust/issues/13)

*No Items entered Final Comment Period this week for
${TEAM} or
${CARGO}.*

Let us know if you would like your PRs, Tracking Issues or RFCs to be tracked as a part of this list.

### [New and Updated RFCs](https://github.com/rust-lang/rfcs/pulls)
* *No New or Updated RFCs were created this week.*

## Upcoming Events
`,
    );
    expect(filled.notes).toEqual([
      { line: 21, message: 'Left out: “Commit message Update CFT, FCP, MCP and RFC sections for TW…”' },
    ]);
  });

  it('changes nothing the second time', () => {
    const { text } = fill(GENERATED);
    const again = fill(GENERATED, text);
    expect(again.edits).toEqual([]);
    expect(again.sections.every(({ state }) => state === 'same')).toBe(true);
  });

  it('keeps the items that are there, as they are written, and mends the sentence about the other groups', () => {
    const mine = DRAFT.replace(
      '<!-- Tracking Issues & PRs go here -->',
      `\n##### ${CARGO}\n* [My Cargo item](https://github.com/rust-lang/cargo/pull/20)\n    * [a note](https://example.com/note)\n\n##### ${RUST}\n* [Mine, reworded](https://github.com/rust-lang/rust/issues/12)`,
    ).replace('<!-- Approved RFCs go here -->', '* [My RFC](https://github.com/rust-lang/rfcs/pull/21)');
    const filled = fill(GENERATED, mine);
    expect(states(filled).slice(0, 2)).toEqual(['Approved RFCs: merged', 'Final Comment Period: merged']);
    expect(section(filled.text, /^### \[Approved/m)).toContain('/rfcs/pull/11)\n* [My RFC]');
    const tracking = section(filled.text, /^#### Tracking/m);
    expect(tracking).toContain(
      `##### ${RUST}\n* [Mine, reworded](https://github.com/rust-lang/rust/issues/12)\n* [Half a`,
    );
    expect(tracking).toContain(
      `##### ${CARGO}\n* [My Cargo item](https://github.com/rust-lang/cargo/pull/20)\n    * [a note](https://example.com/note)\n\n*No Items entered Final Comment Period this week for\n${TEAM}.*`,
    );
    expect(fill(GENERATED, filled.text).edits).toEqual([]);
  });

  it('puts an item in the place of the sentence that says there are none', () => {
    const mine = DRAFT.replace(
      '<!-- New or updated RFCs go here -->',
      '* [New](https://github.com/rust-lang/rfcs/pull/30)',
    );
    const filled = fill(GENERATED, mine);
    expect(section(filled.text, /^### \[New and/m)).toBe(
      '### [New and Updated RFCs](https://github.com/rust-lang/rfcs/pulls)\n* [New](https://github.com/rust-lang/rfcs/pull/30)\n\n',
    );
    expect(fill(GENERATED, filled.text).edits).toEqual([]);
  });

  it('adds sections that the draft does not have, in the order of the era', () => {
    const bare = `${HEAD}## Updates from the Rust Project\n\n## Upcoming Events\n\n## Jobs\n`;
    const text = `## Calls for Testing\nWords.\n\n${GENERATED}`;
    const filled = fill(text, bare);
    const headings = filled.text
      .match(/^#{2,3} .*$/gm)!
      .map((line) => line.replace(/\]\(.*/, '').replace('[', ''));
    expect(headings).toEqual([
      '## Calls for Testing',
      '## Updates from the Rust Project',
      '### Approved RFCs',
      '### Final Comment Period',
      '### New and Updated RFCs',
      '## Upcoming Events',
      '## Jobs',
    ]);
    expect(filled.text).not.toMatch(/\n{3}/);
    expect(fill(text, filled.text).edits).toEqual([]);
  });

  it('says what has no place', () => {
    const filled = fill(
      'words above\n\n### [New and Updated RFCs](x)\n* [A](https://example.com/a)\n',
      `${HEAD}## Jobs\n`,
    );
    expect(filled.edits).toEqual([]);
    expect(filled.notes).toEqual([
      { line: 1, message: 'Left out: “words above”' },
      { line: 3, message: 'Left out: “New and Updated RFCs”, there is no place for it' },
    ]);
  });

  it.each(['\r\n', '\r'])('keeps the line ending of the draft (%j)', (eol) => {
    const filled = fill(GENERATED, DRAFT.replaceAll('\n', eol));
    expect(filled.text).toBe(fill(GENERATED).text.replaceAll('\n', eol));
  });
});

const REPORT = `# 2026-02-24 Triage Log

A calm week, thanks to https://github.com/rust-lang/rust/pull/77 and
#78, see [here](https://github.com/rust-lang/rust/pull/79) and [there].

#81 as well.

[there]: https://github.com/rust-lang/rust/pull/82

Revision range: [0123456789012345678901234567890123456789..abcdefabcdefabcdefabcdefabcdefabcdefabcd](https://example.com)

Triage done by **@example**.


1 Regression

#### Regressions

Something [#80](https://github.com/rust-lang/rust/pull/80)
`;

describe('filling from a performance triage report', () => {
  const block = (text: string) => section(text, /^### Rust Compiler Perf/m);
  const expected = `### Rust Compiler Performance Triage

A calm week, thanks to [#77](https://github.com/rust-lang/rust/pull/77) and #78, see [here](https://github.com/rust-lang/rust/pull/79) and [there].

\\#81 as well.

[there]: https://github.com/rust-lang/rust/pull/82

Revision range: [01234567..abcdefab](https://example.com)

Triage done by **@example**.

1 Regression

[Full report here](https://github.com/rust-lang/rustc-perf/blob/master/triage/2026/2026-02-24.md)

`;

  it('takes what stands above the list of single changes, and links the report', () => {
    const filled = fill(REPORT);
    expect(filled.kind).toBe('triage');
    expect(block(filled.text)).toBe(expected);
    expect(filled.notes).toEqual([{ line: 17, message: 'Left out: the list of single changes' }]);
    expect(fill(REPORT, filled.text).edits).toEqual([]);
  });

  it('replaces the report that is there, link definitions included', () => {
    const old = DRAFT.replace(
      '<!-- Perf results go here -->',
      '[a]: https://example.com/a\n\nOld words [a].\n\n| x |\n|---|\n| 1 |',
    );
    const filled = fill(REPORT, old);
    expect(states(filled)).toEqual(['Rust Compiler Performance Triage: replaced']);
    expect(block(filled.text)).toBe(expected);
  });

  it('names the file rather than the title, and the revision that it was read in', () => {
    const issue = readIssue({ uri: DRAFT_URI, text: DRAFT });
    const read = (name: string) => readTriage(issue, REPORT, name, 'abc').body.split('\n').at(-1);
    expect(read('/x/rustc-perf/triage/2026/2026-02-23.md')).toBe(
      '[Full report here](https://github.com/rust-lang/rustc-perf/blob/abc/triage/2026/2026-02-23.md)',
    );
    expect(read('/x/triage/2025-03-04.md')).toContain('/triage/2025-03-04.md)');
    expect(read('/x/copied.md')).toContain('/triage/2026/2026-02-24.md)');
  });

  it('is known without its title', () => {
    const untitled = REPORT.replace(/^.*\n\n/, '');
    expect(fill(untitled).kind).toBe('triage');
    expect(block(fill(untitled).text)).toContain('A calm week');
    expect(block(fill(untitled).text)).not.toContain('Full report');
  });

  it('tells of a report of another week', () => {
    expect(fill(REPORT.replace('2026-02-24', '2026-02-10')).notes[0]).toEqual({
      line: 1,
      message: 'The report is of 2026-02-10, not of the week before 2026-02-25',
    });
  });

  it('finds the report of the week among others', () => {
    const names = [
      '2026/2026-03-02.md',
      'README.md',
      '2026/2026-02-17.md',
      '2026/2026-02-24.md',
      '2026/2026-02-16.md',
    ];
    expect(reportOf(names, '2026-02-25')).toBe('2026/2026-02-24.md');
    expect(reportOf(names, '2026-02-23')).toBe('2026/2026-02-17.md');
    expect(reportOf(names, '2026-06-03')).toBeUndefined();
  });
});

describe('filling from Markdown under headings', () => {
  const draft = `${HEAD}## Updates from Rust Community

### Official

### Project/Tooling Updates
* [Known](https://example.com/known)

## Crate of the Week

<!-- COTW goes here -->

[Please submit your suggestions and votes for next week][submit_crate]!

[submit_crate]: https://users.rust-lang.org/t/crate-of-the-week/2704

## Call for Participation; projects and speakers

### CFP - Projects

Some words.

<!-- CFPs go here, use this format: * [project name - title of issue](URL to issue) -->
<!-- * [ - ]() -->

More words.

## Updates from the Rust Project

<!-- Rust updates go here -->
`;

  it('adds items where they belong, and none twice', () => {
    const text = `## Updates from Rust Community
### Project/Tooling Updates
- [Known, again](https://example.com/known/?utm_source=x)
- [video] [Fresh](https://example.com/fresh)
### Research
* [Paper](https://example.com/paper)
### CFP - Projects
* [a - b](https://example.com/b)
## Updates from the Rust Project
12 pull requests were [merged in the last week][merged]

[merged]: https://example.com/merged

#### Cargo
* [c](https://github.com/rust-lang/cargo/pull/1)
#### Compiler
* [d](https://github.com/rust-lang/rust/pull/2)
## Upcoming Events
* nothing
## Weather
Sunny.
`;
    const filled = fill(text, draft);
    expect(states(filled)).toEqual([
      'Project/Tooling Updates: merged',
      'Research: filled',
      'CFP - Projects: filled',
      'Updates from the Rust Project: filled',
      'Cargo: filled',
      'Compiler: filled',
    ]);
    expect(filled.notes.map(({ line, message }) => `${line} ${message}`)).toEqual([
      '18 Left out: “Upcoming Events”, it is not filled from a text',
      '20 Left out: “Weather”, an issue has no such section',
    ]);
    expect(filled.text).toContain(
      '* [Known](https://example.com/known)\n* [video] [Fresh](https://example.com/fresh)\n\n### Research\n* [Paper](https://example.com/paper)\n\n## Crate',
    );
    expect(filled.text).toContain('Some words.\n\n* [a - b](https://example.com/b)\n\nMore words.');
    expect(filled.text).toContain(
      `## Updates from the Rust Project

12 pull requests were [merged in the last week][merged]

[merged]: https://example.com/merged

#### Compiler
* [d](https://github.com/rust-lang/rust/pull/2)

#### Cargo
* [c](https://github.com/rust-lang/cargo/pull/1)
`,
    );
    expect(fill(text, filled.text).edits).toEqual([]);
  });

  it('puts the crate above the line that asks for more', () => {
    const text = "## Crate of the Week\n\nThis week's crate is [x](https://example.com/x).\n\nThanks!\n";
    const filled = fill(text, draft);
    expect(section(filled.text, /^## Crate/m)).toContain(
      "## Crate of the Week\n\nThis week's crate is [x](https://example.com/x).\n\nThanks!\n\n[Please submit",
    );
    expect(fill(text, filled.text).edits).toEqual([]);
  });

  it.each([
    '',
    'words',
    '* [a](https://example.com/a)\n',
    '# \n## \n',
    '<!--',
    '# x Triage Log',
    '\uFEFF---\n',
  ])('makes nothing of %j', (text) => {
    expect(fill(text, draft).sections).toEqual([]);
    expect(fill(text, draft).edits).toEqual([]);
  });
});

const week = `${sharedFolder}/week`;
const hasWeek = hasShared && existsSync(week);
if (!hasWeek)
  console.log('skipped: filling real drafts, because there is no ../shared/week beside this checkout');

describe.runIf(hasWeek)('filling real drafts', () => {
  const read = (name: string) => readFileSync(`${week}/${name}`, 'utf8');
  // One draft of 2025 was damaged by a formatter; the finding about that hides others.
  const real = hasWeek ? drafts().filter(({ name }) => name >= '2025-11') : [];

  it.each(real.map(({ path, name, text }) => [path.slice(-30), name, text]))(
    'fills %s once, with nothing wrong that was not',
    (_, name, draft) => {
      const uri = DRAFT_URI.replace(/[^/]+$/, name);
      const errors = (text: string) =>
        findingsIn(text, undefined, undefined, uri)
          .filter(({ severity }) => severity === 'error')
          .map(({ rule, message }) => `${rule}: ${message}`);
      const known = errors(draft);
      const files = ['generated/no-items.md', 'generated/some-items.md', 'perf/2025-01-01.source.md'];
      for (const text of files.map(read)) {
        const filled = applyEdits(draft, planFill({ issue: readIssue({ uri, text: draft }), text }).edits);
        expect(planFill({ issue: readIssue({ uri, text: filled }), text }).edits).toEqual([]);
        expect(errors(filled).filter((error) => !known.includes(error))).toEqual([]);
      }
    },
    60_000,
  );
});
