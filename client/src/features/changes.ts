import { commands, type Disposable, type QuickPickItem, QuickPickItemKind, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  CHANGES,
  type ChangeResult,
  type ChangesResult,
  INSERT_CHANGES,
  type InsertChangesParams,
  type WeekParams,
} from '../../../server/src/protocol/week';
import { count } from '../../../server/src/protocol/wording';

interface ChangeItem extends QuickPickItem {
  readonly change?: ChangeResult;
}

/** `twir.insertChanges`: merged pull requests from checkouts, to choose from. */
export function registerChanges(client: BaseLanguageClient): Disposable {
  return commands.registerCommand('twir.insertChanges', async () => {
    const document = window.activeTextEditor?.document;
    if (!document) return;
    const asked: WeekParams = { uri: client.code2ProtocolConverter.asUri(document.uri) };
    const result = await client.sendRequest(CHANGES, asked);
    if (!result) {
      void window.showWarningMessage('Open the draft to add to: this is not a newsletter file.');
      return;
    }
    for (const problem of result.problems) client.warn(problem);
    if (result.changes.length === 0) {
      void window.showInformationMessage(nothing(result));
      return;
    }
    const picked = await window.showQuickPick(items(result.changes), {
      title: 'Insert merged pull requests',
      placeHolder: result.problems[0] ?? 'Enter inserts the ticked ones',
      canPickMany: true,
      matchOnDescription: true,
      matchOnDetail: true,
      ignoreFocusOut: true,
    });
    const changes = (picked ?? []).flatMap(({ change }) => change ?? []);
    if (changes.length === 0) return;
    const params: InsertChangesParams = { ...asked, changes };
    const inserted = await client.sendRequest(INSERT_CHANGES, params);
    const edit = await client.protocol2CodeConverter.asWorkspaceEdit(inserted?.edit);
    // The edit is for the version that was asked about: a text that has changed meanwhile stays as it is.
    if (!edit || !(await workspace.applyEdit(edit))) {
      void window.showWarningMessage(
        'The draft has changed meanwhile, and nothing was inserted. Please try again.',
      );
      return;
    }
    void window.showInformationMessage(`${count(changes.length, 'merged pull request')} inserted.`);
  });
}

function nothing({ problems, checkouts }: ChangesResult): string {
  if (checkouts === 0) return 'Name checkouts of repositories in .twir.json: { "checkouts": ["../cargo"] }.';
  return problems[0] ?? 'Nothing was merged in the week of this issue that is not listed.';
}

/** By group, what editors usually list first. */
function items(changes: readonly ChangeResult[]): ChangeItem[] {
  const groups = new Set(changes.map(({ group }) => group));
  return [...groups].flatMap((group): ChangeItem[] => {
    const own = changes.filter((change) => change.group === group);
    const ranked = [...own.filter(({ usual }) => usual), ...own.filter(({ usual }) => !usual)];
    return [{ label: group, kind: QuickPickItemKind.Separator }, ...ranked.map(itemOf)];
  });
}

function itemOf(change: ChangeResult): ChangeItem {
  const { title, original, id, usual } = change;
  return {
    label: title,
    description: id,
    ...(original === title ? {} : { detail: original }),
    picked: usual,
    change,
  };
}
