import { FOOTER_STARTS } from '../eras/boilerplate';
import type { IssuePart } from '../issue/part';

/** Names and logins of the editors that an issue names in its footer, in lower case. */
export function editorsOf(issue: IssuePart): string[] {
  const { text } = issue.source;
  const from = Math.max(...FOOTER_STARTS.map((start) => text.lastIndexOf(start)));
  if (from < 0) return [];
  return issue.links
    .filter(({ start }) => start > from)
    .flatMap(({ url, text }) => {
      const login = /^https:\/\/github\.com\/([\w-]+)\/?$/.exec(url)?.[1];
      return login === undefined ? [] : [login.toLowerCase(), text.toLowerCase()];
    });
}
