import { footnoteIdentifier } from '../blocks/footnote';
import type { Finds, InlineContext, Region } from './region';

const REFERENCE = /\[\^([^\]]*)\]/g;

/** `[^name]` where the issue has the footnote. */
export function* footnoteReferences({ text }: Region, context: InlineContext): Finds {
  // Behind the last bracket nothing ends; not to look there keeps the search linear.
  for (const match of text.slice(0, text.lastIndexOf(']') + 1).matchAll(REFERENCE)) {
    const label = match[1]!;
    const identifier = footnoteIdentifier(label);
    if (!context.isDefined(identifier)) continue;
    yield {
      start: match.index,
      end: match.index + match[0].length,
      make: () => ({ node: { type: 'footnoteReference', identifier, label } }),
    };
  }
  return false;
}
