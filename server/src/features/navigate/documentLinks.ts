import type { Issue } from '../../newsletter/issue/issue';
import { parseUrl } from '../../newsletter/links/url';
import type { Range } from '../../text/sourceText';

/** Text that leads to a page on the web. */
export interface DocumentLink extends Range {
  readonly url: string;
}

/** The addresses of an issue, and the labels that stand for one. Those of no page, and the template's blanks, are none. */
export function documentLinks(issue: Issue): DocumentLink[] {
  const link = ({ start, end }: Range, url: string): DocumentLink[] =>
    start < end && parseUrl(url.trim()) ? [{ start, end, url: url.trim() }] : [];
  return [
    ...issue.links.flatMap(({ kind, url, urlRange }) =>
      link(urlRange, kind === 'reference' ? (issue.labels.get(url) ?? '') : url),
    ),
    ...issue.definitions.flatMap(({ url, urlRange }) => link(urlRange, url)),
  ].sort((a, b) => a.start - b.start);
}
