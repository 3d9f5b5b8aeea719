import { describe, expect, it } from 'vitest';
import { importEvents, planImport } from '../../../server/src/features/import/importEvents';
import { organizeText, removeEvents } from '../../../server/src/features/organize/organize';
import { PieceCache, readIssue } from '../../../server/src/newsletter/issue/issue';
import { applyEdits } from '../../../server/src/text/edits';
import { ownIssues } from '../../helpers/corpus';
import { type CorpusFile, hasShared, publishedIssues } from '../../helpers/shared';

describe('events of issues are listed in themselves, and come back into an empty list in their order', () => {
  const holdFor = (files: readonly CorpusFile[]) => {
    const cache = new PieceCache();
    for (const { name, text } of files) {
      const issue = readIssue({ uri: `file:///content/${name}`, text }, cache);
      // What stands under the wrong region, or without a place, is new.
      const fresh = planImport({ issue, text }).candidates.filter(({ state }) => state === 'new');
      expect(fresh.length, name).toBeLessThan(2);
      const empty = applyEdits(text, removeEvents(issue, issue.events));
      const { edits } = importEvents({
        issue: readIssue({ uri: issue.uri, text: empty }, cache),
        text,
      });
      const filled = readIssue({ uri: issue.uri, text: applyEdits(empty, edits) }, cache);
      expect(organizeText(filled), name).toBe(filled.source.text);
      expect(filled.events.length, name).toBeGreaterThan(issue.events.length - 5);
      expect(importEvents({ issue: filled, text }).edits, name).toEqual([]);
    }
  };

  it('invented issues', () => holdFor(ownIssues().filter(({ name }) => name >= '2025')));

  it.runIf(hasShared)('published issues', () => holdFor(publishedIssues('2026-01-01')));
});
