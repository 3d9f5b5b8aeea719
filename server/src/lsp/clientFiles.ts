import type { Connection } from 'vscode-languageserver';
import { LIST_FILES, READ_FILE } from '../protocol/files';
import type { Files } from '../workspace/files';

/** The files that the client sees, in whatever file system they are. It does not tell why one can't be read. */
export function clientFiles(connection: Connection): Files {
  return {
    // A client that has no answer may say `null`.
    list: (uri) => connection.sendRequest(LIST_FILES, { uri }).then(asNames, () => []),
    read: (uri) => connection.sendRequest(READ_FILE, { uri }).then(asText, () => undefined),
  };
}

const asText = (answer: unknown) => (typeof answer === 'string' ? answer : undefined);
const asNames = (answer: unknown) =>
  Array.isArray(answer) ? answer.filter((name): name is string => typeof name === 'string') : [];
