import { describe, expect, it } from 'vitest';
import { Archive } from '../server/src/newsletter/archive/archive';
import { PieceCache, readIssue } from '../server/src/newsletter/issue/issue';
import { linkKey } from '../server/src/newsletter/links/keys';
import { checkIssue, DEFAULT_OPTIONS } from '../server/src/rules/check';
import { ownDrafts, ownIssues } from './helpers/corpus';
import { type CorpusFile, hasShared, publishedIssues } from './helpers/shared';

/** Checks every file, each with the earlier ones of the archive known. @returns how often each rule found something */
function counted(archived: readonly CorpusFile[], files = archived): string {
  const archive = new Archive(linkKey);
  for (const { name, text } of archived) archive.add(`file:///twir/content/${name}`, text);
  const counts = new Map<string, number>();
  for (const { name, text } of files) {
    // Nobody edits: what is kept of an issue is no use to the next one.
    const issue = readIssue({ uri: `file:///twir/content/${name}`, text }, new PieceCache(true));
    const earlier = issue.date === undefined ? undefined : archive.before(issue.date);
    const findings = checkIssue(issue, DEFAULT_OPTIONS, earlier, (rule, error) => {
      throw new Error(`rule ${rule} threw on ${name}`, { cause: error });
    });
    for (const { rule, severity } of findings) {
      const key = `${rule} ${severity}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  const lines = [...counts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, count]) => `${key}: ${count}`);
  return `${files.length} issues\n${lines.map((line) => `${line}\n`).join('')}`;
}

describe('the findings of each rule are counted, so that a change of a rule shows its effect', () => {
  it('in invented issues', () => expect(counted(ownIssues())).toMatchFileSnapshot('archive/own-issues.txt'));

  it('in invented drafts', () =>
    expect(counted(ownIssues(), ownDrafts())).toMatchFileSnapshot('archive/own-drafts.txt'));

  it.runIf(hasShared)('in every published issue', { timeout: 600_000 }, () =>
    expect(counted(publishedIssues())).toMatchFileSnapshot('archive/findings.txt'),
  );
});
