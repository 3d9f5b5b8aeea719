import type { DocumentParams } from './document';
import { RequestType } from './messages';

/** Asks for the issue as a page; null for other files. */
export const RENDER = new RequestType<DocumentParams, RenderResult | null, void>('twir/render');

/** Asks for the issue as a page in pieces; null for other files. */
export const PAGE = new RequestType<PageParams, PageResult | null, void>('twir/page');

/** Asks for the issue as a document of its own, HTML; null for other files. */
export const EXPORT = new RequestType<ExportParams, string | null, void>('twir/export');

/** Asks how GitHub would show a place: HTML, safe to put into a page; null for other files. */
export const GITHUB = new RequestType<GitHubParams, string | null, void>('twir/github');

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
