import { commands, type Disposable, type QuickPickItem, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  RESCHEDULE,
  RESCHEDULE_DAYS,
  type RescheduleDaysParams,
} from '../../../server/src/protocol/reschedule';
import { count } from '../../../server/src/protocol/wording';

/** `twir.reschedule`: puts the event at the cursor on any other day of the window. */
export function registerReschedule(client: BaseLanguageClient): Disposable {
  return commands.registerCommand('twir.reschedule', async (given?: RescheduleDaysParams) => {
    const at = given ?? atCursor(client);
    const found = at && (await client.sendRequest(RESCHEDULE_DAYS, at));
    if (!found) {
      window.setStatusBarMessage('There is no event at the cursor that could be put off.', 4000);
      return;
    }
    const items = found.days.map(
      ({ date, weekday, events }): QuickPickItem => ({
        label: date,
        description: `${weekday}${date === found.date ? ', as it is now' : ''}`,
        ...(events > 0 ? { detail: `${count(events, 'event')} on this day` } : {}),
      }),
    );
    const picked = await window.showQuickPick(items, {
      title: `Reschedule ${found.title}`,
      placeHolder: 'A day, or a weekday',
      matchOnDescription: true,
    });
    if (!picked || picked.label === found.date) return;
    const edit = await client.sendRequest(RESCHEDULE, { ...at, date: picked.label });
    if (edit) await workspace.applyEdit(await client.protocol2CodeConverter.asWorkspaceEdit(edit));
  });
}

function atCursor(client: BaseLanguageClient): RescheduleDaysParams | undefined {
  const editor = window.activeTextEditor;
  if (!editor) return undefined;
  return {
    uri: client.code2ProtocolConverter.asUri(editor.document.uri),
    position: client.code2ProtocolConverter.asPosition(editor.selection.active),
  };
}
