import { renderDocument, type Theme } from '../features/page/documents';
import {
  type IssuePage,
  type PageFinding,
  pageFindings,
  renderGitHubExcerpt,
  renderPage,
} from '../features/page/page';
import { type Preview, renderPreview } from '../features/page/preview';
import { renderBody } from '../markdown/index';
import type { CheckOptions } from '../rules/rule';
import type { Document, Reader } from './reader';

/** The issue as HTML. */
export interface Pages {
  preview(document: Document): Preview;
  /** The preview in pieces, of which only those that changed are made anew. */
  page(document: Document): IssuePage;
  /** Goes by what the latest check has told: the next one is not waited for. */
  pageFindings(document: Document, options: CheckOptions): readonly PageFinding[];
  /** The issue as a document of its own. */
  exportPage(document: Document, theme: Theme): string;
  /** The article alone, as the site's generator hands it to the theme. */
  body(document: Document): string;
  /** The lines around a line (from 0) as GitHub would show them. */
  github(document: Document, line: number): string;
}

export function pages(reader: Reader): Pages {
  const { pieces } = reader;
  return {
    preview: (document) => renderPreview(reader.issue(document), pieces),
    page: (document) => renderPage(reader.issue(document), pieces),
    pageFindings: (document, options) =>
      pageFindings(reader.issue(document), reader.toldOrChecked(document, options).findings),
    exportPage: (document, theme) => renderDocument(reader.issue(document), theme, pieces),
    body: ({ text }) => renderBody(text),
    github: (document, line) => renderGitHubExcerpt(reader.issue(document), line),
  };
}
