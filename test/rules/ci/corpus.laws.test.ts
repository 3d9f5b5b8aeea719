import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { digestIssue } from '../../../server/src/newsletter/archive/digest';
import { CiCheck } from '../../../server/src/rules/ci/check';
import { hasShared, publishedIssues, sharedFolder } from '../../helpers/shared';

const expected = `${sharedFolder}/corpus/expected/checkers.jsonl`;

/** What the checkers printed, by what it says. */
const KINDS: readonly [pattern: RegExp, kind: string][] = [
  [/unexpected\/malformed link scheme/, 'scheme'],
  [/found tracking parameters/, 'tracking'],
  [/link can be simplified/, 'simplify'],
  [/possible duplicate/, 'duplicate'],
  [/truncated/, 'truncated'],
  [/directly to a GitHub repo/, 'repository'],
  [/is to crates\.io/, 'crates-io'],
  [/odd backticks/, 'backticks-odd'],
  [/empty backticks/, 'backticks-empty'],
  [/unrecognized tag/, 'tag'],
  [/empty <li>/, 'item-empty'],
];

test.skipIf(!hasShared || !existsSync(expected))(
  'published issues get the verdicts that the newsletter’s checkers gave them',
  { timeout: 120_000 },
  () => {
    const printed = readFileSync(expected, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { file: string; severity: string; text: string })
      .map(({ file, severity, text }) => {
        const kind = KINDS.find(([pattern]) => pattern.test(text))?.[1] ?? text;
        const to = kind === 'simplify' ? ` ${text.split(' -> ')[1]}` : '';
        return `${file.replace('content/', '')} ${kind} ${severity}${to}`;
      });
    const ci = new CiCheck();
    const files = publishedIssues('2021-05-01').filter(({ name }) => name.endsWith('.md'));
    const digests = files.map(({ path, text }) => digestIssue(`file://${path}`, text)!);
    const found = files.flatMap(({ name, path, text }, index) => {
      if (name < '2021-11') return [];
      const earlier = digests.slice(0, index).reverse();
      return ci
        .verdicts({ uri: `file://${path}`, text, role: 'editor', earlier, own: [] })
        .map(({ rule, severity, message }) => {
          const to = rule === 'ci/simplify' ? ` ${/“([^”]*)”/.exec(message)![1]}` : '';
          return `${name} ${rule.slice(3)} ${severity}${to}`;
        });
    });
    expect(found.sort()).toEqual(printed.sort());
  },
);
