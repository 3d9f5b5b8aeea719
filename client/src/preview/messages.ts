import type { PageResult } from '../../../server/src/protocol/page';

/** How the issue is shown: as a page of the site, or as the newsletter's mail. */
export type PreviewTheme = 'site' | 'email';

/** What the extension tells the preview's page. */
export type ToPage =
  /** The issue as it is now; pieces that the page was sent before come without their HTML. */
  | { readonly type: 'update'; readonly page: PageResult; readonly line: number | undefined }
  /** Show this line of the document (from 0) at the top. */
  | { readonly type: 'scroll'; readonly line: number }
  | { readonly type: 'theme'; readonly theme: PreviewTheme }
  /** How GitHub would show what is around this line. */
  | { readonly type: 'github'; readonly line: number; readonly html: string }
  /** There is nothing to show, for this reason. */
  | { readonly type: 'nothing'; readonly reason: string };

/** What the page tells the extension. */
export type FromPage =
  /** The page has nothing yet. */
  | { readonly type: 'ready' }
  /** The reader scrolled: this line of the document is at the top now. */
  | { readonly type: 'scrolled'; readonly line: number }
  /** The reader wants to see this line in the editor, and to write there if `focus` is set. */
  | { readonly type: 'reveal'; readonly line: number; readonly focus: boolean }
  | { readonly type: 'theme'; readonly theme: PreviewTheme }
  | { readonly type: 'github'; readonly line: number }
  | { readonly type: 'export' }
  | { readonly type: 'copy' };

/** What VS Code keeps of a page when the window is reloaded. */
export interface PageState {
  readonly uri: string;
}
