import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { fixAllText } from '../features/fix/fixAll';
import type { Archive } from '../newsletter/archive/archive';
import type { Profile } from '../newsletter/eras/profiles';
import { ChunkCache, type Issue, isTemplate, readIssue } from '../newsletter/issue/issue';
import { checkIssue } from '../rules/check';
import { RULES, ruleById } from '../rules/index';
import type { CheckOptions, Finding } from '../rules/rule';
import { rulePage } from '../rules/rulePage';
import { unknownRule } from '../workspace/config';
import { TemplateProfiles } from '../workspace/template';
import { ConfigFiles } from './configFiles';
import { contentFolderOf, InputError, type InputFile, newsletterFiles, readArchive, readUtf8 } from './files';
import { formatGitHub } from './format/github';
import { formatJson } from './format/json';
import { type ReportedFile, reportFile } from './format/report';
import { formatSarif } from './format/sarif';
import { formatText } from './format/text';
import { textAt } from './git';
import { oneOf, parseFlags, type Terminal, UsageError, VERSION } from './terminal';

export const CHECK_USAGE = `twir check [OPTION]... PATH...
  Checks newsletter files; folders are searched.

  --format FORMAT   text (default), json, sarif or github
  --stage STAGE     draft (default) or release: what must not be published becomes an error
  --role ROLE       editor (default) or contributor
  --archive DIR     earlier issues; default: content/ beside the file's folder
  --since REV       only findings that are new since a git revision
  --rule ID=LEVEL   off, error, warning, info or hint; may be repeated
  --fix             mend what can be mended beyond doubt

  Exit status: 0 no errors, 1 errors found, 2 could not run.`;

const FORMATS = ['text', 'json', 'sarif', 'github'] as const;

interface CheckFlags {
  readonly format: (typeof FORMATS)[number];
  readonly stage?: CheckOptions['stage'];
  readonly role?: CheckOptions['role'];
  readonly rules: CheckOptions['rules'];
  readonly archive?: string;
  readonly since?: string;
  readonly fix: boolean;
  readonly paths: readonly string[];
}

/** Runs `twir check`. @returns the exit status @throws UsageError, InputError */
export function check(args: readonly string[], terminal: Terminal): number {
  const flags = readFlags(args);
  const run = new CheckRun(flags, terminal);
  const files: ReportedFile[] = [];
  for (const file of newsletterFiles(flags.paths, (error) => run.fail(error.message))) {
    terminal.progress(`${files.length + 1} files, now ${file.path}`);
    files.push(run.file(file));
  }
  terminal.progress('');
  if (files.length === 0 && !run.failed)
    throw new InputError(`no newsletter file in ${flags.paths.join(', ')}`);
  terminal.write(format(flags.format, files, terminal));
  if (run.failed) return 2;
  return files.some((file) => file.diagnostics.some((diagnostic) => diagnostic.severity === 'error')) ? 1 : 0;
}

class CheckRun {
  failed = false;
  private readonly cache = new ChunkCache();
  private readonly archives = new Map<string, Archive>();
  private readonly configs: ConfigFiles;
  private readonly templates = new Map<string, { uri: string; text: string } | undefined>();
  private readonly profiles = new TemplateProfiles((message) => this.terminal.complain(message), this.cache);

  constructor(
    private readonly flags: CheckFlags,
    private readonly terminal: Terminal,
  ) {
    this.configs = new ConfigFiles(terminal);
  }

  fail(message: string): void {
    this.failed = true;
    this.terminal.complain(message);
  }

  file(file: InputFile): ReportedFile {
    const before = this.flags.since === undefined ? undefined : textAt(this.flags.since, file.path);
    const options = { ...this.options(file.path), ...(before === undefined ? {} : { before }) };
    const ask = (issue: Issue) =>
      checkIssue(issue, options, this.archiveOf(file.path, issue), (rule, error) =>
        this.fail(`${file.path}: rule ${rule} failed: ${error instanceof Error ? error.stack : error}`),
      );
    let issue = this.read(file, file.text);
    if (this.flags.fix) {
      const fixed = fixAllText({
        issue,
        options,
        archive: this.archiveOf(file.path, issue),
        cache: this.cache,
      });
      if (fixed !== file.text) {
        writeFileSync(file.path, fixed);
        issue = this.read(file, fixed);
      }
    }
    let findings = ask(issue);
    if (before !== undefined) findings = newFindings(this.read(file, before), ask, issue, findings);
    return reportFile(file.path, issue, findings, rulePage, (uri) => path.relative('', fileURLToPath(uri)));
  }

