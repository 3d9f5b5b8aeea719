import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../server/src/text/edits';
import { findingsIn } from '../helpers/fixture';

const community = (line: string) => `## Updates from Rust Community\n\n### Official\n${line}\n`;
const event = (line: string) =>
  `## Upcoming Events\n\n### Europe\n* 2026-03-17 | Oslo, NO | [Rust Oslo](https://example.com/oslo)\n${line}\n`;

/** What becomes of a text when the first fix of its one finding of a rule is made. */
function mended(text: string, rule: string): string {
  const found = findingsIn(text, rule);
  expect(found).toHaveLength(1);
  return applyEdits(text, [...found[0]!.fixes[0]!.edits()]);
}

describe('the first fix', () => {
  it.each([
    ['marker-form', '* [video][A post](https://example.com/a)', '* [video] [A post](https://example.com/a)'],
    ['link-scheme', '* [A post](https:\\\\example.com/a)', '* [A post](https://example.com/a)'],
    ['link-scheme', '* [A post](https:"//example.com/a)', '* [A post](https://example.com/a)'],
    ['link-form', '* [A post](https:(//example.com/a)', '* [A post](https://example.com/a)'],
    ['link-form', '* [video] *[A post](https://example.com/a)*', '* [video] [A post](https://example.com/a)'],
    ['link-form', '* [A post](https://example.com/a）', '* [A post](https://example.com/a)'],
    [
      'link-trailing-text',
      '* [A](https://example.com/a) [B](https://example.com/b)',
      '* [A](https://example.com/a)\n* [B](https://example.com/b)',
    ],
    [
      'heading-text',
      '### Research* [A](https://example.com/a)',
      '### Research\n* [A](https://example.com/a)',
    ],
    [
      'heading-text',
      '* ### Research\n* [A](https://example.com/a)',
      '### Research\n* [A](https://example.com/a)',
    ],
    ['link-form', '* ([A post](https://example.com/a))', '* [A post](https://example.com/a)'],
    ['link-form', '* ~~[A post](https://example.com/a)~~', '* [A post](https://example.com/a)'],
    [
      'link-trailing-text',
      '* [video] Watch this: [A post](https://example.com/a)',
      '* [video] [A post](https://example.com/a)',
    ],
    [
      'item-without-link',
      '* [video]: [Posted](https://example.com/a)',
      '* [video] [Posted](https://example.com/a)',
    ],
    [
      'html-unescaped',
      '* [A post](https://example.com/Vec<T>)',
      '* [A post](https://example.com/Vec%3CT%3E)',
    ],
    ['link-address', '* [A post](https://blog. example.com/a)', '* [A post](https://blog.example.com/a)'],
    [
      'link-address',
      "* [A post](https://example.com/it's_(so)#x) and [B](https://example.com/b)",
      "* [A post](https://example.com/it's_%28so%29#x) and [B](https://example.com/b)",
    ],
    [
      'link-address',
      "* [A post](https://example.com/o'no/(so)/a)",
      "* [A post](https://example.com/o'no/%28so%29/a)",
    ],
    [
      'link-address',
      "* [A post](https://example.com/#a:(b:'c'))",
      "* [A post](https://example.com/#a:%28b:'c'%29)",
    ],
    ['invisible-character', '* [A post](https://example.com/a\u00a0b)', '* [A post](https://example.com/ab)'],
  ])('of %s mends %j', (rule, slip, right) => expect(mended(community(slip), rule)).toBe(community(right)));

  it.each([
    ['pull16616', 'pull/16616'],
    ['pull/pull/16616', 'pull/16616'],
    ['pulls/16616', 'pull/16616'],
  ])('of a pull request mends %j', (slip, right) => {
    const list = (path: string) =>
      `## Updates from the Rust Project\n\n#### Cargo\n* [Fix it](https://github.com/rust-lang/cargo/${path})\n`;
    expect(mended(list(slip), 'rfc-link')).toBe(list(right));
  });

  it.each(['event/310619451', 'events310619451'])('of a page on Meetup mends %j', (slip) => {
    const page = (path: string) => event(`    * [**Talks**](https://www.meetup.com/rust-oslo/${path}/)`);
    expect(mended(page(slip), 'link-scheme')).toBe(page('events/310619451'));
  });

  it('of an issue without most of its sections inserts them in order', () => {
    const after = mended('## Updates from Rust Community\n\n## Upcoming Events\n', 'section-missing');
    expect(findingsIn(after).filter(({ rule }) => /^section-(?:missing|order)$/.test(rule))).toEqual([]);
  });

  it('of a quote’s source takes the dash out of the link', () => {
    const quote = (source: string) => `# Quote of the Week\n\n> It compiles.\n\n${source}\n`;
    expect(mended(quote('[– Jo on Zulip](https://example.com/q)'), 'qotw-dash')).toBe(
      quote('– [Jo on Zulip](https://example.com/q)'),
    );
  });

  it('is not offered where the address has no host before its space', () => {
    const [found] = findingsIn(community('* [A post](https:// example.com/a)'), 'link-address');
    expect(found!.fixes.map(({ title }) => title)).toEqual(['Remove the space']);
  });
});

