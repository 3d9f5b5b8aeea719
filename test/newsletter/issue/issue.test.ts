import { describe, expect, it, vi } from 'vitest';
import type { Profile } from '../../../server/src/newsletter/eras/profiles';
import * as chunk from '../../../server/src/newsletter/issue/chunk';
import { PieceCache, readIssue } from '../../../server/src/newsletter/issue/issue';
import { DRAFT_URI, FRONT } from '../../helpers/fixture';

const read = (text: string) => readIssue({ uri: DRAFT_URI, text });

describe('front matter', () => {
  it('ends at the first blank line', () => {
    const issue = read(`${FRONT}Hello.\n`);
    expect(issue.frontMatter.fields.map(({ key, value }) => [key, value])).toEqual([
      ['Title', 'This Week in Rust 640'],
      ['Number', '640'],
      ['Date', '2026-02-25'],
      ['Category', 'This Week in Rust'],
    ]);
    expect(issue.source.text.slice(issue.frontMatter.bodyStart)).toBe('Hello.\n');
    expect(issue.frontMatter).toMatchObject({ date: '2026-02-25', number: 640 });
  });

  it('points at values', () => {
    const { source, frontMatter } = read('Title:  A title \nDate: 2026-99-01\n');
    expect(frontMatter.fields.map((field) => source.slice(field.valueRange))).toEqual([
      'A title',
      '2026-99-01',
    ]);
    expect(frontMatter.date).toBeUndefined();
  });

  it.each(['', '## Updates from Rust Community\n', 'Just text, with a: colon.\n'])('is empty in %j', (text) =>
    expect(read(text).frontMatter).toMatchObject({ fields: [], bodyStart: 0 }),
  );
});

describe('front matter of the next version', () => {
  const head = 'Title: x\nDate: 2026-02-25\n';
  it.each([
    ['a line below becomes a field', `${head}Note\n\nHello.\n`, `${head}Note: y\n\nHello.\n`],
    ['the last field becomes text', `${head}Note: y\n\nHello.\n`, `${head}Note y\n\nHello.\n`],
    ['the blank line goes', `${head}\nHello: you.\n`, `${head}Hello: you.\n`],
    ['a fence comes', `${head}Note: y\n\nHello.\n`, `${head}---\nNote: y\n\nHello.\n`],
    ['text goes on as a value', `${head}Note\n`, `${head}    Note\n`],
    ['a line begins the file', `${head}\nHello.\n`, `\n${head}\nHello.\n`],
  ])('is read anew where %s', (_, before, after) => {
    const next = readIssue({ uri: DRAFT_URI, text: after }, new PieceCache(), read(before));
    expect(next.frontMatter).toEqual(read(after).frontMatter);
    expect(next.frontMatter.bodyStart).not.toBe(read(before).frontMatter.bodyStart);
  });
});

describe('another text read as an issue was', () => {
  const text =
    `${FRONT}## Updates from Rust Community\n\n### Official\n* [a](https://example.com/a)\n`.replaceAll(
      '\n',
      '\r\n',
    );
  const own = (bundled: Profile): Profile => ({ ...bundled, until: '2027-01-01' });
  const made = () => {
    const cache = new PieceCache();
    const issue = readIssue({ uri: 'untitled:1', text, kind: 'template', profile: own }, cache);
    return { cache, issue };
  };

  it('has its name, kind and profile, though its date is of another era', () => {
    const { issue } = made();
    for (const next of [
      issue.with('Title: x\nDate: 2022-11-23\n\n'),
      issue.with([{ start: 0, end: 0, text: 'Date: 2022-11-23\n' }]),
    ]) {
      expect(next.date).toBe('2022-11-23');
      expect([next.uri, next.kind, next.profile]).toEqual(['untitled:1', 'template', issue.profile]);
    }
  });

  it('is read from the same pieces, and so are those that come after it', () => {
    const { cache, issue } = made();
    const next = issue.with(`${text}\r\n### Newsletters\r\n`);
    const { pieces } = cache.counts;
    next.with(text).with([{ start: text.length, end: text.length, text: '\n### Newsletters\n' }]);
    expect(cache.counts.pieces).toBe(pieces);
  });

  it('has edits in its own line ending', () => {
    const end = text.length;
    const { source } = made().issue.with([{ start: end, end, text: '* b\n* c\n' }]);
    expect(source.text).toBe(`${text}* b\r\n* c\r\n`);
  });

  it('is the same version where nothing changes', () => {
    const { issue } = made();
    const at = text.indexOf('Official');
    expect(issue.with([])).toBe(issue);
    expect(issue.with(text)).toBe(issue);
    expect(issue.with([{ start: at, end: at + 8, text: 'Official' }])).toBe(issue);
  });
});

