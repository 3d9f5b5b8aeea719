import type { FenceParts } from '../data';

/** A piece of the text which the site sets aside before it looks for blocks. */
export interface Raw {
  readonly kind: 'html' | 'code';
  readonly start: number;
  readonly end: number;
  /** Where the site puts line ends around the piece: none, behind it, or on both sides. */
  readonly breaks: 'none' | 'after' | 'both';
  /** The start tag of an element whose content is Markdown. */
  readonly container?: boolean;
  /** The end tag of such an element, which ends what it holds. */
  readonly ends?: boolean;
  /** Language of a code fence. */
  readonly lang?: string;
  /** Offsets of the code of a fence. */
  readonly code?: readonly [number, number];
  readonly fence?: FenceParts;
}
