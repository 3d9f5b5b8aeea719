/**
 * What a stranger can hand us: docs/hostile.md is made of it. Each row names the tests that show it by file and title;
 * a test fails when there is none of that title, and `npm test` when one did not run and pass.
 *
 * @typedef {{ stake: string, input: string, outcome: string, tests: readonly (readonly [file: string, title: string])[] }} Row
 */

const GIT = 'test/node/git.test.ts';
const CLI = 'test/cli/hostile.test.ts';
const CLIENTS = 'test/lsp/oddClients.test.ts';
const PARAMETERS = 'test/lsp/oddParameters.test.ts';
const LARGE = 'test/hostile/large.test.ts';
const BUSY = 'test/lsp/busy.test.ts';
const WRITE = 'test/node/writeFile.test.ts';
const E2E = 'test/e2e/suite/server.test.ts';

/** @type {readonly Row[]} */
export const TABLE = [
  {
    stake: 'nothing runs',
    input: 'a folder of a checkout that is dressed up as a bare repository',
    outcome: 'git is told which repository to read, and runs nothing',
    tests: [
      [GIT, 'runs nothing that a folder dressed up as a repository names'],
      [CLI, 'runs nothing that a checked folder names'],
    ],
  },
  {
    stake: 'nothing runs',
    input: 'hooks, filters, pagers, monitors and diff programs in configuration, attributes and environment',
    outcome: 'none of them runs',
    tests: [[GIT, 'runs nothing that the configuration, attributes and environment around it name']],
  },
  {
    stake: 'nothing runs',
    input:
      '`GIT_DIR` and its like, `include.path`, replacements, alternates, a `git` of the checkout’s own in the PATH',
    outcome: 'the repository that was found is read as it is',
    tests: [[GIT, 'reads what it found, whatever variables, inclusions, replacements and alternates say']],
  },
  {
    stake: 'nothing runs',
    input: 'a partial clone with a remote that is a program; a submodule with a configuration of its own',
    outcome: 'nothing is fetched, the submodule is not asked',
    tests: [
      [GIT, 'fetches nothing that a partial clone lacks'],
      [GIT, 'asks no submodule'],
    ],
  },
  {
    stake: 'nothing runs',
    input: 'a configuration that names checkouts, in a workspace that is not trusted',
    outcome: 'no program is started, whatever is asked for',
    tests: [[CLIENTS, 'make the server run no program, until somebody does']],
  },
  {
    stake: 'nothing runs',
    input: 'scripts, handlers and frames in an issue',
    outcome: 'none of them is in the preview',
    tests: [['test/e2e/runs/preview.ts', 'nothing of the issue runs in the preview']],
  },
  {
    stake: 'work is bounded',
    input: 'a document of 10 MB',
    outcome: 'one information (`file-size`), no edit, exit 0; other commands exit with 2',
    tests: [
      [LARGE, 'is one finding on the command line'],
      [LARGE, 'is told of and left alone by twir %s %s'],
      [LARGE, 'is one finding in an editor, and gets no edit'],
    ],
  },
  {
    stake: 'work is bounded',
    input: 'an earlier issue or a configuration of 2 MB',
    outcome: 'not compared with; not read, and told of',
    tests: [
      [LARGE, 'is no earlier issue'],
      [LARGE, 'is no configuration, and is told of'],
    ],
  },
  {
    stake: 'work is bounded',
    input: 'a megabyte of small parts: more of them than a function takes arguments',
    outcome: 'a page, edits and a message as for fewer',
    tests: [
      ['test/hostile/many.laws.test.ts', 'are on a page'],
      ['test/hostile/many.laws.test.ts', 'are lines that change'],
      ['test/hostile/many.laws.test.ts', 'are items of a list that is imported'],
    ],
  },
  {
    stake: 'work is bounded',
    input: 'calendars with endless recurrences, JSON and configurations nested without end',
    outcome: 'a message, and the rest is read',
    tests: [['test/features/import/bounded.test.ts', 'work is bounded']],
  },
  {
    stake: 'work is bounded',
    input: '1,000 edits in a burst, with a request after each and none taken back',
    outcome: 'the last state is checked, the others are refused as LSP has it',
    tests: [[BUSY, 'are checked once for a client that asks after each and takes nothing back']],
  },
  {
    stake: 'work is bounded',
    input: 'a request that is cancelled, or whose document changes, within its work',
    outcome: 'stops after some milliseconds; others are answered in between',
    tests: [
      [BUSY, 'stops when its document is another one by now'],
      [BUSY, 'does not hold up others'],
    ],
  },
  {
    stake: 'writes lose nothing',
    input: 'a file that changes while we work',
    outcome: 'left as it is, exit 2',
    tests: [[WRITE, 'does not overwrite what was changed since it was read']],
  },
  {
    stake: 'writes lose nothing',
    input: 'a full disk; an error or a kill at any step of writing',
    outcome: 'the old file or the new one, whole',
    tests: [
      [WRITE, 'leaves the old file whole when a step fails'],
      [WRITE, 'is the old or the new file after being killed before any step'],
      [WRITE, 'says so when the disk is full'],
    ],
  },
  {
    stake: 'writes lose nothing',
    input: 'links in the output folder, and two inputs of one name but for their case',
    outcome: 'nothing is written through a link or over another',
    tests: [
      [WRITE, 'never writes through a link'],
      ['test/cli/render.test.ts', 'overwrites only with --force, and never through a link'],
      ['test/cli/render.test.ts', 'lets no two inputs fall on one name'],
    ],
  },
  {
    stake: 'output commands nobody',
    input: 'control characters and directions of text in documents, names, configurations and revisions',
    outcome: 'shown, not sent to the terminal',
    tests: [
      [CLI, 'from a document and its name: %s'],
      [CLI, 'from a configuration and a revision'],
      ['test/text/harmless.test.ts', 'shows control characters instead of sending them'],
    ],
  },
  {
    stake: 'output commands nobody',
    input: '`::command` lines in names and arguments, in GitHub’s CI',
    outcome: 'no line is a command',
    tests: [[CLI, 'from a name that looks like a command of GitHub’s runner']],
  },
  {
    stake: 'output commands nobody',
    input: 'an image, HTML or a command link as the title of an earlier issue',
    outcome: 'text in a hover',
    tests: [['test/features/hover/harmless.test.ts', 'is text in a hover, and loads or runs nothing']],
  },
  {
    stake: 'odd files',
    input: 'FIFOs, devices, folders, circles of links, files that vanish or are too large',
    outcome: 'passed over with a line, exit 2',
    tests: [
      [CLI, 'are passed over with one line each, and the rest is checked'],
      ['test/node/regularFile.test.ts', 'refuses what is too large before reading it'],
    ],
  },
  {
    stake: 'odd files',
    input: 'names of JavaScript’s own as commands; a pipe that nobody reads; an output on a full disk',
    outcome: 'an unknown command; a quiet end; a message and exit 2',
    tests: [
      [CLI, 'knows no command that is none'],
      [CLI, 'ends quietly when nobody reads on'],
      [CLI, 'says so when its output can’t be written'],
    ],
  },
  {
    stake: 'odd clients',
    input: 'requests before `initialize` and after `shutdown`',
    outcome: 'refused as LSP has it',
    tests: [
      [CLIENTS, 'are refused before initialize'],
      [CLIENTS, 'are refused after shutdown, and initialize the second time'],
    ],
  },
  {
    stake: 'odd clients',
    input: 'parameters of any kind for every request and notification',
    outcome: 'answered or refused; the server goes on',
    tests: [
      [PARAMETERS, 'are answered or refused, request by request'],
      [PARAMETERS, 'of notifications are passed over'],
      [CLIENTS, 'cost a line in the log at most, never the server'],
    ],
  },
  {
    stake: 'odd clients',
    input: 'a `Content-Length` that is negative or endless, a header without end',
    outcome: 'a line on stderr and the end, since nobody knows where the next message begins',
    tests: [['test/node/framing.test.ts', '%s is told']],
  },
  {
    stake: 'odd clients',
    input: 'URIs that are no files: `untitled:`, `git:`, `vscode-vfs:`, servers, `%2F`',
    outcome: 'everything that needs no neighbor',
    tests: [[CLIENTS, 'get everything that needs no neighbor: %s']],
  },
  {
    stake: 'odd clients',
    input: 'an answer of no use to a request for a file',
    outcome: 'the file counts as missing',
    tests: [[PARAMETERS, 'may answer with %j']],
  },
  {
    stake: 'edits are sound',
    input: 'edits that overlap, end before they start or cut a character',
    outcome: 'dropped whole, with a line in the log',
    tests: [
      [
        'test/engine/gate.test.ts',
        'lets sound edits out in order, and nothing of what can’t be made, with a line in the log',
      ],
    ],
  },
  {
    stake: 'the editor',
    input: 'ignoring a finding in a contributor’s checkout',
    outcome: 'for oneself or for everyone; the file is named, shown, and put back on demand',
    tests: [['test/lsp/ignore.test.ts', 'is for the author alone or for everyone, and says so']],
  },
  {
    stake: 'the editor',
    input: 'a server that is killed',
    outcome: 'comes back with all it knew',
    tests: [[E2E, 'a server that was killed comes back']],
  },
  {
    stake: 'fuzzing',
    input: 'newsletters, edits, calendars, configurations and messages that nobody has written',
    outcome: 'the laws of `test/fuzz/laws.ts` hold',
    tests: [['test/fuzz/fuzz.laws.test.ts', 'holds']],
  },
  {
    stake: 'fuzzing',
    input: 'whatever the fuzzers found',
    outcome: 'all laws hold',
    tests: [['test/fuzz/finds.test.ts', 'every fix can be made']],
  },
  {
    stake: 'supplies',
    input: 'a package without license or notice',
    outcome: 'the build’s notices are stale',
    tests: [['test/packaging/notices.test.ts', 'tells of everything that is bundled, and of nothing else']],
  },
];

