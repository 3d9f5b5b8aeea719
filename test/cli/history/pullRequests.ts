import type { Checkout } from './checkout';

/** A pull request to a small newsletter, and what is to be said of it. */
export interface PullRequest {
  readonly what: string;
  /** The commit of main that its author started from; where main is now, unless told. */
  readonly from?: string;
  readonly role?: 'editor';
  readonly today?: string;
  readonly change: (checkout: Checkout) => void;
  /** `rule: text of the line`, by file; every file that is looked at. */
  readonly found: Readonly<Record<string, readonly string[]>>;
  /** Goes into main after it was checked. */
  readonly merged?: true;
}

export const ISSUE = '2026-11-25-this-week-in-rust.md';
const DRAFT = `draft/${ISSUE}`;
const PUBLISHED = `content/${ISSUE}`;
const NEXT = 'draft/2026-12-02-this-week-in-rust.md';
const TEMPLATE = 'draft/DRAFT_TEMPLATE';
const THOUGHTS = '### Observations/Thoughts';
const TITLE = 'Title: This Week in Rust 679';

/** In the order in which they come, over two weeks. */
export const PULL_REQUESTS: readonly PullRequest[] = [
  {
    what: 'a link',
    change: (checkout) =>
      checkout.addUnder(DRAFT, THOUGHTS, '* [How we measure](https://example.com/measure)'),
    found: { [DRAFT]: [] },
    merged: true,
  },
  {
    what: 'a link with tracking, and one that the issue before had',
    change: (checkout) =>
      checkout.addUnder(
        DRAFT,
        THOUGHTS,
        '* [Traced](https://example.com/traced?utm_source=feed)\n* [Errors, again](https://example.com/errors-that-help)',
      ),
    found: {
      [DRAFT]: [
        'link-tracking: * [Traced](https://example.com/traced?utm_source=feed)',
        'submission-count: * [Errors, again](https://example.com/errors-that-help)',
        'link-duplicate: * [Errors, again](https://example.com/errors-that-help)',
      ],
    },
  },
  {
    what: 'many items of one contributor, told once',
    change: (checkout) =>
      checkout.addUnder(
        DRAFT,
        THOUGHTS,
        [1, 2, 3, 4].map((n) => `* [How we measured it, ${n}](https://example.com/measured/${n})`).join('\n'),
      ),
    found: {
      [DRAFT]: ['submission-count: * [How we measured it, 2](https://example.com/measured/2)'],
    },
  },
  {
    what: 'an event that is past, and one in the wrong place',
    change: (checkout) =>
      checkout.addUnder(
        DRAFT,
        '### Europe',
        '* 2026-11-03 | Oslo, NO | [Rust Oslo](https://www.meetup.com/rust-oslo)\n    * [**November**](https://www.meetup.com/rust-oslo/events/310000001)\n* 2026-12-03 | Ghent, BE | [Rust Ghent](https://example.com/ghent)\n    * [**An evening of borrowing**](https://example.com/ghent/1)',
      ),
    found: {
      [DRAFT]: [
        'event-past: * 2026-11-03 | Oslo, NO | [Rust Oslo](https://www.meetup.com/rust-oslo)',
        'event-unsorted: * 2026-12-03 | Ghent, BE | [Rust Ghent](https://example.com/ghent)',
      ],
    },
  },
  {
    what: 'text beside the newsletter',
    change: (checkout) => checkout.write('README.md', '# Newsletter\n\nTrailing. \n'),
    found: {},
    merged: true,
  },
  {
    what: 'a link in the template, where nobody will see it',
    change: (checkout) =>
      checkout.addUnder(TEMPLATE, THOUGHTS, '* [Lost](https://example.com/lost?utm_source=feed)'),
    found: { [TEMPLATE]: ['template-item: * [Lost](https://example.com/lost?utm_source=feed)'] },
  },
  {
    what: 'a section of the template that goes',
    role: 'editor',
    change: (checkout) => checkout.replace(TEMPLATE, '### Research\n\n', ''),
    found: { [TEMPLATE]: [] },
  },
  {
    what: 'a link in the issue of last week',
    change: (checkout) =>
      checkout.addUnder(
        'content/2026-11-18-this-week-in-rust.md',
        THOUGHTS,
        '* [Late](https://example.com/late)',
      ),
    found: {
      'content/2026-11-18-this-week-in-rust.md': ['issue-location: Title: This Week in Rust 678'],
    },
  },
  {
    what: 'a draft under another date',
    change: (checkout) => checkout.move(DRAFT, 'draft/2026-11-26-this-week-in-rust.md'),
    found: { 'draft/2026-11-26-this-week-in-rust.md': ['issue-file-name: Date: 2026-11-25'] },
  },
  {
    what: 'a link on the day of publication',
    today: '2026-11-26',
    change: (checkout) =>
      checkout.addUnder(DRAFT, '### Research', '* [Just in time](https://example.com/time)'),
    found: { [DRAFT]: [] },
  },
  {
    what: 'a link in a draft that has been forgotten',
    today: '2026-11-30',
    change: (checkout) => checkout.addUnder(DRAFT, '### Research', '* [Too late](https://example.com/late)'),
    found: { [DRAFT]: [`issue-location: ${TITLE}`] },
  },
  {
    what: 'the draft is gone',
    change: (checkout) => checkout.remove(DRAFT),
    found: {},
  },
  {
    what: 'the issue is published, and the next draft made',
    role: 'editor',
    today: '2026-11-26',
    change: (checkout) => {
      checkout.move(DRAFT, PUBLISHED);
      checkout.newDraft(NEXT);
    },
    found: { [PUBLISHED]: [], [NEXT]: [] },
    merged: true,
  },
  {
    what: 'a link that its author added before the issue was published',
    today: '2026-11-27',
    from: 'main^',
    change: (checkout) => checkout.addUnder(DRAFT, '### Research', '* [Slow fork](https://example.com/slow)'),
    found: { [PUBLISHED]: [`issue-location: ${TITLE}`] },
  },
  {
    what: 'a typo mended in a published issue',
    today: '2026-11-27',
    role: 'editor',
    change: (checkout) => checkout.replace(PUBLISHED, 'Five years of', 'Six years of'),
    found: { [PUBLISHED]: [`issue-location: ${TITLE}`] },
  },
  {
    what: 'a file of its author, from a fork that is behind',
    today: '2026-11-28',
    from: 'main~1',
    change: (checkout) => checkout.write('notes.md', 'Mine. \n'),
    found: {},
  },
  {
    what: 'a link in the next draft that was in the published issue',
    today: '2026-11-28',
    change: (checkout) =>
      checkout.addUnder(NEXT, THOUGHTS, '* [How we measure](https://example.com/measure/)  '),
    found: {
      [NEXT]: [
        'link-duplicate: * [How we measure](https://example.com/measure/)  ',
        'whitespace: * [How we measure](https://example.com/measure/)  ',
      ],
    },
  },
];
