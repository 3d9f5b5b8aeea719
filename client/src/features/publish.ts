import {
  commands,
  type Disposable,
  env,
  extensions,
  type QuickPickItem,
  Selection,
  type TextDocument,
  type Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import { type BaseLanguageClient, LSPErrorCodes, ResponseError } from 'vscode-languageclient';
import { NEW_DRAFT } from '../../../server/src/protocol/newDraft';
import {
  PUBLICATION,
  type PublicationPlan,
  type PublicationResult,
  TIDY,
} from '../../../server/src/protocol/publish';
import { count } from '../../../server/src/protocol/wording';

/** What is told of lost links in a dialog; all of them are in the log. */
const SHOWN = 10;

/** `twir.publish`. Nothing is committed or pushed. */
export function registerPublish(client: BaseLanguageClient): Disposable {
  return commands.registerCommand('twir.publish', async () => {
    const document = window.activeTextEditor?.document;
    if (document) await publish(client, document);
  });
}

async function publish(client: BaseLanguageClient, document: TextDocument): Promise<void> {
  const plan = await ask(client, document);
  if (!plan || !(await goOnBehind(client, plan)) || !(await tidy(client, document, plan))) return;
  // What was tidied is looked at once more: mending one thing can lay open another.
  const now = await ask(client, document);
  if (!now || !(await goOnWithErrors(document, now))) return;
  if (await saved(document)) await move(client, document, now);
  else void window.showWarningMessage('The draft could not be saved, and stays where it is.');
}

async function ask(client: BaseLanguageClient, document: TextDocument): Promise<PublicationPlan | undefined> {
  const result = await planOf(client, document);
  if (result?.plan) return result.plan;
  void window.showWarningMessage(
    result?.problem ?? 'Open the draft to publish: this is not a newsletter file.',
  );
  return undefined;
}

/** How often a draft is looked at that changes meanwhile, as it does when it is saved and what saving tidies is tidied. */
const TRIES = 3;

async function planOf(client: BaseLanguageClient, document: TextDocument): Promise<PublicationResult | null> {
  const uri = client.code2ProtocolConverter.asUri(document.uri);
  for (let tried = 1; ; tried += 1)
    try {
      return await client.sendRequest(PUBLICATION, { uri });
    } catch (error) {
      const changed = error instanceof ResponseError && error.code === LSPErrorCodes.ContentModified;
      if (!changed || tried === TRIES) throw error;
    }
}

async function goOnBehind(client: BaseLanguageClient, plan: PublicationPlan): Promise<boolean> {
  const { base, lost, behind, notes } = plan;
  for (const note of notes) client.warn(note);
  if (lost.length === 0) return true;
  for (const { title, url } of lost)
    client.warn(`Not in the draft, but in that of ${base}: ${title} (${url})`);
  if (!behind) return true;
  const list = lost.slice(0, SHOWN).map(({ title }) => `• ${title}`);
  if (lost.length > SHOWN) list.push(`… and ${lost.length - SHOWN} more, in the log`);
  const anyway = 'Publish Anyway';
  const answer = await window.showWarningMessage(
    `The draft is behind ${base}: ${count(lost.length, 'link')} would be lost.`,
    { modal: true, detail: `${list.join('\n')}\n\nMerge ${base} first.` },
    anyway,
  );
  return answer === anyway;
}

interface OfferItem extends QuickPickItem {
  readonly index: number;
}

/** Offers what can be done at once. @returns false when the author went away */
async function tidy(
  client: BaseLanguageClient,
  document: TextDocument,
  plan: PublicationPlan,
): Promise<boolean> {
  if (plan.offers.length === 0) return true;
  const items = plan.offers.map(
    ({ title, message, line }, index): OfferItem => ({
      label: title,
      description: `line ${line + 1}`,
      detail: message,
      picked: true,
      index,
    }),
  );
  const picked = await window.showQuickPick(items, {
    title: `Publish issue ${plan.number}: what is left to do`,
    placeHolder: 'Enter does what is ticked and goes on',
    canPickMany: true,
    matchOnDetail: true,
    ignoreFocusOut: true,
  });
  if (!picked) return false;
  if (picked.length === 0) return true;
  const uri = client.code2ProtocolConverter.asUri(document.uri);
  const done = await client.sendRequest(TIDY, { uri, chosen: picked.map(({ index }) => index) });
  const edit = await client.protocol2CodeConverter.asWorkspaceEdit(done?.edit);
  if (edit && (await workspace.applyEdit(edit))) return true;
  void window.showWarningMessage('The draft has changed meanwhile, and nothing was done. Please try again.');
  return false;
}

async function goOnWithErrors(document: TextDocument, { errors, number }: PublicationPlan): Promise<boolean> {
  const first = errors[0];
  if (!first) return true;
  const show = 'Show the First';
  const anyway = 'Publish Anyway';
  const answer = await window.showWarningMessage(
    `${count(errors.length, 'error')} left in issue ${number}.`,
    {
      modal: true,
      detail: errors
        .slice(0, SHOWN)
        .map(({ message, range }) => `• Line ${range.start.line + 1}: ${message}`)
        .join('\n'),
    },
    show,
    anyway,
  );
  if (answer === show) {
    const editor = await window.showTextDocument(document);
    const { start, end } = first.range;
    editor.selection = new Selection(start.line, start.character, end.line, end.character);
    editor.revealRange(editor.selection);
  }
  return answer === anyway;
}

/** How long a save may take that VS Code has begun by itself: other extensions have a say in it. */
const SAVE_MS = 10_000;

/**
 * Saves what is not saved yet. While VS Code asks other extensions what they would change before a save of its own, such
 * as that after a delay, it ignores every other and says that it failed (`ignoreSaveFromSaveParticipants` in
 * https://github.com/microsoft/vscode/blob/main/src/vs/workbench/services/textfile/common/textFileEditorModel.ts).
 */
async function saved(document: TextDocument): Promise<boolean> {
  if (!document.isDirty || (await document.save())) return true;
  await nextSave(document);
  return !document.isDirty || document.save();
}

/** Resolves when the document has been saved, or when that takes too long. */
function nextSave(document: TextDocument): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      saves.dispose();
      resolve();
    };
    const timer = setTimeout(done, SAVE_MS);
    const saves = workspace.onDidSaveTextDocument((saved) => {
      if (saved === document) done();
    });
  });
}

