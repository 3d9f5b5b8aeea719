import { describe, expect, it } from 'vitest';
import { fixAllText } from '../../server/src/features/fix/fixAll';
import { readIssue } from '../../server/src/newsletter/issue/issue';
import { DEFAULT_OPTIONS } from '../../server/src/rules/check';
import { DRAFT_URI, findingsIn } from '../helpers/fixture';

const HEAD = '* 2026-03-17 | Bergen, NO | [Rust Bergen](https://example.com/bergen)';
const TITLE = '    * [**Evening**](https://example.com/bergen/1)';
const draft = (head: string, title = TITLE) => `## Upcoming Events\n\n### Europe\n${head}\n${title}\n`;
const item = (line: string) => `## Updates from Rust Community\n\n### Official\n${line}\n`;

const FORM = new Set(['event-form', 'list-bullet-style', 'item-without-link', 'list-item-bullet-missing']);
const about = ({ rule }: { rule: string }) => FORM.has(rule);
const fixed = (text: string) =>
  fixAllText({ issue: readIssue({ uri: DRAFT_URI, text }), options: DEFAULT_OPTIONS, only: about });

const BULLETS = ['+ * ', '- * ', '* * ', '+ + ', '- - - ', '-  ', '+   ', '- ', '+ ', '*  '];
const BARS = [',', ';', '/', '-', '–', '||', ' |', '| '];

describe('the bullet of an item', () => {
  it.each(BULLETS)('“%s” becomes one', (bullet) => {
    const line = `${bullet}[A post](https://example.com/a)`;
    expect(fixed(item(line))).toBe(item('* [A post](https://example.com/a)'));
  });

  it.each(BULLETS)('“%s” becomes one in an event', (bullet) => {
    expect(fixed(draft(HEAD.replace('* ', bullet)))).toBe(draft(HEAD));
    const nested = TITLE.replace('* ', bullet);
    expect(fixed(draft(HEAD, nested))).toBe(draft(HEAD));
  });

  it.each(['-*', '**', '+-'])('“%s” without a blank is seen', (bullet) => {
    const found = findingsIn(draft(HEAD.replace('* ', `${bullet} `)), 'list-item-bullet-missing');
    expect(found.map(({ fixes }) => fixes[0]?.edits()[0]?.text)).toEqual(['* ']);
  });
});

describe('after fix all a damaged event line', () => {
  for (const bullet of BULLETS)
    for (const bar of BARS)
      it(`with “${bullet}” and “${bar}” is sound or as it was`, () => {
        for (const at of [0, 1]) {
          let bars = 0;
          const head = HEAD.replace(/ \| /g, (sound) => (bars++ === at ? ` ${bar} ` : sound));
          const damaged = draft(head.replace('* ', bullet));
          const left = fixed(damaged);
          const form = findingsIn(left).filter(about);
          expect(left === damaged || left === draft(HEAD) || form.length === 0, left).toBe(true);
        }
      });
});

describe('fix all of a heading with more behind it', () => {
  const heading = (line: string) => {
    const text = `${line}\n\n## Jobs\n`;
    return fixAllText({
      issue: readIssue({ uri: DRAFT_URI, text }),
      options: DEFAULT_OPTIONS,
      only: ({ rule }) => rule === 'heading-text',
    }).split('\n')[0];
  };

  it.each(['n-rust/pulls', ':', '.'])('takes “%s” out', (rest) => {
    expect(heading(`## Crate of the Week${rest}`)).toBe('## Crate of the Week');
  });

  it.each([
    'This week’s crate is [a](https://example.com/a).',
    '[a](https://example.com/a)',
    'https://example.com/a',
    '<!DOCTYPE html>',
    '<a href="',
    ' <!-- thanks to Ann -->',
  ])('leaves “%s” to the author', (rest) => {
    expect(heading(`## Crate of the Week${rest}`)).toBe(`## Crate of the Week${rest}`);
  });
});
