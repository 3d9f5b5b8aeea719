import { describe, expect, it } from 'vitest';
import { readIssue } from '../../server/src/newsletter/issue/issue';
import { sectionKeys } from '../../server/src/rules/check/pieces';
import { RULES } from '../../server/src/rules/index';
import type { PieceFrame, Report, Rule } from '../../server/src/rules/rule';
import { ownDrafts, ownIssues } from '../helpers/corpus';
import { archiveWith, DRAFT_URI } from '../helpers/fixture';

const FRAMES: readonly PieceFrame[] = (['editor', 'contributor'] as const).map((role) => ({
  stage: role === 'editor' ? 'draft' : 'release',
  role,
  archive: archiveWith(
    'Title: This Week in Rust 639\nNumber: 639\nDate: 2026-02-18\nCategory: This Week in Rust\n',
  ),
  published: false,
  reformatted: false,
  words: new Set(),
}));

/** What rules say about pieces of a text that stand in none of the sections in which they are asked. */
function saidElsewhere(text: string, rules: readonly Rule[], uri = DRAFT_URI): string[] {
  const said: string[] = [];
  for (const { piece } of readIssue({ uri, text }).pieces) {
    const keys = sectionKeys(piece);
    for (const rule of rules) {
      if (rule.in!.some((key) => keys.has(key))) continue;
      const check = rule.kind === 'piece' ? rule.check : rule.checkPiece;
      const report = ({ message }: Report) => said.push(`${rule.id}: ${message}`);
      for (const frame of FRAMES) check?.call(rule, piece, report, frame);
    }
  }
  return said;
}

describe('a rule that is asked in some sections only', () => {
  const rules = RULES.filter((rule) => rule.in);

  it('has something to say in them', () => {
    expect(rules.length).toBeGreaterThan(30);
  });

  it('has nothing to say elsewhere, whatever stands there', () => {
    for (const { bad, good } of RULES.flatMap(({ examples }) => examples)) {
      for (const text of [bad, good]) {
        expect(saidElsewhere(text, rules)).toEqual([]);
        // No profile knows these headings.
        expect(saidElsewhere(text.replace(/^(#+[ \t]*).*$/gm, '$1Of the week'), rules)).toEqual([]);
      }
    }
  });

  it.each([...ownIssues(), ...ownDrafts()].map((file) => [file.path, file] as const))(
    'has nothing to say elsewhere in %s',
    (_, { name, text }) => {
      expect(saidElsewhere(text, rules, `file:///twir/draft/${name}`)).toEqual([]);
    },
  );
});
