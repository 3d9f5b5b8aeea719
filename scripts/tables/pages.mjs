// Pages and tables made of what tests told.

const NODE = 'node-1.96.4';
const WEB = 'web-1.96.4';
const HOSTS = [
  ['Node, 1.96.4', NODE],
  ['Web, 1.96.4', WEB],
  ['.vsix, 1.139.1', 'packaged-1.139.1'],
];

const table = (rows) => {
  const [head, ...others] = rows;
  return [head, head.map(() => '---'), ...others].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
};

/** How many of some tests passed, as a cell: a failure is told, and nothing stands for nothing. */
function cell(outcomes, not) {
  const count = (status) => outcomes.filter((outcome) => outcome.status === status).length;
  if (count('failed') > 0) return `✗ ${count('failed')} of ${outcomes.length} failed`;
  if (count('passed') > 0) return `✓ ${count('passed')}`;
  return not ? `– ${not}` : '';
}

/**
 * @param features by id
 * @param runs what the runs in VS Code told, by name
 * @param unit report of the unit tests
 */
export function hostsPage(features, runs, unit) {
  const cli = unit.testResults
    .filter(({ name }) => /[/\\]test[/\\]cli[/\\]/.test(name))
    .flatMap(({ assertionResults }) => assertionResults)
    .map(({ fullName, status }) => ({ fullName, status }));
  const inHost = (run, id, feature) =>
    cell(
      (runs.get(run)?.outcomes ?? []).filter((outcome) => outcome.feature === id),
      run.startsWith('web') ? feature.not?.web : undefined,
    );
  const onCommandLine = (feature) =>
    cell(
      cli.filter(({ fullName }) => feature.cli?.some((begin) => fullName.startsWith(begin))),
      feature.not?.cli,
    );
  const list = Object.entries(features);
  const points = list
    .filter(([, { point }]) => point !== undefined)
    .sort(([, a], [, b]) => a.point - b.point);
  const undone = (id) => {
    const tests = [...runs.values()].flatMap(({ outcomes }) => outcomes);
    return tests.some((test) => test.feature === id && test.undo && test.status === 'passed') ? '✓' : '';
  };
  return `# What works where

Made by \`npm run tables\` of the tests that ran: the same suite in the extension host of Node.js and in that of a browser without a
server, as on github.dev, in the oldest VS Code that is supported and, packaged and in both hosts, in the newest; and the
tests of the command line. A number is how many tests passed.

${table([
  ['What', ...HOSTS.map(([name]) => name), 'Command line'],
  ...list.map(([id, feature]) => [
    `[${feature.title}](${feature.page})`,
    ...HOSTS.map(([, run]) => inHost(run, id, feature)),
    onCommandLine(feature),
  ]),
])}

## What is done once a week

${table([
  ['What', 'Picture', 'Command', 'One undo', 'Node', 'Web', 'Command line'],
  ...points.map(([id, feature]) => {
    const picture = feature.picture ? `[picture](images/${feature.picture})` : '';
    return [
      `[${feature.title}](${feature.page})`,
      picture,
      feature.command ?? '',
      undone(id),
      inHost(NODE, id, feature),
      inHost(WEB, id, feature),
      onCommandLine(feature),
    ];
  }),
])}
`;
}

const LEFT = ({ error, warning, info }) => `${error} / ${warning} / ${info}`;

/** A week on the sample, step by step; undefined when it was not run to its end. */
export function weekTable(runs) {
  const steps = stepsOf(runs.get('week-1.139.1'));
  if (!steps) return undefined;
  const rows = steps.map(({ what, command, keys, left }, index) => [
    String(index + 1),
    what,
    command.replace(/^Quick Fix: /, 'Quick Fix, '),
    String(keys),
    LEFT(left),
  ]);
  const sum = steps.reduce((total, { keys }) => total + keys, 0);
  return table([
    ['', 'What', 'Command', 'Keys', 'Errors / warnings / notes left'],
    ...rows,
    ['', '', '', String(sum), ''],
  ]);
}

function stepsOf(run) {
  if (!run || run.outcomes.some(({ status }) => status !== 'passed')) return undefined;
  return run.outcomes.flatMap(({ week }) => week ?? []);
}

/** Keys of everyday tasks; undefined when they were not run. */
export function keysTable(runs) {
  const run = runs.get('keys-1.139.1');
  if (!run || run.outcomes.some(({ status }) => status !== 'passed')) return undefined;
  const rows = run.outcomes.flatMap(({ task }) => task ?? []);
  return table([['Task', 'Keys'], ...rows.map(({ title, keys }) => [title, String(keys)])]);
}
