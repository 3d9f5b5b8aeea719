/**
 * Where the project lives. `OWNER/REPO` is a placeholder: only the project's owner can fill in the public address,
 * and this is the one place to do so.
 */
export const REPOSITORY_URL = 'https://github.com/OWNER/REPO';

/** The page of a rule: what it checks, why, and how to mend what it finds; of `ci/<kind>` its part of one page. */
export function rulePage(rule: string): string {
  if (rule.startsWith('ci/')) return `${REPOSITORY_URL}/blob/main/docs/ci.md#${rule.slice(3)}`;
  return `${REPOSITORY_URL}/blob/main/docs/rules/${rule}.md`;
}
