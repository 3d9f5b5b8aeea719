import {
  commands,
  Disposable,
  Selection,
  StatusBarAlignment,
  type TextEditor,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { REVIEW, type ReviewParams, type ReviewResult } from '../../../server/src/protocol/review';
import { count } from '../../../server/src/protocol/wording';

/** Set while submissions are gone through; the keys ask for it. */
const CONTEXT_KEY = 'twir.reviewing';

/**
 * `twir.review...`: the submissions that `submerge fetch` has put into a draft, one after the other. Enter keeps one,
 * Delete takes it out with its comment, Escape ends the review; every other key edits as usual.
 */
export function registerReview(client: BaseLanguageClient): Disposable {
  const status = window.createStatusBarItem('twir.review', StatusBarAlignment.Left, -1);
  status.name = 'Review of submissions';
  let reviewed: TextEditor['document'] | undefined;

  const end = (message?: string) => {
    reviewed = undefined;
    status.hide();
    void commands.executeCommand('setContext', CONTEXT_KEY, false);
    if (message) void window.showInformationMessage(message);
  };

  const step = async (what: ReviewParams['what']) => {
    const editor = window.activeTextEditor;
    if (!editor) return;
    const params: ReviewParams = {
      uri: client.code2ProtocolConverter.asUri(editor.document.uri),
      position: client.code2ProtocolConverter.asPosition(
        what === 'show' ? editor.document.positionAt(0) : editor.selection.start,
      ),
      what,
    };
    const { version } = editor.document;
    const result = await client.sendRequest(REVIEW, params);
    if (!result) return end('Open the draft to review: this is not a newsletter file.');
    if (editor.document.version !== version) return;
    if (result.edit) {
      const edit = await client.protocol2CodeConverter.asWorkspaceEdit(result.edit);
      if (!edit || !(await workspace.applyEdit(edit))) return;
    }
    if (!result.next) return end(ended(what, result));
    show(editor, result.next, result.total);
  };

  const show = (editor: TextEditor, next: NonNullable<ReviewResult['next']>, total: number) => {
    reviewed = editor.document;
    void commands.executeCommand('setContext', CONTEXT_KEY, true);
    const range = client.protocol2CodeConverter.asRange(next.range);
    editor.selections = [new Selection(range.start, range.start)];
    editor.revealRange(range);
    const found = next.findings.length > 0 ? ` $(warning) ${next.findings.join('; ')}` : '';
    const who = `${next.nth} of ${total}: #${next.pr} by ${next.author}`;
    status.text = `$(git-pull-request) ${who} · Enter keeps, Delete drops, Esc ends${found}`;
    status.tooltip = [next.title, ...next.findings].join('\n');
    status.show();
  };

  return Disposable.from(
    status,
    commands.registerCommand('twir.reviewSubmissions', () => step('show')),
    commands.registerCommand('twir.review.keep', () => step('keep')),
    commands.registerCommand('twir.review.drop', () => step('drop')),
    commands.registerCommand('twir.review.end', () => end()),
    window.onDidChangeActiveTextEditor((editor) => {
      if (reviewed && editor?.document !== reviewed) end();
    }),
  );
}

function ended(what: ReviewParams['what'], { total }: ReviewResult): string {
  if (what === 'show' || total === 0) return 'There is no submission of “submerge” in this draft.';
  return `That was the last one: ${count(total, 'submission')} to merge with “submerge merge”.`;
}
