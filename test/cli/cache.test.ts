import { readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeEach, describe, expect, it } from 'vitest';
import { FORMATS } from '../../server/src/cli/output/outputs';
import { packed } from '../../server/src/cli/packedFile';
import { Results } from '../../server/src/cli/results';
import type { Kept } from '../../server/src/cli/system';
import { cacheFolder } from '../../server/src/node/cacheFolder';
import { nodeKept } from '../../server/src/node/kept';
import { nodeSystem } from '../../server/src/node/system';
import { FRONT, NAME, temporaryFolder, twirWith } from './twir';

const folder = temporaryFolder();
const DRAFT = `draft/${NAME}`;
const EARLIER = 'content/2026-02-18-this-week-in-rust.md';
const HEADINGS = ['Updates from Rust Community', 'Crate of the Week', 'Calls for Testing', 'Jobs', 'Letters'];
const LINK = '* [A post](https://example.com/post)\n';
const COMMUNITY = `${FRONT}## Updates from Rust Community\n\n${LINK}`;

let program = '';
/** How often results were written: each time that something had to be checked. */
let writes = 0;
let draft = '';

beforeEach(() => {
  program = folder.write('cli.js', 'one build');
  draft = folder.write(DRAFT, `${COMMUNITY}Spaces at the end. \n`);
  folder.write(EARLIER, COMMUNITY.replace('02-25', '02-18').replaceAll('640', '639'));
  writes = 0;
});

const cache = () => path.join(folder.path, 'cache');
const cacheFiles = () => readdirSync(cache()).map((name) => path.join(cache(), name));

function check(...words: string[]) {
  const kept = nodeKept(program, cache());
  const counted: Kept = {
    ...kept,
    write: (name, text) => {
      writes += 1;
      kept.write(name, text);
    },
  };
  return twirWith({ kept: counted }, 'check', ...words);
}

/** Whether a run has to check anything. */
async function misses(...words: string[]): Promise<boolean> {
  const before = writes;
  await check(...words);
  return writes > before;
}

