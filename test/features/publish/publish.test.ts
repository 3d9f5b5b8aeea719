import { describe, expect, it } from 'vitest';
import { announcements } from '../../../server/src/features/publish/announcements';
import { lostLinks } from '../../../server/src/features/publish/lost';
import { redditLink } from '../../../server/src/features/publish/redditLink';
import { readIssue } from '../../../server/src/newsletter/issue/issue';
import { applyEdits } from '../../../server/src/text/edits';
import { FRONT } from '../../helpers/fixture';

const COMMUNITY = `${FRONT}## Updates from Rust Community\n\n`;
const read = (body: string) =>
  readIssue({ uri: 'file:///draft/2026-02-25-this-week-in-rust.md', text: COMMUNITY + body });

describe('lostLinks', () => {
  const titles = (mine: string, base: string, common?: string) =>
    lostLinks(read(mine), read(base), common === undefined ? undefined : read(common)).map(
      ({ title, unseen }) => `${title}${unseen ? ' (unseen)' : ''}`,
    );
  const post = '* [A post](https://example.com/post)\n';

  it('misses links that are gone, and says which nobody here has seen', () => {
    expect(titles('', post, post)).toEqual(['A post']);
    expect(titles('', post, '')).toEqual(['A post (unseen)']);
    expect(titles('', post)).toEqual(['A post (unseen)']);
  });

  it('knows a link by its page or by its title', () => {
    expect(titles('* [Another title](http://www.example.com/post/?utm_source=x)\n', post)).toEqual([]);
    expect(titles('* [a post](https://example.com/moved)\n', post)).toEqual([]);
    // One word is no title to know a link by.
    expect(titles('* [Post](https://example.com/moved)\n', '* [Post](https://example.com/post)\n')).toEqual([
      'Post (unseen)',
    ]);
  });

  it('does not miss comments, placeholders and events that are over', () => {
    const event = (date: string) =>
      `\n## Upcoming Events\n\n### Virtual\n* ${date} | Virtual | [Rust Oslo](https://example.com/oslo)\n    * [**Evening of ${date}**](https://example.com/${date})\n`;
    expect(titles('', '<!-- [A note](https://example.com/note) -->\n')).toEqual([]);
    expect(titles('', '[Discuss on r/rust](REDDIT_LINK_HERE)\n')).toEqual([]);
    expect(titles('', event('2026-02-20'))).toEqual([]);
    expect(titles('', event('2026-03-01'))).toEqual(['Rust Oslo (unseen)', 'Evening of 2026-03-01 (unseen)']);
  });
});

describe('redditLink', () => {
  const footer = '<small>[Discuss on r/rust](REDDIT_LINK_HERE)</small>\n';
  const set = (address: string, body = footer) => {
    const issue = read(body);
    const result = redditLink(issue, address);
    return 'problem' in result
      ? result.problem
      : applyEdits(issue.source.text, result.edits).slice(COMMUNITY.length);
  };

  it.each([
    ['https://www.reddit.com/r/rust/comments/1AbC/this_week_in_rust_640/', '1abc/this_week_in_rust_640/'],
    ['reddit: https://redd.it/1abc', undefined],
    [' https://redd.it/1abc ', '1abc/this_week_in_rust_640/'],
    ['https://www.reddit.com/r/rust/comments/1abc', '1abc/this_week_in_rust_640/'],
    [
      'https://reddit.com/r/rust/comments/1abc/this_week_in_rust_640_out/?share_id=x',
      '1abc/this_week_in_rust_640_out/',
    ],
  ])('%s', (address, path) => {
    expect(set(address)).toBe(
      path === undefined
        ? 'This is not the address of a thread on Reddit'
        : `<small>[Discuss on r/rust](https://www.reddit.com/r/rust/comments/${path})</small>\n`,
    );
  });

  it('replaces the link of the issue before, and refuses other threads', () => {
    const old = footer.replace(
      'REDDIT_LINK_HERE',
      'https://www.reddit.com/r/rust/comments/9zzz/this_week_in_rust_639/',
    );
    expect(set('https://redd.it/1abc', old)).toContain('/1abc/this_week_in_rust_640/');
    expect(set('https://www.reddit.com/r/rust/comments/1abc/this_week_in_rust_641/')).toBe(
      'The thread is about issue 641, and this is issue 640',
    );
    expect(set('https://www.reddit.com/r/rust/comments/1abc/whos_hiring/')).toContain(
      'is not about an issue',
    );
    expect(set('https://redd.it/1abc', 'No footer.\n')).toBe(
      'There is no link “Discuss on r/rust” in this issue',
    );
  });
});

describe('announcements', () => {
  const of = (body: string, place: string) => announcements(read(body)).find((one) => one.place === place)!;
  const crate = (name: string) =>
    `\n## Crate of the Week\n\nThis week's crate is [${name}](https://example.com/c), a crate.\n`;

  it('tells what is in the issue', () => {
    const body = `### Official\n* [One](https://example.com/1)\n* [Two](https://example.com/2)\n${crate('widget')}`;
    expect(of(body, 'bluesky').text).toBe(
      'This Week in Rust 640 is out: https://this-week-in-rust.org/blog/2026/02/25/this-week-in-rust-640/\n\nCrate of the week: widget\n\n2 links from the community\n\n#rustlang',
    );
    expect(of(body, 'reddit')).toMatchObject({ title: 'This Week in Rust 640', length: 21 });
  });

  it('tells no crate whose name nobody would post, and the rest', () => {
    const body = `### Official\n* [One](https://example.com/1)\n${crate('w'.repeat(100_000))}`;
    expect(of(body, 'bluesky').text).toContain('\n\n1 link from the community\n\n#rustlang');
    expect(of(body, 'bluesky').text).not.toContain('Crate');
  });

  it('tells no crate as long as there is only the way to suggest one', () => {
    const none =
      '## Crate of the Week\n\n[Please submit your suggestions][submit_crate]!\n\n[submit_crate]: https://users.rust-lang.org/t/crate-of-the-week/2704\n';
    const texts = (body: string) =>
      announcements(read(body))
        .map(({ text }) => text)
        .join('\n');
    expect(texts(none)).not.toContain('Crate of the week');
    expect(
      texts(none.replace('\n\n', '\n\nA free sentence about [kea](https://docs.rs/kea).\n\n')),
    ).toContain('Crate of the week: kea');
  });

  it('leaves out what does not fit, as the place counts', () => {
    const body = crate('🦀'.repeat(180));
    const bluesky = of(body, 'bluesky');
    expect(bluesky.text).toContain('🦀');
    expect(bluesky.length).toBe([...bluesky.text].length);
    expect(of(crate('🦀'.repeat(290)), 'bluesky').text).not.toContain('🦀');
    const mastodon = of(crate('x'.repeat(300)), 'mastodon');
    expect(mastodon.text).toContain('xxx');
    // The address counts as 23 characters, whatever its length.
    expect(mastodon.length).toBe(mastodon.text.length - 68 + 23);
  });
});
