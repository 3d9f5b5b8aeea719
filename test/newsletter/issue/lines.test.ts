import { describe, expect, it } from 'vitest';
import { readIssue } from '../../../server/src/newsletter/issue/issue';
import { FILLER } from '../../../server/src/newsletter/issue/prose';
import { DRAFT_URI } from '../../helpers/fixture';

const read = (text: string) => readIssue({ uri: DRAFT_URI, text });

/** One letter a line: depth of an item, or why it is none, or what else the line is. */
function places(text: string): string[] {
  return read(text).lines.map(({ kind, depth, lost }) => lost ?? (depth === undefined ? kind : `${depth}`));
}

describe('lines as the site takes them', () => {
  it.each([
    ['under a heading', '### H\n* a\n* b', ['heading', '0', '0']],
    ['under a paragraph', 'text\n* a\n* b', ['text', 'paragraph', 'paragraph']],
    ['under a blank line', 'text\n\n* a', ['text', 'blank', '0']],
    ['two blanks', '* a\n  * b\n    * c', ['0', '0', '1']],
    ['four to seven blanks', '* a\n    * b\n       * c', ['0', '1', '1']],
    ['eight blanks', '* a\n        * b\n    * c\n        * d', ['0', 'continuation', '1', '2']],
    ['nested below a blank line', '* a\n\n    * b', ['0', 'blank', '1']],
    ['a code block', '### H\n    * a\n\ttext', ['heading', 'code', 'code']],
    ['under a comment', '<!-- c -->\n* a', ['comment', '0']],
    ['under a comment with a blank', '<!-- c --> \n* a', ['comment', 'comment']],
    ['text goes on', '* a\nmore\n* b', ['0', 'text', '0']],
    ['under a quote', '> q\n* a', ['quote', 'paragraph']],
    ['fenced', '```\n* a\n```\n* b', ['fence', 'fence', 'fence', '0']],
    ['an open fence', '```\n\n* a', ['text', 'blank', '0']],
  ])('%s', (_, text, expected) => expect(places(text)).toEqual(expected));
});

describe('prose', () => {
  it('hides code and comments and keeps every offset', () => {
    const text = 'a `b` <!-- c -->\r\n```\r\nd\r\n```\r\n';
    const { prose } = read(text);
    expect(prose.text).toHaveLength(text.length);
    expect(prose.text.replaceAll(FILLER, '_')).toBe('a ___ __________\r\n___\r\n_\r\n___\r\n');
  });

  it('pairs backticks within a paragraph', () => {
    const { prose } = read('* a `b\n* c` d\n\n``e ` f`` `g\nh`\n');
    expect(prose.strayBackticks).toHaveLength(2);
    expect(prose.spans).toHaveLength(2);
  });
});

describe('brackets', () => {
  it('finds links, and brackets without partner', () => {
    const [item] = read('* [[a] b](u(v)) [c] \\[d\\] [e](f\n').brackets;
    expect(
      item?.pairs.map(({ target, openTarget }) => [target !== undefined, openTarget !== undefined]),
    ).toEqual([
      [true, false],
      [false, false],
      [false, true],
    ]);
    expect(item?.loose).toEqual([]);
  });
});
