/**
 * The files of a checkout, wherever they are: on this machine, or with the client. Files and folders are named by
 * URIs, folders without a slash at the end.
 */
export interface Files {
  /** Names of what is in a folder; none when there is no such folder. */
  list(folder: string): Promise<readonly string[]>;
  /**
   * @returns the text; undefined when there is no such file
   * @throws when there is one that can't be read as text
   */
  read(uri: string): Promise<string | undefined>;
}

/** The folder of the checkout that an issue is in: that above `draft/` and `content/`, else its own. */
export function checkoutOf(uri: string): string {
  const folder = parentOf(uri);
  return /\/(?:draft|content)$/.test(folder) ? parentOf(folder) : folder;
}

/** The folder of a file, without slash at its end. */
export function parentOf(uri: string): string {
  return uri.slice(0, Math.max(0, uri.lastIndexOf('/')));
}
