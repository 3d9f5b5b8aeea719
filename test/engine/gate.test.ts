import { expect, it } from 'vitest';
import { passed, passedActions } from '../../server/src/engine/gate';
import type { Action } from '../../server/src/features/fix/action';
import { atOnce } from '../../server/src/text/steps';

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

it('lets no edits of a text out that is too large to be read', () => {
  const logged: string[] = [];
  const edit = { start: 0, end: 1, text: '' };
  const log = (message: string) => logged.push(message);
  const large = 'x'.repeat(1024 * 1024 + 1);
  expect(passed(log, 'Fix all', large, [edit])).toEqual([]);
  expect(passed(log, 'Fix all', large.slice(1), [edit])).toEqual([edit]);
  expect(logged).toEqual([]);
});

it('lets the edits of actions out that make them in steps', () => {
  const logged: string[] = [];
  const action = (end: number): Action => ({
    id: 'a',
    kind: 'source.fixAll.twir',
    title: 'Fix all',
    findings: [],
    preferred: false,
    snippet: false,
    edits: () => [],
    *editsInSteps() {
      yield;
      return [{ start: 0, end, text: '' }];
    },
  });
  const [sound, odd] = passedActions((line) => logged.push(line), 'file:///a', 'ab', [action(1), action(3)]);
  const steps = sound!.editsInSteps!();
  expect(steps.next()).toEqual({ done: false, value: undefined });
  expect(steps.next()).toEqual({ done: true, value: [{ start: 0, end: 1, text: '' }] });
  expect(atOnce(odd!.editsInSteps!())).toEqual([]);
  expect(logged).toEqual(['“Fix all” on file:///a was left out: an edit outside the text (0-3)']);
  const [plain] = passedActions(() => {}, 'file:///a', 'ab', [
    { ...action(1), editsInSteps: undefined } as never,
  ]);
  expect(plain!.editsInSteps).toBeUndefined();
});
