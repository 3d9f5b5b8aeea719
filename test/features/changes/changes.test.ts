import { describe, expect, it } from 'vitest';
import {
  changesFor,
  insertChanges,
  logSpan,
  type RepositoryLog,
} from '../../../server/src/features/changes/changes';
import { mergedPulls } from '../../../server/src/features/changes/mergedPulls';
import { repositoryOf, sectionOf } from '../../../server/src/features/changes/repositories';
import { isUsual } from '../../../server/src/features/changes/usual';
import { readIssue } from '../../../server/src/newsletter/issue/issue';
import { applyEdits } from '../../../server/src/text/edits';
import { archiveWith, DRAFT_URI, FRONT } from '../../helpers/fixture';

const DRAFT = `${FRONT}## Updates from the Rust Project

<!-- Rust updates go here -->

### Rust Compiler Performance Triage

### [Approved RFCs](https://github.com/rust-lang/rfcs/commits/master)

* *No RFCs were approved this week.*

## Upcoming Events
`;
const issueOf = (text: string) => readIssue({ uri: DRAFT_URI, text });
const squashed = (...titles: string[]) =>
  titles.map((title, n) => ({ subject: `${title} (#${n + 1})`, body: '' }));
const changes = (logs: RepositoryLog[], draft = DRAFT, earlier?: string) =>
  changesFor(issueOf(draft), logs, archiveWith(earlier));

describe('pull requests of a log', () => {
  it('are read from every way to merge', () => {
    expect(
      mergedPulls([
        { subject: 'Clap twice (see #3) (#12)', body: 'why' },
        { subject: 'A title that GitHub cut in the midd… (#13)', body: '…le\n\nwhy' },
        { subject: 'Merge pull request #14 from example/branch', body: '\nClap slowly\n\nwhy' },
        { subject: 'Auto merge of #15 - example:branch, r=other', body: 'Clap (fast)\n\nwhy\n - #99 (no)' },
        { subject: 'Push without a pull request', body: '' },
        { subject: 'Merge branch main', body: '' },
        { subject: 'Merge pull request #16 from example/empty', body: '' },
      ]),
    ).toEqual([
      { number: 12, title: 'Clap twice (see #3)' },
      { number: 13, title: 'A title that GitHub cut in the middle' },
      { number: 14, title: 'Clap slowly' },
      { number: 15, title: 'Clap (fast)' },
    ]);
  });

  it('are those of a rollup by their own titles, without what failed', () => {
    const body = `Rollup of 3 pull requests

Successful merges:

 - #21 (Clap \`f(x)\`)
 - rust-lang/rust#22 (Do not clap)
 - #21 (Clap \`f(x)\`)

Failed merges:

 - #23 (Broken)

r? @ghost`;
    expect(mergedPulls([{ subject: 'Auto merge of #20 - example:rollup-abc, r=example', body }])).toEqual([
      { number: 21, title: 'Clap `f(x)`' },
      { number: 22, title: 'Do not clap' },
    ]);
  });
});

describe('a repository', () => {
  it.each([
    ['https://github.com/rust-lang/cargo.git', 'rust-lang/cargo'],
    ['https://github.com/rust-lang/cargo/', 'rust-lang/cargo'],
    ['git@github.com:rust-lang/rust-clippy.git', 'rust-lang/rust-clippy'],
    ['ssh://git@github.com:22/rust-lang/rfcs', 'rust-lang/rfcs'],
    ['https://user@github.com/rust-lang/a.b', 'rust-lang/a.b'],
    ['https://example.com/rust-lang/cargo', undefined],
    ['https://github.com.example.com/rust-lang/cargo', undefined],
    ['../cargo', undefined],
  ])('is known by its remote: %s', (remote, repo) => expect(repositoryOf(remote)).toBe(repo));

  it.each([
    ['rust-lang/cargo', 'anything', [], 'project/cargo'],
    ['Rust-Lang/Rust-Clippy', 'anything', [], 'project/clippy'],
    ['rust-lang/rustup', 'anything', [], 'project/other'],
    ['rust-lang/rust', 'rustdoc: clap', ['compiler/a.rs'], 'project/rustdoc'],
    [
      'rust-lang/rust',
      'Clap',
      ['compiler/a.rs', 'library/b.rs', 'library/c.rs', 'tests/ui/d.rs'],
      'project/library',
    ],
    ['rust-lang/rust', 'Clap', ['src/librustdoc/a.rs', 'tests/rustdoc-gui/b.goml'], 'project/rustdoc'],
    ['rust-lang/rust', 'Clap', ['tests/ui/d.rs'], 'project/compiler'],
    ['rust-lang/rust', 'Constify `Vec::clap`', [], 'project/library'],
  ])('has its group: %s, %s', (repo, title, files, section) =>
    expect(sectionOf(repo, title, files)).toBe(section),
  );
});

