import { type CodeAction, commands, Disposable, Range, type TextDocument, window, workspace } from 'vscode';

/** More than a document ever has of one kind of source action: all of them come with their edits. */
const RESOLVE = 10;

/** `twir.fixAll` and `twir.organizeEvents`: what the source actions do, on the active document. */
export function registerActions(): Disposable {
  return Disposable.from(
    commands.registerCommand('twir.fixAll', () => run('source.fixAll.twir', 'Nothing to fix in bulk.')),
    commands.registerCommand('twir.organizeEvents', () =>
      run('source.organizeEvents.twir', 'The events are in order.'),
    ),
  );
}

async function run(kind: string, nothing: string): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (!document) return;
  const actions = await commands.executeCommand<CodeAction[] | undefined>(
    'vscode.executeCodeActionProvider',
    document.uri,
    everything(document),
    kind,
    RESOLVE,
  );
  const edit = actions?.find((action) => action.kind?.value === kind)?.edit;
  if (edit) await workspace.applyEdit(edit);
  else window.setStatusBarMessage(nothing, 4000);
}

function everything(document: TextDocument): Range {
  return document.validateRange(new Range(0, 0, document.lineCount, 0));
}
