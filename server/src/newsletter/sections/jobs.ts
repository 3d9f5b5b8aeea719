import type { Link } from '../issue/chunk';
import type { IssuePart } from '../issue/part';

/** Links of the jobs section that stand for the "Who's Hiring" thread. */
export function hiringLinks(issue: IssuePart): Link[] {
  return issue
    .sectionsOf('jobs')
    .flatMap(({ body }) =>
      issue.links.filter(
        ({ start, end, text }) => start >= body.start && end <= body.end && /\bhiring\b/i.test(text),
      ),
    );
}

/** The number by which Reddit knows a thread; undefined for other addresses. */
export function threadId(url: string): string | undefined {
  return /^https?:\/\/(?:www\.|old\.|new\.)?reddit\.com\/(?:r\/rust\/)?comments\/(\w+)/i
    .exec(url)?.[1]
    ?.toLowerCase();
}
