import { env, Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { EXPORT, type ExportParams } from '../../../server/src/protocol/page';
import type { PreviewTheme } from '../preview/messages';

const NAMES: Readonly<Record<PreviewTheme, string>> = { site: 'Web page', email: 'Newsletter e-mail' };

/** Issues as HTML documents, for a file or the clipboard. */
export class PreviewExport {
  constructor(private readonly client: BaseLanguageClient) {}

  /** Asks which theme is wanted, if that is not said, and exports. @returns the HTML when it was copied */
  async ask(uri: Uri | undefined, how: 'save' | 'copy', given?: PreviewTheme): Promise<string | undefined> {
    if (!uri) return undefined;
    const theme = given ?? (await chooseTheme());
    if (!theme) return undefined;
    if (how === 'copy') return this.copy(uri, theme);
    await this.save(uri, theme);
    return undefined;
  }

  async copy(uri: Uri, theme: PreviewTheme): Promise<string | undefined> {
    const html = await this.html(uri, theme);
    if (html === undefined) return undefined;
    await env.clipboard.writeText(html);
    window.setStatusBarMessage(`${NAMES[theme]}: its HTML is in the clipboard.`, 4000);
    return html;
  }

  async save(uri: Uri, theme: PreviewTheme): Promise<void> {
    const html = await this.html(uri, theme);
    if (html === undefined) return;
    const name = uri.path.slice(uri.path.lastIndexOf('/') + 1).replace(/\.(?:md|markdown)$/i, '');
    const target = await window.showSaveDialog({
      title: `Export as ${NAMES[theme].toLowerCase()}`,
      defaultUri: Uri.joinPath(uri, '..', `${name}${theme === 'email' ? '.email' : ''}.html`),
      filters: { HTML: ['html'] },
    });
    if (target) await workspace.fs.writeFile(target, new TextEncoder().encode(html));
  }

  private async html(uri: Uri, theme: PreviewTheme): Promise<string | undefined> {
    // The server only knows open documents.
    await workspace.openTextDocument(uri);
    const params: ExportParams = { uri: this.client.code2ProtocolConverter.asUri(uri), theme };
    const html: string | null = await this.client.sendRequest(EXPORT, params);
    if (html === null)
      window.showInformationMessage('This is not a newsletter file: there is nothing to export.');
    return html ?? undefined;
  }
}

async function chooseTheme(): Promise<PreviewTheme | undefined> {
  const choices = (['site', 'email'] as const).map((theme) => ({ label: NAMES[theme], theme }));
  const choice = await window.showQuickPick(choices, { title: 'Export the issue as' });
  return choice?.theme;
}