  private read(file: InputFile, text: string): Issue {
    const profile = (bundled: Profile) =>
      isTemplate(file.uri) ? bundled : this.profiles.profile(bundled, () => this.templateFor(file.path));
    return readIssue({ uri: file.uri, text, profile }, this.cache);
  }

  /** The template of the file's checkout: beside it or in `draft/` next door. */
  private templateFor(file: string): { uri: string; text: string } | undefined {
    const folder = path.dirname(path.resolve(file));
    if (this.templates.has(folder)) return this.templates.get(folder);
    const found = [folder, path.join(folder, '..', 'draft')]
      .map((beside) => path.join(beside, 'DRAFT_TEMPLATE'))
      .find((candidate) => existsSync(candidate));
    let template: { uri: string; text: string } | undefined;
    try {
      if (found !== undefined) template = { uri: found, text: readUtf8(found) };
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      this.fail(error.message);
    }
    this.templates.set(folder, template);
    return template;
  }

  private archiveOf(file: string, issue: Issue) {
    const folder = this.flags.archive ?? contentFolderOf(file);
    if (folder === undefined || issue.date === undefined) return undefined;
    let archive = this.archives.get(folder);
    if (!archive) {
      archive = readArchive(folder);
      this.archives.set(folder, archive);
    }
    return archive.before(issue.date);
  }

  private options(file: string): CheckOptions {
    const { stage, role, rules } = this.flags;
    const config = this.configs.for(file);
    return {
      stage: stage ?? config.stage ?? 'draft',
      role: role ?? config.role ?? 'editor',
      rules: { ...config.rules, ...rules },
      ignore: config.ignore,
      today: this.terminal.today,
      ...(this.flags.since === undefined ? {} : { editing: true }),
    };
  }
}

/** Findings of `after` whose rule, message and line text did not stand in the file before, as often as they do now. */
function newFindings(
  before: Issue,
  ask: (issue: Issue) => Finding[],
  after: Issue,
  findings: readonly Finding[],
): Finding[] {
  const key = (issue: Issue, finding: Finding) =>
    [finding.rule, finding.message, issue.source.slice(issue.source.lineAt(finding.at.start)).trim()].join(
      '\0',
    );
  const old = new Map<string, number>();
  for (const finding of ask(before)) old.set(key(before, finding), (old.get(key(before, finding)) ?? 0) + 1);
  return findings.filter((finding) => {
    const left = old.get(key(after, finding)) ?? 0;
    old.set(key(after, finding), left - 1);
    return left <= 0;
  });
}

function format(name: CheckFlags['format'], files: readonly ReportedFile[], terminal: Terminal): string {
  switch (name) {
    case 'json':
      return formatJson(files);
    case 'sarif':
      return formatSarif(files, RULES, rulePage, VERSION);
    case 'github':
      return formatGitHub(files);
    case 'text':
      return formatText(files, terminal.color);
  }
}

function readFlags(args: readonly string[]): CheckFlags {
  const { values, positionals } = parseFlags(args, {
    format: { type: 'string' },
    stage: { type: 'string' },
    role: { type: 'string' },
    archive: { type: 'string' },
    since: { type: 'string' },
    rule: { type: 'string', multiple: true },
    fix: { type: 'boolean' },
  });
  if (positionals.length === 0) throw new UsageError('check: expected a file or folder');
  const rules: Record<string, CheckOptions['rules'][string]> = {};
  for (const given of values.rule ?? []) {
    const [id = '', level = ''] = given.split('=');
    if (!ruleById(id)) throw new UsageError(`--rule ${given}: ${unknownRule(id)}`);
    rules[id] = oneOf('--rule', level, ['off', 'error', 'warning', 'info', 'hint']);
  }
  const { archive, since, stage, role } = values;
  return {
    format: oneOf('--format', values.format ?? 'text', FORMATS),
    ...(stage === undefined ? {} : { stage: oneOf('--stage', stage, ['draft', 'release']) }),
    ...(role === undefined ? {} : { role: oneOf('--role', role, ['editor', 'contributor']) }),
    ...(archive === undefined ? {} : { archive: existing(archive) }),
    ...(since === undefined ? {} : { since }),
    rules,
    fix: values.fix ?? false,
    paths: positionals,
  };
}

function existing(folder: string): string {
  if (!existsSync(folder)) throw new InputError(`--archive ${folder}: no such folder`);
  return folder;
}
