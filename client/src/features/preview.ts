import {
  commands,
  Disposable,
  type ExtensionContext,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { PageState, PreviewTheme } from '../preview/messages';
import type { NewsletterFiles } from './newsletterFiles';
import { PreviewExport } from './previewExport';
import { Preview } from './previewPanel';

const VIEW_TYPE = 'twir.preview';
/** Where the last chosen theme is remembered. */
const THEME = 'twir.preview.theme';

/** Set while the preview stays with one issue, whatever else is edited. */
const LOCKED = 'twir.preview.locked';

/**
 * `twir.preview` and its like: one panel for all issues. It follows the newsletter file that is being edited, unless it
 * is locked, and comes back when the window is reloaded.
 */
export function registerPreviews(
  context: ExtensionContext,
  client: BaseLanguageClient,
  files: NewsletterFiles,
): Disposable {
  let preview: Preview | undefined;
  let locked = false;
  const exporter = new PreviewExport(client);
  const theme = () => context.globalState.get<PreviewTheme>(THEME, 'site');
  const setTheme = (chosen: PreviewTheme) => {
    void context.globalState.update(THEME, chosen);
    preview?.showTheme(chosen);
  };
  const lock = (on: boolean) => {
    locked = on;
    preview?.setLocked(on);
    void commands.executeCommand('setContext', LOCKED, on);
  };
  const adopt = (panel: WebviewPanel, uri: Uri) => {
    const adopted = new Preview(panel, uri, context.extensionUri, client, theme, {
      themeChosen: setTheme,
      export: () => exporter.save(adopted.uri, theme()),
      copy: () => exporter.copy(adopted.uri, theme()),
    });
    preview?.dispose();
    preview = adopted;
    lock(false);
    panel.onDidDispose(() => {
      adopted.dispose();
      if (preview === adopted) preview = undefined;
    });
  };
  const open = (column: ViewColumn) => {
    const uri = window.activeTextEditor?.document.uri;
    if (!uri) return;
    if (preview) {
      preview.show(uri);
      preview.reveal(column);
      return;
    }
    const show = { viewColumn: column, preserveFocus: column === ViewColumn.Beside };
    adopt(window.createWebviewPanel(VIEW_TYPE, 'Preview', show), uri);
  };
  const follow = () => {
    const uri = window.activeTextEditor?.document.uri;
    if (preview && !locked && uri && files.isNewsletter(uri)) preview.show(uri);
  };
  /** What is exported: the preview that has the keyboard, else the editor's document. */
  const subject = () => (preview?.active ? preview.uri : window.activeTextEditor?.document.uri);
  return Disposable.from(
    files.onDidChange(follow),
    commands.registerCommand('twir.preview', () => open(ViewColumn.Active)),
    commands.registerCommand('twir.previewToSide', () => open(ViewColumn.Beside)),
    commands.registerCommand('twir.preview.lock', () => lock(true)),
    commands.registerCommand('twir.preview.unlock', () => {
      lock(false);
      follow();
    }),
    commands.registerCommand('twir.preview.switchTheme', () =>
      setTheme(theme() === 'site' ? 'email' : 'site'),
    ),
    commands.registerCommand('twir.preview.export', () => exporter.ask(subject(), 'save')),
    commands.registerCommand('twir.preview.copyHtml', (chosen?: PreviewTheme) =>
      exporter.ask(subject(), 'copy', chosen),
    ),
    window.registerWebviewPanelSerializer(VIEW_TYPE, {
      async deserializeWebviewPanel(panel: WebviewPanel, state: PageState | undefined) {
        if (state?.uri) adopt(panel, Uri.parse(state.uri, true));
        else panel.dispose();
      },
    }),
    { dispose: () => preview?.dispose() },
  );
}
