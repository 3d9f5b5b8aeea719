import { expect, it } from 'vitest';
import { passed, passedActions } from '../../server/src/engine/gate';
import type { Action } from '../../server/src/features/fix/codeAction';

it('lets sound edits out in order, and nothing of what can’t be made, with a line in the log', () => {
  const logged: string[] = [];
  const log = (message: string) => logged.push(message);
  const [late, early] = [
    { start: 3, end: 4, text: '' },
    { start: 0, end: 1, text: 'x' },
  ];
  expect(passed(log, 'Fix all', 'abcd', [late, early])).toEqual([early, late]);
  expect(logged).toEqual([]);
  expect(passed(log, 'Fix all', 'abcd', [late, { start: 3, end: 9, text: '' }])).toEqual([]);
  expect(passed(log, 'A new file', undefined, [{ start: 0, end: 0, text: '{}' }])).toHaveLength(1);
  expect(logged).toEqual(['Fix all was left out: an edit outside the text (3-9)']);
});

it('gives every action a name of its own, and its edits out when they are asked for', () => {
  const logged: string[] = [];
  const action = (id: string, end: number): Action => ({
    id,
    kind: 'quickfix',
    title: `Do ${id}`,
    findings: [],
    preferred: false,
    snippet: false,
    edits: () => [{ start: 0, end, text: '' }],
  });
  const out = passedActions(logged.push.bind(logged), 'file:///a', 'ab', [
    action('a', 1),
    action('a', 2),
    action('b', 3),
  ]);
  expect(out.map(({ id }) => id)).toEqual(['a', 'a#2', 'b']);
  expect(logged).toEqual([]);
  expect(out.map(({ edits }) => edits().length)).toEqual([1, 1, 0]);
  expect(logged).toEqual(['“Do b” on file:///a was left out: an edit outside the text (0-3)']);
});
