import { describe, expect, it } from 'vitest';
import { add, EVENTS, entry, plan, shown } from './importing';

describe('what is listed already', () => {
  const draft = `${EVENTS}### Virtual\n${entry('2026-03-04', 'Hybrid (Oslo, NO)', 'Both')}\n### Europe\n${entry('2026-03-05', 'Oslo, NO', 'Spring Talks')}${entry('2026-03-06', 'Oslo, NO', 'Moved')}`;

  it('is left out, the missing twin of a hybrid event is not', () => {
    const text = `${entry('2026-03-04', 'Hybrid (Oslo, NO)', 'Both')}${entry('2026-03-05', 'Oslo, NO', 'Spring Talks')}`;
    expect(plan(text, draft).candidates.map(({ state, like }) => [state, like?.line])).toEqual([
      ['new', undefined],
      ['listed', 15],
    ]);
    const added = add(text, draft).text;
    expect(added).toBe(
      draft.replace('### Europe\n', `### Europe\n${entry('2026-03-04', 'Hybrid (Oslo, NO)', 'Both')}`),
    );
    expect(add(text, added).edits).toEqual([]);
  });

  it('twice in the input is added once', () => {
    const text = entry('2026-03-08', 'Oslo, NO', 'New');
    expect(shown(text + text, draft).map((line) => line.split(' | ').at(-1))).toEqual(['new', 'listed']);
    expect(add(text + text, draft).added).toHaveLength(1);
  });

  it('under another address or on another day is asked about', () => {
    const other =
      '* 2026-03-05 | Oslo, NO | [Rust Narvik](https://example.org/group)\n    * [**Spring Talks**](https://example.org/1)\n';
    const moved = entry('2026-03-09', 'Oslo, NO', 'Moved');
    const { candidates } = plan(other + moved, draft);
    expect(candidates.map(({ state, like }) => [state, like])).toEqual([
      ['similar', { line: 15, text: '2026-03-05 Spring Talks' }],
      ['similar', { line: 17, text: '2026-03-06 Moved' }],
    ]);
    expect(add(other + moved, draft).edits).toEqual([]);
    expect(add(other + moved, draft, [{ id: candidates[0]!.id }]).text).toContain(other);
  });

  it('can’t be added to an issue without date or events', () => {
    const event = entry('2026-03-04', 'Oslo, NO', 'A');
    expect(() => plan(event, '## Jobs\n')).toThrow('Upcoming Events');
  });
});
