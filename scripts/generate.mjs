#!/usr/bin/env node
// Writes what is derived from the rules and snippets: pages in docs/rules, the schema of .twir.json, the settings in
// package.json, the table of snippets, the page about the command line, the table of hostile input, the style sheet of the preview. `--check` writes nothing and fails when something is stale.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as esbuild from 'esbuild';
import { hostileTable } from '../test/hostile/table.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const checking = process.argv.includes('--check');
const read = (file) => (existsSync(join(root, file)) ? readFileSync(join(root, file), 'utf8') : undefined);

/** What a module of the server exports; it is TypeScript, so it is bundled first. */
async function load(entry) {
  const { outputFiles } = await esbuild.build({
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    format: 'esm',
    platform: 'node',
    mainFields: ['module', 'main'],
    // Packages that still ask for modules by `require`.
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire('/');" },
    write: false,
  });
  const source = Buffer.from(outputFiles[0].contents).toString('base64');
  return import(`data:text/javascript;base64,${source}`);
}

const LEVELS = ['off', 'error', 'warning', 'info', 'hint'];
const FIX = {
  always: 'always, also by “fix all” and `twir check --fix`',
  sometimes: 'where there is one right answer also by “fix all” and `twir check --fix`',
  never: 'never in bulk; where the editor offers a quick fix, you choose it',
};

/** The rule's own severity, and those that its examples show besides. */
function severityOf({ severity, releaseSeverity, examples }) {
  const found = examples.flatMap((example) => example.found);
  const others = LEVELS.filter(
    (level) => level !== severity && found.some((line) => line.split(' ')[1] === `${level}:`),
  );
  return [
    severity,
    releaseSeverity && releaseSeverity !== severity ? `, ${releaseSeverity} at stage release` : '',
    others.length > 0 ? `; ${others.join(' or ')} for some findings` : '',
  ].join('');
}

