import { commands, Disposable, env, type TextDocument, Uri, WorkspaceEdit, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { FILL, type FilledSection, type FillParams } from '../../../server/src/protocol/week';
import { count } from '../../../server/src/protocol/wording';
import { nameOf, readText } from './importEvents';
import { reviewChange } from './reviewChange';

/** What tests leave out: the look at what would change. */
interface FillChoices {
  readonly review?: boolean;
}

/** `twir.fillFromFile`, `twir.fillFromClipboard` and `twir.fillTriageReport`. */
export function registerFill(client: BaseLanguageClient): Disposable {
  return Disposable.from(
    commands.registerCommand('twir.fillFromFile', async (given?: unknown, choices?: FillChoices) => {
      const document = window.activeTextEditor?.document;
      if (!document) return;
      const uri = given instanceof Uri ? given : await chooseFile(document);
      const text = uri && (await readText(uri));
      if (text !== undefined) await fill(client, document, nameOf(uri!), { text, name: uri!.path }, choices);
    }),
    commands.registerCommand('twir.fillFromClipboard', async (choices?: FillChoices) => {
      const document = window.activeTextEditor?.document;
      if (document)
        await fill(client, document, 'the clipboard', { text: await env.clipboard.readText() }, choices);
    }),
    commands.registerCommand('twir.fillTriageReport', async (choices?: FillChoices) => {
      const document = window.activeTextEditor?.document;
      if (document) await fill(client, document, 'the checkout of rustc-perf', {}, choices);
    }),
  );
}

async function chooseFile(document: TextDocument): Promise<Uri | undefined> {
  const folder = workspace.getWorkspaceFolder(document.uri)?.uri;
  const chosen = await window.showOpenDialog({
    title: 'Fill sections from a triage report, the generator’s output or Markdown',
    openLabel: 'Fill Sections',
    ...(folder ? { defaultUri: folder } : {}),
    filters: { Markdown: ['md', 'markdown', 'txt'], 'All files': ['*'] },
  });
  return chosen?.[0];
}

/** Shows what goes where beside the draft as it is; what is confirmed there is one step to undo. */
async function fill(
  client: BaseLanguageClient,
  document: TextDocument,
  from: string,
  source: Omit<FillParams, 'uri'>,
  { review = true }: FillChoices = {},
): Promise<void> {
  const params: FillParams = { uri: client.code2ProtocolConverter.asUri(document.uri), ...source };
  const result = await client.sendRequest(FILL, params);
  if (!result) {
    void window.showWarningMessage('Open the draft to fill: this is not a newsletter file.');
    return;
  }
  const name = result.name ?? from;
  for (const { line, message } of result.notes) client.warn(`${name}, line ${line}: ${message}`);
  const changed = result.sections.filter(({ state }) => state !== 'same');
  const left = result.notes.length > 0 ? [`${count(result.notes.length, 'note')} in the log`] : [];
  if (changed.length === 0) {
    const what = result.sections.length > 0 ? 'Nothing to fill: all of it is there' : nothingIn(from, source);
    tell([what, ...left]);
    return;
  }
  if (document.version !== result.version) {
    changedMeanwhile();
    return;
  }
  const description = changed.map(summary).join(', ');
  const edits = (await client.protocol2CodeConverter.asTextEdits([...result.edits])) ?? [];
  if (review) {
    const question = `Fill from ${name}`;
    const yes = `Fill ${count(changed.length, 'section')}`;
    if (!(await reviewChange(document, edits, { question, detail: description, yes }))) return;
    if (document.version !== result.version) {
      changedMeanwhile();
      return;
    }
  }
  const edit = new WorkspaceEdit();
  edit.set(document.uri, edits);
  if (!(await workspace.applyEdit(edit, { isRefactoring: true }))) return;
  tell([`Filled ${description}`, ...left]);
}

function changedMeanwhile(): void {
  void window.showWarningMessage(
    'The draft has changed meanwhile, and nothing was filled. Please try again.',
  );
}

function nothingIn(from: string, { text }: Omit<FillParams, 'uri'>): string {
  return text === undefined
    ? 'There is no triage report of the week in a checkout that .twir.json names'
    : `There is no section of an issue in ${from}`;
}

function summary({ title, added, kept }: FilledSection): string {
  const counts = [...(added > 0 ? [`${added} new`] : []), ...(kept > 0 ? [`${kept} kept`] : [])];
  return `${title}${counts.length > 0 ? ` (${counts.join(', ')})` : ''}`;
}

function tell(parts: readonly string[]): void {
  const message = `${parts.join('; ')}.`;
  if (parts.length === 1) {
    void window.showInformationMessage(message);
    return;
  }
  const show = 'Show Log';
  void window.showInformationMessage(message, show).then((answer) => {
    if (answer) void commands.executeCommand('twir.showOutput');
  });
}
