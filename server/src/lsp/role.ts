import type { Disposable } from 'vscode-languageserver';
import type { ClientOptions } from '../protocol/files';
import { ASK_ROLE, ROLE } from '../protocol/role';
import type { Context } from './context';

/**
 * Whose advice is given where nobody has chosen: what the client remembers, or else what the checkout looks like.
 *
 * @param stale what was answered before may be wrong now
 */
export function registerRole(context: Context, options: ClientOptions, stale: () => void): Disposable[] {
  const { connection, documents, engine } = context;
  let asked = false;
  const use = (role: Context['usualRole']) => {
    if (role === context.usualRole) return;
    context.usualRole = role;
    stale();
  };
  if (options.role) context.usualRole = options.role;
  return [
    connection.onNotification(ROLE, ({ role }) => {
      if (role === 'editor' || role === 'contributor') use(role);
    }),
    documents.onDidOpen(async ({ document: { uri } }) => {
      if (context.usualRole !== undefined) return;
      const document = context.newsletter(uri);
      const guess = document && (await engine.guessRole(document));
      if (!guess || context.usualRole !== undefined) return;
      use(guess.role);
      if (asked || !options.asksRole || (await context.settingsOf(uri)).role !== undefined) return;
      asked = true;
      void connection.sendNotification(ASK_ROLE, { why: guess.why });
    }),
  ];
}
