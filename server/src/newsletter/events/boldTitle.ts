import { strip } from '../../text/strip';

/** A title without the asterisks that make it bold, or were meant to. Those in code and for italics stay. */
export function plainTitle(text: string): string {
  const trimmed = text.trim();
  // The text of a link that is to be written anew, not of one that is read.
  const bold = /^\*\*(\S(?:.*\S)?)\*\*$/.exec(trimmed)?.[1];
  if (bold !== undefined && isBalanced(bold)) return bold;
  const plain = trimmed
    .replace(/^__(\S(?:.*\S)?)__$/, '$1')
    .replace(/`[^`]*`|\*\*/g, (part) => (part === '**' ? '' : part));
  return strip(plain, /\*/).trim();
}

/** Whether asterisks inside a bold text can be there: none in pairs, single ones only by twos. */
export function isBalanced(bold: string): boolean {
  const bare = bold.replace(/`[^`]*`|\\\*/g, '');
  return !bare.includes('**') && bare.split('*').length % 2 === 1;
}
