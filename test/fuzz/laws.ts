import fc from 'fast-check';
import {
  holdsForChanges,
  holdsForConfiguration,
  holdsForFixAll,
  holdsForFormat,
  holdsForImport,
  holdsForLineEndings,
  holdsForOrganize,
  holdsForText,
} from './holds';
import { changes, configuration, imported, newsletter } from './texts';

/** What always holds, whatever the text: each law by name, with the texts that it is tried on. */
export const LAWS: Readonly<Record<string, fc.IPropertyWithHooks<unknown>>> = {
  'everything has an answer, and edits that can be made': law(
    fc.tuple(newsletter, fc.nat(1000), fc.boolean()),
    ([text, at, crlf]) => holdsForText(crlf ? text.replace(/\n/g, '\r\n') : text, at),
  ),
  'reading on after edits is reading anew, and the page patched the page whole': law(
    fc.tuple(newsletter, changes),
    ([first, list]) => holdsForChanges(first, list),
  ),
  'line endings change nothing': law(newsletter, holdsForLineEndings),
  'fix all leaves nothing to fix, formatting nothing to format, organizing nothing to organize': law(
    newsletter,
    (text) => {
      holdsForFixAll(text);
      holdsForFormat(text);
      holdsForOrganize(text);
    },
  ),
  'whatever is added as events is added soundly or refused': law(
    fc.tuple(newsletter, imported),
    ([text, given]) => holdsForImport(text, given),
  ),
  'a configuration is read, whatever is wrong with it': law(configuration, holdsForConfiguration),
};

function law<T>(texts: fc.Arbitrary<T>, holds: (given: T) => void): fc.IPropertyWithHooks<unknown> {
  return fc.property(texts, holds) as unknown as fc.IPropertyWithHooks<unknown>;
}
