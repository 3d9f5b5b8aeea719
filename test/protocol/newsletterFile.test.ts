import { describe, expect, it } from 'vitest';
import {
  fileDate,
  isNewsletterFile,
  isPublished,
  isTemplate,
} from '../../server/src/protocol/newsletterFile';

describe('the names of issues', () => {
  it.each([
    ['file:///twir/draft/2026-02-25-this-week-in-rust.md', '2026-02-25'],
    ['2026-02-25-this-week-in-rust.markdown', '2026-02-25'],
    ['file:///twir/2026-02-25-this-week-in-rust.md.orig', undefined],
    ['file:///twir/x2026-02-25-this-week-in-rust.md', undefined],
    ['file:///twir/2026-2-25-this-week-in-rust.md', undefined],
    ['file:///twir/12026-02-25-this-week-in-rust.md', undefined],
    ['file:///twir/2026-02-25-this-week-in-rustmd', undefined],
    ['file:///twir/README.md', undefined],
  ])('%s: %s', (uri, date) => {
    expect(fileDate(uri)).toBe(date);
    expect(isNewsletterFile(uri, '')).toBe(date !== undefined);
  });
});

it.each([
  ['file:///twir/draft/DRAFT_TEMPLATE', true],
  ['DRAFT_TEMPLATE', true],
  ['file:///twir/draft/DRAFT_TEMPLATE.md', false],
  ['file:///twir/draft/MY_DRAFT_TEMPLATE', false],
])('%s is the template: %s', (uri, expected) => {
  expect(isTemplate(uri)).toBe(expected);
  expect(isNewsletterFile(uri, '')).toBe(expected);
});

it.each([
  ['file:///twir/content/2026-02-25-this-week-in-rust.md', true],
  ['file:///twir/draft/2026-02-25-this-week-in-rust.md', false],
  ['file:///twir/content/pages/about.md', false],
  ['file:///twir/mycontent/2026-02-25-this-week-in-rust.md', false],
])('%s is published: %s', (uri, expected) => expect(isPublished(uri)).toBe(expected));

describe('files of any name', () => {
  const isOne = (start: string) => isNewsletterFile('untitled:Untitled-1', start);
  it.each([
    'Category: This Week in Rust\n',
    'Title: x\r\ncategory:this week in rust \t\r\n\r\nText',
    'Title: x\nCategory:\t This Week in Rust',
  ])('are of the newsletter when their first block says so: %j', (text) => expect(isOne(text)).toBe(true));

  it.each([
    '',
    'Title: x\n\nCategory: This Week in Rust\n',
    'Title: x\r\n \t\r\nCategory: This Week in Rust\n',
    'Category: This Week in Rust and more\n',
    'My Category: This Week in Rust\n',
    `${'x'.repeat(2000)}\nCategory: This Week in Rust\n`,
  ])('are not when it does not: %j', (text) => expect(isOne(text)).toBe(false));
});
