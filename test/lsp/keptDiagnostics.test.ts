import { describe, expect, it } from 'vitest';
import type { Diagnostic } from 'vscode-languageserver';
import { everyPlace } from '../../server/src/engine';
import { Checked } from '../../server/src/engine/checked';
import type { ClientAbilities } from '../../server/src/lsp/convert';
import { toDiagnostic } from '../../server/src/lsp/convert';
import { KeptDiagnostics } from '../../server/src/lsp/keptDiagnostics';
import { readIssue } from '../../server/src/newsletter/issue/issue';
import { PieceCache } from '../../server/src/newsletter/issue/pieceCache';
import { CheckMemory, checkInSteps, DEFAULT_OPTIONS } from '../../server/src/rules/check';
import type { Finding } from '../../server/src/rules/rule';
import { SourceText } from '../../server/src/text/sourceText';
import { atOnce } from '../../server/src/text/steps';
import { ownDrafts, ownIssues } from '../helpers/corpus';
import { randomFrom } from '../helpers/random';

const abilities = {
  encoding: 'utf-16',
  relatedInformation: true,
  codeDescription: true,
  tags: true,
} as ClientAbilities;
const surroundings = { sourceOf: () => undefined, rulePage: (id: string) => `https://example.com/${id}` };

/** Diagnostics of many versions of a document, kept and made anew. */
function* versions(path: string, first: string) {
  const uri = `file:///twir/draft/${path}`;
  const random = randomFrom(7);
  const cache = new PieceCache();
  const memory = new CheckMemory();
  const kept = new KeptDiagnostics(surroundings);
  let text = first;
  let issue = readIssue({ uri, text }, cache);
  for (let edit = 0; edit < 40; edit += 1) {
    const verdict = atOnce(checkInSteps(issue, DEFAULT_OPTIONS, undefined, () => {}, memory));
    const checked = new Checked(verdict, []);
    yield {
      kept: kept.of(uri, issue.source, checked, abilities),
      anew: everyPlace(checked.findings).map((finding) =>
        toDiagnostic(uri, issue.source, finding, abilities, surroundings),
      ),
    };
    const at = random(text.length + 1);
    const what = ['x', '\n', '* ', '* [A post](https://example.com/post?utm_source=x)\n', ''][random(5)]!;
    text = text.slice(0, at) + what + text.slice(what === '' ? at + 9 : at);
    issue = readIssue({ uri, text }, cache, issue);
  }
}

const inOrder = (diagnostics: readonly Diagnostic[]) => diagnostics.map((one) => JSON.stringify(one)).sort();

describe('diagnostics that are kept', () => {
  it.each([...ownDrafts(), ...ownIssues()].map((file) => [file.name, file] as const))(
    'are those made anew, wherever their part stands: %s',
    (_, { name, text }) => {
      for (const { kept, anew } of versions(name, text)) {
        expect(inOrder(kept)).toEqual(inOrder(anew));
        const lines = kept.map(({ range }) => range.start.line);
        expect(lines).toEqual([...lines].sort((a, b) => a - b));
      }
    },
  );

  it('are the same objects where nothing is told anew', () => {
    const [file] = ownDrafts();
    const issue = readIssue({ uri: `file:///twir/draft/${file!.name}`, text: file!.text });
    const memory = new CheckMemory();
    const kept = new KeptDiagnostics(surroundings);
    const tell = () => {
      const verdict = atOnce(checkInSteps(issue, DEFAULT_OPTIONS, undefined, () => {}, memory));
      return kept.of(issue.uri, issue.source, new Checked(verdict, []), abilities);
    };
    const before = new Set(tell());
    expect(before.size).toBeGreaterThan(0);
    expect(tell().some((diagnostic) => before.has(diagnostic))).toBe(true);
  });

  it('are made anew alone where they speak of another part, which has moved', () => {
    const finding = (rule: string, related: Finding['related'] = []): Finding => {
      const at = { start: 4, end: 7 };
      return { rule, at, message: 'Wrong', severity: 'hint', related, fixes: [] };
    };
    const findings = [
      finding('alone'),
      finding('elsewhere', [{ start: 19, end: 23, message: 'The same there' }]),
    ];
    const part = { start: 0, end: 8, key: findings, findings: () => findings };
    const checked = { parts: [part], others: [] } as unknown as Checked;
    const kept = new KeptDiagnostics(surroundings);
    const tell = (text: string) => kept.of('file:///a.md', new SourceText(text), checked, abilities);
    const [alone, elsewhere] = tell('one two\nthree four\nfive\n');
    const [aloneNow, elsewhereNow] = tell('one two\nthree\nfour\nfive\n');
    expect(aloneNow).toBe(alone);
    const lineOf = (diagnostic?: Diagnostic) =>
      diagnostic?.relatedInformation?.[0]?.location.range.start.line;
    expect(lineOf(elsewhere)).toBe(2);
    expect(lineOf(elsewhereNow)).toBe(3);
  });
});
