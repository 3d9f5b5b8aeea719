import { expect, it } from 'vitest';
import { digestIssue } from '../../../server/src/newsletter/archive/digest';

const issue = (level: string) => `Title: This Week in Rust 639
Number: 639
Date: 2026-02-18
Category: This Week in Rust

## Updates from the Rust Project

### [Approved RFCs](https://example.com/approved)

* [An approved one](https://github.com/rust-lang/rfcs/pull/1)

### [Final Comment Period](https://example.com/fcp)

#### Tracking Issues & PRs
##### [Rust](https://example.com/rust)
* [disposition: close] [An idea](https://github.com/rust-lang/rust/pull/2)
* [Another](https://github.com/rust-lang/rust/issues/3)
* *No others this week.*

##### [Cargo](https://example.com/cargo)
* [A third](https://github.com/rust-lang/cargo/pull/4)

${level} [New and Updated RFCs](https://example.com/new)
* [A new one](https://github.com/rust-lang/rfcs/pull/5)

## Upcoming Events
`;

it.each(['###', '####'])(
  'knows what is in its final comment period, up to %s New and Updated RFCs',
  (level) => {
    const digest = digestIssue('file:///content/2026-02-18-this-week-in-rust.md', issue(level))!;
    expect(digest.fcp).toEqual([
      'https://github.com/rust-lang/rust/pull/2',
      'https://github.com/rust-lang/rust/issues/3',
      'https://github.com/rust-lang/cargo/pull/4',
    ]);
    expect(digest.pulls).toEqual(['rust-lang/rfcs#1']);
  },
);