/** The table as Markdown. */
export function hostileTable() {
  const cell = (text) => text.replaceAll('|', '\\|');
  const shown = (tests) => {
    const files = [...new Set(tests.map(([file]) => file))];
    const titles = (wanted) => tests.filter(([file]) => file === wanted).map(([, title]) => `“${title}”`);
    return files.map((file) => `\`${file}\`: ${titles(file).join(', ')}`).join('; ');
  };
  const rows = TABLE.map(
    ({ stake, input, outcome, tests }) =>
      `| ${stake} | ${cell(input)} | ${cell(outcome)} | ${cell(shown(tests))} |`,
  );
  return ['| at stake | input | outcome | test |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

/** Whether a test that ran is the one that a row names: `%s` and its like stand for a parameter. */
export function isTitle(title, ran) {
  const pattern = title
    .split(/%[sdj]/)
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('.*');
  return new RegExp(`(?:^| )${pattern}(?: |$)`, 's').test(ran);
}

/**
 * The tests of the table that did not run and pass.
 *
 * @param files of the tests that were to run: rows with others are passed over
 * @param passed full titles of the tests that passed, by file
 */
export function notShown(passed, files = new Set(passed.keys())) {
  return TABLE.flatMap(({ tests }) => tests).filter(
    ([file, title]) => files.has(file) && !(passed.get(file) ?? []).some((ran) => isTitle(title, ran)),
  );
}