describe('the profile', () => {
  it.each([
    ['Date: 2022-11-23', 'p1'],
    ['Date: 2024-01-03', 'p2'],
    ['Date: 2025-03-05', 'p3'],
    ['Date: 2025-11-05', 'p4'],
    ['Date: 2019-01-01', 'archive'],
  ])('of %s is %s', (date, profile) => {
    expect(read(`Title: x\n${date}\n\n`).profile.id).toBe(profile);
  });

  it('comes from the file name, then from the number, when there is no date', () => {
    expect(readIssue({ uri: 'file:///d/2022-11-23-this-week-in-rust.md', text: 'x' }).profile.id).toBe('p1');
    expect(readIssue({ uri: 'untitled:1', text: 'Title: x\nNumber: 470\n\n' }).date).toBe('2022-11-23');
  });

  it('gives the window of events', () =>
    expect(read(FRONT).window).toEqual({ first: '2026-02-25', last: '2026-03-25' }));
});

describe('sections', () => {
  const issue = read(
    `${FRONT}## Updates from Rust Community\n\n### Official\n* [a](https://example.com/a)\n\n## Calls for Testing\n\n### [Rust](https://example.com)\n\n## Updates from the Rust Project\n\n#### Cargo\n\n### Final Comment Period\n\n##### [Cargo](https://example.com)\n\n## RustConf\n`,
  );

  it('form a tree by their levels', () => {
    const tree = issue.sections.map(({ heading, parent }) => [heading.text, parent?.heading.text]);
    expect(tree).toEqual([
      ['Updates from Rust Community', undefined],
      ['Official', 'Updates from Rust Community'],
      ['Calls for Testing', undefined],
      ['Rust', 'Calls for Testing'],
      ['Updates from the Rust Project', undefined],
      ['Cargo', 'Updates from the Rust Project'],
      ['Final Comment Period', 'Updates from the Rust Project'],
      ['Cargo', 'Final Comment Period'],
      ['RustConf', undefined],
    ]);
  });

  it('are named by the profile, the same title by the section it stands in', () =>
    expect(issue.sections.map(({ spec }) => spec?.key)).toEqual([
      'community',
      'community/official',
      'cft',
      'cft/rust',
      'project',
      'project/cargo',
      'fcp',
      'fcp/cargo',
      undefined,
    ]));

  it('hold their items', () =>
    expect(issue.sectionsOf('community/official')[0]!.items.map((item) => item.links[0]!.url)).toEqual([
      'https://example.com/a',
    ]));
});

describe('items', () => {
  it('have markers, links and nested items', () => {
    const { items, source } = read(
      '### Official\n* [video] [ZH] [One](https://example.com/1) and [two](https://example.com/2)\n    * [Three](https://example.com/3)\n* [Four](https://example.com/4)\n',
    );
    expect(items.map(({ markers }) => markers.map(({ word }) => word))).toEqual([['video', 'ZH'], []]);
    expect(items.map(({ links }) => links.map(({ url }) => url.slice(-1)))).toEqual([['1', '2'], ['4']]);
    expect(items[0]!.children.map((child) => source.slice(child.content))).toEqual([
      '[Three](https://example.com/3)',
    ]);
  });

  it('end at a heading and do not take a link for a marker', () => {
    const { items, source } = read('* [One](https://example.com/1)\ncontinued\n### Next\n* two\n');
    expect(items.map((item) => source.slice(item.content))).toEqual([
      '[One](https://example.com/1)\ncontinued',
      'two',
    ]);
    expect(items[0]!.markers).toEqual([]);
  });

  it('are not looked for in comments and code', () => {
    const { items, listLines } = read('<!--\n* [one](https://example.com/1)\n-->\n\n```\n* two\n```\n');
    expect([items, listLines]).toEqual([[], []]);
  });
});

