import fc from 'fast-check';
import { PieceCache } from '../../server/src/newsletter/issue/issue';
import {
  holdsForChanges,
  holdsForConfiguration,
  holdsForEdits,
  holdsForFixAll,
  holdsForFormat,
  holdsForFraming,
  holdsForImport,
  holdsForLineEndings,
  holdsForOrganize,
  holdsForText,
  holdsQuickly,
} from './holds';
import { changes, configuration, framing, imported, newsletter, shortNewsletter } from './texts';

/** What always holds, whatever the text. */
export interface Law {
  readonly name: string;
  /** Each text is one to the first law; this is how many of those come to one of this law, by what it costs. */
  readonly every: number;
  readonly texts: fc.Arbitrary<unknown>;
  /** @throws Error when the law is broken */
  readonly holds: (given: never) => void | Promise<void>;
}

function law<T>(
  name: string,
  every: number,
  texts: fc.Arbitrary<T>,
  holds: (given: T) => void | Promise<void>,
): Law {
  return { name, every, texts, holds };
}

/** Pieces come again and again: what one tells is worked out once, as in an editor. */
const cache = new PieceCache();

export const LAWS: readonly Law[] = [
  law('every text is read and checked, and what is found is in it', 1, shortNewsletter, (text) =>
    holdsQuickly(text, cache),
  ),
  law('every fix of every finding can be made', 10, shortNewsletter, (text) => holdsForEdits(text, cache)),
  law(
    'everything has an answer, and edits that can be made',
    200,
    fc.tuple(newsletter, fc.nat(1000), fc.boolean()),
    ([text, at, crlf]) => holdsForText(crlf ? text.replace(/\n/g, '\r\n') : text, at),
  ),
  law(
    'reading on after edits is reading anew, and the page patched the page whole',
    200,
    fc.tuple(newsletter, changes),
    ([first, list]) => holdsForChanges(first, list),
  ),
  law('line endings change nothing', 50, shortNewsletter, holdsForLineEndings),
  law(
    'fix all leaves nothing to fix, formatting nothing to format, organizing nothing to organize',
    100,
    newsletter,
    (text) => {
      holdsForFixAll(text);
      holdsForFormat(text);
      holdsForOrganize(text);
    },
  ),
  law(
    'whatever is added as events is added soundly or refused',
    10,
    fc.tuple(shortNewsletter, imported),
    ([text, given]) => holdsForImport(text, given),
  ),
  law('a configuration is read, whatever is wrong with it', 2, configuration, holdsForConfiguration),
  law('whatever a client sends, the server goes on', 50, framing, (text) => holdsForFraming(text)),
];
