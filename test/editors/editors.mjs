// Runs editors without a screen on an installed `twir`: what they find, complete, fix and format, by their own means.
// Where an editor is missing, one line says so.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = (file) => fileURLToPath(new URL(file, import.meta.url));
const NAME = '2026-02-25-this-week-in-rust.md';
const LINES = [
  'Title: This Week in Rust 640',
  'Number: 640',
  'Date: 2026-02-25',
  'Category: This Week in Rust',
  '',
  '## Updates from Rust Community',
  '',
  '### Observations/Thoughts',
  '',
  '* 🦀🦀 [錆びた蟹](https://example.com/crab?utm_source=feed)',
  '* [Zwei](https://example.com/two)  ',
  '',
];
/** Counted from 1. */
const CRAB = 10;
const LIMIT_MS = 20_000;

/** @param program the installed `twir`  @param tell takes whether something is right, what it is, and what was seen */
export async function tryEditors(program, tell) {
  const path = `${dirname(program)}${delimiter}${process.env.PATH}`;
  for (const [name, reason, run] of [
    ['Neovim', missing('nvim'), neovim],
    ['Emacs', missing('emacs') ?? missingInEmacs(), emacs],
    ['Vim', missing('vim') ?? missing('script') ?? missingInVim(), vim],
  ]) {
    if (reason) {
      console.log(`skipped ${name}: ${reason}`);
      continue;
    }
    const folder = mkdtempSync(join(tmpdir(), 'twir-editor-'));
    try {
      await run({ folder, env: { ...process.env, PATH: path, HOME: folder, TERM: 'xterm' }, tell });
    } catch (error) {
      tell(false, `${name} does as it is told`, String(error));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
}

function missing(command) {
  const { status } = spawnSync(command, ['--version'], { stdio: 'ignore' });
  return status === 0 ? undefined : `there is no ${command} here`;
}

function missingInEmacs() {
  const load = [
    '--batch',
    '--eval',
    "(progn (package-initialize) (require 'eglot) (require 'markdown-mode))",
  ];
  return spawnSync('emacs', load, { stdio: 'ignore' }).status === 0
    ? undefined
    : 'it has no eglot or no markdown-mode';
}

function missingInVim() {
  const { stdout } = spawnSync('vim', ['--version'], { encoding: 'utf8' });
  if (!/\+channel/.test(stdout)) return 'it has no channels';
  return existsSync('/usr/share/vim-ale') ? undefined : 'there is no ALE in /usr/share/vim-ale';
}

/** A draft of its own for each editor. */
function draftIn(folder) {
  mkdirSync(join(folder, 'draft'), { recursive: true });
  const file = join(folder, 'draft', NAME);
  writeFileSync(file, LINES.join('\n'));
  return file;
}

/** Asks until the answer is there. */
async function until(ask) {
  const end = Date.now() + LIMIT_MS;
  for (;;) {
    const answer = await ask();
    if (answer || Date.now() > end) return answer;
    await new Promise((done) => setTimeout(done, 100));
  }
}

/** What all editors must have come to. `found` has the marked text, unless the editor counts in a way of its own. */
function expectOf(editor, tell, seen) {
  const found = seen.found ?? [];
  tell(
    found.some(
      ({ rule, text }) => rule === 'link-tracking' && (text === undefined || text === 'utm_source=feed'),
    ),
    `${editor} shows what is wrong, at its place`,
    seen,
  );
  tell(
    (seen.offered ?? []).some((word) => /^(?:\[?video\])/.test(word)),
    `${editor} completes “[vi”`,
    seen,
  );
  tell(seen.completed?.startsWith('* [video] ['), `${editor} inserts the completion`, seen);
  tell(seen.fixed === '* 🦀🦀 [錆びた蟹](https://example.com/crab)', `${editor} applies a code action`, seen);
  tell(seen.formatted === '* [Zwei](https://example.com/two)', `${editor} formats`, seen);
}

/** Typed into by its remote control. */
async function neovim({ folder, env, tell }) {
  for (const encoding of ['', 'utf-8', 'utf-32']) {
    const file = draftIn(folder);
    const socket = join(folder, `socket${encoding}`);
    const editor = spawn(
      'nvim',
      [
        '--headless',
        '--clean',
        '--listen',
        socket,
        '-u',
        here('neovim.lua'),
        '-c',
        `luafile ${here('drive/neovim.lua')}`,
      ],
      { env: { ...env, TWIR_ENCODING: encoding }, stdio: 'ignore' },
    );
    // Neovim 0.7 prints answers to standard error.
    const remote = (...words) => {
      const call = { env, encoding: 'utf8', timeout: LIMIT_MS };
      const { stdout, stderr } = spawnSync('nvim', ['--server', socket, ...words], call);
      return stdout || stderr;
    };
    const ask = (code) => {
      const text = remote('--remote-expr', `luaeval('Drive.${code}')`).trim();
      return /^[["{]/.test(text) ? JSON.parse(text) : undefined;
    };
    try {
      await until(() => existsSync(socket));
      remote('--remote-send', `:edit ${file}<CR>`);
      const found = await until(() => ask('found()'));
      remote('--remote-send', 'Go* [vi<C-x><C-o>');
      const offered = await until(() => ask('offered()'));
      remote('--remote-send', '<C-y><Esc>');
      const completed = await until(() => ask('line("$")'));
      const fixed = await until(() => ask(`fix(${CRAB})`));
      const formatted = await until(() => ask('format()'));
      expectOf(`Neovim${encoding && ` counting in ${encoding}`}`, tell, {
        found,
        offered,
        completed,
        fixed,
        formatted,
      });
    } finally {
      editor.kill();
    }
  }
}

/** In batch mode. */
async function emacs({ folder, env, tell }) {
  const { stdout, stderr } = spawnSync(
    'emacs',
    [
      '--batch',
      '--eval',
      '(package-initialize)',
      '-l',
      here('eglot.el'),
      '-l',
      here('drive/eglot.el'),
      draftIn(folder),
    ],
    { env, encoding: 'utf8', timeout: LIMIT_MS },
  );
  const [, json] = /^SEEN (.*)$/m.exec(stdout) ?? [];
  expectOf('Emacs', tell, json ? JSON.parse(json) : { stdout, stderr });
}

/** On a terminal that nobody looks at. */
async function vim({ folder, env, tell }) {
  const out = join(folder, 'seen.json');
  const call = `vim -N -i NONE -n -u ${here('drive/ale.vim')} ${draftIn(folder)}`;
  spawnSync('script', ['-qec', call, '/dev/null'], {
    env: { ...env, TWIR_SEEN: out, TWIR_CONFIG: here('ale.vim') },
    stdio: ['ignore', 'ignore', 'ignore'],
    timeout: LIMIT_MS,
  });
  expectOf('Vim', tell, existsSync(out) ? JSON.parse(readFileSync(out, 'utf8')) : {});
}
