/** What client and server say to each other beyond LSP. Names and plain values only: the client bundles this file too. */

/** Asks for findings in a file that need not be open: {@link CheckFileParams} to {@link CheckFileResult}. */
export const CHECK_FILE = 'twir/checkFile';
/** Asks for the issue as a page: {@link RenderParams} to {@link RenderResult}, null for other files. */
export const RENDER = 'twir/render';
/** Asks for the issue as a page in pieces: {@link PageParams} to {@link PageResult}, null for other files. */
export const PAGE = 'twir/page';
/** Asks for the issue as a document of its own: {@link ExportParams} to its HTML, null for other files. */
export const EXPORT = 'twir/export';
/** Asks how GitHub would show a place: {@link GitHubParams} to HTML, safe to put into a page; null for other files. */
export const GITHUB = 'twir/github';
/** The server tells what it knows of an open document: {@link DocumentStatus}. */
export const STATUS = 'twir/status';

/** The server asks for the names of the files in a folder: {@link FileParams} to an array of strings. */
export const LIST_FILES = 'twir/listFiles';
/** The server asks for the text of a file: {@link FileParams} to a string. */
export const READ_FILE = 'twir/readFile';

export interface FileParams {
  readonly uri: string;
}

/** `initializationOptions` of a client. */
export interface ClientOptions {
  /** The client answers {@link LIST_FILES} and {@link READ_FILE}; a server that runs elsewhere has no other files. */
  readonly files?: boolean;
  /** The settings, for clients without `workspace/configuration`. */
  readonly twir?: unknown;
}

export interface CheckFileParams {
  readonly uri: string;
  readonly text: string;
}

