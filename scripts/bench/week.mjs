// `npm run bench -- week`: how long each command of the week takes on a checkout with some 640 issues, as a program of its own
// and asked of a server that has read the checkout. Writes a part of docs/performance.md.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { load } from '../../test/e2e/load.mjs';
import { median } from './measure.mjs';
import { manyIssues } from './place.mjs';
import { timeOf } from './programs.mjs';
import { measuredOn, table, writeSection } from './sections.mjs';
import { Client } from './server.mjs';

const ROUNDS = 3;
const root = fileURLToPath(new URL('../..', import.meta.url));
const base = join(root, 'node_modules/.cache/twir-authoring/bench/week');
const cli = join(root, 'dist/cli.js');

rmSync(base, { recursive: true, force: true });
mkdirSync(base, { recursive: true });
const { sampleWeek } = await load('test/e2e/runs/weekSources.ts');
const week = sampleWeek(root);
week.prepare(base);
const checkout = join(base, 'this-week-in-rust');
const issues = manyIssues(root, join(checkout, 'content'));
const name = `${week.date}-this-week-in-rust.md`;
const draft = `draft/${name}`;
const published = `content/${name}`;
const write = (path, text) => {
  writeFileSync(join(base, path), text);
  return join(base, path);
};
const from = {
  generated: write('generated.md', week.clipboards[0].text),
  quote: write('quote.md', week.quote),
};
const thread = 'https://www.reddit.com/r/rust/comments/1sample/this_week_in_rust_680/';

/** Runs a command in the checkout. @returns seconds, and of processor time */
const run = (...words) => timeOf([process.execPath, cli, ...words], checkout, process.env);
const finish = () => {
  run('fill', '--from', from.generated, draft);
  run('fill', draft);
  run('changes', draft);
  run('check', '--fix', draft);
};
run('new-draft', '--date', week.date);
const fresh = readFileSync(join(checkout, draft), 'utf8');
finish();
const finished = readFileSync(join(checkout, draft), 'utf8');
const put = (text) => {
  rmSync(join(checkout, published), { force: true });
  for (const other of readdirSync(join(checkout, 'draft')))
    if (other.startsWith('20') && other > name) rmSync(join(checkout, 'draft', other));
  if (text === undefined) rmSync(join(checkout, draft), { force: true });
  else writeFileSync(join(checkout, draft), text);
};

const COMMANDS = [
  ['New draft', undefined, ['new-draft', '--date', week.date]],
  ['Check for the release', finished, ['check', '--no-cache', '--stage', 'release', draft]],
  ['Fill sections from the generator', fresh, ['fill', '--from', from.generated, draft]],
  ['Fill the performance report', fresh, ['fill', draft]],
  ['Quote from a post', fresh, ['fill', '--from', from.quote, draft]],
  ['List merged pull requests', fresh, ['changes', '--list', draft]],
  ['Insert merged pull requests', fresh, ['changes', draft]],
  ['Add events of all calendars', fresh, ['add-events', '--from-config', draft]],
  ['Organize', fresh, ['organize', draft]],
  ['Format', fresh, ['format', draft]],
  ['Fix all', fresh, ['check', '--no-cache', '--fix', draft]],
  ['Publish', finished, ['publish', '--force', draft]],
  ['Reddit link', finished, ['reddit-link', '--url', thread, draft]],
  ['Announce', finished, ['announce', draft]],
  ['Render', finished, ['render', '--theme', 'email', draft]],
];

