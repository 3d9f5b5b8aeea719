import { NotificationType0, RequestType } from './messages';
import type { AuthorRole } from './role';

/** A file or folder. */
export interface FileParams {
  readonly uri: string;
}

/** The server asks for the names of the files in a folder. */
export const LIST_FILES = new RequestType<FileParams, string[], void>('twir/listFiles');

/** The server asks for the text of a file. */
export const READ_FILE = new RequestType<FileParams, string, void>('twir/readFile');

/** The client tells that the author trusts the folders from now on. */
export const TRUSTED = new NotificationType0('twir/trusted');

/** `initializationOptions` of a client. */
export interface ClientOptions {
  /** What positions count, of a client that does not offer LSP's `positionEncodings`: utf-8, utf-16 or utf-32. */
  readonly positionEncoding?: string;
  /** The client answers {@link LIST_FILES} and {@link READ_FILE}; a server that runs elsewhere has no other files. */
  readonly files?: boolean;
  /** URI of the folder with the pages of the rules, see `rulePagesFolder`; for a server that does not know where it runs. */
  readonly rulePages?: string;
  /** URI of the dictionary, which such a server reads from its client. */
  readonly words?: string;
  /** Nobody has said yet that the folders can be trusted: no program is run until {@link TRUSTED} comes. */
  readonly untrusted?: boolean;
  /** What the client has by itself; the server leaves it to the client then. */
  readonly brings?: {
    /** An outline of the headings of Markdown files. */
    readonly outline?: boolean;
    /** Our JSON schema, by which it tells what is wrong in a configuration that is open. */
    readonly schema?: boolean;
  };
  /** The client has the commands of our extension, as lenses and code actions name them. */
  readonly commands?: boolean;
  /** What the author has said that they do, where the client remembers it. */
  readonly role?: AuthorRole | undefined;
  /** The client answers `ASK_ROLE` by asking the author. */
  readonly asksRole?: boolean;
  /** The settings, for clients without `workspace/configuration`. */
  readonly twir?: unknown;
}
