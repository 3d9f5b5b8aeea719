import { FIXED_PARAGRAPHS, PLACEHOLDER_SECTIONS } from '../newsletter/eras/boilerplate';
import type { Profile, SectionSpec } from '../newsletter/eras/profiles';
import { type Issue, type PieceCache, readIssue } from '../newsletter/issue/issue';
import { paragraphs } from '../newsletter/sections/bodies';
import { fixedParagraphsIn } from '../newsletter/sections/fixedText';
import type { Section } from '../newsletter/sections/sections';
import { collapsed } from '../text/whitespace';

/** Fewer known headings than this make no template: a file that was emptied or is something else. */
const ENOUGH = 4;

/**
 * The profile that a workspace's `draft/DRAFT_TEMPLATE` gives: its headings with their levels, texts and order, so
 * that a change of the template needs no release of ours. What the template leaves to the week (regions, groups)
 * stays as the bundled profile has it.
 *
 * @param base the bundled profile of the current era
 * @param template the template, read with `base`
 */
export function profileFromTemplate(base: Profile, template: Issue): Profile {
  const known = template.sections.filter(({ spec, slip }) => spec && !slip);
  if (known.length < ENOUGH) return base;

  const fromTemplate = new Map<string, SectionSpec>();
  const keys = new Map<Section, string>();
  for (const section of template.sections) {
    if (section.heading.setext || section.heading.text === '') continue;
    const spec = specFrom(template, section, keys);
    keys.set(section, spec.key);
    if (!fromTemplate.has(spec.key)) fromTemplate.set(spec.key, spec);
  }
  // `RFC and FCP sections go here`: headings that a placeholder of the template stands for.
  const promised = new Set(template.placeholders.flatMap(({ spec }) => PLACEHOLDER_SECTIONS[spec.id] ?? []));
  // What the template leaves out keeps its place behind the one before it, and is nobody's duty.
  const sections = [...fromTemplate.values()];
  for (const [index, spec] of base.sections.entries()) {
    if (fromTemplate.has(spec.key)) continue;
    const before = base.sections
      .slice(0, index)
      .findLast((other) => sections.some(({ key }) => key === other.key))?.key;
    const at = sections.findIndex(({ key }) => key === before);
    sections.splice(at + 1, 0, { ...spec, required: spec.required && promised.has(spec.key) });
  }
  const standing = new Set(
    template.pieces.flatMap(({ piece }) => paragraphs(piece).flatMap(({ text }) => fixedParagraphsIn(text))),
  );
  const lacks = FIXED_PARAGRAPHS.map(({ id }) => id).filter((id) => !standing.has(id));
  return { ...base, sections, lacks };
}

/** How many templates are remembered: a checkout has one, and each saved change of it makes another. */
const REMEMBERED = 4;

/** The profiles that templates give, by their text. */
export class TemplateProfiles {
  private readonly known = new Map<string, Profile>();

  /** @param log told once of a template that is none */
  constructor(
    private readonly log: (message: string) => void,
    private readonly cache?: PieceCache,
  ) {}

  /**
   * The profile for an issue beside a template. A template describes the present: earlier eras keep what is known
   * of them.
   */
  profile(bundled: Profile, template: () => { uri: string; text: string } | undefined): Profile {
    const file = bundled.until === undefined ? template() : undefined;
    if (!file) return bundled;
    const known = this.known.get(file.text);
    if (known) return known;
    const read = readIssue(
      { uri: file.uri, text: file.text, kind: 'template', profile: bundled },
      this.cache,
    );
    const profile = profileFromTemplate(bundled, read);
    if (profile === bundled) {
      this.log(
        `${file.uri} has none of the headings of a template, or only a few: going by the headings that this version knows.`,
      );
    }
    if (this.known.size >= REMEMBERED) this.known.delete(this.known.keys().next().value!);
    this.known.set(file.text, profile);
    return profile;
  }
}

function specFrom(template: Issue, section: Section, keys: ReadonlyMap<Section, string>): SectionSpec {
  const { level, content } = section.heading;
  const title = collapsed(template.source.slice(content)).trim();
  const { spec, slip } = section;
  // A heading that is like a known one is the template's own.
  if (spec && !slip) {
    const otherLevels = [...(spec.otherLevels ?? []), spec.level].filter((other) => other !== level);
    const aliases = [...(spec.aliases ?? []), spec.title].filter((other) => other !== title);
    return { ...spec, level, otherLevels: [...new Set(otherLevels)], title, aliases };
  }
  const parent = section.parent && keys.get(section.parent);
  return {
    key: `${parent ? `${parent}/` : ''}${slug(section.heading.text)}`,
    ...(parent ? { parent } : {}),
    level,
    title,
    required: level <= 2,
  };
}

function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
}
