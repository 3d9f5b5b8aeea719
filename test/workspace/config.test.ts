import { expect, it } from 'vitest';
import { EMPTY_CONFIG, parseConfig } from '../../server/src/workspace/config';

it('tells a hundred problems, and that there are more', () => {
  const rules = Array.from({ length: 150 }, (_, n) => `"rule-${n}": "off"`);
  const text = `{"rules": {${rules.join(', ')}, "whitespace": "error"}}`;
  const { config, problems } = parseConfig(text);
  expect(problems).toHaveLength(101);
  expect(problems[99]!.message).toContain('Unknown rule “rule-99”');
  expect(problems[100]).toEqual({
    start: text.indexOf('"rule-100"'),
    end: text.indexOf('"rule-100"') + '"rule-100"'.length,
    message: 'There are more problems from here on',
  });
  // What is right counts all the same.
  expect(config.rules).toEqual({ whitespace: 'error' });
});

it('tells few of what is no JSON at all', () => {
  expect(parseConfig(`{${','.repeat(100_000)}}`).problems.length).toBeLessThan(102);
});

it.each([
  ['{"rules": ["whitespace"]}', 10, 'This is not an object with a severity for each rule'],
  [
    '{"rules": [{"whitespace": "off", "event-past": "off"}]}',
    10,
    'This is not an object with a severity for each rule',
  ],
  ['{"rules": "off"}', 10, 'This is not an object with a severity for each rule'],
  ['{"ignore": {"rule": "whitespace", "line": "a"}}', 11, 'This is not a list of findings'],
  ['{"words": "userful"}', 10, 'This is not a list of words'],
  ['{"calendars": "a.ics"}', 14, 'This is not a list of files and folders'],
  ['{"checkouts": "../cargo"}', 14, 'This is not a list of folders'],
])('tells of %s that it has the wrong type', (text, start, message) => {
  const { config, problems } = parseConfig(text);
  expect(problems.map((problem) => [problem.start, problem.message])).toEqual([[start, message]]);
  expect(config).toEqual(EMPTY_CONFIG);
});
