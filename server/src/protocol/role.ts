import { NotificationType } from './messages';

export type AuthorRole = 'editor' | 'contributor';

/** The server takes the author for a contributor, and nobody has said so: the client may ask. */
export const ASK_ROLE = new NotificationType<{ readonly why: 'web' | 'fork' }>('twir/askRole');

/** What the author does, said once for all newsletters. Settings and `.twir.json` win over it. */
export const ROLE = new NotificationType<{ readonly role: AuthorRole }>('twir/role');
