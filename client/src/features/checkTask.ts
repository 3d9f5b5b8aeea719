import {
  CancellationTokenSource,
  CustomExecution,
  type Diagnostic,
  DiagnosticSeverity,
  type Disposable,
  EventEmitter,
  type Pseudoterminal,
  Task,
  type TaskDefinition,
  TaskGroup,
  TaskScope,
  tasks,
  type WorkspaceFolder,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { checkAll } from './checkFiles';
import { findDrafts } from './findDrafts';

const TYPE = 'twir';
const SEVERITIES = {
  [DiagnosticSeverity.Error]: 'error',
  [DiagnosticSeverity.Warning]: 'warning',
  [DiagnosticSeverity.Information]: 'info',
  [DiagnosticSeverity.Hint]: 'hint',
} as const;

/** The task “check drafts”: asks the language server, so that nothing needs to be installed. `$twir` reads what it prints. */
export function registerCheckTask(client: BaseLanguageClient): Disposable {
  const make = (definition: TaskDefinition, scope: WorkspaceFolder | TaskScope.Workspace) => {
    const execution = new CustomExecution(async () => new CheckTerminal(client));
    const task = new Task(definition, scope, 'check drafts', TYPE, execution, '$twir');
    task.group = TaskGroup.Test;
    task.detail = 'Checks all drafts of the workspace';
    return task;
  };
  return tasks.registerTaskProvider(TYPE, {
    provideTasks: () => {
      const [first] = workspace.workspaceFolders ?? [];
      return first ? [make({ type: TYPE, check: 'drafts' }, first)] : [];
    },
    resolveTask: ({ definition, scope }) =>
      make(definition, typeof scope === 'object' ? scope : TaskScope.Workspace),
  });
}

/** Prints findings as `twir check --format unix` does, and ends as the command line does. */
class CheckTerminal implements Pseudoterminal {
  private readonly written = new EventEmitter<string>();
  private readonly closed = new EventEmitter<number>();
  private readonly source = new CancellationTokenSource();
  readonly onDidWrite = this.written.event;
  readonly onDidClose = this.closed.event;

  constructor(private readonly client: BaseLanguageClient) {}

  async open(): Promise<void> {
    const { token } = this.source;
    const checked = await checkAll(this.client, await findDrafts(token), { report: () => {} }, token);
    for (const { uri, diagnostics } of checked)
      for (const one of diagnostics)
        this.written.fire(`${lineOf(workspace.asRelativePath(uri, false), one)}\r\n`);
    const all = checked.flatMap(({ diagnostics }) => diagnostics);
    const errors = all.filter(({ severity }) => severity === DiagnosticSeverity.Error).length;
    this.written.fire(`${checked.length} files checked: ${all.length} findings, ${errors} errors\r\n`);
    this.closed.fire(errors > 0 ? 1 : 0);
  }

  close(): void {
    this.source.cancel();
    this.source.dispose();
  }
}

function lineOf(path: string, { range, severity, message, code }: Diagnostic): string {
  const rule = typeof code === 'object' ? code.value : code;
  const { line, character } = range.start;
  return `${path}:${line + 1}:${character + 1}: ${SEVERITIES[severity]}: ${message} [${rule}]`;
}
