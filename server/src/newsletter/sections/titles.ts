import { stripEnd } from '../../text/strip';
import { collapsed } from '../../text/whitespace';
import type { Profile, SectionSpec } from '../eras/profiles';

/** A heading's Markdown without links and emphasis: what a reader sees. */
export function plainTitle(title: string): string {
  const words = title.replace(/\[([^[\]]*)\]\([^)[]*\)/g, '$1').replace(/[*_`]/g, '');
  return collapsed(words).trim();
}

/** The titles that are right for a section. */
export function rightTitles(spec: SectionSpec): readonly string[] {
  return [spec.title, ...(spec.aliases ?? [])];
}

/** How headings are compared: without links, case, trailing punctuation and extra blanks. */
export function normalizeTitle(title: string): string {
  return stripEnd(plainTitle(title), /[\s:;,.]/).toLowerCase();
}

/**
 * The spec of a title, whatever its level; for headings that the parser does not see.
 *
 * @param fits which specs are asked about
 */
export function specOfTitle(
  profile: Profile,
  title: string,
  fits: (spec: SectionSpec) => boolean = () => true,
): SectionSpec | undefined {
  const wanted = normalizeTitle(title);
  return profile.sections.find(
    (spec) => fits(spec) && rightTitles(spec).some((known) => normalizeTitle(known) === wanted),
  );
}