describe('links', () => {
  it('know text and address', () => {
    const { links, definitions, source } = read(
      'See [a **b**](https://example.com/x(y) "t"), [c][d], <https://example.com/e> and ![f](https://example.com/g).\n\n[d]: https://example.com/d\n',
    );
    expect(links.map(({ kind, text }) => [kind, text])).toEqual([
      ['inline', 'a b'],
      ['reference', 'c'],
      ['autolink', 'https://example.com/e'],
      ['image', 'f'],
    ]);
    expect(links.map((link) => source.slice(link.urlRange))).toEqual([
      'https://example.com/x(y)',
      'd',
      'https://example.com/e',
      'https://example.com/g',
    ]);
    expect(definitions.map((definition) => [definition.label, source.slice(definition.urlRange)])).toEqual([
      ['d', 'https://example.com/d'],
    ]);
  });

  it('see definitions of other sections', () => {
    const { links } = read('See [this][far].\n\n## Jobs\n\n[far]: https://example.com/far\n');
    expect(links.map(({ kind, url }) => [kind, url])).toEqual([['reference', 'far']]);
  });
});

describe('the cache of chunks', () => {
  it('parses only what changed', () => {
    const parse = vi.spyOn(chunk, 'summarizeChunk');
    const cache = new PieceCache();
    const text = `${FRONT}Hello.\n\n## Jobs\n\nOne.\n\n# Quote of the Week\n\n> Two.\n`;
    readIssue({ uri: DRAFT_URI, text }, cache);
    const whole = parse.mock.calls.length;
    readIssue({ uri: DRAFT_URI, text: text.replace('One', 'Other') }, cache);
    expect(whole).toBe(3);
    expect(parse.mock.calls.length - whole).toBe(1);
    parse.mockRestore();
  });

  it('gives the same issue as a fresh parse, wherever the chunk now stands', () => {
    const cache = new PieceCache();
    const text = `${FRONT}## Jobs\n\n* [One](https://example.com/1)\n`;
    readIssue({ uri: DRAFT_URI, text }, cache);
    const moved = text.replace('## Jobs', 'A new paragraph.\n\n## Jobs');
    const plain = (issue: ReturnType<typeof readIssue>) =>
      JSON.stringify([issue.links, issue.headings, issue.listLines]);
    expect(plain(readIssue({ uri: DRAFT_URI, text: moved }, cache))).toBe(
      plain(readIssue({ uri: DRAFT_URI, text: moved })),
    );
  });

  it('keeps no more than it may', () => {
    const cache = new PieceCache(false, undefined, 2, 0);
    const parse = vi.spyOn(chunk, 'summarizeChunk');
    for (const text of ['a', 'b', 'c', 'c', 'a']) readIssue({ uri: DRAFT_URI, text }, cache);
    expect(parse.mock.calls.length).toBe(4);
    parse.mockRestore();
  });

  it('has room for a version and the next one, however long, where a change reaches over headings', () => {
    const cache = new PieceCache(false, undefined, 1, 20);
    const items = Array.from({ length: 500 }, (_, n) => `* <b>${n}</b>\n`).join('');
    let issue = readIssue({ uri: DRAFT_URI, text: `${FRONT}## Jobs\n\n${items}` }, cache);
    const { pieces } = cache.counts;
    for (const text of ['x', 'y']) {
      const start = issue.source.text.indexOf('b>') + 1;
      issue = issue.with([{ start, end: start, text }]);
    }
    expect(pieces).toBeGreaterThan(100);
    expect(cache.counts.pieces).toBe(pieces + 2);
  });

  it('reads all again when it has let all go', () => {
    const cache = new PieceCache();
    const read = () =>
      readIssue({ uri: DRAFT_URI, text: `${FRONT}## Jobs\n\n* [A](https://a.example)\n` }, cache);
    const first = read();
    const { pieces } = cache.counts;
    expect(read().pieces[0]!.piece).toBe(first.pieces[0]!.piece);
    cache.forget();
    expect(read().pieces[0]!.piece).not.toBe(first.pieces[0]!.piece);
    expect(cache.counts.pieces).toBe(2 * pieces);
  });

  it('lets many short texts go for a long one', () => {
    const cache = new PieceCache(false, undefined, 1, 20);
    for (const text of ['a', 'b', 'c', 'x'.repeat(30)]) cache.text(text, 0);
    const { pieces } = cache.counts;
    cache.text('c', 0);
    expect(cache.counts.pieces).toBe(pieces + 1);
  });
});
