import type { Range } from '../../text/sourceText';
import type { Element } from './page';

/** What CI finds: the first eight in links, the others in the text and its HTML. */
export type CiKind =
  | 'scheme'
  | 'tracking'
  | 'simplify'
  | 'duplicate'
  | 'truncated'
  | 'repository'
  | 'crates-io'
  | 'closed'
  | 'backticks-odd'
  | 'backticks-empty'
  | 'tag'
  | 'item-empty'
  | 'crash';

/** One line of CI's output. */
export interface Verdict {
  readonly kind: CiKind;
  readonly severity: 'error' | 'warning';
  /** The element that it is about, or the place in the text. */
  readonly about: Element | Range;
  readonly message: string;
  /** Of `simplify`: the address that CI wants. */
  readonly to?: string;
  /** Of `duplicate`: what the address was compared by. */
  readonly key?: string;
}
