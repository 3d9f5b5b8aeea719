import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { type Issue, readIssue } from '../../server/src/newsletter/issue/issue';
import { PieceCache } from '../../server/src/newsletter/issue/pieceCache';
import { CheckMemory, checkIssue, DEFAULT_OPTIONS } from '../../server/src/rules/check';
import { questionOf } from '../../server/src/rules/check/pieces';
import { RULES } from '../../server/src/rules/index';
import type { CheckOptions, PieceFrame } from '../../server/src/rules/rule';
import { archiveWith, DRAFT_URI } from '../helpers/fixture';

const EARLIER = 'Title: This Week in Rust 639\nNumber: 639\nDate: 2026-02-18\nCategory: This Week in Rust\n';

/** A draft with a long list of events. */
function draft(): string {
  const events = Array.from({ length: 60 }, (_, n) => {
    const day = `2026-03-${String(1 + Math.floor(n / 3)).padStart(2, '0')}`;
    return `* ${day} | Virtual (Town${n}, DE) | [Rust Group ${n}](https://example.com/groups/${n})\n    * [**Meeting number ${n}**](https://example.com/groups/${n}/events/1)\n`;
  });
  const sample = readFileSync(
    new URL('../corpus/draft/2026-02-25-this-week-in-rust.md', import.meta.url),
    'utf8',
  );
  return sample.replace('### Virtual\n', `### Virtual\n${events.join('')}`);
}

/** What typing in one place costs, after the version before has been read and checked as a file that nobody changes. */
function costOf(text: string, type: (text: string) => string, options = DEFAULT_OPTIONS) {
  const cache = new PieceCache();
  const memory = new CheckMemory();
  const archive = archiveWith(EARLIER);
  const check = (issue: Issue, asked: CheckOptions) => checkIssue(issue, asked, archive, () => {}, memory);
  const first = readIssue({ uri: DRAFT_URI, text }, cache);
  check(first, DEFAULT_OPTIONS);
  const before = { ...cache.counts, ...memory.counts, read: cache.counts.pieces };
  const next = readIssue({ uri: DRAFT_URI, text: type(text) }, cache, first);
  check(next, options);
  const { counts } = memory;
  return {
    piecesRead: cache.counts.pieces - before.read,
    charactersRead: cache.counts.characters - before.characters,
    piecesAsked: counts.pieces - before.pieces,
    pieceRules: counts.pieceRules - before.pieceRules,
    issueRules: counts.issueRules - before.issueRules,
  };
}

const typed = (text: string, after: string, what = 'x') => {
  const at = text.indexOf(after) + after.length;
  expect(at).toBeGreaterThan(after.length);
  return text.slice(0, at) + what + text.slice(at);
};

describe('what a keystroke costs', () => {
  const text = draft();
  const pieceRules = RULES.filter((rule) => rule.kind === 'piece' || rule.checkPiece).length;

  it('cuts a long list into pieces', () => {
    const { pieces, sectionsOf } = readIssue({ uri: DRAFT_URI, text });
    expect(pieces.filter(({ listed }) => listed).length).toBeGreaterThan(5);
    expect(Math.max(...pieces.map(({ start, end }) => end - start))).toBeLessThan(4096);
    expect(sectionsOf).toBeDefined();
  });

  it.each(['[**Meeting number 7', '[**Meeting number 30', 'https://example.com/groups/55/events/1'])(
    'after %s: one piece, its rules, no rule about the issue that has no new facts',
    (place) => {
      const cost = costOf(text, (before) => typed(before, place, '7'));
      expect(cost.piecesRead).toBe(1);
      expect(cost.charactersRead).toBeLessThan(512);
      expect(cost.piecesAsked).toBe(1);
      expect(cost.pieceRules).toBeLessThanOrEqual(pieceRules);
      // Duplicates, similar, changed and twin events: the title and the page are what they go by.
      expect(cost.issueRules).toBeLessThanOrEqual(5);
    },
  );

  it('in a paragraph: no rule about the issue at all', () => {
    const paragraph = 'Two texts for a rainy';
    const cost = costOf(text, (before) => typed(before, paragraph, ' x'));
    expect(cost).toMatchObject({ piecesRead: 1, piecesAsked: 1, issueRules: 0 });
  });

  it('as the first letter of all: the rule that goes by whether the author is changing the file', () => {
    const cost = costOf(text, (before) => typed(before, 'Two texts for a rainy', ' x'), {
      ...DEFAULT_OPTIONS,
      editing: true,
    });
    expect(cost).toMatchObject({ piecesRead: 1, piecesAsked: 1, issueRules: 1 });
  });

  it('at a cut: two pieces', () => {
    const { pieces } = readIssue({ uri: DRAFT_URI, text });
    const { start } = pieces.find(({ listed }) => listed)!;
    const cost = costOf(text, (before) => `${before.slice(0, start)}x${before.slice(start)}`);
    expect(cost.piecesRead).toBeLessThanOrEqual(2);
    expect(cost.charactersRead).toBeLessThan(2 * 512);
    expect(cost.piecesAsked).toBeLessThanOrEqual(3);
  });

  it('in a heading of the week: its own piece', () => {
    const cost = costOf(text.replace('### Virtual', '### Nowhere'), (before) => typed(before, '### Nowhere'));
    expect(cost).toMatchObject({ piecesRead: 1, piecesAsked: 1 });
  });

  it('in a known heading that is still plainly the same: its own piece', () => {
    const cost = costOf(text, (before) => typed(before, '### Virtual'));
    expect(cost).toMatchObject({ piecesRead: 1, piecesAsked: 1 });
  });

  it('in a heading that is known until then: of the pieces below what goes by their section', () => {
    const cost = costOf(text, (before) => typed(before, '### Virtual', ' of the week'));
    expect(cost.piecesRead).toBe(1);
    expect(cost.piecesAsked).toBeGreaterThan(20);
    expect(cost.pieceRules).toBeLessThan(pieceRules + 25 * cost.piecesAsked);
  });

  it('nothing for a version that is checked again', () => {
    expect(costOf(text, (before) => before)).toMatchObject({ piecesRead: 0, piecesAsked: 0, issueRules: 0 });
  });
});

