import {
  commands,
  Disposable,
  type ExtensionContext,
  Range,
  type TextDocument,
  type TextEditor,
  TextEditorRevealType,
  Uri,
  ViewColumn,
  type Webview,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import { RENDER, type RenderParams, type RenderResult } from '../../../server/src/lsp/protocol';
import type { FromPage, PageState, ToPage } from '../preview/messages';

const VIEW_TYPE = 'twir.preview';
/** How long typing must pause before the page follows. */
const DELAY = 150;

/** `twir.preview`, `twir.previewToSide`, and previews that come back when the window is reloaded. */
export function registerPreviews(context: ExtensionContext, client: BaseLanguageClient): Disposable {
  const previews = new Map<string, Preview>();
  const adopt = (panel: WebviewPanel, uri: Uri) => {
    const preview = new Preview(panel, uri, context.extensionUri, client);
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
  return Disposable.from(
    commands.registerCommand('twir.preview', () => open(ViewColumn.Active)),
    commands.registerCommand('twir.previewToSide', () => open(ViewColumn.Beside)),
    window.registerWebviewPanelSerializer(VIEW_TYPE, {
      async deserializeWebviewPanel(panel: WebviewPanel, state: PageState | undefined) {
        if (state?.uri) adopt(panel, Uri.parse(state.uri, true));
        else panel.dispose();
      },
    }),
    { dispose: () => previews.forEach((preview) => void preview.dispose()) },
  );
}

/** One panel with the preview of one document. */
class Preview {
  private readonly parts: Disposable[];
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Counts updates, so that a late answer never replaces a later one. */
  private updates = 0;
  /** The page made the editor scroll: the editor's word of it is not news to the page. */
  private scrolledByPage: number | undefined;
  /** Set until the page has its first content, which then starts where the editor is. */
  private fresh = true;

  constructor(
    private readonly panel: WebviewPanel,
    private readonly uri: Uri,
    extension: Uri,
    private readonly client: BaseLanguageClient,
  ) {
    const { webview } = panel;
    webview.options = {
      enableScripts: true,
      localResourceRoots: [Uri.joinPath(extension, 'dist'), Uri.joinPath(extension, 'media')],
    };
    this.parts = [
      webview.onDidReceiveMessage((message: FromPage) => this.receive(message)),
      workspace.onDidChangeTextDocument(({ document }) => this.shows(document) && this.later()),
      workspace.onDidOpenTextDocument((document) => this.shows(document) && this.later()),
      client.onDidChangeState(({ newState }) => newState === State.Running && this.later()),
      window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => this.follow(textEditor)),
    ];
    webview.html = page(webview, extension, uri);
  }

  reveal(column: ViewColumn): void {
    this.panel.reveal(column, column === ViewColumn.Beside);
  }

  dispose(): void {
    clearTimeout(this.timer);
    Disposable.from(...this.parts).dispose();
    this.panel.dispose();
  }

  private receive(message: FromPage): void {
    switch (message.type) {
      // The page loads again whenever its tab was hidden in between.
      case 'ready':
        this.fresh = true;
        void this.update();
        break;
      case 'scrolled': {
        const editor = this.editor();
        if (!editor) break;
        const line = Math.min(message.line, editor.document.lineCount - 1);
        this.scrolledByPage = line;
        editor.revealRange(new Range(line, 0, line, 0), TextEditorRevealType.AtTop);
        break;
      }
    }
  }

  private later(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.update(), DELAY);
  }

  private async update(): Promise<void> {
    this.updates += 1;
    const update = this.updates;
    try {
      // After a reload nothing may have opened the document yet; the server only knows open ones.
      await workspace.openTextDocument(this.uri);
      const params: RenderParams = { uri: this.client.code2ProtocolConverter.asUri(this.uri) };
      const result: RenderResult | null = await this.client.sendRequest(RENDER, params);
      if (update !== this.updates) return;
      if (!result) {
        this.send({ type: 'nothing', reason: 'There is no preview: this is not a newsletter file.' });
        return;
      }
      const line = this.fresh ? this.editor()?.visibleRanges[0]?.start.line : undefined;
      this.fresh = false;
      this.send({ type: 'update', title: result.title, html: result.html, line });
    } catch (error) {
      // The server may be starting again: once it runs, the page is brought up to date.
      if (update !== this.updates || !this.client.isRunning()) return;
      this.client.error(`The preview of ${this.uri} could not be made`, error, false);
      this.send({ type: 'nothing', reason: 'The preview could not be made. The log says why.' });
    }
  }

  private follow(editor: TextEditor): void {
    const line = editor.visibleRanges[0]?.start.line;
    if (!this.shows(editor.document) || line === undefined) return;
    const own = this.scrolledByPage !== undefined && Math.abs(this.scrolledByPage - line) <= 1;
    this.scrolledByPage = undefined;
    if (!own) this.send({ type: 'scroll', line });
  }

  private editor(): TextEditor | undefined {
    return window.visibleTextEditors.find(({ document }) => this.shows(document));
  }

  private shows(document: TextDocument): boolean {
    return document.uri.toString() === this.uri.toString();
  }

  private send(message: ToPage): void {
    void this.panel.webview.postMessage(message);
  }
}

/** The empty page. It runs our script, uses our styles, and can neither load anything else nor reach the network. */
function page(webview: Webview, extension: Uri, uri: Uri): string {
  const local = (...path: string[]) => webview.asWebviewUri(Uri.joinPath(extension, ...path)).toString();
  const nonce = newNonce();
  const policy = [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}'`,
    `style-src ${webview.cspSource}`,
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${attribute(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Preview</title>
<link rel="stylesheet" href="${attribute(local('media', 'preview.css'))}">
</head>
<body data-uri="${attribute(uri.toString())}">
<main aria-labelledby="title">
<h1 id="title"></h1>
<article id="issue" aria-busy="true"></article>
</main>
<script nonce="${nonce}" src="${attribute(local('dist', 'preview.js'))}"></script>
</body>
</html>`;
}

function newNonce(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function attribute(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
}
