import { commands, type Disposable, type TextEdit, window, workspace } from 'vscode';
import type { NewsletterFiles } from './newsletterFiles';

/**
 * Enter in the lists of a newsletter file: the next event begins at the margin, an empty bullet ends the list. VS Code
 * asks for such edits only where `editor.formatOnType` is set, for all files of a language; here they belong to typing.
 */
export function registerEnterKey(files: NewsletterFiles): Disposable {
  return workspace.onDidChangeTextDocument(({ document, contentChanges, reason }) => {
    const [change] = contentChanges;
    const editor = window.activeTextEditor;
    if (editor?.document !== document || reason !== undefined || !files.isNewsletter(document.uri)) return;
    if (contentChanges.length !== 1 || !change || !/^\r?\n[ \t]*$/.test(change.text)) return;
    if (workspace.getConfiguration('editor', document).get<boolean>('formatOnType')) return;
    const { version } = document;
    void (async () => {
      const edits = await commands.executeCommand<TextEdit[] | undefined>(
        'vscode.executeFormatOnTypeProvider',
        document.uri,
        change.range.start.translate(1).with({ character: 0 }),
        '\n',
        { tabSize: 4, insertSpaces: true },
      );
      // Whoever types on is not interrupted.
      if (!edits?.length || document.version !== version || window.activeTextEditor !== editor) return;
      const done = await editor.edit(
        (builder) => {
          for (const { range, newText } of edits) builder.replace(range, newText);
        },
        { undoStopBefore: false, undoStopAfter: false },
      );
      // Not awaited: the suggestions come when they come.
      if (done && edits.some(({ newText }) => newText !== ''))
        void commands.executeCommand('editor.action.triggerSuggest');
    })();
  });
}
