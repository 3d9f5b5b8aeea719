import type { Range, SourceText } from '../../text/sourceText';
import { collapsed } from '../../text/whitespace';
import type { Comment, Link } from '../issue/chunk';
import { PLACEHOLDERS, type PlaceholderSpec } from './specs';

/** Template text that still stands in an issue. */
export interface Placeholder extends Range {
  readonly spec: PlaceholderSpec;
}

/** A `$twir_…` variable of the template. */
export interface TemplateVariable extends Range {
  readonly name: string;
}

const ADDRESSES = PLACEHOLDERS.filter(({ form }) => form === 'link');

/** The placeholder that a comment is; undefined for other comments. @param text between `<!--` and `-->` */
export function placeholderOfComment(text: string): PlaceholderSpec | undefined {
  const words = collapsed(text).trim();
  return PLACEHOLDERS.find(
    ({ form, starts, includes }) =>
      form === 'comment' && words.startsWith(starts) && (!includes || words.includes(includes)),
  );
}

/** Finds every placeholder, in order. */
export function findPlaceholders(comments: readonly Comment[], links: readonly Link[]): Placeholder[] {
  const found: Placeholder[] = [];
  for (const comment of comments) {
    const spec = placeholderOfComment(comment.text);
    if (spec) found.push({ start: comment.start, end: comment.end, spec });
  }
  for (const link of links) {
    const spec = ADDRESSES.find(({ starts }) => starts === link.url);
    if (spec) found.push({ ...link.urlRange, spec });
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Finds every `$twir_…` variable, in order. */
export function findVariables(source: SourceText): TemplateVariable[] {
  return [...source.text.matchAll(/\$twir_\w+/g)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    name: match[0],
  }));
}
