import { append } from '../../text/lists';
import { CHANGE_OPTIONS } from '../changes';
import { checkFiles } from '../checkFiles';
import { CheckRun } from '../checkRun';
import { defineCommand, UsageError } from '../command';
import { FORMATS, readOutput, writeOutputs } from '../output/outputs';
import { type ReportedFile, totalsOf } from '../output/report';
import { formatStatistics } from '../output/text';
import { type PackedFile, packed } from '../packedFile';
import { Results } from '../results';
import { Session } from '../session';
import { showConfig } from '../showConfig';

const LEVELS = ['error', 'warning', 'info', 'hint'] as const;

export const check = defineCommand({
  name: 'check',
  summary: 'Check newsletter files',
  description:
    'Without PATH the open drafts of the checkout. Folders are searched, without what .gitignore leaves out; patterns in quotes are expanded; - reads standard input.',
  operands: { usage: '[PATH]...', least: 0, most: Number.POSITIVE_INFINITY },
  options: {
    format: { choices: FORMATS, help: 'How findings are written to standard output (default: text)' },
    output: {
      value: 'FORMAT[=FILE]',
      multiple: true,
      help: 'Write findings in this format, to a file if one is named; may be given several times',
    },
    stage: {
      choices: ['draft', 'release'],
      help: 'How far the issue is (default: draft); at release, what must not be published is an error',
    },
    role: { choices: ['editor', 'contributor'], help: 'Who checks (default: editor)' },
    archive: { value: 'DIR', help: 'Earlier issues (default: content/ beside the file’s folder)' },
    since: {
      value: 'REV',
      help: 'Only what is new since HEAD and this git revision grew apart, compared with the 30 issues before',
    },
    rule: {
      value: 'ID=LEVEL',
      multiple: true,
      help: 'Severity of a rule: off, error, warning, info or hint',
    },
    ci: { help: 'Also what the newsletter’s own checks will say, as ci/KIND' },
    fix: { help: 'Mend what can be mended beyond doubt' },
    'fail-on': {
      choices: [...LEVELS, 'never'],
      help: 'Exit with 1 when there is a finding of this level or above (default: error)',
    },
    'max-warnings': { value: 'N', help: 'Exit with 1 when there are more warnings than this' },
    quiet: { short: 'q', help: 'Leave out what is less than an error' },
    statistics: { help: 'Count findings by rule instead of listing them' },
    'no-cache': { help: 'Check everything anew, and keep nothing for the next run' },
    'show-config': { value: 'FILE', help: 'Print what holds for a file, and where it comes from' },
    ...CHANGE_OPTIONS,
    diff: { help: 'Show what --fix would change as a unified diff, and change nothing' },
  },
  examples: [
    { what: 'Check the open drafts, and mend what has one right answer', call: 'twir check --fix' },
    {
      what: 'Is the issue ready to be published?',
      call: 'twir check --stage release draft/2026-02-25-this-week-in-rust.md',
    },
    {
      what: 'What does this branch add? On a CI that shows annotations and takes SARIF',
      call: 'twir check --since origin/main --output github --output sarif=twir.sarif',
    },
  ],
  run: async ({ options: given, operands, system }) => {
    const options = { ...given, fix: given.fix ?? given.diff };
    const maxWarnings = readNumber('--max-warnings', options['max-warnings']);
    const outputs = options.output.map(readOutput);
    if (options.format || outputs.every(({ file }) => file !== undefined))
      outputs.unshift({ format: options.format ?? 'text' });
    const { kept } = system;
    const results = kept && !options['no-cache'] ? new Results(kept, system.files) : undefined;
    const session = new Session(system, options.archive, results?.files, options.since !== undefined);
    const withFixes = outputs.some(({ format }) => format === 'json' || format === 'sarif');
    const run = new CheckRun(session, { ...options, withFixes }, results);
    if (options['show-config'] !== undefined) return showConfig(session, options['show-config'], run.chosen);

    const files: ReportedFile[] = [];
    const inputs: PackedFile[] = [];
    // What is about to change, or compared with what it was, is nothing that others could help with.
    const alone = options.fix || options.since !== undefined;
    for await (const input of run.inputs(operands)) {
      const file = packed(input);
      if (alone) files.push(await run.file(file));
      else inputs.push(file);
    }
    results?.took(inputs);
    append(files, await checkFiles(session, run, inputs, { ...options, withFixes }, results !== undefined));
    results?.save();
    const totals = totalsOf(files);
    const shown = options.quiet
      ? files.map((file) => ({
          ...file,
          diagnostics: file.diagnostics.filter(({ severity }) => severity === 'error'),
        }))
      : files;
    // A mended text or a diff needs standard output for itself.
    const taken = options.diff || (options.fix && operands.includes('-'));
    if (options.statistics) system.terminal.write(formatStatistics(shown));
    await writeOutputs(
      system,
      outputs.filter(({ file }) => file !== undefined || !(taken || options.statistics)),
      {
        files: shown,
        engine: session.engine,
        mending: !options.fix ? 'none' : options['dry-run'] ? 'dry' : 'done',
      },
    );
    if (session.failed) return 2;
    const failing = LEVELS.slice(
      0,
      LEVELS.findIndex((level) => level === (options['fail-on'] ?? 'error')) + 1,
    );
    const tooMany = maxWarnings !== undefined && totals.warning > maxWarnings;
    return tooMany || failing.some((level) => totals[level] > 0) ? 1 : 0;
  },
});

function readNumber(option: string, text: string | undefined): number | undefined {
  if (text !== undefined && !/^\d+$/.test(text)) throw new UsageError(`${option}: “${text}” is not a number`);
  return text === undefined ? undefined : Number(text);
}
