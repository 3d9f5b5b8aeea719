import {
  Disposable,
  languages,
  Range,
  type TextDocument,
  type TextEditor,
  TextEditorRevealType,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import {
  GITHUB,
  type GitHubParams,
  PAGE,
  type PageParams,
  type PageResult,
} from '../../../server/src/protocol/page';
import type { FromPage, PreviewTheme, ToPage } from '../preview/messages';
import { previewPage } from './previewPage';

/** How long typing must pause before the page follows. */
const DELAY = 150;

/** What the reader of a page can ask for that is not the page's own. */
export interface PreviewWishes {
  themeChosen(theme: PreviewTheme): void;
  export(): unknown;
  copy(): unknown;
}

/** The panel with the preview of one document at a time. */
export class Preview {
  private readonly parts: Disposable[];
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** Counts updates, so that a late answer never replaces a later one. */
  private updates = 0;
  /** The page made the editor scroll: the editor's word of it is not news to the page. */
  private scrolledByPage: number | undefined;
  /** Set until the page has its first content, which then starts where the editor is. */
  private fresh = true;
  /** Keys of the pieces that the page has. */
  private known: readonly string[] = [];
  private shown: Uri;
  private locked = false;

  constructor(
    private readonly panel: WebviewPanel,
    uri: Uri,
    private readonly extension: Uri,
    private readonly client: BaseLanguageClient,
    private readonly theme: () => PreviewTheme,
    private readonly wishes: PreviewWishes,
  ) {
    const { webview } = panel;
    this.shown = uri;
    webview.options = {
      enableScripts: true,
      localResourceRoots: [Uri.joinPath(extension, 'dist'), Uri.joinPath(extension, 'media')],
    };
    this.parts = [
      webview.onDidReceiveMessage((message: FromPage) => this.receive(message)),
      workspace.onDidChangeTextDocument(({ document }) => this.shows(document) && this.later()),
      workspace.onDidOpenTextDocument((document) => this.shows(document) && this.later()),
      languages.onDidChangeDiagnostics(
        ({ uris }) => uris.some((changed) => changed.toString() === this.uri.toString()) && this.later(),
      ),
      client.onDidChangeState(({ newState }) => newState === State.Running && this.later()),
      window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => this.follow(textEditor)),
    ];
    this.load();
  }

  /** The document that is shown. */
  get uri(): Uri {
    return this.shown;
  }

  /** Shows another document in the same panel. */
  show(uri: Uri): void {
    if (uri.toString() === this.uri.toString()) return;
    this.shown = uri;
    this.load();
  }

  /** Tells in the title whether the panel stays with its document. */
  setLocked(locked: boolean): void {
    this.locked = locked;
    this.entitle();
  }

  get active(): boolean {
    return this.panel.active;
  }

  showTheme(theme: PreviewTheme): void {
    this.send({ type: 'theme', theme });
  }

  reveal(column: ViewColumn): void {
    this.panel.reveal(column, column === ViewColumn.Beside);
  }

  dispose(): void {
    clearTimeout(this.timer);
    Disposable.from(...this.parts).dispose();
    this.panel.dispose();
  }

  private load(): void {
    const { webview } = this.panel;
    this.updates += 1;
    webview.html = previewPage(webview, this.extension, this.uri, this.theme());
    this.entitle();
  }

  private entitle(): void {
    const { path } = this.uri;
    this.panel.title = `Preview ${path.slice(path.lastIndexOf('/') + 1)}${this.locked ? ' (locked)' : ''}`;
  }

  private receive(message: FromPage): void {
    switch (message.type) {
      // The page loads again whenever its tab was hidden in between.
      case 'ready':
        this.fresh = true;
        this.known = [];
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
      case 'reveal':
        void this.revealLine(message.line, message.focus);
        break;
      case 'theme':
        this.wishes.themeChosen(message.theme);
        break;
      case 'github':
        void this.showGitHub(message.line);
        break;
      case 'export':
        void this.wishes.export();
        break;
      case 'copy':
        void this.wishes.copy();
        break;
    }
  }

  private async revealLine(line: number, focus: boolean): Promise<void> {
    const document = await workspace.openTextDocument(this.uri);
    const at = document.lineAt(Math.min(line, document.lineCount - 1)).range.start;
    this.scrolledByPage = line;
    await window.showTextDocument(document, {
      viewColumn: this.editor()?.viewColumn ?? ViewColumn.One,
      preserveFocus: !focus,
      selection: new Range(at, at),
    });
  }

  private async showGitHub(line: number): Promise<void> {
    const params: GitHubParams = { uri: this.client.code2ProtocolConverter.asUri(this.uri), line };
    const html: string | null = await this.client.sendRequest(GITHUB, params);
    if (html !== null) this.send({ type: 'github', line, html });
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
      const uri = this.client.code2ProtocolConverter.asUri(this.uri);
      const params: PageParams = { uri, known: this.known };
      const page: PageResult | null = await this.client.sendRequest(PAGE, params);
      if (update !== this.updates) return;
      if (!page) {
        this.known = [];
        this.send({
          type: 'nothing',
          reason: 'There is no preview: this is not a newsletter file, or it is larger than 1 MB.',
        });
        return;
      }
      const line = this.fresh ? this.editor()?.visibleRanges[0]?.start.line : undefined;
      this.fresh = false;
      this.known = page.pieces.map(({ key }) => key);
      this.send({ type: 'update', page, line });
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
