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
import { PreviewExport } from './previewExport';
import { Preview } from './previewPanel';

const VIEW_TYPE = 'twir.preview';
/** Where the last chosen theme is remembered. */
const THEME = 'twir.preview.theme';

/** `twir.preview` and its like, and previews that come back when the window is reloaded. */
export function registerPreviews(context: ExtensionContext, client: BaseLanguageClient): Disposable {
  const previews = new Map<string, Preview>();
  const exporter = new PreviewExport(client);
  const theme = () => context.globalState.get<PreviewTheme>(THEME, 'site');
  const setTheme = (chosen: PreviewTheme) => {
    void context.globalState.update(THEME, chosen);
    for (const preview of previews.values()) preview.showTheme(chosen);
  };
  const adopt = (panel: WebviewPanel, uri: Uri) => {
    const preview = new Preview(panel, uri, context.extensionUri, client, theme(), {
      themeChosen: setTheme,
      export: () => exporter.save(uri, theme()),
      copy: () => exporter.copy(uri, theme()),
    });
    previews.set(uri.toString(), preview);
    panel.onDidDispose(() => {
      preview.dispose();
      if (previews.get(uri.toString()) === preview) previews.delete(uri.toString());
    });
  };
  const open = (column: ViewColumn) => {
    const uri = window.activeTextEditor?.document.uri;
    if (!uri) return;
    const known = previews.get(uri.toString());
    if (known) {
      known.reveal(column);
      return;
    }
    const name = uri.path.slice(uri.path.lastIndexOf('/') + 1);
    const show = { viewColumn: column, preserveFocus: column === ViewColumn.Beside };
    adopt(window.createWebviewPanel(VIEW_TYPE, `Preview ${name}`, show), uri);
  };
  /** What is exported: the preview that has the keyboard, else the editor's document. */
  const subject = () =>
    [...previews.values()].find(({ active }) => active)?.uri ?? window.activeTextEditor?.document.uri;
  return Disposable.from(
    commands.registerCommand('twir.preview', () => open(ViewColumn.Active)),
    commands.registerCommand('twir.previewToSide', () => open(ViewColumn.Beside)),
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
    { dispose: () => previews.forEach((preview) => void preview.dispose()) },
  );
}
