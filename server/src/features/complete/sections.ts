import { mainKeysOf, type SectionSpec } from '../../newsletter/eras/profiles';
import type { Issue } from '../../newsletter/issue/issue';
import { CONSOLIDATED_FORMS, groupHeading } from '../../newsletter/sections/noneForms';
import type { Section } from '../../newsletter/sections/sections';
import { headingLine, sectionSkeleton } from '../../newsletter/sections/skeletons';
import { plainTitle } from '../../newsletter/sections/titles';
import { snippetText } from '../../text/snippet';
import { beginsWith, type Completion, type CompletionProvider } from './completion';

/** Sections whose groups make sense nowhere else: regions within the events, teams among the FCP items. */
const OWN_AREA: Readonly<Record<string, string>> = { events: 'events', fcp: 'fcp/tracking' };
/** What follows the groups of merged pull requests. */
const BEHIND_GROUPS = ['perf', 'approved-rfcs', 'fcp', 'new-rfcs'];

const GROUPS = new Map(
  CONSOLIDATED_FORMS.flatMap(({ groups }) => groups.map((group) => [group.section, group])),
);

/**
 * Headings that the issue does not have yet, with the text that always stands under them: on an empty line, or where
 * the author has begun with `#`.
 */
export const completeSections: CompletionProvider = ({ issue, offset }) => {
  const { source, profile } = issue;
  if (offset < issue.frontMatter.bodyStart) return [];
  const line = source.lineAt(offset);
  const typed = source.text.slice(line.start, offset);
  const whole = source.slice(line);
  // A line that is being typed: what it will be is not in the tree yet.
  if (whole.trim() !== '' && !/^#{1,6}(?:[ \t]*$|[ \t]+\S[^\r\n]*$|[A-Za-z[])/.test(whole)) return [];
  if (typed !== '' && !typed.startsWith('#')) return [];
  const [hashes] = /^#*/.exec(typed)!;
  const words = typed.slice(hashes.length).trim();

  const here = new Position(issue, line.start);
  const mainKeys = mainKeysOf(profile);
  const present = (spec: SectionSpec) =>
    issue.sectionsOf(spec.key).some((section) => section.start !== line.start);
  const above = line.number > 0 ? source.lineText(line.number - 1).trim() : '';
  return profile.sections.flatMap((known, index): Completion[] => {
    const spec = addressed(known, issue);
    // At another level only one that was begun by its name.
    const title = plainTitle(spec.title);
    const otherLevel = spec.level < hashes.length;
    const meant = !otherLevel || (words !== '' && beginsWith(title, words));
    if (!meant || present(spec) || !here.suits(spec, mainKeys)) return [];
    const skeleton = sectionSkeleton(profile, spec, true);
    const bare = skeleton === headingLine(spec);
    const apart = above === '' || above.startsWith('#');
    const opening = `${'#'.repeat(spec.level)} `;
    // Hashes that are right stay: editors compare the word at the cursor.
    const kept = apart && typed.startsWith(opening) ? opening.length : 0;
    const text = `${snippetText(skeleton)}${bare ? `\n${profile.can.blankAfterHeading ? '\n' : ''}$0` : ''}`;
    return [
      {
        label: headingLine({ ...spec, title }),
        detail: spec.required ? 'every issue has it' : 'optional',
        documentation: `\`\`\`markdown\n${skeleton}\n\`\`\``,
        kind: 'section',
        edit: {
          start: line.start + kept,
          end: line.end,
          text: `${apart ? '' : '\n'}${text.slice(kept)}`,
        },
        snippet: true,
        ...(kept > 0 ? { filterText: title } : otherLevel ? { filterText: `${hashes} ${title}` } : {}),
        sortText: `${here.fits(index) ? '' : 'later '}${String(index).padStart(3, '0')}`,
      },
    ];
  });
};

/** Where the cursor is, as far as the heading of its own line does not count. */
class Position {
  private readonly main: string | undefined;
  /** Keys of the known sections opened since the last main one. */
  private readonly opened = new Set<string>();
  /** Places in the profile of the known sections around. */
  private before = -1;
  private after = Number.POSITIVE_INFINITY;

  constructor(issue: Issue, offset: number) {
    let main: Section | undefined;
    const own = issue.source.lineAt(offset);
    for (const section of issue.sections) {
      if (!section.spec || section.start === own.start) continue;
      const { key } = section.spec;
      const place = issue.profile.sections.findIndex((spec) => spec.key === key);
      if (section.start > offset) {
        this.after = place;
        break;
      }
      this.before = place;
      if (section.spec.parent === undefined) {
        main = section;
        this.opened.clear();
      }
      this.opened.add(section.spec.key);
    }
    this.main = main?.spec?.key;
  }

  /** Main sections go anywhere, others into their own main section, groups behind the heading that holds them. */
  suits(spec: SectionSpec, mainKeys: ReadonlyMap<string, string>): boolean {
    if (spec.parent === undefined) return true;
    if (mainKeys.get(spec.key) !== this.main) return false;
    if (spec.key.startsWith('project/')) return !BEHIND_GROUPS.some((key) => this.opened.has(key));
    const area = OWN_AREA[spec.parent];
    if (area === undefined || spec.required) return true;
    if (area !== 'events' && this.opened.has('new-rfcs')) return false;
    return this.opened.has(area);
  }

  /** Whether sections stand in the profile's order with this one here. */
  fits(place: number): boolean {
    return this.before < place && place < this.after;
  }
}

/** A section as issues of the date write it: addresses of groups have changed. */
function addressed(spec: SectionSpec, { date, profile }: Issue): SectionSpec {
  const group = GROUPS.get(spec.key);
  return group && profile.can.groups ? { ...spec, title: groupHeading(group, date) } : spec;
}
