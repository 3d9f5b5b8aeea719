// biome-ignore-all lint/suspicious/noTemplateCurlyInString: snippets look like that
import { describe, expect, it } from 'vitest';
import { covers } from '../../server/src/lsp/codeActions';
import { plainSnippet } from '../../server/src/text/snippet';

describe('kinds of actions', () => {
  it.each([
    ['', 'quickfix', true],
    ['quickfix', 'quickfix', true],
    ['source', 'source.fixAll.twir', true],
    ['source.fixAll', 'source.fixAll.twir', true],
    ['source.fixAll.twir', 'source.organizeEvents.twir', false],
    ['source.fix', 'source.fixAll.twir', false],
    ['quickfix.twir', 'quickfix', false],
  ] as const)('%j covers %s: %s', (asked, kind, expected) => {
    expect(covers(asked, kind)).toBe(expected);
  });
});

describe('snippets without tab stops', () => {
  it.each([
    ['plain', 'plain'],
    ['* [$1]($2)$0', '* []()'],
    ['* [${1:title}](${2:https://example.com/})', '* [title](https://example.com/)'],
    ['${1:a ${2:b} c}', 'a b c'],
    ['${1|Virtual,Hybrid|} x', 'Virtual x'],
    ['${1|a\\,b,c|}', 'a,b'],
    ['costs \\$5 \\} \\\\', 'costs $5 } \\'],
    ['$', '$'],
    ['${1:open', 'open'],
    ['{}', '{}'],
  ])('%j becomes %j', (snippet, expected) => {
    expect(plainSnippet(snippet)).toBe(expected);
  });
});
