import * as vscode from 'vscode';

/** What VS Code has for pasting since 1.97, as far as we use it; our types are those of 1.96. */
interface EditKind {
  append(...parts: string[]): EditKind;
}

export interface PasteEdit {
  insertText: string | vscode.SnippetString;
  title: string;
  yieldTo?: readonly EditKind[];
}

interface PasteContext {
  /** 0: what Ctrl+V does; 1: the author asks what else there is. */
  readonly triggerKind: number;
}

export interface PasteProvider {
  provideDocumentPasteEdits(
    document: vscode.TextDocument,
    ranges: readonly vscode.Range[],
    dataTransfer: vscode.DataTransfer,
    context: PasteContext,
    token: vscode.CancellationToken,
  ): Promise<PasteEdit[] | undefined>;
}

interface PasteApi {
  readonly DocumentPasteEdit: new (
    insertText: string | vscode.SnippetString,
    title: string,
    kind: EditKind,
  ) => PasteEdit;
  readonly DocumentDropOrPasteEditKind: { readonly Empty: EditKind; readonly Text: EditKind };
  readonly languages: {
    registerDocumentPasteEditProvider(
      selector: vscode.DocumentSelector,
      provider: PasteProvider,
      metadata: { providedPasteEditKinds: readonly EditKind[]; pasteMimeTypes: readonly string[] },
    ): vscode.Disposable;
  };
}

const api = vscode as unknown as PasteApi;

/** The kind under which `editor.pasteAs.preferences` knows our edits: `twir.linkItem`. */
const linkItemKind = (): EditKind => api.DocumentDropOrPasteEditKind.Empty.append('twir', 'linkItem');

/** An edit that steps back behind plain text, unless it is preferred. */
export function pasteEdit(
  insertText: string | vscode.SnippetString,
  title: string,
  preferred: boolean,
): PasteEdit {
  const edit = new api.DocumentPasteEdit(insertText, title, linkItemKind());
  if (!preferred) edit.yieldTo = [api.DocumentDropOrPasteEditKind.Text];
  return edit;
}

/** Offers a provider where the editor takes one. VS Code 1.96 has the function for experiments only and throws. */
export function registerPasteProvider(
  selector: vscode.DocumentSelector,
  provider: PasteProvider,
  pasteMimeTypes: readonly string[],
): vscode.Disposable | undefined {
  try {
    const providedPasteEditKinds = [linkItemKind()];
    return api.languages.registerDocumentPasteEditProvider(selector, provider, {
      providedPasteEditKinds,
      pasteMimeTypes,
    });
  } catch {
    return undefined;
  }
}
