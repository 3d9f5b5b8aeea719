/** Types of conventional commits that are hardly ever listed. */
const ROUTINE_TYPE =
  /^(?:build|chore|ci|docs?|internal|minor|refactor|style|tests?)\b[ ]?(?:\([^()]*\))?!?:/i;
/** What keeps a repository going. */
const ROUTINE_START =
  /^(?:back into|bump|changelog|downgrade|merge|pin|prepare|publish|pull|re-?downgrade|release|revert|rollup|rustc[- ]pull|rustup\b|set myself|subtree|sync|upgrade|update(?! (?:the )?lints?\b))/i;
const ROUTINE_WORD =
  /\b(?:CI|README|bors|changelog|comments?|dependenc(?:y|ies)|dependabot|docs|documentation|FAQ|mailmap|reviewers?|rotation|subtree|test(?:s|suite)?|triagebot|typos?|vacation|workflows?)\b|\bclippy_dev\b|\.md\b/i;

/**
 * Whether editors usually list a pull request like this one. Measured on ten weeks of three repositories: of those that
 * were listed 93 in 100 are usual, of the others 37 in 100.
 *
 * @param title as its author wrote it
 */
export function isUsual(title: string): boolean {
  return (
    !ROUTINE_TYPE.test(title) &&
    !ROUTINE_START.test(title) &&
    !ROUTINE_WORD.test(title.replace(/`[^`]*`/g, ''))
  );
}
