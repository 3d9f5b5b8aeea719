import type { WorkspaceEdit } from 'vscode-languageserver-protocol';
import type { DocumentParams } from './document';
import { RequestType } from './messages';
import type { Place } from './place';

/** Asks what is left to do in an open issue before it is published; null for other files. */
export const CHECKLIST = new RequestType<DocumentParams, ChecklistResult | null, void>('twir/checklist');

/** Asks for the edit that an entry's fix makes; null when the document has changed. */
export const CHECKLIST_FIX = new RequestType<ChecklistFixParams, WorkspaceEdit | null, void>(
  'twir/checklistFix',
);

export interface ChecklistResult {
  readonly version: number;
  /** E.g. `Issue 640`. */
  readonly title: string;
  readonly sections: readonly ChecklistSectionResult[];
  readonly open: number;
  readonly wrong: number;
  readonly notes: number;
  readonly done: number;
  readonly total: number;
}

export interface ChecklistSectionResult {
  readonly title: string;
  readonly detail: string;
  readonly state: 'done' | 'note' | 'open' | 'wrong';
  readonly range: Place;
  readonly entries: readonly ChecklistEntryResult[];
  readonly sections: readonly ChecklistSectionResult[];
}

export interface ChecklistEntryResult {
  readonly id: string;
  /** Short, for the view. */
  readonly label: string;
  readonly rule: string;
  readonly message: string;
  readonly state: 'note' | 'open' | 'wrong';
  readonly severity: 'error' | 'warning' | 'info';
  readonly range: Place;
  /** Titles of what can be done about it. */
  readonly fixes: readonly string[];
}

export interface ChecklistFixParams {
  readonly uri: string;
  readonly version: number;
  readonly id: string;
  /** Which of {@link ChecklistEntryResult.fixes}. */
  readonly fix: number;
}
