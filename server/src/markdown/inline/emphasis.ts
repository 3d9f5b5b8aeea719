import { MASK } from '../blocks/raw';
import { type Finds, type Inline, type Made, type Region, type Step, subRegion } from './region';

type Range = readonly [start: number, end: number];

/** One pair of markers: the node with its markers, and the content between them. */
interface Pair {
  readonly type: 'emphasis' | 'strong';
  readonly outer: Range;
  readonly content: Range;
}

/** A form found at one place: a pair, and a second pair directly inside of it for the forms with both. */
type Match = readonly [Pair, Pair?];

/** Tries one form at one offset. */
export type Form = (at: number) => Match | undefined;

/** Makes the forms of a marker for a text, in the order in which they are tried. */
export type FormsOf = (text: string) => readonly Form[];

/**
 * Makes the step for a marker. The site tries its forms in a fixed order at each marker and takes the first
 * that finds an end, however far. Inside of it only the forms further down are tried.
 */
export function emphasisStep(marker: string, formsOf: FormsOf, skip = 0): Step {
  return function* (region: Region): Finds {
    const { text } = region;
    let at = text.indexOf(marker);
    if (at < 0) return false;
    const forms = formsOf(text);
    let failed = false;
    for (; at >= 0; at = text.indexOf(marker, at)) {
      const index = forms.findIndex((form, position) => position >= skip && form(at));
      const match = index < 0 ? undefined : forms[index]!(at);
      if (!match) {
        failed = true;
        at++;
        continue;
      }
      const [outer, nested] = match;
      at = outer.outer[1];
      yield {
        start: outer.outer[0],
        end: outer.outer[1],
        make: (inner) => ({
          node: { type: outer.type },
          ...contentOf(region, outer, nested, inner),
          again: emphasisStep(marker, formsOf, index + 1),
        }),
      };
      // A marker that found no end may find one behind this pair.
      if (failed) return true;
    }
    return false;
  };
}

function contentOf(
  region: Region,
  outer: Pair,
  pair: Pair | undefined,
  inner: readonly Inline[],
): Pick<Made, 'content' | 'nested'> {
  const content = subRegion(region, ...outer.content, inner);
  if (!pair) return { content };
  const nested = subRegion(region, ...pair.content, inner);
  const start = region.base + pair.outer[0];
  const end = region.base + pair.outer[1];
  const from = start - content.base;
  const to = end - content.base;
  content.text = content.text.slice(0, from) + MASK.repeat(to - from) + content.text.slice(to);
  content.nodes = [
    ...content.nodes.filter((node) => node.end <= start),
    { node: { type: pair.type }, start, end, content: nested },
    ...content.nodes.filter((node) => node.start >= end),
  ];
  return { content, nested };
}

/**
 * For each offset the first one at or behind it that passes `test`, or -1. One pass, on the first question, keeps
 * all forms linear.
 */
export function nextWhere(text: string, test: (at: number) => boolean): (from: number) => number {
  let next: Int32Array | undefined;
  const look = () => {
    const found = new Int32Array(text.length + 1).fill(-1);
    for (let at = text.length - 1; at >= 0; at--) found[at] = test(at) ? at : found[at + 1]!;
    return found;
  };
  return (from) => {
    if (from >= text.length) return -1;
    next ??= look();
    return next[from]!;
  };
}

/** `***a* b**` and `***a** b*`: the inner pair begins where the outer one does. */
export function tripleForm(
  text: string,
  marker: string,
  next: (from: number) => number,
  nextDouble: (from: number) => number,
  innerType: 'emphasis' | 'strong',
): Form {
  const inner = innerType === 'emphasis' ? 1 : 2;
  const outer = 3 - inner;
  const nextInner = inner === 1 ? next : nextDouble;
  const nextOuter = outer === 1 ? next : nextDouble;
  return (at) => {
    if (!text.startsWith(marker.repeat(3), at)) return undefined;
    const middle = nextInner(at + 4);
    const close = middle < 0 ? -1 : nextOuter(middle + inner);
    if (close < 0) return undefined;
    const end = close + outer;
    return [
      {
        type: innerType === 'emphasis' ? 'strong' : 'emphasis',
        outer: [at, end],
        content: [at + outer, close],
      },
      { type: innerType, outer: [at + outer, middle + inner], content: [at + 3, middle] },
    ];
  };
}

/** `**a *b***`: both pairs end together. `middle` is the inner opening marker, `close` the three closing ones. */
export function sharedEnd(at: number, middle: number, close: number): Match {
  return [
    { type: 'strong', outer: [at, close + 3], content: [at + 2, close + 1] },
    { type: 'emphasis', outer: [middle, close + 1], content: [middle + 1, close] },
  ];
}

/** One pair with markers of `size` characters. */
export function pair(at: number, close: number, size: 1 | 2): Match {
  const type = size === 1 ? 'emphasis' : 'strong';
  return [{ type, outer: [at, close + size], content: [at + size, close] }];
}
