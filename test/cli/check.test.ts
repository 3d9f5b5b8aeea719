import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { FRONT, gitIn, NAME, temporaryFolder, twir } from './twir';

const folder = temporaryFolder();
const { write } = folder;

/** Only one rule speaks, so that these tests are about the command line. */
const check = (...words: string[]) => twir('check', '--rule', 'section-missing=off', ...words);
const json = async (...words: string[]) => JSON.parse((await check('--format', 'json', ...words)).out);
const rulesOf = (file: { diagnostics: { rule: string }[] }) => file.diagnostics.map(({ rule }) => rule);

describe('twir check', () => {
  it('goes by the template beside the issue', async () => {
    const headings = ['Updates from Rust Community', 'Crate of the Week', 'Calls for Testing', 'Jobs'];
    const template = [...headings, 'Letters'].map((heading) => `## ${heading}\n`).join('\n');
    const draft = write(
      `draft/${NAME}`,
      `${FRONT}${headings.map((heading) => `## ${heading}\n`).join('\n')}`,
    );
    const letters = async () =>
      (await json('--rule', 'section-missing=warning', draft)).files[0].diagnostics.filter(
        ({ message }: { message: string }) => message.includes('“Letters”'),
      );
    expect(await letters()).toEqual([]);
    write('draft/DRAFT_TEMPLATE', template);
    expect(await letters()).toHaveLength(1);
  });

  it('prints the JSON of the contract', async () => {
    const file = write(NAME, `${FRONT}One. \nTwo.\n`);
    const result = await json(file);
    expect(result.version).toBe(1);
    expect(result.files).toHaveLength(1);
    expect(result.files[0].path).toBe(file);
    expect(result.files[0].diagnostics).toContainEqual({
      rule: 'whitespace',
      severity: 'info',
      message: 'There are spaces at the end of this line',
      line: 6,
      column: 5,
      endLine: 6,
      endColumn: 6,
      fixable: true,
      url: expect.stringMatching(/docs\/rules\/whitespace\.md$/),
      related: [],
      fixes: [
        {
          title: expect.any(String),
          edits: [{ line: 6, column: 5, endLine: 6, endColumn: 6, text: '' }],
        },
      ],
    });
  });

  it('tells the verdicts of the newsletter’s CI only when asked', async () => {
    const file = write(
      `draft/${NAME}`,
      `${FRONT}## Updates from Rust Community\n\n* [A post](https://example.com/a?b=c,d)\n`,
    );
    write(
      'content/2026-02-18-this-week-in-rust.md',
      `${FRONT.replace('02-25', '02-18')}## Updates from Rust Community\n\n* [A](http://example.com/a/?b=c%2Cd)\n`,
    );
    const verdicts = async (...words: string[]) =>
      (await json(...words, file)).files[0].diagnostics.filter(({ rule }: { rule: string }) =>
        rule.startsWith('ci/'),
      );
    expect(await verdicts()).toEqual([]);
    const found = await verdicts('--ci');
    expect(found.map(({ rule, severity, line }: Record<string, unknown>) => [rule, severity, line])).toEqual([
      ['ci/simplify', 'error', 8],
      ['ci/duplicate', 'error', 8],
    ]);
    expect(found[0].url).toMatch(/docs\/ci\.md#simplify$/);
  });

  it('lists every checked file of a folder.path, also those without findings', async () => {
    write(`draft/${NAME}`, `${FRONT}One. \n`);
    write(
      'draft/2026-03-04-this-week-in-rust.md',
      FRONT.replace('640', '641').replace('640', '641').replace('02-25', '03-04'),
    );
    write('draft/notes.md', 'Trailing \n');
    write('draft/node_modules/x/2026-02-25-this-week-in-rust.md', FRONT);
    const files = await (await json(folder.path)).files.map((file: { path: string }) =>
      path.relative(folder.path, file.path),
    );
    expect(files).toEqual([`draft/${NAME}`, 'draft/2026-03-04-this-week-in-rust.md']);
  });

  it('tells by its exit status whether there are errors', async () => {
    const file = write(NAME, `${FRONT}One. \n`);
    expect((await check(file)).status).toBe(0);
    expect((await check('--rule', 'whitespace=error', file)).status).toBe(1);
  });

  it('prints findings by file with their lines, and a summary', async () => {
    const file = write(NAME, `${FRONT}One. \n`);
    const { out } = await check(file);
    const [first, ...lines] = out.split('\n');
    expect(first).toBe(file);
    const at = lines.findIndex((line) => line.includes('[whitespace]'));
    expect(lines[at]).toMatch(/^ +6:5 {2}info {5}\S.* {2}\[whitespace\] \S+whitespace\.md$/);
    expect(lines[at + 1]).toMatch(/^ +6 \| One\. $/);
    expect(lines[at + 2]).toBe(`${lines[at + 1]!.replace('6 | One. ', '  |     ^')}`);
    expect(out).toMatch(/1 file checked: .*1 can be fixed with --fix\n$/);
  });

  it('fixes and leaves nothing fixable', async () => {
    const file = write(NAME, `${FRONT}One. \n\n\nTwo.`);
    const after = await json('--fix', file);
    expect(readFileSync(file, 'utf8')).toBe(`${FRONT}One.\n\nTwo.\n`);
    expect(after.files[0].diagnostics.filter((d: { fixable: boolean }) => d.fixable)).toEqual([]);
  });

  it('tells that it changes files, would change them, or does not', async () => {
    const file = write(NAME, `${FRONT}One. \n`);
    const last = async (...words: string[]) => (await check(...words, file)).out.trimEnd().split('; ').at(-1);
    expect(await last('--fix', '--dry-run')).toBe('1 file would be changed (dry run, nothing written)');
    expect(readFileSync(file, 'utf8')).toContain('One. ');
    expect(await last('--fix')).toBe('1 file was changed');
    expect(await last('--fix')).not.toContain('changed');
  });

  it('reads and keeps CRLF', async () => {
    const text = `${FRONT}One. \n\n\nTwo.\n`.replace(/\n/g, '\r\n');
    const file = write(NAME, text);
    await check('--fix', file);
    expect(readFileSync(file, 'utf8')).toBe(`${FRONT}One.\n\nTwo.\n`.replace(/\n/g, '\r\n'));
  });

  it('is valid SARIF 2.1.0', async () => {
    const file = write(NAME, `${FRONT}One. 🦀 \n`);
    const schemaFile = new URL(
      '../../node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json',
      import.meta.url,
    );
    const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
    addFormats(ajv);
    // The schema names draft 04 but uses nothing that later drafts read otherwise.
    const { $schema, id, ...schema } = JSON.parse(readFileSync(schemaFile, 'utf8'));
    const validate = ajv.compile(schema);
    const log = JSON.parse((await check('--format', 'sarif', file)).out);
    validate(log);
    expect(validate.errors ?? []).toEqual([]);
    expect(log.runs[0].results[0]).toMatchObject({
      ruleId: 'whitespace',
      level: 'note',
      locations: [{ physicalLocation: { region: { startLine: 6, startColumn: 8 } } }],
    });
  });

  it('writes workflow annotations for GitHub', async () => {
    const file = write(NAME, `${FRONT}One. \n`);
    expect((await check('--format', 'github', file)).out).toMatch(
      /^::notice file=[^\n]*,line=6,endLine=6,col=5,endColumn=6,title=whitespace::There are spaces/m,
    );
  });

  it('reports with --since only what is new', async () => {
    const git = gitIn(folder.path);
    const file = write(NAME, `${FRONT}Old. \n`);
    git('init', '-q');
    git('add', '.');
    git('commit', '-qm', 'before');
    writeFileSync(file, `${FRONT}Above.\nOld. \nNew. \n`);
    const found = await (await json('--since', 'HEAD', file)).files[0].diagnostics;
    expect(
      found.filter((d: { rule: string }) => d.rule === 'whitespace').map((d: { line: number }) => d.line),
    ).toEqual([8]);
    expect((await check('--since', 'nowhere', file)).complaints).toMatch(/nowhere: no such revision/);
  });

  it('tells with --since how many items a change adds', async () => {
    const git = gitIn(folder.path);
    const section = '## Updates from Rust Community\n\n### Research\n* [Old](https://example.com/old)\n';
    const file = write(NAME, `${FRONT}${section}`);
    git('init', '-q');
    git('add', '.');
    git('commit', '-qm', 'before');
    writeFileSync(file, `${FRONT}${section}* [One](https://example.com/1)\n* [Two](https://example.com/2)\n`);
    const lines = async (...flags: string[]) =>
      (await json(...flags, file)).files[0].diagnostics
        .filter((d: { rule: string }) => d.rule === 'submission-count')
        .map((d: { line: number }) => d.line);
    expect(await lines('--since', 'HEAD', '--role', 'contributor')).toEqual([11]);
    expect(await lines('--since', 'HEAD')).toEqual([]);
    expect(await lines('--role', 'contributor')).toEqual([]);
  });

  it('reads .twir.json above the file and tells what is wrong in it', async () => {
    const file = write(`draft/${NAME}`, `${FRONT}One. \nTwo. \n`);
    write(
      '.twir.json',
      '{ "rules": { "whitespace": "error", "white": "off" }, "ignore": [{ "rule": "whitespace", "line": "Two." }] }',
    );
    const { complaints, out, status } = await check('--format', 'json', file);
    expect(complaints).toContain('.twir.json:1:37: Unknown rule “white”; did you mean “whitespace”?');
    const found = JSON.parse(out).files[0].diagnostics.filter(
      (d: { rule: string }) => d.rule === 'whitespace',
    );
    expect(found.map((d: { line: number; severity: string }) => [d.line, d.severity])).toEqual([
      [6, 'error'],
    ]);
    expect(status).toBe(2);
  });

  it('uses the content folder beside the drafts, or --archive', async () => {
    const earlier = `${FRONT.replaceAll('640', '639').replace('02-25', '02-18')}## Updates from Rust Community\n\n### Official\n\n* [A post](https://example.com/post)\n`;
    const now = `${FRONT}## Updates from Rust Community\n\n### Official\n\n* [The post](https://example.com/post/)\n`;
    const file = write(`draft/${NAME}`, now);
    expect(rulesOf((await json(file)).files[0])).not.toContain('link-duplicate');
    write('content/2026-02-18-this-week-in-rust.md', earlier);
    expect(rulesOf((await json(file)).files[0])).toContain('link-duplicate');
    expect(rulesOf((await json('--archive', path.join(folder.path, 'draft'), file)).files[0])).not.toContain(
      'link-duplicate',
    );
  });

  it('says what is wrong with its input', async () => {
    const missing = await check(path.join(folder.path, 'missing.md'));
    expect(missing).toMatchObject({
      status: 2,
      complaints: `${folder.path}/missing.md: no such file or folder\n`,
    });
    expect(await check(folder.path)).toMatchObject({
      status: 2,
      complaints: expect.stringContaining(`no newsletter file in ${folder.path}: one is called YYYY-MM-DD-`),
    });
    const broken = write(NAME, new Uint8Array([...Buffer.from(`${FRONT}Gr`), 0xfc, 0x72, 10]));
    const { status, complaints } = await check(broken);
    expect(complaints).toContain(`${NAME}:6: not UTF-8: byte 0xFC at offset ${FRONT.length + 2}`);
    expect(status).toBe(2);
    // Where a character begins that does not go on, not where it should have.
    write(NAME, new Uint8Array([...Buffer.from(`${FRONT}Caf`), 0xe9, 10, 0xff]));
    expect((await check(broken)).complaints).toContain(
      `${NAME}:6: not UTF-8: byte 0xE9 at offset ${FRONT.length + 3}`,
    );
    write(NAME, new Uint8Array([...Buffer.from(`${FRONT}Caf`), 0xef, 0xbf]));
    expect((await check(broken)).complaints).toContain(
      `${NAME}:6: not UTF-8: byte 0xEF at offset ${FRONT.length + 3}`,
    );
  });

  it('says what is wrong with the call', async () => {
    const complaint = async (...words: string[]) => {
      const { status, complaints } = await check(...words);
      expect(status).toBe(2);
      return complaints;
    };
    expect(await complaint()).toBe(
      'there is no draft/ of the newsletter here or above; name files or folders\n',
    );
    expect(await complaint('--format', 'jsn', folder.path)).toBe(
      'check: --format: “jsn” is not one of text, json, sarif, github, markdown, junit, unix; did you mean “json”?; see twir check --help\n',
    );
    expect(await complaint('--rule', 'nothing=off', folder.path)).toContain('Unknown rule “nothing”');
    for (const level of ['loud', 'off=', 'off,info'])
      expect(await complaint('--rule', `whitespace=${level}`, folder.path)).toContain(
        'after “=” is one of off, error',
      );
    expect(await complaint('--output', 'json=', folder.path)).toContain('--output json=: FILE is missing');
    expect(await complaint('--archive', '/nowhere', folder.path)).toContain('no such folder');
    expect(await complaint('--fixx', folder.path)).toContain('unknown option --fixx; did you mean --fix?');
    expect(await complaint('--stage', '--fix', folder.path)).toContain('--stage: draft|release is missing');
    expect(await complaint('--fix=yes', folder.path)).toContain('--fix takes no value');
  });
});
