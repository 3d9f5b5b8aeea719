import { PassThrough } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import { createConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { startServer } from '../../server/src/lsp/server';
import { renderBody } from '../../server/src/markdown/index';
import {
  holdsForConfiguration,
  holdsForFixAll,
  holdsForFormat,
  holdsForImport,
  holdsForLineEndings,
  holdsForOrganize,
  holdsForText,
} from './holds';

/** What a text of a target must not break. The fuzzer makes up the text, guided by the code that it reaches. */
const TARGETS: Readonly<Record<string, (text: string, bytes: Buffer) => void | Promise<void>>> = {
  parser: (text) => void renderBody(text),
  service: (text) => holdsForText(text),
  organize: holdsForOrganize,
  format: holdsForFormat,
  configuration: holdsForConfiguration,
  imports: (text) => holdsForImport('## Upcoming Events\n', text),
  'fix all': holdsForFixAll,
  'line endings': holdsForLineEndings,
  /** Whatever comes over the wire, the server goes on or says what is wrong; nothing is thrown past it. */
  framing: async (_, bytes) => {
    const [toServer, toClient] = [new PassThrough(), new PassThrough()];
    const connection = createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(toClient));
    toClient.resume();
    startServer(connection);
    toServer.write(bytes);
    for (let n = 0; n < 3; n += 1) await turn();
    connection.dispose();
  },
};

const target = TARGETS[process.env.TWIR_FUZZ_TARGET ?? 'service']!;

/** What Jazzer.js calls. */
export function fuzz(data: Buffer): void | Promise<void> {
  return target(data.toString('utf8'), data);
}