const fence = (text) => {
  const ticks = '`'.repeat(Math.max(3, ...[...text.matchAll(/`+/g)].map((run) => run[0].length + 1)));
  // What can't be seen on a page is shown by a sign: blanks at a line's end, tabs.
  const visible = text.replace(/[ \t]+$/gm, (blanks) => blanks.replace(/ /g, '␠').replace(/\t/g, '⇥'));
  return `${ticks}markdown\n${visible.replace(/\n*$/, '\n')}${ticks}`;
};

/** Text as it is, whatever Markdown would make of it. */
const plain = (text) => text.replace(/[\\`*_[\]<>#|~]/g, '\\$&').replace(/\n/g, ' ');

const offered = (fixes) =>
  fixes ? `Quick fixes: ${fixes.map((title) => `*${plain(title)}*`).join(', ')}\n\n` : '';

function rulePage(rule) {
  const examples = rule.examples
    .map(
      ({ title, bad, found, fixes, good }) =>
        `### ${title}\n\nWrong:\n\n${fence(bad)}\n\nFound:\n\n${found.map((line) => `- ${plain(line)}`).join('\n')}\n\n${offered(fixes)}Right:\n\n${fence(good)}`,
    )
    .join('\n\n');
  return `# ${rule.id}

${rule.summary}.

| severity | fixed |
| --- | --- |
| ${severityOf(rule)} | ${FIX[rule.fix]} |

## Why

${rule.why}

## Examples

${examples}

## Settings

Change the severity, or switch the rule off, in \`.twir.json\` at the root of the newsletter's checkout, or in the
editor's settings under \`twir.rules\`:

\`\`\`json
{ "rules": { "${rule.id}": "off" } }
\`\`\`

To live with one finding and keep the rule, name the rule and the text of the line:

\`\`\`json
{ "ignore": [{ "rule": "${rule.id}", "line": "the whole line" }] }
\`\`\`

[All rules](README.md)
`;
}

function ruleIndex(rules) {
  const rows = rules.map(
    (rule) =>
      `| [${rule.id}](${rule.id}.md) | ${severityOf(rule)} | ${rule.summary.replace(/\|/g, '\\|')} | ${rule.fix} |`,
  );
  return `# Rules\n\n${rules.length} rules. “Fixed” tells whether “fix all” and \`twir check --fix\` mend a finding.\n\nWhat stands on an event line that the issue before was published with is shown one step quieter, but for what has\nbecome wrong since, and at stage release: half of a draft's events are carried over.\n\n| rule | severity | finds | fixed |\n| --- | --- | --- | --- |\n${rows.join('\n')}\n`;
}

const ruleLevels = (rules) =>
  Object.fromEntries(rules.map((rule) => [rule.id, { enum: LEVELS, description: rule.summary }]));

function configSchema(rules) {
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Configuration of the This Week in Rust tools',
    type: 'object',
    additionalProperties: false,
    properties: {
      $schema: { type: 'string' },
      stage: {
        enum: ['draft', 'release'],
        description: 'What must not be published is an error at stage release',
      },
      role: { enum: ['editor', 'contributor'] },
      rules: { type: 'object', additionalProperties: false, properties: ruleLevels(rules) },
      checkouts: {
        type: 'array',
        description: 'Folders of checkouts that sections are filled from, relative to this file',
        items: { type: 'string', pattern: '\\S' },
      },
      words: {
        type: 'array',
        description: 'Words that are no typing mistakes',
        items: { type: 'string' },
      },
      ignore: {
        type: 'array',
        description: 'Findings to live with',
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['rule', 'line'],
          properties: {
            rule: {
              enum: rules.map(({ id }) => id),
              enumDescriptions: rules.map(({ summary }) => summary),
            },
            line: { type: 'string', description: 'The text of the line, without white space around it' },
          },
        },
      },
      calendars: {
        type: 'array',
        description:
          'Calendars (.ics), JSON or Markdown with events, and folders of them, from the folder of this file on',
        items: { type: 'string', pattern: '^(?![\\\\/~]|[A-Za-z]+:)[^\\\\\\0]*[^\\\\\\0\\s][^\\\\\\0]*$' },
      },
    },
  };
  // A rule, or what else it has, a line: indented it weighs a fifth more, packed, and everybody downloads it.
  return `${JSON.stringify(schema).replace(/,(?="[\w$-]+":)/g, ',\n')}\n`;
}

/** The manifest with the rules in the schema of `twir.rules`; nothing else changes. */
function manifest(rules) {
  const json = JSON.parse(read('package.json'));
  const settings = [json.contributes?.configuration ?? []].flat();
  for (const { properties } of settings) {
    if (properties?.['twir.rules']) {
      properties['twir.rules'].properties = ruleLevels(rules);
      properties['twir.rules'].additionalProperties = false;
    }
  }
  return `${JSON.stringify(json, undefined, 2)}\n`;
}

function snippetTable() {
  const text = read('snippets/twir.code-snippets');
  const rows = Object.entries(JSON.parse(text)).map(
    ([name, { prefix, description }]) => `| \`${[prefix].flat().join('`, `')}\` | ${name} | ${description} |`,
  );
  return `# Snippets\n\nType the prefix in a newsletter file and choose the snippet from the suggestions.\n\n| prefix | snippet | what it writes |\n| --- | --- | --- |\n${rows.join('\n')}\n`;
}

/** The page about the command line, from its table of commands. */
function cliPage({ COMMANDS, commandHelp, programHelp }) {
  const help = (text) => `\`\`\`text\n${text.replace(/\n+$/, '')}\n\`\`\``;
  const commands = COMMANDS.map((command) => `## twir ${command.name}\n\n${help(commandHelp(command))}`);
  return `# Command line

Install it with \`npm install --global twir\`. It checks, mends and renders the same as the editor, because it asks the same
engine with the same checkout: the nearest \`.twir.json\`, \`draft/DRAFT_TEMPLATE\`, and the earlier issues in \`content/\`.

${help(programHelp(COMMANDS))}

## Exit status

| status | meaning |
| --- | --- |
| 0 | nothing to complain about |
| 1 | something was found: for \`check\` a finding of the level of \`--fail-on\` or too many warnings, for \`format --check\` a file that is not in the house style, for \`publish\` what keeps a draft from being published |
| 2 | something could not be done: a wrong call, a broken \`.twir.json\`, a file that can't be read or written; everything else was done all the same |

Colors follow \`NO_COLOR\`, \`FORCE_COLOR\` and \`TERM=dumb\`.

## What is kept between runs

\`twir check\` answers from earlier runs what nothing has changed for: the file, the issues in \`content/\`, the configuration, the
template, the options, the day, and the program are compared by their contents, never by their dates, so that an answer can't be out of date.
What was found is kept in \`$XDG_CACHE_HOME/twir\` or \`~/.cache/twir\` (\`~/Library/Caches/twir\` on macOS, \`%LOCALAPPDATA%\\twir\\Cache\` on
Windows), which can be deleted at any time. \`--no-cache\`, \`--fix\`, \`--since\` and standard input check anew.

Where a dozen files or more are to be checked anew, up to three threads take some of them, as far as the machine has processors: each
reads the earlier issues for itself, and what is said, and in which order, is the same. \`--fix\` and \`--since\` go from file to file.

${commands.join('\n\n')}
`;
}

/** The page about hostile input, with its table made anew. */
function hostilePage() {
  const page = read('docs/hostile.md');
  return page.replace(/^\| at stake \|.*(?:\n\|.*)*/m, () => hostileTable());
}

const { RULES: rules } = await load('server/src/rules/index.ts');
const cli = {
  ...(await load('server/src/cli/commands.ts')),
  ...(await load('server/src/cli/help.ts')),
};
const { themeSheet } = await load('server/src/features/page/themes.ts');
const wanted = new Map([
  ...rules.map((rule) => [`docs/rules/${rule.id}.md`, rulePage(rule)]),
  ['docs/rules/README.md', ruleIndex(rules)],
  ['docs/snippets.md', snippetTable()],
  ['docs/cli.md', cliPage(cli)],
  ['docs/hostile.md', hostilePage()],
  ['client/twir.schema.json', configSchema(rules)],
  [
    'media/themes.css',
    `/* Made of the themes in server/src/features/page by \`npm run generate\`. */\n${themeSheet()}\n`,
  ],
]);
const stale = [...wanted].filter(([file, text]) => read(file) !== text).map(([file]) => file);
// The formatter may lay the manifest out as it likes; only its content counts.
const current = read('package.json');
const next = manifest(rules);
const manifestStale = JSON.stringify(JSON.parse(current)) !== JSON.stringify(JSON.parse(next));
if (manifestStale) stale.push('package.json');
const pages = existsSync(join(root, 'docs/rules')) ? readdirSync(join(root, 'docs/rules')) : [];
const surplus = pages.map((page) => `docs/rules/${page}`).filter((file) => !wanted.has(file));

if (checking) {
  for (const file of stale) console.error(`stale: ${file}`);
  for (const file of surplus) console.error(`no rule for: ${file}`);
  if (stale.length + surplus.length > 0) {
    console.error('Run `npm run generate` and commit what it writes.');
    process.exitCode = 1;
  } else {
    console.log(`${wanted.size} generated files are up to date`);
  }
} else {
  mkdirSync(join(root, 'docs/rules'), { recursive: true });
  for (const [file, text] of wanted) if (stale.includes(file)) writeFileSync(join(root, file), text);
  if (manifestStale) writeFileSync(join(root, 'package.json'), next);
  for (const file of surplus) rmSync(join(root, file));
  console.log(`${stale.length} written, ${surplus.length} removed`);
}
