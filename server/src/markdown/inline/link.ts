import type { Range } from '../../text/sourceText';
import { collapsed } from '../../text/whitespace';
import { matchBrackets } from './brackets';
import {
  type Finds,
  type Inline,
  type InlineContext,
  type Region,
  resolveText,
  subRegion,
  trimmedRange,
} from './region';
import { readResource } from './resource';
import { decodeReferences } from './text';

type Kind = 'link' | 'image';

/** `[label](address)`, nothing between. */
export const links = (region: Region) => resources(region, 'link');

/** `![label](address)`. */
export const images = (region: Region) => resources(region, 'image');

/** `[label][id]` and `[label][]`, with at most one blank or line end between, where the id is defined. */
export const linkReferences = (region: Region, context: InlineContext) => references(region, context, 'link');

export const imageReferences = (region: Region, context: InlineContext) =>
  references(region, context, 'image');

/** `[id]` where it is defined. */
export const shortLinkReferences = (region: Region, context: InlineContext) =>
  references(region, context, 'link', true);

export const shortImageReferences = (region: Region, context: InlineContext) =>
  references(region, context, 'image', true);

function* resources(region: Region, kind: Kind): Finds {
  const { text } = region;
  const fuel = { left: 16 * text.length + 1000 };
  // A bracket in an address has no part in the nesting of labels once its link is found.
  let startOver = false;
  for (const label of labels(region, kind)) {
    const resource = readResource(text, label.close + 1, fuel);
    if (!resource) continue;
    label.taken(resource.end);
    startOver ||= /[[\]]/.test(text.slice(label.close + 1, resource.end));
    yield {
      start: label.start,
      end: resource.end,
      make(inner) {
        const url = decodeReferences(resolveText(region, ...resource.url, inner).trim());
        const title = resource.title
          ? decodeReferences(
              resolveText(region, ...resource.title, inner)
                .trim()
                .replace(/\s/g, ' '),
            )
          : null;
        const parts = {
          label: labelRange(region, label),
          address: trimmedRange(region, ...resource.url),
          ...(resource.title && { title: trimmedRange(region, ...resource.title) }),
        };
        return kind === 'link'
          ? {
              node: { type: 'link', url, title },
              content: subRegion(region, label.open + 1, label.close, inner),
              parts,
            }
          : { node: { type: 'image', url, title, alt: altText(region, label, inner) }, parts };
      },
    };
  }
  return startOver;
}

const SECOND_LABEL = /\s?\[([^\]]*)\]/y;

function* references(region: Region, context: InlineContext, kind: Kind, short = false): Finds {
  const { text } = region;
  for (const label of labels(region, kind)) {
    let id = text.slice(label.open + 1, label.close);
    let end = label.close + 1;
    if (!short) {
      SECOND_LABEL.lastIndex = end;
      const second = SECOND_LABEL.exec(text);
      if (!second) continue;
      end = SECOND_LABEL.lastIndex;
      id = second[1] || id;
    }
    // A label without definition is skipped whole: `[a][b][c]` does not look at `[b][c]`.
    label.taken(end);
    const identifier = collapsed(id.toLowerCase());
    if (!context.isDefined(identifier)) continue;
    const referenceType = short ? 'shortcut' : text[end - 2] === '[' ? 'collapsed' : 'full';
    yield {
      start: label.start,
      end,
      make(inner) {
        const reference = { identifier, label: id, referenceType } as const;
        const range = labelRange(region, label);
        const second = { start: region.base + end - 1 - id.length, end: region.base + end - 1 };
        const parts = { label: range, reference: referenceType === 'full' ? second : range };
        return kind === 'link'
          ? {
              node: { type: 'linkReference', ...reference },
              content: subRegion(region, label.open + 1, label.close, inner),
              parts,
            }
          : { node: { type: 'imageReference', ...reference, alt: altText(region, label, inner) }, parts };
      },
    };
  }
  return false;
}

interface Label {
  /** Offset of the construct: the `!` of an image. */
  readonly start: number;
  readonly open: number;
  readonly close: number;
  /** Says that the text up to `end` needs no further look. */
  taken(end: number): void;
}

function* labels(region: Region, kind: Kind): Iterable<Label> {
  const { text } = region;
  const close = matchBrackets(region);
  let from = 0;
  const taken = (end: number) => {
    from = end;
  };
  for (;;) {
    const open = text.indexOf('[', from);
    if (open < 0) return;
    from = open + 1;
    const end = close.get(open);
    if (end === undefined || (text[open - 1] === '!') !== (kind === 'image')) continue;
    yield { start: kind === 'image' ? open - 1 : open, open, close: end, taken };
  }
}

function labelRange({ base }: Region, label: Label): Range {
  return { start: base + label.open + 1, end: base + label.close };
}

function altText(region: Region, label: Label, inner: readonly Inline[]): string {
  return decodeReferences(resolveText(region, label.open + 1, label.close, inner));
}
