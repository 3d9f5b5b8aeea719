import { commands, type Disposable, ProgressLocation, Range, type Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { NEW_DRAFT, type NewDraftParams, type NewDraftResult } from '../../../server/src/protocol/newDraft';
import { carriedOver } from '../../../server/src/protocol/wording';
import { findDrafts } from './findDrafts';

/** `twir.newDraft`: writes the next draft and opens it at the first thing to fill in. Never overwrites. */
export function registerNewDraft(client: BaseLanguageClient): Disposable {
  return commands.registerCommand('twir.newDraft', (date?: string) => newDraft(client, date));
}

/** @param previous the issue that events are carried over from; the one a week before when absent */
async function newDraft(
  client: BaseLanguageClient,
  date: string | undefined,
  previous?: string | null,
): Promise<Uri | undefined> {
  const { draft: made, problem } = await window.withProgress(
    { location: ProgressLocation.Window, title: 'Making the draft' },
    async (_, token): Promise<NewDraftResult> => {
      const template = (await findDrafts(token)).find(({ path }) => path.endsWith('/DRAFT_TEMPLATE'));
      if (!template) {
        const problem =
          'There is no draft/DRAFT_TEMPLATE in this workspace: open a checkout of the newsletter.';
        return { problem };
      }
      const params: NewDraftParams = {
        template: client.code2ProtocolConverter.asUri(template),
        ...(typeof date === 'string' ? { date } : {}),
        ...(previous ? { previous } : {}),
      };
      return client.sendRequest(NEW_DRAFT, params);
    },
  );
  if (!made) {
    void window.showErrorMessage(problem ?? 'No draft was made.');
    return undefined;
  }
  const uri = client.protocol2CodeConverter.asUri(made.uri);
  const name = workspace.asRelativePath(uri);
  if (made.exists || (await isThere(uri))) {
    await window.showTextDocument(uri);
    void window.showInformationMessage(`${name} is there already and stays as it is.`);
    return uri;
  }
  if (made.newest && previous === undefined) {
    const use = `Use the Issue of ${made.newest.date}`;
    const without = 'Start Without Events';
    const answer = await window.showInformationMessage(
      'The issue a week before is not in this checkout. Carry the events over from the newest one?',
      { modal: true, detail: 'Or update the checkout first: events that were added meanwhile are missing.' },
      use,
      without,
    );
    if (answer === undefined) return undefined;
    return newDraft(client, date, answer === use ? made.newest.uri : null);
  }
  await workspace.fs.writeFile(uri, new TextEncoder().encode(made.text));
  const { start, end } = made.caret;
  const selection = new Range(start.line, start.character, end.line, end.character);
  const editor = await window.showTextDocument(uri, { selection, preview: false });
  editor.revealRange(selection);
  const events = !made.previous
    ? 'The issue a week before was not found, so the draft starts without events.'
    : `${carriedOver(made)}${made.jobsThread ? ', the jobs thread kept' : ''}.`;
  void window.showInformationMessage(`Issue ${made.number} of ${made.date}: ${events}`);
  return uri;
}

async function isThere(uri: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
