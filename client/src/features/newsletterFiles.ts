import { commands, Disposable, EventEmitter, type Uri, window } from 'vscode';
import { type BaseLanguageClient, State } from 'vscode-languageclient';
import { type DocumentStatus, STATUS } from '../../../server/src/protocol/check';

/** Set while the active editor shows a newsletter file; menus and keys ask for it. */
const CONTEXT_KEY = 'twir.isNewsletter';
/** VS Code's own preview gives way while this is set: its icon, its key and its menu entries. */
const CUSTOM_PREVIEW = 'hasCustomMarkdownPreview';

/** What the server told about open documents. */
export class NewsletterFiles implements Disposable {
  private readonly known = new Map<string, DocumentStatus & { readonly at: Date }>();
  private readonly changed = new EventEmitter<void>();
  private readonly parts: Disposable;
  private failed = false;

  readonly onDidChange = this.changed.event;

  constructor(private readonly client: BaseLanguageClient) {
    this.parts = Disposable.from(
      this.changed,
      client.onNotification(STATUS, (status: DocumentStatus) => {
        this.known.set(this.key(client.protocol2CodeConverter.asUri(status.uri)), {
          ...status,
          at: new Date(),
        });
        this.update();
      }),
      client.onDidChangeState(({ newState }) => {
        this.failed = newState === State.Stopped || newState === State.StartFailed;
        if (newState !== State.Running) this.known.clear();
        this.update();
      }),
      window.onDidChangeActiveTextEditor(() => this.update()),
    );
    this.update();
  }

  /** Whether the server did not start or has stopped. */
  get serverFailed(): boolean {
    return this.failed;
  }

  of(uri: Uri): (DocumentStatus & { readonly at: Date }) | undefined {
    return this.known.get(this.key(uri));
  }

  isNewsletter(uri: Uri): boolean {
    const kind = this.of(uri)?.kind;
    return kind === 'draft' || kind === 'issue' || kind === 'template';
  }

  dispose(): void {
    this.parts.dispose();
  }

  private key(uri: Uri): string {
    return this.client.code2ProtocolConverter.asUri(uri);
  }

  private update(): void {
    const editor = window.activeTextEditor;
    const shown = editor !== undefined && this.isNewsletter(editor.document.uri);
    void commands.executeCommand('setContext', CONTEXT_KEY, shown);
    void commands.executeCommand('setContext', CUSTOM_PREVIEW, shown);
    this.changed.fire();
  }
}
