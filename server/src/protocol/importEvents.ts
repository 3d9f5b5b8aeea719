import { RequestType, type WorkspaceEdit } from 'vscode-languageserver-protocol';

/** Asks what adding the events of a text to an open issue would come to; null for other files. */
export const IMPORT_PLAN = new RequestType<ImportPlanParams, ImportPlanResult | null, void>(
  'twir/importEvents/plan',
);
/** Asks for the edit that adds events; null for other files. */
export const IMPORT_EVENTS = new RequestType<ImportParams, ImportEventsResult | null, void>(
  'twir/importEvents',
);

export interface ImportPlanParams {
  readonly uri: string;
  /** A calendar (.ics), JSON, or Markdown. */
  readonly text: string;
}

/** Either a problem or the rest. */
export interface ImportPlanResult {
  /** Why nothing of the text can be added. */
  readonly problem?: ImportProblemResult;
  readonly plan?: {
    readonly candidates: readonly ImportCandidateResult[];
    /** Parts of the text that are no events. */
    readonly problems: readonly ImportProblemResult[];
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
  readonly line: number;
  readonly dates: string;
  /** Absent where the place could not be told: the author has to be asked. */
  readonly location?: string;
  readonly address: string;
  readonly title: string;
  readonly organiser: string;
  readonly regions: readonly string[];
  /** `similar` looks like an entry of the issue, `beyond` is after the window, `listed` is in the issue already. */
  readonly state: 'new' | 'similar' | 'beyond' | 'past' | 'listed';
  readonly like?: { readonly line: number; readonly text: string };
  readonly notes: readonly string[];
}

export interface ImportParams extends ImportPlanParams {
  /** What to add; everything that is new when absent. */
  readonly choices?: readonly { readonly id: string; readonly location?: string }[];
}

export interface ImportEventsResult {
  readonly problem?: ImportProblemResult;
  /** A workspace edit for the version of the document that was asked about; absent when nothing is added. */
  readonly edit?: WorkspaceEdit;
  readonly added: readonly string[];
  readonly refused: readonly { readonly id: string; readonly message: string }[];
}
