import { expect, it } from 'vitest';
import { CollectedGroups } from '../../server/src/workspace/collectedGroups';
import type { Files } from '../../server/src/workspace/files';

const DRAFT = 'file:///twir/draft/2026-02-25-this-week-in-rust.md';
const files = (text: string | undefined): Files => ({
  list: async () => [],
  read: async (uri) => (uri === 'file:///twir/tools/events/rust-meetups.json' ? text : undefined),
});

it('knows the groups of the list, and their events', async () => {
  const groups = new CollectedGroups(files('["https://www.meetup.com/rust-narvik/events/", 7]'));
  expect(groups.has(DRAFT, 'https://www.meetup.com/rust-narvik')).toBe(false);
  await groups.loaded(DRAFT);
  for (const url of [
    'https://www.meetup.com/Rust-Narvik/',
    'https://www.meetup.com/en-GB/rust-narvik/events/1/',
  ])
    expect(groups.has(DRAFT, url), url).toBe(true);
  for (const url of ['https://www.meetup.com/rust-narvik-2', 'https://rust-narvik.example.org', ''])
    expect(groups.has(DRAFT, url), url).toBe(false);
});

it.each([undefined, 'no JSON', '{}', '[[]]'])('says nothing without a sound list: %s', async (text) => {
  const groups = new CollectedGroups(files(text));
  await groups.loaded(DRAFT);
  expect(groups.has(DRAFT, 'https://www.meetup.com/rust-narvik')).toBe(false);
});
