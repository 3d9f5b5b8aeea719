import * as vscode from 'vscode';

/** The workspace's only folder: on disk beside a Node host, in memory in a browser. */
export function root(): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('The run opened no folder');
  return folder.uri;
}

/** Writes a file into the workspace and shows it in an editor. */
export async function openDraft(name: string, text: string): Promise<vscode.TextDocument> {
  const uri = vscode.Uri.joinPath(root(), name);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document);
  return document;
}
