import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseFragment } from 'parse5';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { widthOf } from '../../server/src/cli/output/frame';
import { formatGitHub } from '../../server/src/cli/output/github';
import { formatJUnit } from '../../server/src/cli/output/junit';
import { formatMarkdown } from '../../server/src/cli/output/markdown';
import { pathFrom } from '../../server/src/cli/output/outputs';
import type { ReportedDiagnostic, ReportedFile } from '../../server/src/cli/output/report';
import { formatText } from '../../server/src/cli/output/text';
import { formatUnix } from '../../server/src/cli/output/unix';
import { wantsColor } from '../../server/src/node/system';
import { SourceText } from '../../server/src/text/sourceText';
import { FRONT, NAME, temporaryFolder, twir } from './twir';

const folder = temporaryFolder();
const { write } = folder;
const here = process.cwd();
beforeEach(() => process.chdir(folder.path));
afterEach(() => process.chdir(here));

const found = (given: Partial<ReportedDiagnostic> = {}): ReportedDiagnostic => ({
  rule: 'some-rule',
  severity: 'error',
  message: 'Expected <this>, found *that*',
  line: 2,
  column: 3,
  endLine: 2,
  endColumn: 5,
  fixable: false,
  url: 'https://example.com/some-rule.md',
  related: [],
  fixes: [],
  ...given,
});
const file = (...diagnostics: ReportedDiagnostic[]): ReportedFile => ({
  path: 'draft/a.md',
  source: () => new SourceText('One\n🦀 two\n'),
  diagnostics,
});
const CLEAN = file();

describe('a path for other programs', () => {
  it('begins at the root and has slashes, on Windows too', () => {
    expect(pathFrom('C:\\twir', 'C:\\twir\\draft\\a b.md', path.win32)).toBe('draft/a b.md');
    expect(pathFrom('/twir', '/twir/draft/a\\b.md', path.posix)).toBe('draft/a\\b.md');
  });

  it('is what annotations have, also from a folder below', async () => {
    execFileSync('git', ['init', '-q']);
    write(`draft/${NAME}`, `${FRONT}One. \n`);
    process.chdir('draft');
    const { out } = await twir('check', '--format', 'github', NAME);
    expect(out).toContain(`file=draft/${NAME},`);
  });
});

describe('findings as text', () => {
  it('mark their place, also after wide characters', () => {
    const lines = formatText([file(found())], false).text.split('\n');
    expect(lines.slice(0, 4)).toEqual([
      'draft/a.md',
      '  2:3  error    Expected <this>, found *that*  [some-rule] https://example.com/some-rule.md',
      '     2 | 🦀 two',
      '       |   ^^',
    ]);
    expect(widthOf('a🦀日e\u0301👩‍💻')).toBe(8);
  });

  it('link to the rule where there are colors', () => {
    const { text } = formatText([file(found())], true);
    expect(text).toContain('\u001b]8;;https://example.com/some-rule.md\u001b\\');
    expect(text).toContain('\u001b[31merror');
  });

  it.each([
    [{}, true, true],
    [{}, false, false],
    [{ NO_COLOR: '1' }, true, false],
    [{ NO_COLOR: '' }, true, true],
    [{ FORCE_COLOR: '1' }, false, true],
    [{ FORCE_COLOR: '0' }, true, false],
    [{ TERM: 'dumb' }, true, false],
    [{ NO_COLOR: '1', FORCE_COLOR: '1' }, true, false],
  ])('have colors: %j in a terminal (%s): %s', (env, terminal, expected) => {
    expect(wantsColor(env, terminal)).toBe(expected);
  });
});

describe('findings for GitHub', () => {
  it('are at most ten of a level, errors first', () => {
    const warnings = Array.from({ length: 12 }, () => found({ severity: 'warning' }));
    const lines = formatGitHub([file(...warnings), file(found())], (path) => path).text.split('\n');
    expect(lines[0]).toBe(
      '::error file=draft/a.md,line=2,endLine=2,col=3,endColumn=5,title=some-rule::Expected <this>, found *that* (https://example.com/some-rule.md)',
    );
    expect(lines.filter((line) => line.startsWith('::warning '))).toHaveLength(10);
    expect(lines.at(-2)).toBe('2 more findings than GitHub shows: run twir check to see them all.');
  });
});

describe('findings as a comment', () => {
  it('are nothing when there is nothing to say', () => {
    expect(formatMarkdown([CLEAN, file(found({ severity: 'hint' }))]).text).toBe('');
  });

  it('are listed by file, harmless', () => {
    const { text } = formatMarkdown([file(found({ fixable: true }))]);
    expect(text).toContain('found 1 error. 1 can be mended with `twir check --fix`.');
    expect(text).toContain('**`draft/a.md`**');
    expect(text).toContain(
      '- line 2, error: Expected \\<this\\>, found \\*that\\* ([some-rule](https://example.com/some-rule.md))',
    );
  });

  it('are no longer than GitHub takes', () => {
    const many = Array.from({ length: 2000 }, () => found());
    const { text } = formatMarkdown([file(...many)]);
    expect(text.length).toBeLessThanOrEqual(60_000);
    const listed = text.match(/^- line/gm)!.length;
    expect(text).toContain(`And ${2000 - listed} more`);
  });
});

