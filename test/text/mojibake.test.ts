import { describe, expect, it } from 'vitest';
import { findMojibake, repairMojibake } from '../../server/src/text/mojibake';

describe('repairing text read in a wrong encoding', () => {
  it.each([
    ['\uf8ffü¶Ä', '🦀'],
    ['\uf8ffü§ù', '🤝'],
    ['‚Äú', '“'],
    ['‚Äù', '”'],
    ['√â', 'É'],
    ['√º', 'ü'],
    ['√∏', 'ø'],
    ['Ã©', 'é'],
    ['â€“', '–'],
    ['ðŸ¦€', '🦀'],
    ['\u00c3\u00a9\u00c3\u00bc', 'éü'],
  ])('%s', (run, repaired) => expect(repairMojibake(run)).toBe(repaired));

  it.each(['é', 'éé', 'ÄÖÜ', '–', '……', '日本語', 'Ελλάδα', 'Привет', '🦀🤝', '👩‍👩‍👧', '“é”'])(
    'leaves %s',
    (run) => expect(repairMojibake(run)).toBeUndefined(),
  );

  it('tells where', () => {
    expect(findMojibake('Caf√© and café')).toEqual([
      { start: 3, end: 5, repaired: 'é', encoding: 'Mac Roman' },
    ]);
  });

  // What grows with the square of the length would not end before the test's time is up.
  it('ends with a long text', () => {
    expect(findMojibake('√©'.repeat(500_000))).toMatchObject([{ start: 0, end: 1_000_000 }]);
    expect(findMojibake('é'.repeat(1_000_000))).toEqual([]);
  });
});
