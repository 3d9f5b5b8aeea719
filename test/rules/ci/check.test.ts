import { expect, test } from 'vitest';
import { Archive } from '../../../server/src/newsletter/archive/archive';
import { readIssue } from '../../../server/src/newsletter/issue/issue';
import { linkKey } from '../../../server/src/newsletter/links/keys';
import { checkIssue, DEFAULT_OPTIONS } from '../../../server/src/rules/check';
import { CiCheck } from '../../../server/src/rules/ci/check';
import { applyEdits } from '../../../server/src/text/edits';

const HEAD = 'Title: This Week in Rust 700\nNumber: 700\nDate: 2027-04-21\nCategory: This Week in Rust\n\n';
const COMMUNITY = `${HEAD}## Updates from Rust Community\n\n### Observations/Thoughts\n`;
const URI = 'file:///twir/draft/2027-04-21-this-week-in-rust.md';

function verdicts(
  text: string,
  { role = 'editor' as 'editor' | 'contributor', earlier = '', uri = URI } = {},
) {
  const archive = new Archive(linkKey);
  archive.add(
    'file:///twir/content/2027-04-14-this-week-in-rust.md',
    `${HEAD.replace('04-21', '04-14')}## Updates from Rust Community\n\n${earlier}`,
  );
  const view = archive.before('2027-04-21');
  const own = checkIssue(readIssue({ uri, text }), DEFAULT_OPTIONS, view);
  return new CiCheck().verdicts({ uri, text, role, own, earlier: view?.issues ?? [] });
}

const kinds = (...given: Parameters<typeof verdicts>) =>
  verdicts(...given).map(({ rule, severity }) => `${rule.slice(3)} ${severity}`);

const cases: readonly [item: string, ...kinds: string[]][] = [
  ['[A post](https://example.com/a)'],
  ['[A post](www.example.com/a)', 'scheme error'],
  ['[A post](https://example.com//a?utm_source=b)', 'tracking error', 'simplify error'],
  ['[A post](https://example.com/a?b=c,d)', 'simplify error'],
  [`[${'x'.repeat(67)}...](https://example.com/a)`, 'truncated warning'],
  [`[${'x'.repeat(66)}...](https://example.com/a)`],
  ['[A tool](https://github.com/owner/tool/releases)', 'repository warning'],
  ['[A crate](https://crates.io/crates/tool)', 'crates-io warning'],
  ['[A `b](https://example.com/a)', 'backticks-odd error'],
  ['[A ``b``](https://example.com/a)', 'backticks-empty error'],
  ['[A ```b](https://example.com/a)'],
  ['[A <sup>2</sup>](https://example.com/a)', 'tag error'],
  ['[A Vec<T> of B](https://example.com/a)', 'tag error'],
  ['', 'item-empty error'],
  ['![a](https://example.com/a.png)', 'item-empty error', 'tag error'],
  ['<a name="b"></a>[A](https://example.com/a)', 'crash error'],
];

test.each(cases)('“%s” is %s', (item, ...expected) => {
  const found = kinds(`${COMMUNITY}* ${item}\n`);
  expect(item === '' || !item.includes('name=') ? found : found.slice(0, 1)).toEqual(expected);
});

test('what is read only by the extensions of the site is read otherwise', () => {
  expect(kinds(`${COMMUNITY}\`\`\`rust\nlet a: Vec<T>;\n\`\`\`\n`)).toEqual([]);
  expect(kinds(`${COMMUNITY}~~~\nlet a: Vec<T>;\n~~~\n`)).toEqual(['tag error']);
});

test('only links of the community section are looked at, backticks and tags everywhere', () => {
  const text = `${HEAD}## Crate of the Week\n\n[a](b) \`c <u>d</u>\n`;
  expect(kinds(text)).toEqual(['backticks-odd error', 'tag error']);
});

test('a heading of more than one string opens no section', () => {
  const text = `${HEAD}## *Updates* from Rust Community\n\n* [A](b)\n`;
  expect(kinds(text)).toEqual([]);
});

test('duplicates are told at every place but the first, across issues by scheme-less address', () => {
  const text = `${COMMUNITY}* [A](https://example.com/a)\n* [B](http://example.com/a/)\n* [C](https://example.com/c)\n`;
  const found = verdicts(text, { earlier: '* [C](http://example.com/c/?utm_source=x)\n' });
  expect(found.map(({ message }) => message)).toEqual([
    'CI finds this link earlier in this file, too',
    'CI finds this link in the issue of 2027-04-14, too',
  ]);
  expect(text.slice(found[0]!.at.start, found[0]!.at.end)).toBe('http://example.com/a/');
});