/** Moves the file and makes the next draft in one edit, which one undo takes back. */
async function move(
  client: BaseLanguageClient,
  document: TextDocument,
  plan: PublicationPlan,
): Promise<void> {
  const { content, next, number, commitMessage } = plan;
  const { draft, problem } = await client.sendRequest(NEW_DRAFT, {
    template: next.template,
    date: next.date,
  });
  const to = client.protocol2CodeConverter.asUri(content);
  const edit = new WorkspaceEdit();
  edit.renameFile(document.uri, to);
  if (draft && !draft.exists)
    edit.createFile(client.protocol2CodeConverter.asUri(draft.uri), {
      contents: new TextEncoder().encode(draft.text),
    });
  if (!(await workspace.applyEdit(edit))) {
    void window.showErrorMessage(`${workspace.asRelativePath(document.uri)} could not be moved.`);
    return;
  }
  if (!draft) void window.showWarningMessage(`The next draft was not made. ${problem ?? ''}`.trim());
  await window.showTextDocument(to);
  const written = await writeCommitMessage(to, commitMessage);
  const nextDraft = draft
    ? `, and the draft of ${next.date} is ${draft.exists ? 'there already' : 'made'}`
    : '';
  void offerMore(
    `Issue ${number} is in content/${nextDraft}. The commit message is in ${written ? 'Source Control' : 'the clipboard'}.`,
  );
}

/** Tells what was done, and offers what comes after it. */
async function offerMore(message: string): Promise<void> {
  const reddit = 'Set Reddit Link';
  const announce = 'Copy Announcement';
  const answer = await window.showInformationMessage(message, reddit, announce);
  if (answer === reddit) await commands.executeCommand('twir.setRedditLink');
  if (answer === announce) await commands.executeCommand('twir.copyAnnouncement');
}

/** What is used of VS Code's Git extension, https://github.com/microsoft/vscode/blob/main/extensions/git/src/api/git.d.ts */
interface GitExtension {
  getAPI(version: 1): { getRepository(uri: Uri): { readonly inputBox: { value: string } } | null };
}

/** Leaves the message where the author commits; in the clipboard where there is no such place, or it is not empty. */
async function writeCommitMessage(uri: Uri, message: string): Promise<boolean> {
  const git = extensions.getExtension<GitExtension>('vscode.git');
  try {
    const repository = (git?.isActive ? git.exports : await git?.activate())?.getAPI(1).getRepository(uri);
    if (repository && repository.inputBox.value.trim() === '') {
      repository.inputBox.value = message;
      return true;
    }
  } catch {
    // Switched off in the settings: the clipboard will do.
  }
  await env.clipboard.writeText(message);
  return false;
}
