import { commands, Disposable, env, SnippetString, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { CLIP, type ClipParams } from '../../../server/src/protocol/week';

/** `twir.insertQuoteFromClipboard` and `twir.insertCrateFromClipboard`. */
export function registerClip(client: BaseLanguageClient): Disposable {
  const register = (command: string, kind: ClipParams['kind']) =>
    commands.registerTextEditorCommand(
      command,
      ({ document }) => void insert(client, document.uri.toString(), kind),
    );
  return Disposable.from(
    register('twir.insertQuoteFromClipboard', 'quote'),
    register('twir.insertCrateFromClipboard', 'crate'),
  );
}

/** Puts a forum post from the clipboard into its section, with a tab stop for everything that it does not tell. */
async function insert(client: BaseLanguageClient, uri: string, kind: ClipParams['kind']): Promise<void> {
  const editor = window.activeTextEditor;
  if (editor?.document.uri.toString() !== uri) return;
  const params: ClipParams = {
    uri: client.code2ProtocolConverter.asUri(editor.document.uri),
    text: await env.clipboard.readText(),
    kind,
  };
  const clip = await client.sendRequest(CLIP, params);
  if (!clip) {
    void window.showInformationMessage(
      `Copy the text of a forum post with its address, and open the draft: there is no ${kind} in the clipboard, or no place for it.`,
    );
    return;
  }
  if (editor.document.version !== clip.version) return;
  const range = client.protocol2CodeConverter.asRange(clip.range);
  await editor.insertSnippet(new SnippetString(clip.snippet), range);
  editor.revealRange(range);
}
