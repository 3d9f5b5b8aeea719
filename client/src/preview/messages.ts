/** What the extension tells the preview's page. */
export type ToPage =
  /** The issue as it is now; `html` comes sanitized from the server. */
  | {
      readonly type: 'update';
      readonly title: string;
      readonly html: string;
      readonly line: number | undefined;
    }
  /** Show this line of the document (from 0) at the top. */
  | { readonly type: 'scroll'; readonly line: number }
  /** There is nothing to show, for this reason. */
  | { readonly type: 'nothing'; readonly reason: string };

/** What the page tells the extension. */
export type FromPage =
  | { readonly type: 'ready' }
  /** The reader scrolled: this line of the document is at the top now. */
  | { readonly type: 'scrolled'; readonly line: number };

/** What VS Code keeps of a page when the window is reloaded. */
export interface PageState {
  readonly uri: string;
}