describe('findings as JUnit', () => {
  it('are failed cases, and a file without has passed', () => {
    const { text } = formatJUnit([
      CLEAN,
      file(found({ message: 'a "b" <c> & \u0007' }), found({ severity: 'hint' })),
    ]);
    expect(text).toContain('<testsuites name="twir" tests="2" failures="1" errors="0">');
    expect(text).toContain('<testcase name="twir check" classname="draft/a.md"/>');
    expect(text).toContain('<failure type="some-rule" message="a &quot;b&quot; &lt;c&gt; &amp; \ufffd">');
    expect(parseFragment(text).childNodes.length).toBeGreaterThan(0);
  });
});

describe('findings as lines', () => {
  it('are read by the problem matcher $twir', () => {
    const { text } = formatUnix([
      CLEAN,
      file(
        found({ message: 'Expected [this]: 1:2: found that' }),
        found({ severity: 'hint', rule: 'ci/links' }),
      ),
    ]);
    const { contributes } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
    const [{ pattern }] = contributes.problemMatchers;
    const read = text
      .trimEnd()
      .split('\n')
      .map((line) => new RegExp(pattern.regexp).exec(line)?.slice(1));
    expect(read).toHaveLength(2);
    expect(read[0]).toEqual([
      expect.stringMatching(/\.md$/),
      expect.stringMatching(/^\d+$/),
      expect.stringMatching(/^\d+$/),
      'error',
      'Expected [this]: 1:2: found that',
      'some-rule',
    ]);
    expect(read[1]?.slice(3)).toEqual(['hint', expect.any(String), 'ci/links']);
  });
});

describe('outputs', () => {
  it('can be several, to files and to standard output', async () => {
    write(`draft/${NAME}`, `${FRONT}One. \n`);
    execFileSync('git', ['init', '-q']);
    process.chdir('draft');
    const words = ['--output', 'sarif=out/twir.sarif', '--output', 'junit=twir.xml', '--output', 'github'];
    const { out } = await twir('check', ...words, NAME);
    expect(out).toMatch(/^::/);
    const [run] = JSON.parse(readFileSync('out/twir.sarif', 'utf8')).runs;
    expect(run.artifacts).toEqual([{ location: { uri: `draft/${NAME}`, uriBaseId: '%SRCROOT%' } }]);
    const result = run.results.find(({ ruleId }: { ruleId: string }) => ruleId === 'whitespace');
    expect(result.fixes[0].artifactChanges[0].replacements).toEqual([
      {
        deletedRegion: { startLine: 6, startColumn: 5, endLine: 6, endColumn: 6 },
        insertedContent: { text: '' },
      },
    ]);
    expect(result.partialFingerprints).toEqual({ 'twir/v1': 'whitespace:One.' });
    expect(run.tool.driver.rules[result.ruleIndex].help.markdown).toContain('whitespace](');
    expect(readFileSync('twir.xml', 'utf8')).toMatch(/^<\?xml/);
    expect((await twir('check', '--output', 'junit=twir.xml', NAME)).out).toMatch(/1 file checked/);
    expect((await twir('check', '--output', 'sarf', NAME)).complaints).toContain('did you mean “sarif”?');
  });

  it('decide by level and number of warnings', async () => {
    write(NAME, `${FRONT}One. \n`);
    const status = async (...words: string[]) =>
      (await twir('check', '--rule', 'section-missing=off', ...words, NAME)).status;
    expect(await status('--fail-on', 'info')).toBe(1);
    expect(await status('--fail-on', 'warning')).toBe(0);
    expect(await status('--rule', 'whitespace=error')).toBe(1);
    expect(await status('--rule', 'whitespace=error', '--fail-on', 'never')).toBe(0);
    expect(await status('--rule', 'whitespace=warning', '--max-warnings', '0')).toBe(1);
    expect(await status('--rule', 'whitespace=warning', '--max-warnings', '1')).toBe(0);
    expect(await status('--max-warnings', 'many')).toBe(2);
  });

  it('can be less: only errors, or counts by rule', async () => {
    write(NAME, `${FRONT}One. \nTwo. \n`);
    const { out } = await twir('check', '--format', 'json', '-q', '--rule', 'whitespace=error', NAME);
    const [found, ...others] = JSON.parse(out).files[0].diagnostics;
    // Two slips of one kind, told once.
    expect(others).toEqual([]);
    expect(found).toMatchObject({ rule: 'whitespace', related: [{ also: true }] });
    expect((await twir('check', '--statistics', NAME)).out).toMatch(/^1 {2}whitespace \(1 fixable\)$/m);
  });

  it('can be the configuration of a file', async () => {
    write('.twir.json', '{ "stage": "release", "rules": { "whitespace": "off" }, "words": ["userful"] }');
    write(`draft/${NAME}`, FRONT);
    write('draft/DRAFT_TEMPLATE', FRONT);
    write('content/2026-02-18-this-week-in-rust.md', FRONT.replace('02-25', '02-18'));
    const { out, status } = await twir('check', '--show-config', `draft/${NAME}`, '--role', 'contributor');
    expect(status).toBe(0);
    expect(JSON.parse(out)).toEqual({
      file: `draft/${NAME}`,
      config: '.twir.json',
      template: 'draft/DRAFT_TEMPLATE',
      archive: 'content',
      stage: 'release',
      role: 'contributor',
      rules: { whitespace: 'off' },
      ignore: [],
      words: ['userful'],
    });
  });
});