test('earlier links are read through their definitions', () => {
  const earlier = '* [C][c]\n\n## Crate of the Week\n\n[c]: http://example.com/c\n';
  expect(kinds(`${COMMUNITY}* [C](https://example.com/c)\n`, { earlier })).toEqual(['duplicate error']);
});

test('contributors are told that Project/Tooling Updates is closed', () => {
  const text = `${HEAD}## Updates from Rust Community\n\n### Project/Tooling Updates\n* [A](https://example.com/a)\n`;
  expect(kinds(text, { role: 'contributor' })).toEqual(['closed error']);
  expect(kinds(text)).toEqual([]);
});

test('CI reads files with the name of an issue only', () => {
  expect(kinds(`${COMMUNITY}* [A](b)\n`, { uri: 'file:///twir/draft/notes.md' })).toEqual([]);
});

test.each([
  ['* [A](https://example.com//a?b=c%20d#e)', '* [A](https://example.com/a?b=c+d#e)'],
  ['* [A](<https://example.com/a b/?>)', '* [A](<https://example.com/a b/>)'],
  ['* [A](https://example.com/a?b=c&amp;d=)', '* [A](https://example.com/a?b=c)'],
  ['* [A][b]\n\n[b]: https://example.com/a?', '* [A][b]\n\n[b]: https://example.com/a'],
  ['* <a href="https://example.com/?a=b|c">A</a>', '* <a href="https://example.com/?a=b%7Cc">A</a>'],
  ['* [A ``b`` c](https://example.com/a)', '* [A `b` c](https://example.com/a)'],
  ['* [A \\` c](https://example.com/a)', '* [A &#96; c](https://example.com/a)'],
  ['* [A <sup>2</sup>](https://example.com/a)', '* [A &lt;sup>2&lt;/sup>](https://example.com/a)'],
  [
    '* [A <Sup>2</sUP> </sup>](https://example.com/a)',
    '* [A &lt;Sup>2&lt;/sUP> </sup>](https://example.com/a)',
  ],
  [
    '* [A <sup>2](https://example.com/a)\n* [B](https://example.com/b)</sup>',
    '* [A &lt;sup>2](https://example.com/a)\n* [B](https://example.com/b)</sup>',
  ],
  ['###### Six', '##### Six'],
  ['* [A](https://example.com/a)\n* [B](https://example.com/a)', '* [A](https://example.com/a)'],
  ['* \n* [B](https://example.com/a)', '* [B](https://example.com/a)'],
  ['* [A](hhttps://example.com/a)', '* [A](https://example.com/a)'],
])('the fix of %j satisfies CI', (before, after) => {
  const text = `${COMMUNITY}${before}\n`;
  const [finding] = verdicts(text);
  const fixed = applyEdits(text, finding!.fixes[0]!.edits());
  expect(fixed).toBe(`${COMMUNITY}${after}\n`);
  expect(kinds(fixed)).toEqual([]);
});

test('where our own advice differs, one sentence says why', () => {
  const [query] = verdicts(`${COMMUNITY}* [A](https://example.com/a?b=c,d)\n`);
  expect(query!.message).toMatch(/^CI wants this address written as “[^”]*”\. Twir would leave it as it is/);
  const [slashes] = verdicts(`${COMMUNITY}* [A](https://example.com//a)\n`);
  expect(slashes!.message).toBe('CI wants this address written as “https://example.com/a”');
});

test('each of our findings is looked at as often among many as among few', () => {
  const looks = (items: number) => {
    const text = `${COMMUNITY}${'* [A post](https://example.com/a)\n'.repeat(items)}`;
    let count = 0;
    const own = checkIssue(readIssue({ uri: URI, text }), DEFAULT_OPTIONS).map(
      (finding) =>
        new Proxy(finding, {
          get(target, key) {
            count += 1;
            return Reflect.get(target, key, target);
          },
        }),
    );
    const found = new CiCheck().verdicts({ uri: URI, text, role: 'editor', own, earlier: [] });
    expect(found.length).toBeGreaterThanOrEqual(items - 1);
    return count / own.length;
  };
  expect(looks(400)).toBeLessThanOrEqual(looks(100) * 1.1);
});

test('a deleted item is a whole line, of several places on it, too', () => {
  const text = `${COMMUNITY}* [A](https://example.com/a)\n* [B](https://example.com/a) [C](https://example.com/a)\n    * D\n`;
  const found = verdicts(text).filter(({ rule }) => rule === 'ci/duplicate');
  expect(found.map(({ fixes }) => fixes.map(({ title }) => title))).toEqual([[], []]);
  const flat = text.replace('    * D', '* D');
  const [edits] = verdicts(flat)
    .filter(({ rule }) => rule === 'ci/duplicate')
    .map(({ fixes }) => fixes[0]!.edits());
  expect(applyEdits(flat, edits!)).toBe(`${COMMUNITY}* [A](https://example.com/a)\n* D\n`);
});
