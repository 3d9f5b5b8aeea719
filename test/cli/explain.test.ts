import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../server/src/cli/commands';
import { RULES } from '../../server/src/rules/index';
import { twir } from './twir';

describe('twir explain', () => {
  it('tells what a rule finds, why, and shows it', async () => {
    const rule = RULES.find(({ id }) => id === 'link-tracking')!;
    const { status, out } = await twir('explain', 'link-tracking', 'whitespace');
    expect(status).toBe(0);
    for (const part of [rule.summary, rule.why, rule.examples[0]!.bad.trim().split('\n')[0]!])
      expect(out).toContain(part);
    expect(out).toContain('"whitespace": "off"');
  });

  it('knows the nearest name', async () => {
    expect(await twir('explain', 'link-trakcing')).toEqual({
      status: 2,
      out: '',
      complaints: 'Unknown rule “link-trakcing”; did you mean “link-tracking”?\n',
    });
  });

  it('leads to what is known of the verdicts of CI', async () => {
    const { status, complaints } = await twir('explain', 'ci/simplify');
    expect(status).toBe(2);
    expect(complaints).toMatch(
      /^“ci\/simplify” is what CI says, and no rule; see \S+\/docs\/ci\.md#simplify\n$/,
    );
  });
});

describe('twir server', () => {
  it('says what to do without --stdio', async () => {
    const { status, complaints } = await twir('server');
    expect(status).toBe(2);
    expect(complaints).toContain('“twir server --stdio”');
  });
});

const has = (shell: string) => spawnSync(shell, ['-c', 'exit 0']).status === 0;

describe('twir completions', () => {
  it.each(['bash', 'zsh', 'fish', 'powershell'])('know every command and option: %s', async (shell) => {
    const { status, out } = await twir('completions', shell);
    expect(status).toBe(0);
    for (const { name, options } of COMMANDS) {
      expect(out).toContain(name);
      for (const option of Object.keys(options)) expect(out).toContain(option);
    }
    expect(out).toContain('markdown');
  });

  it('knows no other shell', async () => {
    expect((await twir('completions', 'fisch')).complaints).toContain('did you mean “fish”?');
  });

  it.skipIf(!has('bash'))('complete in bash', async () => {
    const { out } = await twir('completions', 'bash');
    const complete = (...words: string[]) => {
      const script = `${out}\nCOMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}; _twir; echo "\${COMPREPLY[@]}"`;
      const { stdout, stderr } = spawnSync('bash', ['-c', script], { encoding: 'utf8' });
      expect(stderr).toBe('');
      return stdout.trim().split(' ');
    };
    expect(complete('twir', 'or')).toEqual(['organize']);
    expect(complete('twir', 'check', '--format', 'j')).toEqual(['json', 'junit']);
    expect(complete('twir', 'check', '--max')).toEqual(['--max-warnings']);
    expect(complete('twir', 'completions', 'f')).toEqual(['fish']);
    expect(complete('twir', 'check', 'package.js')).toEqual(['package.json']);
  });

  it.skipIf(!has('zsh'))('are understood by zsh', async () => {
    const { out } = await twir('completions', 'zsh');
    const { status, stderr } = spawnSync('zsh', ['-n'], { encoding: 'utf8', input: out });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  it.skipIf(!has('fish'))('are understood by fish', async () => {
    const { out } = await twir('completions', 'fish');
    const { status, stderr } = spawnSync('fish', ['--no-execute'], { encoding: 'utf8', input: out });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
});
