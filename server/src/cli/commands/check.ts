import { type Engine, unknownRule } from '../../engine';
import type { Issue } from '../../newsletter/issue/issue';
import type { CheckOptions, Finding } from '../../rules/rule';
import { applyEdits } from '../../text/edits';
import type { Printable } from '../../text/harmless';
import { defineCommand, UsageError, type Values } from '../command';
import type { InputFile } from '../inputs';
import { formatGitHub } from '../output/github';
import { formatJson } from '../output/json';
import { type ReportedFile, reportFile } from '../output/report';
import { formatSarif } from '../output/sarif';
import { formatText } from '../output/text';
import { documentOf, pathOf, Session } from '../session';
import type { System } from '../system';
import { VERSION } from '../version';

const LEVELS = ['off', 'error', 'warning', 'info', 'hint'] as const;

const OPTIONS = {
  format: { choices: ['text', 'json', 'sarif', 'github'], help: 'How findings are written (default: text)' },
  stage: {
    choices: ['draft', 'release'],
    help: 'How far the issue is (default: draft); at release, what must not be published is an error',
  },
  role: { choices: ['editor', 'contributor'], help: 'Who checks (default: editor)' },
  archive: { value: 'DIR', help: 'Earlier issues (default: content/ next to the file’s folder)' },
  since: { value: 'REV', help: 'Only findings that are new since a git revision' },
  rule: { value: 'ID=LEVEL', multiple: true, help: 'Severity of a rule: off, error, warning, info or hint' },
  fix: { help: 'Mend what can be mended beyond doubt' },
  ci: { help: 'Also what the newsletter’s own checks will say, as ci/KIND' },
} as const;

type CheckFlags = Values<typeof OPTIONS>;

export const check = defineCommand({
  name: 'check',
  summary: 'Check newsletter files',
  description: 'Folders are searched.',
  operands: { usage: 'PATH...', least: 1, most: Number.POSITIVE_INFINITY },
  options: OPTIONS,
  examples: [
    { what: 'Check every draft, and mend what has one right answer', call: 'twir check --fix draft' },
    {
      what: 'Is the issue ready to be published?',
      call: 'twir check --stage release draft/2026-02-25-this-week-in-rust.md',
    },
  ],
  run: async ({ options: flags, operands, system }) => {
    const session = new Session(system, flags.archive);
    const run = new CheckRun(session, flags);
    const files: ReportedFile[] = [];
    for (const file of session.newsletterFiles(operands)) files.push(await run.file(file));
    system.terminal.write(format(flags.format ?? 'text', files, session.engine, system));
    if (session.failed) return 2;
    return files.some(({ diagnostics }) => diagnostics.some(({ severity }) => severity === 'error')) ? 1 : 0;
  },
});

class CheckRun {
  private readonly rules: CheckOptions['rules'];

  constructor(
    private readonly session: Session,
    private readonly flags: CheckFlags,
  ) {
    this.rules = readRules(session.engine, flags.rule);
  }

  async file(file: InputFile): Promise<ReportedFile> {
    const { engine, system } = this.session;
    const { since, stage, role } = this.flags;
    const before = since === undefined ? undefined : await system.textAt(since, file.path);
    const chosen = { ...(stage ? { stage } : {}), ...(role ? { role } : {}), rules: this.rules };
    await engine.ready(file.uri);
    const options = {
      ...(await engine.options(file.uri, chosen)),
      ...(since === undefined ? {} : { editing: true }),
      ...(this.flags.ci ? { ci: 'always' as const } : {}),
      ...(before === undefined ? {} : { before }),
    };
    let document = documentOf(file);
    if (this.flags.fix) {
      const fixed = applyEdits(file.text, engine.fixAll(document, options));
      if (fixed !== file.text) system.replace(file.path, file.text, fixed);
      document = documentOf(file, fixed);
    }
    const old = before === undefined ? undefined : documentOf(file, before);
    const earlier = old && new Occurrences(engine.issue(old), engine.check(old, options));
    const issue = engine.issue(document);
    const findings = engine.check(document, options).filter((finding) => !earlier?.take(issue, finding));
    return reportFile(file.path, issue.source, findings, engine.rulePage, pathOf);
  }
}

/** Findings by rule, message and line text, with how often each is left. */
class Occurrences {
  private readonly left = new Map<string, number>();

  constructor(issue: Issue, findings: readonly Finding[]) {
    for (const finding of findings) {
      const key = keyOf(issue, finding);
      this.left.set(key, (this.left.get(key) ?? 0) + 1);
    }
  }

  /** Whether there was one like this, which then counts no more. */
  take(issue: Issue, finding: Finding): boolean {
    const key = keyOf(issue, finding);
    const left = this.left.get(key) ?? 0;
    this.left.set(key, left - 1);
    return left > 0;
  }
}

function keyOf({ source }: Issue, { rule, message, at }: Finding): string {
  return [rule, message, source.slice(source.lineAt(at.start)).trim()].join('\0');
}

function format(
  name: NonNullable<CheckFlags['format']>,
  files: readonly ReportedFile[],
  engine: Engine,
  { terminal }: System,
): Printable {
  switch (name) {
    case 'json':
      return formatJson(files);
    case 'sarif':
      return formatSarif(files, engine.rules, engine.rulePage, VERSION);
    case 'github':
      return formatGitHub(files);
    case 'text':
      return formatText(files, terminal.color);
  }
}

function readRules(engine: Engine, given: readonly string[]): CheckOptions['rules'] {
  const rules: Record<string, CheckOptions['rules'][string]> = {};
  for (const each of given) {
    const [id = '', level = ''] = each.split('=');
    if (!engine.rule(id)) throw new UsageError(`--rule ${each}: ${unknownRule(id)}`);
    const known = LEVELS.find((one) => one === level);
    if (!known) throw new UsageError(`--rule ${each}: expected ${LEVELS.join(', ')} after “=”`);
    rules[id] = known;
  }
  return rules;
}
