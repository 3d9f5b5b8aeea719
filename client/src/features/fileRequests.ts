import { Disposable, FileType, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type FileParams, LIST_FILES, READ_FILE } from '../../../server/src/protocol/files';

/** Reads files for the server, which in a browser or beside a virtual workspace has none of its own. */
export function answerFileRequests(client: BaseLanguageClient): Disposable {
  const uriOf = ({ uri }: FileParams) => client.protocol2CodeConverter.asUri(uri);
  return Disposable.from(
    client.onRequest(LIST_FILES, async (params) => {
      const entries = await workspace.fs.readDirectory(uriOf(params));
      return entries.filter(([, type]) => type & FileType.File).map(([name]) => name);
    }),
    client.onRequest(READ_FILE, async (params) =>
      new TextDecoder().decode(await workspace.fs.readFile(uriOf(params))),
    ),
  );
}
