import { describe, expect, it } from 'vitest';
import packageJson from '../../package.json';
import { COMMANDS } from '../../server/src/cli/commands';
import { twir } from './twir';

describe('twir', () => {
  it.each(['-h', '--help', 'help'])('lists its commands: %s', async (word) => {
    const { status, out } = await twir(word);
    expect(status).toBe(0);
    for (const { name, summary } of COMMANDS) expect(out).toMatch(new RegExp(`^  ${name} +${summary}$`, 'm'));
  });

  it.each(['-V', '--version'])('tells its version: %s', async (word) => {
    expect(await twir(word)).toEqual({ status: 0, out: `${packageJson.version}\n`, complaints: '' });
  });

  it.each(['-V', '--version'])('tells its version as a server: %s', async (word) => {
    expect(await twir('server', word)).toEqual({
      status: 0,
      out: `${packageJson.version}\n`,
      complaints: '',
    });
  });

  it('needs a command', async () => {
    const { status, out, complaints } = await twir();
    expect([status, out]).toEqual([2, '']);
    expect(complaints).toMatch(/^a command is missing\n\ntwir: write, check[\s\S]*Usage: twir COMMAND/);
  });

  it.each([
    ['chek', 'unknown command “chek”; did you mean check?'],
    ['new-darft', 'unknown command “new-darft”; did you mean new-draft?'],
    ['draft', 'unknown command “draft”; did you mean new-draft?'],
    ['xyz', 'unknown command “xyz”; see twir --help'],
    ['--fix', 'unknown option “--fix”; see twir --help'],
    ['--versoin', 'unknown option “--versoin”; did you mean --version?'],
  ])('does not know %s', async (word, complaint) => {
    expect(await twir(word)).toEqual({ status: 2, out: '', complaints: `${complaint}\n` });
  });

  it.each(COMMANDS.map(({ name }) => name))('explains %s in three ways, alike', async (name) => {
    const { status, out } = await twir(name, '--help');
    const { options, operands, examples, summary } = COMMANDS.find((command) => command.name === name)!;
    expect(status).toBe(0);
    expect(out.split('\n')[0]).toBe(
      `Usage: twir ${name} [OPTION]...${operands.usage && ' '}${operands.usage}`,
    );
    expect(out).toContain(summary);
    for (const option of Object.keys(options)) expect(out).toContain(`--${option}`);
    for (const { call } of examples) expect(out).toContain(`\n  ${call}\n`);
    expect(examples.length).toBeGreaterThan(0);
    expect(await twir(name, '-h')).toEqual({ status, out, complaints: '' });
    expect(await twir('help', name)).toEqual({ status, out, complaints: '' });
  });

  it('has examples that the commands take', async () => {
    for (const { name, examples } of COMMANDS) {
      for (const { call } of examples) {
        const [program, ...words] = call.split(' ');
        expect([program, words[0]]).toEqual(['twir', name]);
        const { complaints } = await twir(...words, '--help');
        expect(complaints, call).toBe('');
      }
    }
  });
});
