import { commands, type TextDocument, type TextEdit, Uri, window, workspace } from 'vscode';

const SCHEME = 'twir-after';

/**
 * Shows what a change would make of a document, beside it as it is, and asks whether to make it. VS Code's own panel for
 * that begins with nothing ticked.
 *
 * @param edits on the document, not overlapping
 * @param question what would be done, as the title of the choice
 * @param yes the choice that makes the change
 */
export async function reviewChange(
  document: TextDocument,
  edits: readonly TextEdit[],
  { question, detail, yes }: { readonly question: string; readonly detail: string; readonly yes: string },
): Promise<boolean> {
  const after = applied(document, edits);
  const provider = workspace.registerTextDocumentContentProvider(SCHEME, {
    provideTextDocumentContent: () => after,
  });
  const name = document.uri.path.slice(document.uri.path.lastIndexOf('/') + 1);
  const uri = Uri.from({ scheme: SCHEME, path: document.uri.path, query: String(document.version) });
  try {
    await commands.executeCommand('vscode.diff', document.uri, uri, `${name}: ${question}`, {
      preview: true,
    });
    const choice = await window.showQuickPick(
      [
        { label: `$(check) ${yes}`, detail, yes: true },
        { label: '$(close) Leave everything as it is', yes: false },
      ],
      { title: question, placeHolder: 'What would change is shown below', ignoreFocusOut: true },
    );
    return choice?.yes === true;
  } finally {
    await closeDiff(uri);
    provider.dispose();
    await window.showTextDocument(document);
  }
}

async function closeDiff(uri: Uri): Promise<void> {
  const tabs = window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => {
      const modified = (input as { modified?: Uri } | undefined)?.modified;
      return modified?.toString() === uri.toString();
    });
  await window.tabGroups.close(tabs);
}

function applied(document: TextDocument, edits: readonly TextEdit[]): string {
  let text = document.getText();
  const placed = edits.map(({ range, newText }) => ({
    start: document.offsetAt(range.start),
    end: document.offsetAt(range.end),
    newText,
  }));
  for (const { start, end, newText } of placed.sort((a, b) => b.start - a.start))
    text = text.slice(0, start) + newText + text.slice(end);
  return text;
}
