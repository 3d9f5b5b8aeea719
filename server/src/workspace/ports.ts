import type { ConfigProblem } from './config';
import type { Files } from './files';
import type { Git } from './git';

/** What a workspace needs from the world around it. */
export interface WorkspacePorts {
  /** Without files nothing is known but the documents themselves. */
  readonly files?: Files | undefined;
  /** Absent where no programs can be run. */
  readonly git?: Git | undefined;
  /** The text of a document that the author has open, saved or not. */
  readonly opened?: (uri: string) => string | undefined;
  /** Folders above which nothing is looked for where looking costs requests. URIs without slash at their end. */
  readonly folders?: readonly string[];
  /** The folder of earlier issues, instead of the `content/` beside each document's folder. */
  readonly archive?: string | undefined;
  /** Whether a document is compared only with the issues right before it, as far back as a repeated link is wrong. */
  readonly nearbyOnly?: boolean | undefined;
  /** URI of the dictionary that is built with the programs, see `scripts/words.mjs`. */
  readonly words?: string | undefined;
  /** Lets others go on; work in the background asks for it every few milliseconds. Absent where nobody waits. */
  readonly pause?: () => Promise<void>;
  /** Configuration, template or earlier issues are other ones than before. */
  readonly changed?: () => void;
  /** What is wrong in a configuration; undefined text for one that is gone. */
  readonly misconfigured?: (
    uri: string,
    text: string | undefined,
    problems: readonly ConfigProblem[],
  ) => void;
  /** A configuration or template is there and can't be read. */
  readonly unreadable?: (uri: string, error: unknown) => void;
}
