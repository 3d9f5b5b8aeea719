import { asterisks } from './asterisk';
import { codeSpans } from './code';
import { escapes } from './escape';
import { autolinks, inlineHtml, mailLinks } from './html';
import {
  imageReferences,
  images,
  linkReferences,
  links,
  shortImageReferences,
  shortLinkReferences,
} from './link';
import { applyStep, type InlineContext, type Region, type Step } from './region';
import { characterReferences, lineBreaks, loneMarkers } from './text';
import { underscores } from './underscore';

/** The constructs in the order in which the site looks for them. */
const STEPS: readonly Step[] = [
  codeSpans,
  escapes,
  linkReferences,
  links,
  images,
  imageReferences,
  shortLinkReferences,
  shortImageReferences,
  autolinks,
  mailLinks,
  lineBreaks,
  inlineHtml,
  characterReferences,
  loneMarkers,
  asterisks,
  underscores,
];

/** Recognises all inline constructs in a region and in what they contain. */
export function parseInline(region: Region, context: InlineContext, from = 0): void {
  for (let index = from; index < STEPS.length; index++) {
    applyStep(region, STEPS[index]!, context, (content, again) => finish(content, again, context, index + 1));
  }
}

/** Runs `again`, then the steps from `from`, over the content of a find. */
function finish(region: Region, again: Step | undefined, context: InlineContext, from: number): void {
  if (again) applyStep(region, again, context, (content, deeper) => finish(content, deeper, context, from));
  parseInline(region, context, from);
}
