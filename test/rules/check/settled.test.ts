import { describe, expect, it, vi } from 'vitest';
import type { ArchiveView } from '../../../server/src/newsletter/archive/view';
import { type Issue, readIssue } from '../../../server/src/newsletter/issue/issue';
import { CheckMemory, checkIssue, DEFAULT_OPTIONS, isFixable } from '../../../server/src/rules/check';
import { RULES } from '../../../server/src/rules/index';
import type { CheckOptions, Finding, IssueRule } from '../../../server/src/rules/rule';
import { archiveWith, DRAFT_URI, TEMPLATE_URI } from '../../helpers/fixture';

const rulesIn = (text: string, uri = DRAFT_URI, options?: Partial<CheckOptions>) =>
  new Set(checkIssue(readIssue({ uri, text }), { ...DEFAULT_OPTIONS, ...options }).map(({ rule }) => rule));

describe('which rules are asked', () => {
  const TEXT = '## Upcoming Events\n\n### Asia\n\n ### Europe\n\n[](https://example.com/a//b)\n';

  it('all of an issue', () =>
    expect(rulesIn(TEXT)).toSatisfy((rules: Set<string>) =>
      ['heading-indented', 'link-title-missing', 'link-slashes'].every((rule) => rules.has(rule)),
    ));

  it('of the template those about templates', () => {
    const rules = rulesIn(TEXT, TEMPLATE_URI);
    expect(rules).toContain('heading-indented');
    expect(rules).not.toContain('link-title-missing');
    expect(rules).not.toContain('link-slashes');
  });

  it('of the first issues those about links', () => {
    const rules = rulesIn(TEXT, 'file:///twir/content/2014-06-04-this-week-in-rust.md');
    expect(rules).toContain('link-slashes');
    expect(rules).not.toContain('heading-indented');
  });
});

