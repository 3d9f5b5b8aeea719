import { collapsed } from '../../text/whitespace';
import { type BodyPart, FIXED_PARAGRAPHS, SECTION_BODIES, SECTION_OPENINGS } from '../eras/boilerplate';
import type { Profile, SectionSpec } from '../eras/profiles';

/** A section's heading line as the profile has it, e.g. `### Europe`. */
export function headingLine(spec: SectionSpec): string {
  return `${'#'.repeat(spec.level)} ${spec.title}`;
}

/**
 * A fresh section: its heading, the text it always has, and placeholders for the rest; no blank line at the end.
 *
 * @param nested whether the required sections inside it come along
 */
export function sectionSkeleton(profile: Profile, spec: SectionSpec, nested = false): string {
  const body = bodyOf(profile, spec);
  const own = [headingLine(spec), ...(body ? [body] : [])].join(
    profile.can.blankAfterHeading ? '\n\n' : '\n',
  );
  const children = nested
    ? profile.sections
        .filter((child) => child.parent === spec.key && child.required)
        .map((child) => sectionSkeleton(profile, child, true))
    : [];
  return [own, ...children].join('\n\n');
}

function bodyOf(profile: Profile, spec: SectionSpec): string | undefined {
  return SECTION_BODIES[profile.id][spec.key]?.map(partText).join('\n\n');
}

function partText(part: BodyPart): string {
  if ('text' in part) return part.text;
  const paragraph = FIXED_PARAGRAPHS.find(({ id }) => id === part.fixed)!;
  return paragraph.versions[part.version ?? 0]!;
}

/** Words by which the first text under a section's heading is known again; empty for a section without such text. */
export function firstWords(profile: Profile, spec: SectionSpec): readonly string[] {
  const first = SECTION_BODIES[profile.id][spec.key]?.[0];
  const fixed = first && 'fixed' in first ? [collapsed(partText(first)).slice(0, 50)] : [];
  return [...fixed, ...(SECTION_OPENINGS[spec.key] ?? [])];
}