/** The same asked of a server that has read the checkout: method and parameters. */
const REQUESTS = (uri, template, position) => ({
  'New draft': ['twir/newDraft', { template, date: week.date }],
  'Check for the release': ['twir/checklist', { uri }],
  'Fill sections from the generator': ['twir/fill', { uri, text: week.clipboards[0].text }],
  'Fill the performance report': ['twir/fill', { uri }],
  'Quote from a post': ['twir/clip', { uri, text: week.quote, kind: 'quote' }],
  'List merged pull requests': ['twir/changes', { uri }],
  'Add events of all calendars': ['twir/calendars', { uri }],
  Organize: ['twir/inBulk', { uri, kind: 'organize' }],
  Format: ['textDocument/formatting', { textDocument: { uri }, options: { tabSize: 4, insertSpaces: true } }],
  'Fix all': ['twir/inBulk', { uri, kind: 'fixAll' }],
  Publish: ['twir/publication', { uri }],
  'Reddit link': ['twir/publication/redditLink', { uri, address: thread }],
  Announce: ['twir/publication/announcements', { uri }],
  Render: ['twir/render', { uri, theme: 'email' }],
  'Submit a link': [
    'twir/submit',
    {
      uri,
      submission: {
        kind: 'link',
        section: 'community/research',
        url: 'https://example.com/new',
        title: 'New',
      },
    },
  ],
  'Paste a link': ['twir/linkItems', { uri, text: 'https://example.com/new', position }],
});

const programs = new Map(COMMANDS.map(([what]) => [what, []]));
for (let round = 0; round < ROUNDS; round += 1)
  for (const [what, text, words] of COMMANDS) {
    put(text);
    programs.get(what).push(run(...words));
  }
put(fresh);
const asked = await askServer();
const seconds = (times) => `${median(times.map(({ wall }) => wall)).toFixed(2)} s`;
const cpu = (times) => `${median(times.map((each) => each.cpu)).toFixed(2)} s`;
const ms = (times) => (times ? `${median(times).toFixed(times.some((time) => time >= 10) ? 0 : 1)} ms` : '');
const rows = [...new Set([...programs.keys(), ...asked.keys()])].map((what) => {
  const times = programs.get(what);
  return [what, times ? seconds(times) : '', times ? cpu(times) : '', ms(asked.get(what))];
});
writeSection(
  root,
  'week',
  `## The week on a checkout with ${issues.count} issues

${measuredOn()}: the median of ${ROUNDS} runs of each command as a program of its own, with the ${issues.real ? '' : 'invented '}issues to compare with and checkouts to ask, and the
median of ${ROUNDS} answers of a server that has read them, as in an editor.

${table([['Command', 'Program', 'Processor time', 'In an editor'], ...rows])}
`,
);
console.log(table(rows));

async function askServer() {
  const client = new Client(
    process.execPath,
    [join(root, 'dist/server.js'), '--stdio'],
    checkout,
    process.env,
  );
  const times = new Map();
  try {
    const rootUri = pathToFileURL(checkout).href;
    await client.ask('initialize', {
      processId: process.pid,
      rootUri,
      workspaceFolders: [{ uri: rootUri, name: 'bench' }],
      capabilities: {
        textDocument: { diagnostic: {} },
        workspace: { configuration: true, workspaceFolders: true },
      },
    });
    client.send({ method: 'initialized', params: {} });
    const uri = pathToFileURL(join(checkout, draft)).href;
    const textDocument = { uri, languageId: 'markdown', version: 1, text: fresh };
    client.send({ method: 'textDocument/didOpen', params: { textDocument } });
    await client.ask('textDocument/diagnostic', { textDocument: { uri } });
    await new Promise((resolve) => setTimeout(resolve, 3000));
    const line = fresh.split('\n').findIndex((text) => text.startsWith('### Research'));
    const template = pathToFileURL(join(checkout, 'draft/DRAFT_TEMPLATE')).href;
    const requests = REQUESTS(uri, template, { line: line + 1, character: 0 });
    for (let round = 0; round < ROUNDS; round += 1)
      for (const [what, [method, params]] of Object.entries(requests)) {
        const begin = performance.now();
        const answer = await client.ask(method, params);
        if (answer === undefined) throw new Error(`${method}: no answer`);
        times.set(what, [...(times.get(what) ?? []), performance.now() - begin]);
      }
  } finally {
    client.process.kill();
  }
  return times;
}
