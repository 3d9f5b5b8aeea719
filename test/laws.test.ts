import { describe, expect, it } from 'vitest';
import { Archive } from '../server/src/newsletter/archive/archive';
import { linkKey } from '../server/src/newsletter/links/keys';
import { ownDrafts, ownIssues } from './helpers/corpus';
import { findings, holdEolLaw, holdLaws, read, samples } from './helpers/laws';
import { ownSamples, type Sample } from './helpers/samples';

const ours: Sample[] = [...ownSamples(), ...samples([...ownDrafts(), ...ownIssues()])];

describe('laws on examples and fixtures', () => {
  it.each(ours.map((sample) => [sample.name, sample] as const))('%s', (_, sample) => {
    holdLaws(sample);
    holdEolLaw(sample);
    // At most 16 places, other ones in each sample.
    const step = 1 + (sample.text.length >> 4);
    for (let end = sample.name.length % step; end < sample.text.length; end += step) {
      findings(read(sample, sample.text.slice(0, end)));
    }
  });
});

describe('comparing with earlier issues', () => {
  it('only looks back', () => {
    const archive = new Archive(linkKey);
    const issue = (date: string) =>
      `Title: This Week in Rust\nNumber: 640\nDate: ${date}\nCategory: This Week in Rust\n\n## Updates from Rust Community\n\n### Official\n* [A post](https://example.com/a)\n`;
    archive.add('file:///content/2026-02-18-this-week-in-rust.md', issue('2026-02-18'));
    archive.add('file:///content/2026-02-25-this-week-in-rust.md', issue('2026-02-25'));
    const view = archive.before('2026-02-25');
    expect(view?.issues.map(({ date }) => date)).toEqual(['2026-02-18']);
    expect(view?.earlierLinks(linkKey('https://example.com/a/'))).toMatchObject([{ issuesAgo: 1 }]);
    expect(archive.before('2026-02-18')).toBeUndefined();
  });
});
