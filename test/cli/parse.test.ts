import { describe, expect, it } from 'vitest';
import { defineCommand, type Options, UsageError } from '../../server/src/cli/command';
import { parseCall, takesValue, valueName } from '../../server/src/cli/parse';

const OPTIONS = {
  fix: { help: 'Fix', short: 'f' },
  out: { help: 'Where to', short: 'o', value: 'FILE' },
  level: { help: 'From which level on', choices: ['error', 'warning'] },
  repo: { help: 'A clone', value: 'PATH', multiple: true },
} satisfies Options;

const command = (operands = { usage: 'DRAFT...', least: 1, most: 2 } as object) =>
  defineCommand({
    name: 'try',
    summary: '',
    description: '',
    operands: operands as { usage: string; least: number; most: number },
    options: OPTIONS,
    examples: [],
    run: async () => 0,
  });
const parse = (...words: string[]) => parseCall(command(), words);

describe('the words of a call', () => {
  it('are options and operands, in any order', () => {
    expect(parse('a', '--out', 'b', '-f', 'c')).toEqual({
      help: false,
      operands: ['a', 'c'],
      options: { fix: true, out: 'b', level: undefined, repo: [] },
    });
  });

  it.each([[['a', '-o', 'b']], [['a', '-ob']], [['a', '--out=b']]])(
    'may give a value in several ways: %j',
    (words) => expect(parse(...words).options).toMatchObject({ out: 'b' }),
  );

  it('may repeat what may be repeated; else the last counts', () => {
    expect(parse('a', '--repo', 'x', '--repo=y').options).toMatchObject({ repo: ['x', 'y'] });
    expect(parse('a', '--out', 'x', '--out=y').options).toMatchObject({ out: 'y' });
  });

  it('are all operands after two dashes', () =>
    expect(parse('--', '--fix', '-x')).toMatchObject({
      operands: ['--fix', '-x'],
      options: { fix: undefined },
    }));

  it.each(['-h', '--help'])('may ask for help, whatever else is wrong: %s', (word) =>
    expect(parse(word, 'a', 'b', 'c')).toMatchObject({ help: true }),
  );

  it('may be a single dash, or begin with one after the sign', () => {
    expect(parse('a', '--out', '-').options).toMatchObject({ out: '-' });
    expect(parse('a', '--out=-x').options).toMatchObject({ out: '-x' });
    expect(parse('-').operands).toEqual(['-']);
  });
});

describe('the words of a call that do not fit', () => {
  it.each([
    [['a', '--otu', 'b'], 'unknown option --otu; did you mean --out?'],
    [['a', '--xyzzy'], 'unknown option --xyzzy'],
    [['a', '-z'], 'unknown option -z'],
    [['a', '--fix=yes'], '--fix takes no value'],
    [['a', '--out'], '--out: FILE is missing'],
    [['a', '-o'], '-o: FILE is missing'],
    [['a', '--out', '--fix'], '--out: FILE is missing'],
    [['a', '--level'], '--level: error|warning is missing'],
    [['a', '--level', 'eror'], '--level: “eror” is not one of error, warning; did you mean “error”?'],
    [['a', '--level=x'], '--level: “x” is not one of error, warning'],
    [[], 'DRAFT... is missing'],
    [['a', 'b', 'c'], 'unexpected “c”'],
  ])('%j', (words, message) => {
    expect(() => parse(...words)).toThrow(UsageError);
    expect(() => parse(...words)).toThrow(new UsageError(message));
  });

  it('are operands that the command does not know', () => {
    const shells = command({ usage: 'SHELL', least: 0, most: 2, choices: ['bash', 'zsh'] });
    expect(parseCall(shells, ['zsh', 'bash']).operands).toEqual(['zsh', 'bash']);
    expect(parseCall(shells, []).operands).toEqual([]);
    expect(() => parseCall(shells, ['zsh', 'bsh'])).toThrow(
      'SHELL: “bsh” is not one of bash, zsh; did you mean “bash”?',
    );
  });
});

it('options with a value have a name for it', () => {
  const { fix, out, level } = OPTIONS;
  expect([fix, out, level].map(takesValue)).toEqual([false, true, true]);
  expect([fix, out, level].map(valueName)).toEqual(['', 'FILE', 'error|warning']);
});