describe('what rules are told of the issue', () => {
  const PLACEHOLDER = '## Crate of the Week\n\n[Discuss](REDDIT_LINK_HERE)\n';
  const severityOf = (uri: string) =>
    checkIssue(readIssue({ uri, text: PLACEHOLDER })).find(({ rule }) => rule === 'placeholder-link')
      ?.severity;

  it('whether it is published', () => {
    expect(severityOf('file:///twir/content/2026-02-25-this-week-in-rust.md')).toBe('error');
    expect(severityOf(DRAFT_URI)).not.toBe('error');
  });

  const REFORMATTED = `## Updates from Rust Community\n\n### Official\n\n${Array.from({ length: 12 }, (_, n) => `- [Post ${n}](https://example.com/${n})\n`).join('')}`;

  it('which words are no mistakes, whatever their case', () => {
    const archive = {
      ...archiveWith(undefined, 'useful')!,
      words: {
        meant: (word: string) => (word === 'userful' ? 'useful' : undefined),
        meantBeside: () => undefined,
        isUsual: (word: string) => word === 'useful',
      },
    } as ArchiveView;
    const told = (words?: string[]) =>
      checkIssue(
        readIssue({ uri: DRAFT_URI, text: '* [A Userful tool](https://example.com/a)\n' }),
        { ...DEFAULT_OPTIONS, ...(words ? { words } : {}) },
        archive,
      ).filter(({ rule }) => rule === 'word-mistyped').length;
    expect(told()).toBe(1);
    expect(told(['other'])).toBe(1);
    expect(told(['USERFUL'])).toBe(0);
  });

  it('whether a formatter has been at work, unless the rule about that is off', () => {
    const told = rulesIn(REFORMATTED);
    const off = rulesIn(REFORMATTED, DRAFT_URI, { rules: { 'formatter-damage': 'off' } });
    expect(told).toContain('formatter-damage');
    expect(told).not.toContain('list-bullet-style');
    expect(off).toContain('list-bullet-style');
  });
});

describe('a rule that fails', () => {
  /** An archive of which nothing else can be asked. */
  const broken = new Proxy({} as ArchiveView, {
    get(_, name) {
      // For these the check itself asks.
      if (name === 'published') return undefined;
      if (name === 'issues') return [];
      throw new Error(`no ${String(name)}`);
    },
  });
  const issue = readIssue({
    uri: DRAFT_URI,
    text: '## Updates from Rust Community\n\n### Official\n* [](https://example.com/a)\n* [A](https://example.com/a//b)\n',
  });

  it('is told, and stops no other', () => {
    const failed = new Map<string, unknown>();
    const found = checkIssue(issue, DEFAULT_OPTIONS, broken, (rule, error) => failed.set(rule, error));
    expect([...failed.keys()]).toContain('link-duplicate-archive');
    expect([...failed.values()].every((error) => error instanceof Error)).toBe(true);
    expect(found.map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(['link-title-missing', 'link-slashes']),
    );
  });

  it('may fail without anybody to tell', () =>
    expect(() => checkIssue(issue, DEFAULT_OPTIONS, broken)).not.toThrow());

  it('may fail about what changes only', () => {
    const rule = RULES.find(({ id }) => id === 'link-repeated') as IssueRule;
    const take = vi.spyOn(rule, 'facts').mockImplementation(({ source }) => {
      if (source.text.includes('broken')) throw new Error('broken');
      return [];
    });
    try {
      const memory = new CheckMemory();
      const failed: string[] = [];
      const check = (version: Issue) =>
        checkIssue(version, DEFAULT_OPTIONS, undefined, (id) => failed.push(id), memory);
      const found = check(issue);
      const at = issue.source.text.indexOf('A](');
      const second = issue.with([{ start: at, end: at, text: 'broken ' }]);
      expect(check(second).map(({ rule }) => rule)).toEqual(found.map(({ rule }) => rule));
      expect(failed).toEqual(['link-repeated']);
      check(second.with([{ start: at, end: at + 'broken '.length, text: '' }]));
      expect(failed).toEqual(['link-repeated']);
    } finally {
      take.mockRestore();
    }
  });
});

describe('checking', () => {
  const TEXT = '## Upcoming Events\n\ntwo  \n\n ### Europe\n\n[](https://example.com/a)\n';

  it('tells by place', () => {
    const starts = checkIssue(readIssue({ uri: DRAFT_URI, text: TEXT })).map(({ at }) => at.start);
    expect(starts.length).toBeGreaterThan(2);
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
  });

  it('counts what it asks', () => {
    const memory = new CheckMemory();
    expect(memory.counts).toEqual({ pieces: 0, pieceRules: 0, issueRules: 0 });
    const issue = readIssue({ uri: DRAFT_URI, text: TEXT });
    checkIssue(issue, DEFAULT_OPTIONS, undefined, undefined, memory);
    expect(memory.counts.pieces).toBe(issue.pieces.length);
    expect(memory.counts.pieceRules).toBeGreaterThan(0);
    expect(memory.counts.issueRules).toBeGreaterThan(0);
  });

  it('knows what “fix all” mends', () => {
    const found = checkIssue(readIssue({ uri: DRAFT_URI, text: TEXT }));
    const fixable = (id: string) => isFixable(found.find(({ rule }) => rule === id)!);
    expect(fixable('heading-indented')).toBe(true);
    expect(fixable('link-title-missing')).toBe(false);
    const finding: Finding = found.find(({ rule }) => rule === 'heading-indented')!;
    expect(isFixable({ ...finding, fixes: finding.fixes.map((fix) => ({ ...fix, all: false })) })).toBe(
      false,
    );
    expect(isFixable({ ...finding, fixes: [] })).toBe(false);
    expect(isFixable({ ...finding, fixes: finding.fixes, rule: 'link-title-missing' })).toBe(false);
    expect(isFixable({ ...finding, fixes: finding.fixes, rule: 'of nobody' })).toBe(true);
  });
});

describe('checking version after version', () => {
  const sections = Array.from(
    { length: 12 },
    (_, n) => `### Section ${n}\n\n* [](https://example.com/${n})\n* [A](https://example.com/a//${n})\n\n`,
  );
  const first = readIssue({ uri: DRAFT_URI, text: `## Updates from Rust Community\n\n${sections.join('')}` });
  const shape = (found: readonly Finding[]) => found.map(({ rule, at, message }) => ({ rule, at, message }));
  const off: CheckOptions = { ...DEFAULT_OPTIONS, rules: { 'link-slashes': 'off' } };

  it('tells the same as checking each alone, wherever it changes, and asks about little', () => {
    const memory = new CheckMemory();
    checkIssue(first, DEFAULT_OPTIONS, undefined, undefined, memory);
    let issue = first;
    for (const [word, text] of [
      ['Section 6', 'x'],
      ['example.com/0)', ' more'],
      ['example.com/a//11)', '\n* [](https://example.com/new)'],
      ['Section 3', '\n\n### Between'],
      ['Section 9', 'y'],
    ] as const) {
      const at = issue.source.text.indexOf(word) + word.length;
      issue = issue.with([{ start: at, end: at, text }]);
      const before = memory.counts.pieces;
      const found = checkIssue(issue, DEFAULT_OPTIONS, undefined, undefined, memory);
      expect(shape(found), word).toEqual(shape(checkIssue(issue)));
      expect(memory.counts.pieces - before, word).toBeLessThan(5);
    }
  });

  it('goes by the options of each', () => {
    const memory = new CheckMemory();
    const at = first.source.text.indexOf('Section 6');
    const second = first.with([{ start: at, end: at, text: 'A ' }]);
    for (const [issue, options] of [
      [first, DEFAULT_OPTIONS],
      [second, off],
      [first, off],
      [second, DEFAULT_OPTIONS],
    ] as const)
      expect(shape(checkIssue(issue, options, undefined, undefined, memory))).toEqual(
        shape(checkIssue(issue, options)),
      );
  });
});
