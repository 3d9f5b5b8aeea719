import { commands, Disposable, FilePermission, type TextDocument, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type BulkParams, IN_BULK } from '../../../server/src/protocol/bulk';
import type { NewsletterFiles } from './newsletterFiles';

/** Something done to a whole document by a command. */
interface Bulk {
  readonly kind: BulkParams['kind'];
  /** As a question's button says it. */
  readonly name: string;
  /** What is said when there is nothing to do. */
  readonly nothing: string;
}

const FIX_ALL: Bulk = { kind: 'fixAll', name: 'Fix All', nothing: 'Nothing to fix in bulk.' };
const ORGANIZE: Bulk = { kind: 'organize', name: 'Organize Events', nothing: 'The events are in order.' };

/** `twir.fixAll` and `twir.organizeEvents`: what the source actions do, on the active document. */
export function registerActions(client: BaseLanguageClient, files: NewsletterFiles): Disposable {
  return Disposable.from(
    commands.registerCommand('twir.fixAll', () => run(client, files, FIX_ALL)),
    commands.registerCommand('twir.organizeEvents', () => run(client, files, ORGANIZE)),
  );
}

async function run(client: BaseLanguageClient, files: NewsletterFiles, bulk: Bulk): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (!document) return;
  const name = workspace.asRelativePath(document.uri);
  if (await isReadOnly(document)) {
    void window.showInformationMessage(`${name} is read-only, so nothing was changed.`);
    return;
  }
  if (files.of(document.uri)?.kind === 'issue' && !(await agreed(name, bulk))) return;
  const uri = client.code2ProtocolConverter.asUri(document.uri);
  const result = await client.sendRequest(IN_BULK, { uri, kind: bulk.kind });
  if (!result?.edit) {
    window.setStatusBarMessage(bulk.nothing, 4000);
    return;
  }
  const done = await workspace.applyEdit(await client.protocol2CodeConverter.asWorkspaceEdit(result.edit));
  if (done) void offerUndo(document, result.summary);
  else void window.showInformationMessage(`${name} could not be changed: try again.`);
}

async function agreed(name: string, bulk: Bulk): Promise<boolean> {
  const answer = await window.showWarningMessage(
    `${name} is published already. Change it all the same?`,
    { modal: true, detail: 'Readers have seen it. A correction usually changes single lines.' },
    bulk.name,
  );
  return answer === bulk.name;
}

/** Says what was done. Undo is offered as long as nothing else has been done to the document. */
async function offerUndo(document: TextDocument, summary: string): Promise<void> {
  const { version } = document;
  const undo = 'Undo';
  if ((await window.showInformationMessage(`${summary}.`, undo)) !== undo) return;
  if (document.isClosed || document.version !== version) {
    void window.showInformationMessage('The document has changed since: undo in the editor, step by step.');
    return;
  }
  await window.showTextDocument(document);
  await commands.executeCommand('undo');
}

async function isReadOnly({ uri }: TextDocument): Promise<boolean> {
  if (uri.scheme === 'untitled') return false;
  if (workspace.fs.isWritableFileSystem(uri.scheme) !== true) return true;
  try {
    const { permissions } = await workspace.fs.stat(uri);
    return permissions !== undefined && (permissions & FilePermission.Readonly) !== 0;
  } catch {
    // Deleted meanwhile: what is in the editor can be written anew.
    return false;
  }
}
