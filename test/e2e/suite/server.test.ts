import * as vscode from 'vscode';
import { damagedDraft, draftName } from './drafts';
import { expect, type Test, until } from './runner';
import { noServerProcess, serverProcess } from './server-process';
import { finding, noFinding, open } from './workspace';

const draft = `draft/${draftName}`;

/** The server's comings and goings. */
export const serverTests: readonly Test[] = [
  {
    name: 'debug information says what runs, and nothing of the text',
    feature: 'robust',
    async body() {
      const { uri } = await open(draft, damagedDraft);
      await finding(uri, 'whitespace');
      await vscode.commands.executeCommand('twir.copyDebugInfo');
      const text = await until('text in the clipboard', async () => vscode.env.clipboard.readText());
      expect(/^- Extension: \d/.test(text) && text.includes(vscode.version), `copied: ${text}`);
      expect(!text.includes('this-week-in-rust.md'), `names the file: ${text}`);
    },
  },
  {
    name: 'the server can be restarted',
    feature: 'robust',
    async body() {
      const document = await open(draft, damagedDraft);
      await finding(document.uri, 'whitespace');
      await vscode.commands.executeCommand('twir.restartServer');
      await answersEdits(document);
    },
  },
  {
    name: 'a server that was killed comes back',
    feature: 'robust',
    skip: noServerProcess(),
    async body() {
      const document = await open(draft, damagedDraft);
      await finding(document.uri, 'whitespace');
      const before = await until('the server runs', serverProcess);
      process.kill(before, 'SIGKILL');
      await until('another server runs', () => {
        const now = serverProcess();
        return now !== undefined && now !== before;
      });
      await answersEdits(document);
    },
  },
];

/** Only a living server takes findings back and makes new ones. */
async function answersEdits(document: vscode.TextDocument): Promise<void> {
  const { range } = await finding(document.uri, 'whitespace');
  const edit = new vscode.WorkspaceEdit();
  edit.delete(document.uri, range);
  await vscode.workspace.applyEdit(edit);
  await noFinding(document.uri, 'whitespace');
  const damage = new vscode.WorkspaceEdit();
  damage.insert(document.uri, range.start, '  ');
  await vscode.workspace.applyEdit(damage);
  await finding(document.uri, 'whitespace');
}
