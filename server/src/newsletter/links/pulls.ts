const PULL = /^https?:\/\/github\.com\/([\w.-]+\/[\w.-]+)\/pull\/(\d+)(?![\w-])/i;
const RFC_TEXT =
  /^https?:\/\/(?:github\.com\/rust-lang\/rfcs\/blob\/[^/]+\/text\/|rust-lang\.github\.io\/rfcs\/)0*(\d+)-/i;

/** Whether an address leads to a pull request, or to something on its page. */
export function isPull(url: string): boolean {
  return PULL.test(url);
}

/**
 * The pull request that an address leads to, as `owner/name#number` in lower case; the text of an RFC counts as its pull
 * request. Undefined for other addresses.
 */
export function pullKey(url: string): string | undefined {
  const pull = PULL.exec(url);
  if (pull) return `${pull[1]}#${pull[2]}`.toLowerCase();
  const rfc = RFC_TEXT.exec(url);
  return rfc ? `rust-lang/rfcs#${rfc[1]}` : undefined;
}
