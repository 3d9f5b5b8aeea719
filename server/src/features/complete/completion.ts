import type { ArchiveView } from '../../newsletter/archive/view';
import type { Issue } from '../../newsletter/issue/issue';
import type { Edit } from '../../text/edits';

/** What an author asks for at a place in an issue. */
export interface CompletionRequest {
  readonly issue: Issue;
  readonly offset: number;
  readonly archive: ArchiveView | undefined;
  /** Today as `YYYY-MM-DD`, where it is known. */
  readonly today: string | undefined;
}

export interface Completion {
  readonly label: string;
  /** Shown dimmed behind the label, e.g. the weekday of a date. */
  readonly detail?: string;
  /** Markdown. */
  readonly documentation?: string;
  readonly kind: 'section' | 'event' | 'date' | 'place' | 'link' | 'marker' | 'snippet' | 'fill';
  /** Replaces what the author has typed so far; the range lies on the cursor's line and touches the cursor. LF line endings. */
  readonly edit: Edit;
  /** The edit's text has tab stops in LSP's snippet syntax. */
  readonly snippet: boolean;
  /** What the typed text is compared with; the label when absent. */
  readonly filterText?: string;
  /** Order among the others; the label when absent. */
  readonly sortText?: string;
}

/** One kind of completion. Answers with nothing where its completions make no sense. */
export type CompletionProvider = (request: CompletionRequest) => readonly Completion[];

/** Whether a text begins with what the author has typed, in whatever case. */
export function beginsWith(text: string, typed: string): boolean {
  return text.toLowerCase().startsWith(typed.toLowerCase());
}
