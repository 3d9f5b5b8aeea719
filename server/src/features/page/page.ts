import { toHtml } from 'hast-util-to-html';
import { githubTree, isFitForGitHub } from '../../markdown/index';
import type { Issue } from '../../newsletter/issue/issue';
import { hasTag } from '../../rules/index';
import type { Finding, Severity } from '../../rules/rule';
import { siteAddress, siteDate } from './documents';
import type { PageCache } from './pageCache';
import type { ContentsEntry, Piece } from './piece';
import { renderPieces } from './pieces';
import { titleOf } from './preview';
import { sanitizePreview } from './safeHtml';

/** An issue as a page that follows an editor. */
export interface IssuePage {
  readonly title: string;
  /** Where the site will have it. */
  readonly address: string;
  readonly number: number | undefined;
  /** `YYYY-MM-DD`, and as the site writes it. */
  readonly date: { readonly iso: string; readonly shown: string } | undefined;
  readonly pieces: readonly Piece[];
  /** The headings with the lines of the document. */
  readonly contents: readonly ContentsEntry[];
}

/** Makes the page. What did not change since the last time is taken from the cache. */
export function renderPage(issue: Issue, cache: PageCache): IssuePage {
  const pieces = renderPieces(issue, cache);
  return {
    title: titleOf(issue),
    address: siteAddress(issue),
    number: issue.frontMatter.number,
    date: issue.date === undefined ? undefined : { iso: issue.date, shown: siteDate(issue.date) },
    pieces,
    contents: pieces.flatMap(({ line, contents }) =>
      contents.map((entry) => ({ ...entry, line: entry.line + line })),
    ),
  };
}

/** A finding for the margin of the page. Lines count from 0. */
export interface PageFinding {
  readonly line: number;
  readonly severity: Severity;
  readonly rule: string;
  readonly message: string;
  /** The site shows something else than the author meant. */
  readonly breaks: boolean;
}

export function pageFindings(issue: Issue, findings: readonly Finding[]): PageFinding[] {
  return findings.map(({ at, severity, rule, message }) => ({
    line: issue.source.lineNumberAt(at.start),
    severity,
    rule,
    message,
    breaks: hasTag(rule, 'changesSite'),
  }));
}

/** Lines shown of a long list: the difference is where the finding is. */
const MOST_LINES = 40;

/** Renders the lines around a place, up to the next blank ones, as GitHub would show them. */
export function renderGitHubExcerpt({ source, frontMatter }: Issue, line: number): string {
  const isBlank = (n: number) => source.lineText(n).trim() === '';
  let first = Math.min(line, source.lineCount - 1);
  let last = first;
  const lowest = source.lineNumberAt(frontMatter.bodyStart);
  while (first > lowest && line - first < MOST_LINES && !isBlank(first - 1)) first -= 1;
  while (last + 1 < source.lineCount && last - line < MOST_LINES && !isBlank(last + 1)) last += 1;
  const text = source.text.slice(source.line(first).start, source.line(last).end);
  if (!isFitForGitHub(text)) return '<p>This text is too long to be compared.</p>';
  return toHtml(sanitizePreview(githubTree(text)));
}
