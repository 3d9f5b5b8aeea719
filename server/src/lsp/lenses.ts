import type { CodeLens, Command, Disposable } from 'vscode-languageserver';
import type { Lens } from '../features/lens/lenses';
import { isPublished } from '../protocol/newsletterFile';
import { type Context, stillWanted } from './context';
import { toRange } from './positions';

/** `textDocument/codeLens` for clients that have the commands: what there is to do at the sections of a draft. */
export function registerLenses(context: Context): Disposable[] {
  const { connection, engine } = context;
  return [
    connection.onCodeLens(({ textDocument: { uri } }, token) =>
      context.answer('textDocument/codeLens', uri, token, [], async (): Promise<CodeLens[]> => {
        const options = await context.options(uri);
        const { codeLens } = await context.settingsOf(uri);
        stillWanted(token);
        const document = codeLens && !isPublished(uri) ? context.newsletter(uri) : undefined;
        if (!document) return [];
        await context.checked(document, options, token);
        const { source } = engine.issue(document);
        return engine.lenses(document, options).map((lens) => ({
          range: toRange(source, lens, context.abilities),
          command: commandOf(uri, lens),
        }));
      }),
    ),
  ];
}

function commandOf(uri: string, { title, does, section }: Lens): Command {
  if (does === 'organize') return { title, command: 'twir.organizeEvents' };
  const command = does === 'addLink' ? 'twir.submitLink' : 'twir.submitEvent';
  return { title, command, arguments: [{ uri, ...(section === undefined ? {} : { section }) }] };
}
