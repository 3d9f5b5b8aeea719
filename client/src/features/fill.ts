import { commands, Disposable, env, type TextDocument, Uri, WorkspaceEdit, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { FILL, type FilledSection, type FillParams } from '../../../server/src/protocol/week';
import { nameOf, readText } from './importEvents';

/** What tests leave out: the preview in which the author confirms. */
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

/** Shows what goes where in the editor's preview of changes; what is confirmed there is one step to undo. */
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
    void window.showWarningMessage(
      'The draft has changed meanwhile, and nothing was filled. Please try again.',
    );
    return;
  }
  const edit = new WorkspaceEdit();
  const description = changed.map(summary).join(', ');
  for (const { range, newText } of (await client.protocol2CodeConverter.asTextEdits([...result.edits])) ?? [])
    edit.replace(document.uri, range, newText, {
      needsConfirmation: review,
      label: `Fill from ${name}`,
      description,
    });
  if (!(await workspace.applyEdit(edit, { isRefactoring: true }))) return;
  tell([`Filled ${description}`, ...left]);
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

function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}
