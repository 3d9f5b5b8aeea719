import { commands, type Disposable, env, Range, SnippetString, type TextEditor, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type Advice, LINK_ITEMS, type LinkItemsParams } from '../../../server/src/protocol/submit';

/** `twir.pasteLinkItems`. */
export function registerLinkItems(client: BaseLanguageClient): Disposable {
  return commands.registerTextEditorCommand(
    'twir.pasteLinkItems',
    (editor) => void pasteLinkItems(client, editor),
  );
}

/** Pastes addresses as link items, each with a tab stop on its title. */
async function pasteLinkItems(client: BaseLanguageClient, editor: TextEditor): Promise<void> {
  const text = await env.clipboard.readText();
  const { document, selection } = editor;
  const params: LinkItemsParams = {
    uri: client.code2ProtocolConverter.asUri(document.uri),
    text,
    position: client.code2ProtocolConverter.asPosition(selection.active),
  };
  const items = await client.sendRequest(LINK_ITEMS, params);
  if (!items) {
    window.setStatusBarMessage('There is no address in the clipboard.', 4000);
    return;
  }
  const { start, end } = items.range;
  const range = new Range(start.line, start.character, end.line, end.character);
  await editor.insertSnippet(new SnippetString(items.snippet), range);
  const [duplicate] = items.advice;
  if (!duplicate) return;
  const go = 'Go There';
  const more = items.advice.length > 1 ? ` (and ${items.advice.length - 1} more)` : '';
  const answer = await window.showWarningMessage(`${duplicate.message}${more}`, go);
  if (answer) await goTo(client, duplicate);
}

/** Shows the other place that advice is about. */
export async function goTo(client: BaseLanguageClient, { related }: Advice): Promise<void> {
  if (!related) return;
  const { start, end } = related.range;
  const selection = new Range(start.line, start.character, end.line, end.character);
  await window.showTextDocument(client.protocol2CodeConverter.asUri(related.uri), { selection });
}
