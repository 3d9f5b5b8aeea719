import { toHtml } from 'hast-util-to-html';
import type { Issue } from '../../newsletter/issue/issue';
import { PageCache } from './pageCache';
import { renderWhole } from './pieces';

export { sanitizePreview } from './safeHtml';

/** An issue as a page. */
export interface Preview {
  readonly title: string;
  /** The article, safe to put into a page; block elements tell the line (from 0) they come from as `data-source-line`. */
  readonly html: string;
}

/** Makes the preview of an issue: what the site makes of its text. */
export function renderPreview(issue: Issue, cache: PageCache = new PageCache()): Preview {
  const { tree } = renderWhole(issue, cache, { lines: true, ownPage: false, placeholders: true });
  return { title: titleOf(issue), html: toHtml(tree) };
}

/** The title that the site gives the page. */
export function titleOf({ frontMatter }: Issue): string {
  return frontMatter.fields.find(({ key }) => key === 'Title')?.value || 'This Week in Rust';
}