describe('what editors usually list', () => {
  it.each(['Fix `clap` FP on macros', 'feat(clap): Clap twice', 'perf: Clap fast', 'Clap in `tests/ui`'])(
    'is %s',
    (title) => expect(isUsual(title)).toBe(true),
  );
  it.each([
    'chore: bump clap',
    'Bump clap to 2',
    'minor: Clap',
    'Fix typo in clap',
    'Revert "Clap"',
    'Rustup',
  ])('is not %s', (title) => expect(isUsual(title)).toBe(false));
});

describe('the changes of a week', () => {
  const logs: RepositoryLog[] = [
    {
      repo: 'rust-lang/rust-clippy',
      commits: squashed('Fix `clap` FP', 'fix clap_hard', 'Add clap', 'chore: bump'),
    },
    {
      repo: 'rust-lang/rust',
      commits: squashed('rustdoc: Clap', 'Clap'),
      merges: [
        {
          subject: 'Rollup merge of #2 - a:b, r=c',
          files: [{ path: 'library/core/src/clap.rs', status: 'added' }],
        },
      ],
    },
    {
      repo: 'rust-lang/rfcs',
      commits: [
        { subject: 'Merge pull request #7 from a/b', body: 'RFC: Vec<T> claps' },
        { subject: 'Merge RFC 0008: Clap twice', body: 'The period is over.' },
        { subject: 'Merge pull request #9 from a/b', body: 'Fix headers' },
        { subject: 'Merge pull request #10 from a/b', body: 'Give it its number' },
        { subject: 'Squashed (#11)', body: '' },
      ],
      merges: [
        {
          subject: 'Merge pull request #7 from a/b',
          files: [{ path: 'text/0007-clap.md', status: 'added' }],
        },
        { subject: 'Merge RFC 0008: Clap twice', files: [{ path: 'text/0008-twice.md', status: 'added' }] },
        {
          subject: 'Merge pull request #9 from a/b',
          files: [{ path: 'text/0001-old.md', status: 'modified' }],
        },
        {
          subject: 'Merge pull request #10 from a/b',
          files: [
            { path: 'text/0000-new.md', status: 'deleted' },
            { path: 'text/0010-new.md', status: 'added' },
          ],
        },
      ],
    },
  ];

  it('stand under their headings, in house style, sorted by the titles of their authors', () => {
    expect(changes(logs).map(({ id, group, title, usual }) => [id, group, title, usual])).toEqual([
      ['rust-lang/rust#2', 'Library', 'clap', true],
      ['rust-lang/rust#1', 'Rustdoc', 'clap', true],
      ['rust-lang/rust-clippy#3', 'Clippy', 'add clap', true],
      ['rust-lang/rust-clippy#4', 'Clippy', 'chore: bump', false],
      ['rust-lang/rust-clippy#1', 'Clippy', 'fix `clap` false positive', true],
      ['rust-lang/rust-clippy#2', 'Clippy', 'fix `clap_hard`', true],
      ['rust-lang/rfcs#8', 'Approved RFCs', 'Clap twice', true],
      ['rust-lang/rfcs#7', 'Approved RFCs', 'RFC: `Vec<T>` claps', true],
      ['rust-lang/rfcs#11', 'Approved RFCs', 'Squashed', false],
    ]);
  });

  it('leave out what this issue or an earlier one lists, but not what an earlier one only discussed', () => {
    const draft = DRAFT.replace(
      '<!-- Rust',
      '* [x](https://github.com/rust-lang/rust/pull/1/files)\n\n<!-- Rust',
    );
    const earlier = `${FRONT.replace('2026-02-25', '2026-02-11').replaceAll('640', '638')}## Updates from the Rust Project

#### Clippy
* [listed](https://github.com/rust-lang/rust-clippy/pull/3)

### [Approved RFCs](https://github.com/rust-lang/rfcs/commits/master)
* [listed](https://github.com/rust-lang/rfcs/blob/master/text/0007-clap.md)
* [listed](https://github.com/rust-lang/rfcs/pull/8)
* [listed](https://github.com/rust-lang/rfcs/pull/11)

### Final Comment Period

#### Tracking Issues & PRs
* [discussed](https://github.com/rust-lang/rust-clippy/pull/1)
`;
    expect(changes(logs, draft, earlier).map(({ id }) => id)).toEqual([
      'rust-lang/rust#2',
      'rust-lang/rust-clippy#4',
      'rust-lang/rust-clippy#1',
      'rust-lang/rust-clippy#2',
    ]);
  });

  it('are those of the eight days before the issue; RFCs are looked for further back', () => {
    expect(logSpan(issueOf(DRAFT), 'rust-lang/cargo', true)).toEqual({
      since: '2026-02-17T00:00:00Z',
      until: '2026-02-24T23:59:59Z',
    });
    expect(logSpan(issueOf(DRAFT), 'rust-lang/rfcs', true)?.since).toBe('2025-08-27T00:00:00Z');
    expect(logSpan(issueOf(DRAFT), 'rust-lang/rfcs', false)?.since).toBe('2026-02-17T00:00:00Z');
    expect(logSpan(readIssue({ uri: 'file:///x.md', text: 'x' }), 'rust-lang/cargo', false)).toBeUndefined();
  });

  it.each(['\n', '\r\n'])('are inserted in one go, each where it belongs (%j)', (eol) => {
    const draft = DRAFT.replaceAll('\n', eol);
    const issue = issueOf(draft);
    const chosen = changes(logs).filter(({ usual }) => usual);
    const text = applyEdits(draft, insertChanges(issue, chosen)).replaceAll(eol, '\n');
    expect(text.slice(FRONT.length)).toBe(`## Updates from the Rust Project

<!-- Rust updates go here -->

#### Library
* [clap](https://github.com/rust-lang/rust/pull/2)

#### Rustdoc
* [clap](https://github.com/rust-lang/rust/pull/1)

#### Clippy
* [add clap](https://github.com/rust-lang/rust-clippy/pull/3)
* [fix \`clap\` false positive](https://github.com/rust-lang/rust-clippy/pull/1)
* [fix \`clap_hard\`](https://github.com/rust-lang/rust-clippy/pull/2)

### Rust Compiler Performance Triage

### [Approved RFCs](https://github.com/rust-lang/rfcs/commits/master)

* [Clap twice](https://github.com/rust-lang/rfcs/pull/8)
* [RFC: \`Vec<T>\` claps](https://github.com/rust-lang/rfcs/pull/7)

## Upcoming Events
`);
    expect(changes(logs, text).map(({ id }) => id)).toEqual(['rust-lang/rust-clippy#4', 'rust-lang/rfcs#11']);
    expect(insertChanges(issueOf(text), [])).toEqual([]);
  });

  it('take the place of what a fill left open, and leave what was filled in', () => {
    const open = '#### Clippy\n* [Title](https://github.com/rust-lang/rust-clippy/pull/)\n';
    const clap = [
      { section: 'project/clippy', title: 'clap', url: 'https://github.com/rust-lang/rust-clippy/pull/3' },
    ];
    const inserted = (draft: string) => applyEdits(draft, insertChanges(issueOf(draft), clap));
    const at = '<!-- Rust updates go here -->\n';
    expect(inserted(DRAFT.replace(at, open))).toBe(
      DRAFT.replace(at, '#### Clippy\n* [clap](https://github.com/rust-lang/rust-clippy/pull/3)\n'),
    );
    const half = open.replace('[Title]', '[A lint]');
    expect(inserted(DRAFT.replace(at, half))).toBe(
      DRAFT.replace(at, `${half}* [clap](https://github.com/rust-lang/rust-clippy/pull/3)\n`),
    );
    const both = `${open}* [other](https://github.com/rust-lang/rust-clippy/pull/2)\n`;
    expect(inserted(DRAFT.replace(at, both))).toBe(
      DRAFT.replace(
        at,
        '#### Clippy\n* [clap](https://github.com/rust-lang/rust-clippy/pull/3)\n* [other](https://github.com/rust-lang/rust-clippy/pull/2)\n',
      ),
    );
  });
});
