import { decodeReferences } from '../../markdown/inline/text';
import { isBalanced, plainTitle } from '../../newsletter/events/boldTitle';
import { oneLine } from './imported';

/** Plain text as the text of a link: what Markdown would read as a sign is escaped, bold stars and bars are gone. */
export function escapeText(text: string): string {
  // At the edges stars would be taken for those of the bold text.
  const plain = withoutBars(oneLine(text).replace(/\*\*/g, '')).replace(/^[\s*]+|[\s*\\]+$/g, '');
  const escaped = plain
    .replace(/[\\*`]|_(?!\w)|(?<!\w)_/g, '\\$&')
    .replace(/&(?=#?\w{1,32};)/g, '&amp;')
    .replace(/</g, '&lt;');
  return withBrackets(escaped);
}

/** The text of a link in Markdown as the house writes it; escaped where its signs don't go together. */
export function tidyText(markdown: string): string {
  const plain = withoutBars(oneLine(plainTitle(markdown)));
  const code = plain.split('`').length % 2 === 1;
  return code && isBalanced(plain) && !/<|\\$|^\s*\*|\*\s*$/.test(plain.replace(/`[^`]*`/g, ''))
    ? withBrackets(plain)
    : escapeText(decodeReferences(plain.replace(/\\([\\*`_[\]<])/g, '$1')));
}

/** A text without any sign that Markdown may take for its own: for texts that no escape makes safe. */
export function bareText(text: string): string {
  return oneLine(withoutBars(text.replace(/[[\]*`\\<>_]+/g, ' ')));
}

/** A bar ends a field of an event's line. */
function withoutBars(text: string): string {
  return text.replace(/\s*(?:\\?\|)+\s*/g, ' – ').replace(/^[ –]+|[ –\\]+$/g, '');
}

/** Brackets in pairs may stay. */
function withBrackets(text: string): string {
  const bare = text.replace(/\\./g, '  ');
  let depth = 0;
  for (const char of bare) {
    depth += char === '[' ? 1 : char === ']' ? -1 : 0;
    if (depth < 0) break;
  }
  return depth === 0 ? text : text.replace(/\\.|[[\]]/g, (part) => (part.length > 1 ? part : `\\${part}`));
}
