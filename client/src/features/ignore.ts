import {
  ConfigurationTarget,
  commands,
  Disposable,
  Range,
  type Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  CONFIG_CHANGED,
  type ConfigChanged,
  IGNORE_FOR_ME,
  type IgnoredForMe,
} from '../../../server/src/protocol/ignore';

/** What follows when a finding is ignored: it is said where that is written, and one click takes it back. */
export function registerIgnore(client: BaseLanguageClient): Disposable {
  return Disposable.from(
    commands.registerCommand(CONFIG_CHANGED, ({ uri, before }: ConfigChanged) =>
      configChanged(client.protocol2CodeConverter.asUri(uri), before),
    ),
    commands.registerCommand(IGNORE_FOR_ME, ignoreForMe),
  );
}

/** Shows and saves the configuration: it holds for everybody, and goes along when the checkout is committed. */
async function configChanged(uri: Uri, before: string | null): Promise<void> {
  const document = await workspace.openTextDocument(uri);
  await window.showTextDocument(document, { preserveFocus: true, preview: true });
  await document.save();
  const name = workspace.asRelativePath(uri);
  void offer(`Written to ${name}. It holds for everyone who has the file, and is part of your next commit.`, {
    Undo: () => putBack(uri, before),
  });
}

async function putBack(uri: Uri, before: string | null): Promise<void> {
  if (before === null) {
    await workspace.fs.delete(uri);
    return;
  }
  const document = await workspace.openTextDocument(uri);
  const edit = new WorkspaceEdit();
  edit.replace(
    uri,
    new Range(document.positionAt(0), document.lineAt(document.lineCount - 1).range.end),
    before,
  );
  await workspace.applyEdit(edit);
  await document.save();
}

async function ignoreForMe({ rule, line }: IgnoredForMe): Promise<void> {
  const settings = () => workspace.getConfiguration('twir');
  const before = settings().inspect<IgnoredForMe[]>('ignore')?.globalValue;
  const write = (ignored: IgnoredForMe[] | undefined) =>
    settings().update('ignore', ignored, ConfigurationTarget.Global);
  await write([...(before ?? []), { rule, line }]);
  void offer('Ignored for you alone: written to your settings (twir.ignore).', {
    Undo: () => write(before),
    'Show Settings': () => commands.executeCommand('workbench.action.openSettings', 'twir.ignore'),
  });
}

async function offer(said: string, ways: Readonly<Record<string, () => Thenable<unknown>>>): Promise<void> {
  const answer = await window.showInformationMessage(said, ...Object.keys(ways));
  if (answer !== undefined) await ways[answer]?.();
}
