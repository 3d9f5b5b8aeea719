import * as vscode from 'vscode';
import { until } from './runner';

/** The workspace's only folder: on disk beside a Node host, in memory in a browser. */
function root(): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('The run opened no folder');
  return folder.uri;
}

/** Writes a file into the workspace. */
export async function write(path: string, text: string): Promise<vscode.Uri> {
  const uri = vscode.Uri.joinPath(root(), path);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}

let opened = 0;

/** Writes a file into a folder that no other test has, and shows it in an editor. */
export async function open(path: string, text: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(await write(`${++opened}/${path}`, text));
  await vscode.window.showTextDocument(document);
  return document;
}

/** Our findings in a file, now. */
export function findings(uri: vscode.Uri): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'twir');
}

/** The id of the rule that a finding comes from. */
function ruleOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** Waits until a rule has found something in the file, and gives its first finding. */
export function finding(uri: vscode.Uri, rule: string): Promise<vscode.Diagnostic> {
  return until(`a finding of ${rule}`, () => findings(uri).find((diagnostic) => ruleOf(diagnostic) === rule));
}

/** Waits until a rule finds nothing more in the file. */
export async function noFinding(uri: vscode.Uri, rule: string): Promise<void> {
  await until(`no finding of ${rule}`, () =>
    findings(uri).every((diagnostic) => ruleOf(diagnostic) !== rule),
  );
}

/** Waits until a code action with these words in its title is offered, resolves its edit and applies it. */
export async function applyAction(
  uri: vscode.Uri,
  range: vscode.Range,
  kind: string,
  title = '',
): Promise<void> {
  const action = await until(`a code action of kind ${kind}`, async () => {
    // VS Code gives up when the document is just being read again from its file.
    const offered = await vscode.commands
      .executeCommand<vscode.CodeAction[] | undefined>(
        'vscode.executeCodeActionProvider',
        uri,
        range,
        kind,
        20,
      )
      .then(undefined, () => undefined);
    return offered?.find((candidate) => candidate.edit && candidate.title.includes(title));
  });
  await vscode.workspace.applyEdit(action.edit!);
}

/** The text of the document from its first to its last character. */
export function everything(document: vscode.TextDocument): vscode.Range {
  return new vscode.Range(0, 0, document.lineCount, 0);
}
