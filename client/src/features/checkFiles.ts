import {
  type CancellationToken,
  commands,
  type Diagnostic,
  DiagnosticSeverity,
  Disposable,
  languages,
  type Progress,
  ProgressLocation,
  type Uri,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { CHECK_FILE, type CheckFileParams, type CheckFileResult } from '../../../server/src/protocol/check';
import { count } from '../../../server/src/protocol/wording';
import { findDrafts } from './findDrafts';
import type { NewsletterFiles } from './newsletterFiles';

interface Checked {
  readonly uri: Uri;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * `twir.checkOpenFiles` and `twir.checkWorkspace`. Findings in open documents are shown as always; those in files
 * that no editor has open stand in a collection of their own until the file is opened, changed or deleted.
 */
export function registerChecks(client: BaseLanguageClient, files: NewsletterFiles): Disposable {
  const closed = languages.createDiagnosticCollection('twir-workspace');
  const watcher = workspace.createFileSystemWatcher('**/draft/*', true);
  return Disposable.from(
    closed,
    watcher,
    watcher.onDidChange((uri) => closed.delete(uri)),
    watcher.onDidDelete((uri) => closed.delete(uri)),
    workspace.onDidOpenTextDocument(({ uri }) => closed.delete(uri)),
    commands.registerCommand('twir.checkOpenFiles', () =>
      summarize(async (progress, token) => {
        const open = workspace.textDocuments.filter(({ uri }) => files.isNewsletter(uri));
        return checkAll(
          client,
          open.map(({ uri }) => uri),
          progress,
          token,
        );
      }),
    ),
    commands.registerCommand('twir.checkWorkspace', () =>
      summarize(async (progress, token) => {
        closed.clear();
        const checked = await checkAll(client, await findDrafts(token), progress, token);
        for (const { uri, diagnostics } of checked) {
          if (!openText(uri)) closed.set(uri, diagnostics);
        }
        return checked;
      }),
    ),
  );
}

type Work = (
  progress: Progress<{ message?: string; increment?: number }>,
  token: CancellationToken,
) => Promise<Checked[]>;

/** Runs a check with progress, then says what came of it; the commands do not wait for the answer to that. */
async function summarize(work: Work): Promise<void> {
  const checked = await window.withProgress(
    { location: ProgressLocation.Notification, title: 'Checking newsletter files', cancellable: true },
    work,
  );
  const all = checked.flatMap(({ diagnostics }) => diagnostics);
  const counted = (noun: string, ...severities: DiagnosticSeverity[]) =>
    count(all.filter(({ severity }) => severities.includes(severity)).length, noun);
  const number = `${count(checked.length, 'newsletter file')} checked`;
  if (all.length === 0) {
    void window.showInformationMessage(`${number}: nothing found.`);
    return;
  }
  const found = [
    counted('error', DiagnosticSeverity.Error),
    counted('warning', DiagnosticSeverity.Warning),
    counted('note', DiagnosticSeverity.Information, DiagnosticSeverity.Hint),
  ].join(', ');
  const showProblems = 'Show Problems';
  void window.showInformationMessage(`${number}: ${found}.`, showProblems).then((answer) => {
    if (answer) void commands.executeCommand('workbench.actions.view.problems');
  });
}

/** Checks files one after the other; those that are none of the newsletter's are left out. */
export async function checkAll(
  client: BaseLanguageClient,
  uris: readonly Uri[],
  progress: Parameters<Work>[0],
  token: CancellationToken,
): Promise<Checked[]> {
  const checked: Checked[] = [];
  for (const uri of uris) {
    if (token.isCancellationRequested) break;
    progress.report({
      message: workspace.asRelativePath(uri),
      increment: 100 / uris.length,
    });
    try {
      const text = openText(uri) ?? new TextDecoder().decode(await workspace.fs.readFile(uri));
      const params: CheckFileParams = { uri: client.code2ProtocolConverter.asUri(uri), text };
      const answer: CheckFileResult = await client.sendRequest(CHECK_FILE, params, token);
      if (!answer.newsletter) continue;
      const diagnostics = await client.protocol2CodeConverter.asDiagnostics([...answer.diagnostics], token);
      checked.push({ uri, diagnostics });
    } catch (error) {
      if (!token.isCancellationRequested) client.error(`${uri} could not be checked`, error);
    }
  }
  return checked;
}

function openText(uri: Uri): string | undefined {
  return workspace.textDocuments.find((document) => document.uri.toString() === uri.toString())?.getText();
}