describe('one slip is told by one rule', () => {
  it.each([
    [
      'the title of an event that is bold outside its link',
      '    * **[Talks](https://example.com/talks)**',
      'link-form',
    ],
    [
      'the title of an event whose address is no link',
      '    * Talks https://example.com/talks',
      'event-orphan',
    ],
  ])('%s', (_, line, other) => {
    expect(findingsIn(event(line), other)).toEqual([]);
    expect(findingsIn(event(line)).filter(({ severity }) => severity !== 'hint')).not.toEqual([]);
  });

  it('a definition that is an item whose marker has a colon', () =>
    expect(findingsIn(community('* [video]: [Posted](https://example.com/a)'), 'link-scheme')).toEqual([]));
});

describe('what is told', () => {
  const merged = (path: string) =>
    `## Updates from the Rust Project\n\n#### Cargo\n* [Fix it](https://github.com/rust-lang/${path})\n`;
  const triage = (report: string, range = 'start=0123456789&end=abcdef0123') =>
    `## Updates from the Rust Project\n\n### Rust Compiler Performance Triage\n\nA quiet week.\n\nTriage done by **@jo**.\nRevision range: [01234567..abcdef01](https://perf.rust-lang.org/?${range}&absolute=false&stat=instructions%3Au)\n\n[Full report here](https://github.com/rust-lang/rustc-perf/${report}.md)\n`;
  it.each([
    [
      'perf-form',
      triage('raw/master/triage/2026/2026-02-23'),
      'The address of the report has “raw” where “blob” belongs',
    ],
    [
      'perf-form',
      triage('blob/master/triage/2026/2026-02-31'),
      'There is no 2026-02-31, of which the report is',
    ],
    [
      'perf-form',
      triage('blob/master/triage/2026/2026-02-23', 'start=0123456789'),
      'The address does not say which revisions are compared',
    ],
    ['rfc-link', merged('cargo/pull/1661o'), '“pull/1661o” should be “pull/…”, with a number'],
    [
      'rfc-link',
      merged('cargo/pull/1661'),
      '1661 is the number of a pull request of years ago: a digit may be missing',
    ],
    [
      'rfc-link',
      '## Updates from the Rust Project\n\n### [New and Updated RFCs](https://github.com/rust-lang/rfcs/pulls)\n* [An RFC](https://github.com/rust-lang/rust/pull/151234)\n',
      'RFCs are discussed in rust-lang/rfcs, not in rust-lang/rust',
    ],
    [
      'link-scheme',
      event('    * [**Talks**](https://www.meetup.com/rust-oslo/events/31061945o/)'),
      '“31061945o” is not the number of an event, which has 9 digits',
    ],
    [
      'marker-form',
      community('* [video]  [A post](https://example.com/a)'),
      'One space belongs after [video]',
    ],
    [
      'heading-text',
      community('x').replace('Official', '*Official*'),
      '“Official” is a heading: it needs no emphasis',
    ],
    ['link-scheme', '[merged]: https:/\n\n[merged]\n', '“https:/” names no host'],
  ])('by %s makes sense', (rule, text, message) =>
    expect(findingsIn(text, rule).map((found) => found.message)).toEqual([message]),
  );
});