describe('results of earlier runs', () => {
  it.each(FORMATS)('say the same as a check, as %s', async (format) => {
    const words = ['--format', format, draft, path.join(folder.path, EARLIER)];
    const cold = await check(...words);
    expect(cold.out).not.toBe('');
    const written = writes;
    expect(written).toBeGreaterThan(0);
    expect(await check(...words)).toEqual(cold);
    expect(writes).toBe(written);
    expect(await check('--no-cache', ...words)).toEqual(cold);
  });

  it('tell of the link that an earlier issue had', async () => {
    const found = async () => (await check('--format', 'json', draft)).out;
    const cold = await found();
    expect(cold).toContain(path.basename(EARLIER));
    expect(await found()).toBe(cold);
  });

  it('are not for another text, earlier issue, template, configuration, option, or build', async () => {
    const changes: [string, () => void][] = [
      ['text', () => folder.write(DRAFT, `${COMMUNITY}Another text. \n`)],
      [
        'earlier issue',
        () => folder.write(EARLIER, `${COMMUNITY.replace('02-25', '02-18')}* [B](https://example.com/b)\n`),
      ],
      ['one earlier issue more', () => folder.write('content/2026-02-11-this-week-in-rust.md', FRONT)],
      [
        'template',
        () =>
          folder.write('draft/DRAFT_TEMPLATE', `${HEADINGS.map((heading) => `## ${heading}\n`).join('')}`),
      ],
      ['configuration', () => folder.write('.twir.json', '{ "rules": { "whitespace": "error" } }')],
      [
        'build of the same length',
        () => {
          program = folder.write('cli.js', 'two build');
        },
      ],
    ];
    expect(await misses(draft)).toBe(true);
    for (const [what, change] of changes) {
      expect(await misses(draft), `before another ${what}`).toBe(false);
      change();
      expect(await misses(draft), `another ${what}`).toBe(true);
    }
    for (const words of [
      ['--stage', 'release'],
      ['--role', 'contributor'],
      ['--rule', 'whitespace=off'],
      ['--ci'],
      ['--format', 'json'],
      ['--archive', path.join(folder.path, 'draft')],
    ]) {
      expect(await misses(...words, draft), words.join(' ')).toBe(true);
      expect(await misses(...words, draft), words.join(' ')).toBe(false);
    }
    // All of them are kept beside each other.
    expect(await misses(draft)).toBe(false);
  });

  it('follow the configuration', async () => {
    const severity = async () => /(error|info) +There are spaces/.exec((await check(draft)).out)?.[1];
    folder.write('.twir.json', '{ "rules": { "whitespace": "error" } }');
    const first = await severity();
    folder.write('.twir.json', '{ "rules": { "whitespace": "info" } }');
    expect([first, await severity()]).toEqual(['error', 'info']);
  });

  it('are passed over when their file is broken, cut off or changed', async () => {
    const { out } = await check(draft);
    const [file] = cacheFiles();
    for (const [what, damage] of [
      ['garbage', () => writeFileSync(file!, Buffer.from([0xff, 0xfe, 0, 10, 10]))],
      ['empty', () => truncateSync(file!)],
      ['cut off', () => truncateSync(file!, 200)],
      [
        'changed',
        () => {
          const text = readFileSync(file!, 'utf8');
          expect(text).toContain('There are spaces');
          writeFileSync(file!, text.replace('There are spaces', 'There were spaces'));
        },
      ],
    ] as const) {
      damage();
      const before = writes;
      const run = await check(draft);
      expect([what, run.out, run.complaints]).toEqual([what, out, '']);
      expect(writes, what).toBe(before + 1);
    }
  });

  it.each([
    ['kept', 'the same', true],
    ['not kept when it was written in between', 'something else', false],
  ])('that go by an earlier issue which is read twice are %s', async (_, then, sound) => {
    const kept = nodeKept(program, cache());
    const uri = pathToFileURL(folder.write(EARLIER, 'the same')).href;
    const results = new Results(
      { ...kept, hashOf: () => expect.unreachable('It was read already') },
      { list: async () => [], read: async () => then },
    );
    results.took([packed({ path: EARLIER, uri, text: 'the same' })]);
    const slot = results.slot(packed({ path: DRAFT, uri: pathToFileURL(draft).href, text: COMMUNITY }), {
      compared: { archive: [uri], template: undefined },
      options: { stage: 'draft', role: 'editor', rules: {} },
      rulePages: '',
      withFixes: false,
    });
    await results.files.read(uri);
    expect(slot.isSound()).toBe(sound);
  });

  it('are found again beside an earlier issue that is not UTF-8', async () => {
    folder.write(EARLIER, Uint8Array.of(0x23, 0x20, 0xff, 0x0a));
    expect([await misses(draft), await misses(draft)]).toEqual([true, false]);
  });

  it('go by the digest of a text, whether it has been read or not', () => {
    const kept = nodeKept(program, cache());
    for (const text of ['', 'ASCII\r\n', '\ufeffÉ – 🦀\n']) {
      const file = folder.write('text.md', text);
      expect(kept.hashOf(pathToFileURL(file).href)).toBe(kept.hash(text));
    }
    for (const uri of [pathToFileURL(folder.path).href, 'untitled:draft.md'])
      expect(kept.hashOf(uri)).toBeUndefined();
  });

  it('are not missed where nothing can be written', async () => {
    folder.write('cache', 'a file where the folder should be');
    const first = await check(draft);
    expect(first.complaints).toBe('');
    expect(await check(draft)).toEqual(first);
  });

  it('are neither read nor written with --no-cache or --fix', async () => {
    await misses(draft);
    expect(await misses('--no-cache', '--stage', 'release', draft)).toBe(false);
    expect(await misses('--fix', '--dry-run', '--stage', 'release', draft)).toBe(false);
    expect(await misses('--stage', 'release', draft)).toBe(true);
  });

  it('do not keep quiet about a broken configuration', async () => {
    folder.write('.twir.json', '{ "rules": { "no-such-rule": "error" } }');
    const first = await check(draft);
    expect([first.status, first.complaints]).toEqual([2, expect.stringContaining('no-such-rule')]);
    expect(await check(draft)).toEqual(first);
  });

  it('do without on a machine where the program can’t be read', () => {
    expect(nodeSystem(path.join(folder.path, 'gone.js')).kept).toBeUndefined();
    expect(nodeSystem(program).kept?.program).toMatch(/^[\w-]{43}$/);
  });

  it('stay few', async () => {
    const kept = nodeKept(program, cache());
    for (let n = 0; n < 40; n += 1) kept.write(`n${n}`, 'x');
    expect(cacheFiles()).toHaveLength(32);
    expect(kept.read('n39')).toBe('x');
  });
});

describe('cacheFolder', () => {
  it('is where the system has it', () => {
    expect(cacheFolder('linux', { XDG_CACHE_HOME: '/caches' })).toBe(path.join('/caches', 'twir'));
    expect(cacheFolder('linux', { XDG_CACHE_HOME: 'relative' })).toMatch(/[\\/]\.cache[\\/]twir$/);
    expect(cacheFolder('darwin', {})).toMatch(/Library[\\/]Caches[\\/]twir$/);
    expect(cacheFolder('win32', { LOCALAPPDATA: '/local' })).toBe(path.join('/local', 'twir', 'Cache'));
  });
});
