import { asterisks } from './asterisk';
import { codeSpans } from './code';
import { escapes } from './escape';
import { footnoteReferences } from './footnote';
import { autolinks, inlineHtml, mailLinks } from './html';
import {
  imageReferences,
  images,
  linkReferences,
  links,
  shortImageReferences,
  shortLinkReferences,
} from './link';
import { applyStep, type Construct, type InlineContext, type Region, type Step } from './region';
import { characterReferences, lineBreaks, loneAsterisks, loneUnderscores } from './text';
import { underscores } from './underscore';

/** The constructs in the order in which the site looks for them. */
const CONSTRUCTS: readonly Construct[] = [
  { needs: '`', find: codeSpans },
  { needs: '\\', find: escapes },
  { needs: '[^', find: footnoteReferences },
  { needs: /\]\s?\[/, find: linkReferences },
  { needs: '](', find: links },
  { needs: '![', find: images },
  { needs: '![', find: imageReferences },
  { needs: '[', find: shortLinkReferences },
  { needs: '![', find: shortImageReferences },
  { needs: '<', find: autolinks },
  { needs: '<', find: mailLinks },
  { needs: '  \n', find: lineBreaks },
  { needs: '<', find: inlineHtml },
  { needs: '&', find: characterReferences },
  { needs: '*', find: loneAsterisks },
  { needs: '_', find: loneUnderscores },
  { needs: '*', find: asterisks },
  { needs: '_', find: underscores },
];

/** No construct does without one of these. */
const MARKS = /[`\\\][<&*_]| {2}\n/;

/** Recognizes all inline constructs in a region and in what they contain. */
export function parseInline(region: Region, context: InlineContext, from = 0): void {
  // Most texts, above all those within links, are words alone.
  if (!MARKS.test(region.text)) return;
  for (let index = from; index < CONSTRUCTS.length; index++) {
    const { needs, find } = CONSTRUCTS[index]!;
    const { text } = region;
    if (!(typeof needs === 'string' ? text.includes(needs) : needs.test(text))) continue;
    applyStep(region, find, context, (content, again) => finish(content, again, context, index + 1));
    // What was found is opaque: behind the link of an item there is mostly nothing more.
    if (region.text !== text && !MARKS.test(region.text)) return;
  }
}

/** Runs `again`, then the steps from `from`, over the content of a find. */
function finish(region: Region, again: Step | undefined, context: InlineContext, from: number): void {
  if (again) applyStep(region, again, context, (content, deeper) => finish(content, deeper, context, from));
  parseInline(region, context, from);
}