export interface CheckFileResult<Diagnostic> {
  /** False for a file that is none of the newsletter's; it has no diagnostics then. */
  readonly newsletter: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

export interface RenderParams {
  /** An open document. */
  readonly uri: string;
}

export interface RenderResult {
  readonly version: number;
  readonly title: string;
  /** Safe to put into a page: no scripts, no styles, no handlers. `data-source-line` counts lines from 0. */
  readonly html: string;
}

export interface PageParams {
  /** An open document. */
  readonly uri: string;
  /** Keys of the pieces that the client has already. */
  readonly known: readonly string[];
}

export interface PageResult {
  readonly version: number;
  readonly title: string;
  /** Where the site will have the issue. */
  readonly address: string;
  readonly number?: number;
  /** `YYYY-MM-DD`, and as the site writes it. */
  readonly date?: { readonly iso: string; readonly shown: string };
  /** The article, in order. */
  readonly pieces: readonly PagePiece[];
  /** The article's headings. */
  readonly contents: readonly {
    readonly level: number;
    readonly text: string;
    readonly id: string;
    readonly line: number;
  }[];
  readonly findings: readonly PageFinding[];
}

export interface PagePiece {
  /** Names the HTML: pieces with the same key are the same. */
  readonly key: string;
  /** The document's line (from 0) where the piece begins. */
  readonly line: number;
  /** Absent when the client has the piece. Safe to put into a page; `data-source-line` counts from {@link line}. */
  readonly html?: string;
}

export interface PageFinding {
  readonly line: number;
  readonly severity: 'error' | 'warning' | 'info' | 'hint';
  readonly rule: string;
  readonly message: string;
  /** The site shows something else than the author meant. */
  readonly breaks: boolean;
}

export interface ExportParams {
  readonly uri: string;
  readonly theme: 'site' | 'email';
}

export interface GitHubParams {
  readonly uri: string;
  readonly line: number;
}

/** What kind of file a document is to us: `config` and `other` get no findings of the rules. */
export type FileKind = 'draft' | 'issue' | 'template' | 'config' | 'other';

export interface DocumentStatus {
  readonly uri: string;
  readonly kind: FileKind;
  /** The last check; absent before the first. */
  readonly check?: {
    readonly errors: number;
    readonly warnings: number;
    readonly notes: number;
    /** How many "fix all" mends. */
    readonly fixable: number;
    readonly milliseconds: number;
    /** Rules that failed. */
    readonly failures: readonly string[];
  };
}

/** Asks what is left to do in an open issue before it is published: {@link RenderParams} to {@link ChecklistResult}, null for other files. */
export const CHECKLIST = 'twir/checklist';
/** Asks for the edit that an entry's fix makes: {@link ChecklistFixParams} to a workspace edit, null when the document has changed. */
export const CHECKLIST_FIX = 'twir/checklistFix';

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

/** Lines and characters from 0, as LSP counts them. */
export interface Place {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
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

/** Asks for the next draft: {@link NewDraftParams} to {@link NewDraftResult}. Writing it is left to the client. */
export const NEW_DRAFT = 'twir/newDraft';

export interface NewDraftParams {
  /** The template, `draft/DRAFT_TEMPLATE`; the draft goes beside it. */
  readonly template: string;
  /** Issue date; the next one when absent. */
  readonly date?: string;
}

/** Either of the two. */
export interface NewDraftResult {
  /** Why there is none. */
  readonly problem?: string;
  readonly draft?: MadeDraft;
}

export interface MadeDraft {
  readonly uri: string;
  readonly date: string;
  readonly number: number;
  /** The file is there already and has to stay as it is; no text then. */
  readonly exists: boolean;
  readonly text: string;
  /** The first thing to fill in. */
  readonly caret: Place;
  readonly carried: number;
  readonly dropped: number;
  /** The jobs thread of the previous issue was carried over. */
  readonly jobsThread: boolean;
  /** The issue a week before was found. */
  readonly previous: boolean;
}

/** Asks where a link or an event can be submitted to: {@link RenderParams} of an open draft to {@link SubmitStart}. */
export const SUBMIT_START = 'twir/submitStart';
/** Asks what there is to say about one field: {@link SubmitCheckParams} to {@link SubmitCheckResult}. */
export const SUBMIT_CHECK = 'twir/submitCheck';
/** Asks for the edit that puts a submission where it belongs: {@link SubmitParams} to {@link SubmitResult}. */
export const SUBMIT = 'twir/submit';
/** Asks for link items instead of addresses from the clipboard: {@link LinkItemsParams} to {@link LinkItemsResult}, null without addresses. */
export const LINK_ITEMS = 'twir/linkItems';

export interface SubmitStart {
  readonly title: string;
  /** Days that an event may have. */
  readonly window: { readonly first: string; readonly last: string } | null;
  readonly sections: readonly {
    readonly key: string;
    readonly title: string;
    readonly guide: string;
    readonly closed?: string;
  }[];
  /** What the guidelines ask. */
  readonly linkGuidelines: string;
  readonly eventGuidelines: string;
}

/** Fields of a link (`section`, `title`, `url`) or an event (`date`, `location`, `organiser`, `organiserUrl`, `title`, `url`). */
export type SubmissionFields = Readonly<Record<string, string>> & { readonly kind: 'link' | 'event' };

export interface SubmitCheckParams {
  readonly uri: string;
  readonly submission: SubmissionFields;
  readonly field: string;
}

/** Something to say about a submission. */
export interface Advice {
  readonly rule: string;
  readonly severity: 'error' | 'warning' | 'info' | 'hint';
  readonly message: string;
  /** Another place that matters, e.g. where the same link stood before. */
  readonly related?: { readonly uri: string; readonly range: Place; readonly message: string };
}

export interface SubmitCheckResult {
  readonly value: string;
  readonly problem?: string;
  readonly changes: readonly string[];
  readonly group?: { readonly name: string; readonly location: string };
  readonly advice: readonly Advice[];
}

export interface SubmitParams {
  readonly uri: string;
  readonly submission: SubmissionFields;
}

export interface SubmitResult<WorkspaceEdit> {
  /** Null when no place can be told. */
  readonly edit: WorkspaceEdit | null;
  /** Where it will stand. */
  readonly places: readonly Place[];
  readonly advice: readonly Advice[];
}

export interface LinkItemsParams {
  readonly uri: string;
  readonly text: string;
  readonly position: Place['start'];
}

export interface LinkItemsResult {
  /** What the snippet replaces. */
  readonly range: Place;
  readonly snippet: string;
  readonly advice: readonly Advice[];
}
