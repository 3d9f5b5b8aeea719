import { expect, it } from 'vitest';
import { DEFAULT_OPTIONS } from '../../server/src/rules/check';
import { newEngine } from '../helpers/engine';
import { FRONT } from '../helpers/fixture';

const ITEM = '* [A post](https://example.com/post)\n';
const TEXT = `${FRONT}## Updates from Rust Community

### Official

${ITEM}
### Research

${ITEM.replace('/post', '/study')}`;

it('tells of a field whole findings, louder where the issue has the address', () => {
  const engine = newEngine();
  const document = { uri: 'file:///twir/draft/2026-02-25-this-week-in-rust.md', text: TEXT, version: 1 };
  const check = (url: string) =>
    engine
      .checkSubmission(document, DEFAULT_OPTIONS, { kind: 'link', section: 'community/research', url }, 'url')
      .findings.map(({ rule, severity, related, fixes }) => [
        rule,
        severity,
        related.map(({ start, end }) => TEXT.slice(start, end)),
        fixes.length > 0,
      ]);
  expect(check('https://example.com/post')).toEqual([
    ['link-duplicate', 'error', ['[A post](https://example.com/post)'], true],
  ]);
});
