import type { WorkspaceEdit } from 'vscode-languageserver-protocol';
import { RequestType } from './messages';

/** Asks what adding the events of a text to an open issue would come to; null for other files. */
export const IMPORT_PLAN = new RequestType<ImportPlanParams, ImportPlanResult | null, void>(
  'twir/importEvents/plan',
);
/** Asks for the edit that adds events; null for other files. */
export const IMPORT_EVENTS = new RequestType<ImportParams, ImportEventsResult | null, void>(
  'twir/importEvents',
);

/** Asks for the calendars that the checkout's configuration lists: {@link CalendarsParams} to {@link CalendarsResult}. */
export const CALENDARS = new RequestType<CalendarsParams, CalendarsResult, void>('twir/calendars');

export interface CalendarsParams {
  /** Of the issue. */
  readonly uri: string;
}

export interface CalendarsResult {
  /** Calendars, JSON or Markdown, by their paths. */
  readonly found: readonly { readonly name: string; readonly text: string }[];
  /** What can't be read, and why. */
  readonly problems: readonly string[];
}

export interface ImportPlanParams {
  readonly uri: string;
  /** A calendar (.ics), JSON, or Markdown; or several of them. */
  readonly text: string | readonly string[];
}

/** Either a problem or the rest. */
export interface ImportPlanResult {
  /** Why nothing of the text can be added. */
  readonly problem?: ImportProblemResult;
  readonly plan?: {
    readonly candidates: readonly ImportCandidateResult[];
    /** Parts of the text that are no events. */
    readonly problems: readonly (ImportProblemResult & { readonly source: number })[];
    readonly cancelled: number;
  };
}

export interface ImportProblemResult {
  /** In the text, from 1. */
  readonly line: number;
  readonly message: string;
}

export interface ImportCandidateResult {
  readonly id: string;
  /** The same whenever the event is read again. */
  readonly key: string;
  /** Which of the texts it is from, from 0. */
  readonly source: number;
  readonly line: number;
  readonly dates: string;
  /** Absent where the place could not be told: the author has to be asked. */
  readonly location?: string;
  readonly address: string;
  readonly title: string;
  readonly organiser: string;
  /** The organiser is only the host of the page: the author has to be asked for the group’s name. */
  readonly unnamed: boolean;
  readonly regions: readonly string[];
  /** `doubtful` has {@link doubts}, `similar` looks like an entry of the issue, `beyond` is after the window, `listed` is in the issue already. */
  readonly state: 'new' | 'doubtful' | 'similar' | 'beyond' | 'past' | 'listed';
  readonly like?: { readonly line: number; readonly text: string };
  readonly notes: readonly string[];
  /** What has to be asked before it is added. */
  readonly doubts: readonly string[];
}

export interface ImportParams extends ImportPlanParams {
  /** What to add; everything that is new when absent. */
  readonly choices?: readonly ImportChoiceParams[];
}

export interface ImportChoiceParams {
  readonly id: string;
  /** Where the candidate has none. */
  readonly location?: string;
  /** The group’s name where the candidate is `unnamed`. */
  readonly organiser?: string;
}

export interface ImportEventsResult {
  readonly problem?: ImportProblemResult;
  /** A workspace edit for the version of the document that was asked about; absent when nothing is added. */
  readonly edit?: WorkspaceEdit;
  readonly added: readonly string[];
  readonly refused: readonly { readonly id: string; readonly message: string }[];
}
