/** Names that make a file a newsletter issue. */
export const draftName = '2026-11-25-this-week-in-rust.md';

/** An issue with one of each: stray blanks, a placeholder, an event of last week, events out of order. */
export const damagedDraft = `Title: This Week in Rust 679
Number: 679
Date: 2026-11-25
Category: This Week in Rust

## Updates from Rust Community

### Official
* [A letter to all authors](https://example.org/letter)${'   '}

## Crate of the Week

<!-- COTW goes here -->

## Upcoming Events

Rusty Events between 2026-11-25 - 2026-12-23 🦀

### Europe
* 2026-11-18 | Bern, CH | [Rust Bern](https://example.org/rust-bern)
    * [**What was last week**](https://example.org/rust-bern/1)
* 2026-12-10 | Oslo, NO | [Rust Oslo](https://example.org/rust-oslo)
    * [**What comes later**](https://example.org/rust-oslo/2)
* 2026-12-03 | Ghent, BE | [Rust Ghent](https://example.org/rust-ghent)
    * [**What comes sooner**](https://example.org/rust-ghent/3)
`;

/** The same kinds of damage in a file that has nothing to do with the newsletter. */
export const ordinaryMarkdown = `# Shopping list${'   '}

* [Bread]( https://example.org/bread )${'  '}


<!-- COTW goes here -->
`;

/** What drafts are made of. */
export const template = `Title: This Week in Rust $twir_issue_number
Number: $twir_issue_number
Date: $twir_issue_date
Category: This Week in Rust

## Updates from Rust Community

### Official

## Crate of the Week

<!-- COTW goes here -->

## Upcoming Events

Rusty Events between $twir_issue_date - $twir_events_end_date 🦀

$twir_events_list
`;
