import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isTitle, notShown, TABLE } from './table.mjs';

const root = new URL('../../', import.meta.url);

describe('the table of hostile input', () => {
  it.each(TABLE.map((row) => [row.input, row] as const))('names tests that there are: %s', (_, { tests }) => {
    expect(tests).not.toEqual([]);
    for (const [file, title] of tests) {
      const path = new URL(file, root);
      const source = existsSync(path) ? readFileSync(path, 'utf8') : '';
      const quoted = [`'${title}'`, `"${title}"`];
      expect({ file, title, there: quoted.some((name) => source.includes(name)) }).toEqual({
        file,
        title,
        there: true,
      });
    }
  });

  it('tells what did not run and pass', () => {
    const [first, ...others] = TABLE.flatMap(({ tests }) => tests);
    const passed = new Map<string, string[]>();
    for (const [file, title] of others)
      passed.set(file, [...(passed.get(file) ?? []), `group ${title.replace(/%[sdj]/g, 'a (b) c')}`]);
    expect(notShown(passed)).toEqual([first]);
    passed.set(first![0], [...passed.get(first![0])!, `group ${first![1]}`]);
    expect(notShown(passed)).toEqual([]);
    expect(notShown(new Map())).toEqual([]);
    expect(notShown(new Map(), new Set([first![0]]))).toContainEqual(first);
  });

  it('knows a title with its parameters', () => {
    expect(isTitle('is told by twir %s %s', 'a file is told by twir format --check')).toBe(true);
    expect(isTitle('is told (%d)', 'is told (5)')).toBe(true);
    expect(isTitle('is told', 'is not told')).toBe(false);
    expect(isTitle('is told', 'this told')).toBe(false);
  });
});
