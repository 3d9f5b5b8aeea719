import { describe, expect, it } from 'vitest';
import { DEFAULT_OPTIONS } from '../../server/src/rules/check';
import { newEngine } from '../helpers/engine';
import { FRONT } from '../helpers/fixture';

const URI = 'file:///twir/draft/2026-02-25-this-week-in-rust.md';
const TEXT = `${FRONT}## Updates from Rust Community

### Official

* [A post](https://example.com/post?utm_source=feed)
`;

function versions() {
  const engine = newEngine();
  const hoverOn = (text: string, version: number, word: string) =>
    engine.hover({ uri: URI, text, version }, DEFAULT_OPTIONS, text.indexOf(word) + 1);
  const check = (text: string, version: number) =>
    engine.check({ uri: URI, text, version }, DEFAULT_OPTIONS).map(({ rule }) => rule);
  return { engine, hoverOn, check };
}

describe('the page right after a key', () => {
  it('has what the check before told, where that stands now', () => {
    const { engine, check } = versions();
    const findings = (text: string, version: number) =>
      engine
        .pageFindings({ uri: URI, text, version }, DEFAULT_OPTIONS)
        .flatMap(({ rule, line }) => (rule === 'link-tracking' ? [line] : []));
    check(TEXT, 1);
    expect(findings(TEXT, 1)).toEqual([9]);
    expect(findings(TEXT.replace('### Official', '### Official\n\nA line.'), 2)).toEqual([11]);
    expect(findings(TEXT.replace('=feed', '=feedx'), 3)).toEqual([]);
  });
});

describe('hovering right after a key', () => {
  it('goes by what the check before told, where that stands now', () => {
    const { hoverOn, check } = versions();
    expect(check(TEXT, 1)).toContain('link-tracking');
    const typed = TEXT.replace('### Official', '### Official\n\nA line.');
    expect(hoverOn(typed, 2, 'utm_source')?.markdown).toContain('link-tracking');
    expect(hoverOn(typed, 2, 'A line')).toBeUndefined();
  });

  it('tells nothing of what has just been changed', () => {
    const { hoverOn, check } = versions();
    check(TEXT, 1);
    const typed = TEXT.replace('utm_source=feed', 'utm_source=feedx');
    expect(hoverOn(typed, 2, 'utm_source')?.markdown ?? '').not.toContain('link-tracking');
    check(typed, 2);
    expect(hoverOn(typed, 2, 'utm_source')?.markdown).toContain('link-tracking');
  });

  it('checks where nothing has been told yet', () => {
    const { engine, hoverOn } = versions();
    expect(engine.hasTold({ uri: URI, text: TEXT, version: 1 }, DEFAULT_OPTIONS)).toBe(false);
    expect(hoverOn(TEXT, 1, 'utm_source')?.markdown).toContain('link-tracking');
    expect(engine.hasTold({ uri: URI, text: TEXT, version: 1 }, DEFAULT_OPTIONS)).toBe(true);
  });
});
