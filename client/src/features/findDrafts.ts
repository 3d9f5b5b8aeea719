import { type CancellationToken, FileType, Uri, workspace } from 'vscode';

/** How deep below a workspace folder `draft` is looked for: in the newsletter's repository it lies at the top. */
const DEPTH = 2;

const SKIPPED = /^(?:\..*|node_modules|target|output)$/;
const DRAFT = /(?:\.md|\.markdown|^DRAFT_TEMPLATE)$/;

/**
 * The files in the workspace's `draft` folders, the template among them. Folders are read one by one:
 * `workspace.findFiles` waits forever on file systems that nobody searches, as in some browsers.
 */
export async function findDrafts(token: CancellationToken): Promise<Uri[]> {
  const found: Uri[] = [];
  const read = async (folder: Uri, isDraft: boolean, depth: number): Promise<void> => {
    if (token.isCancellationRequested) return;
    for (const [name, type] of await entriesOf(folder)) {
      const uri = Uri.joinPath(folder, name);
      if (type & FileType.File && isDraft && DRAFT.test(name)) found.push(uri);
      // Not through links to folders, which may lead back.
      if (type === FileType.Directory && depth < DEPTH && !SKIPPED.test(name)) {
        await read(uri, name === 'draft', depth + 1);
      }
    }
  };
  for (const { uri } of workspace.workspaceFolders ?? []) await read(uri, /\/draft\/?$/.test(uri.path), 0);
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Nothing for a folder that is gone or must not be read. */
async function entriesOf(folder: Uri): Promise<[string, FileType][]> {
  try {
    return await workspace.fs.readDirectory(folder);
  } catch {
    return [];
  }
}
