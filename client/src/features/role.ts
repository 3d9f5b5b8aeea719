import { Disposable, type Memento, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { ASK_ROLE, type AuthorRole, ROLE } from '../../../server/src/protocol/role';

const KEY = 'twir.role';
/** Asked, and not answered: nobody is asked twice. */
const UNANSWERED = 'unanswered';

/** What the author has said that they do; kept on this machine. */
export function rememberedRole(state: Memento): AuthorRole | undefined {
  return (['editor', 'contributor'] as const).find((role) => role === state.get(KEY));
}

/** Asks once what the author does, where the checkout looks like a contributor's. */
export function registerRole(client: BaseLanguageClient, state: Memento): Disposable {
  return Disposable.from(
    client.onNotification(ASK_ROLE, async ({ why }) => {
      if (state.get(KEY) !== undefined) return;
      await state.update(KEY, UNANSWERED);
      const clue =
        why === 'fork' ? 'This is a fork of This Week in Rust' : 'You edit This Week in Rust online';
      const contributor = 'I add links and events';
      const editor = 'I edit whole issues';
      const question = `${clue}, so advice is that for contributors. What do you do?`;
      const answer = await window.showInformationMessage(question, contributor, editor);
      if (answer === undefined) return;
      const role = answer === editor ? 'editor' : 'contributor';
      await state.update(KEY, role);
      await client.sendNotification(ROLE, { role });
    }),
  );
}
