import { describe, it } from 'vitest';
import { findings, holdEolLaw, holdLaws, read, samples } from './helpers/laws';
import { drafts, hasShared, publishedIssues } from './helpers/shared';

describe.runIf(hasShared)('laws on real issues', () => {
  it.each(samples(hasShared ? drafts() : []).map((sample) => [sample.name, sample] as const))(
    'draft %s',
    (_, sample) => {
      holdLaws(sample);
      holdEolLaw(sample);
    },
  );

  const published = hasShared
    ? publishedIssues('2022-01-05').filter(({ name }, n) => name >= '2025' || n % 3 === 0)
    : [];
  it.each(samples(published).map((sample) => [sample.name, sample] as const))('issue %s', (_, sample) => {
    holdLaws(sample);
  });

  it('prefixes of a long issue', () => {
    const [sample] = samples(publishedIssues('2026-02-18').slice(0, 1));
    for (let end = 0; end < sample!.text.length; end += 211)
      findings(read(sample!, sample!.text.slice(0, end)));
  });
});