describe('what rules about pieces are told', () => {
  const frames: readonly PieceFrame[] = [
    {
      stage: 'draft',
      role: 'editor',
      archive: archiveWith(EARLIER),
      published: false,
      reformatted: false,
      words: new Set<string>(),
    },
    {
      stage: 'release',
      role: 'contributor',
      archive: undefined,
      published: true,
      reformatted: true,
      words: new Set(['twir']),
    },
  ];

  it('is part of what their answers are kept by', () => {
    const asked = new Set<string>();
    const recording = new Proxy(frames[0]!, {
      get: (frame, fact, receiver) => {
        asked.add(String(fact));
        return Reflect.get(frame, fact, receiver);
      },
    });
    for (const { piece } of readIssue({ uri: DRAFT_URI, text: draft() }).pieces) {
      for (const rule of RULES) {
        const check = rule.kind === 'piece' ? rule.check : rule.checkPiece;
        const before = new Set(asked);
        asked.delete('archive');
        check?.call(rule, piece, () => {}, recording);
        if (!rule.goesBy?.includes('archive')) expect(asked, rule.id).not.toContain('archive');
        for (const fact of before) asked.add(fact);
      }
    }
    expect(asked.size).toBeGreaterThan(1);
    for (const fact of asked) {
      // Answers are compared by their archive besides.
      if (fact === 'archive') continue;
      const other = { ...frames[0]!, [fact]: frames[1]![fact as keyof PieceFrame] };
      expect(questionOf(other), fact).not.toBe(questionOf(frames[0]!));
    }
  });
});

describe('what rules about issues go by', () => {
  const TOLD = {
    archive: 'archive',
    editing: 'editing',
    sections: 'outline',
    sectionsOf: 'outline',
    meant: 'outline',
    section: 'sections',
  } as const;

  it('is what they say they go by', () => {
    const asked = new Map<string, Set<string>>();
    const recording = <T extends object>(told: T, facts: Set<string>) =>
      new Proxy(told, {
        get: (of, name, receiver) => {
          if (name in TOLD) facts.add(TOLD[name as keyof typeof TOLD]);
          return Reflect.get(of, name, receiver);
        },
        ownKeys: (of) => Reflect.ownKeys(of).filter((name) => name !== 'section'),
      });
    const spies = RULES.flatMap((rule) => {
      if (rule.kind !== 'issue') return [];
      const { check } = rule;
      const own = new Set<string>();
      asked.set(rule.id, own);
      return vi.spyOn(rule, 'check').mockImplementation((frame, facts, report) =>
        check.call(
          rule,
          recording(frame, own),
          facts.map((fact) => recording(fact, own)),
          report,
        ),
      );
    });
    try {
      const examples = RULES.filter(({ kind }) => kind === 'issue').flatMap((rule) =>
        rule.examples.map(({ bad }) => bad),
      );
      for (const text of [draft(), ...examples, `${draft()}\n${examples.join('\n')}`])
        checkIssue(readIssue({ uri: DRAFT_URI, text }), DEFAULT_OPTIONS, archiveWith(EARLIER));
    } finally {
      for (const spy of spies) spy.mockRestore();
    }
    expect(asked.get('section-missing')).toContain('outline');
    const silent = RULES.flatMap((rule) =>
      [...(asked.get(rule.id) ?? [])]
        .filter((fact) => !rule.goesBy?.some((known) => known === fact))
        .map((fact) => `${rule.id} goes by ${fact}`),
    );
    expect(silent).toEqual([]);
  });
});
