import { commands, Disposable, env, type TextDocument, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { ANNOUNCEMENTS, type AnnouncementResult, REDDIT_LINK } from '../../../server/src/protocol/publish';

const PLACES: Record<AnnouncementResult['place'], string> = {
  reddit: 'r/rust',
  bluesky: 'Bluesky',
  mastodon: 'Mastodon',
  email: 'Mail',
};

/** `twir.setRedditLink` and `twir.copyAnnouncement`. Nothing is posted. */
export function registerAnnounce(client: BaseLanguageClient): Disposable {
  return Disposable.from(
    commands.registerCommand('twir.setRedditLink', async () => {
      const document = window.activeTextEditor?.document;
      if (document) await setRedditLink(client, document);
    }),
    commands.registerCommand('twir.copyAnnouncement', async () => {
      const document = window.activeTextEditor?.document;
      if (document) await copyAnnouncement(client, document);
    }),
  );
}

async function setRedditLink(client: BaseLanguageClient, document: TextDocument): Promise<void> {
  const uri = client.code2ProtocolConverter.asUri(document.uri);
  const copied = (await env.clipboard.readText()).trim();
  const address = /^https?:\/\/\S+$/.test(copied)
    ? copied
    : await window.showInputBox({
        title: 'Set the link to the discussion on r/rust',
        prompt: 'Address of the thread',
        placeHolder: 'https://www.reddit.com/r/rust/comments/…',
        ignoreFocusOut: true,
      });
  if (address === undefined) return;
  const result = await client.sendRequest(REDDIT_LINK, { uri, address });
  if (!result?.url) {
    void window.showWarningMessage(
      result?.problem ?? 'Open the published issue: this is not a newsletter file.',
    );
    return;
  }
  if (!result.edit) {
    void window.showInformationMessage('The issue has this link already.');
    return;
  }
  const edit = await client.protocol2CodeConverter.asWorkspaceEdit(result.edit);
  if (!(await workspace.applyEdit(edit))) {
    void window.showWarningMessage('The issue has changed meanwhile, and stays as it is. Please try again.');
    return;
  }
  const unsure = result.numberKnown ? '' : ' The address does not tell the issue: open it once.';
  void window.showInformationMessage(`“Discuss on r/rust” leads to ${result.url}.${unsure}`);
}

async function copyAnnouncement(client: BaseLanguageClient, document: TextDocument): Promise<void> {
  const texts = await client.sendRequest(ANNOUNCEMENTS, {
    uri: client.code2ProtocolConverter.asUri(document.uri),
  });
  if (texts.length === 0) {
    void window.showWarningMessage('Open the published issue: this is not a newsletter file.');
    return;
  }
  const picked = await window.showQuickPick(
    texts.map((text) => ({
      label: PLACES[text.place],
      description: `${text.length} of ${text.limit} characters`,
      detail: text.text.replaceAll('\n\n', ' · ') || `${text.title}: the mail’s HTML`,
      text,
    })),
    { title: 'Copy announcement' },
  );
  if (!picked) return;
  const { place, title, text } = picked.text;
  if (place === 'email') {
    await commands.executeCommand('twir.preview.copyHtml', 'email');
    return;
  }
  await env.clipboard.writeText([title, text].filter((part) => part !== undefined).join('\n'));
  void window.showInformationMessage(`The text for ${picked.label} is in the clipboard.`);
}
