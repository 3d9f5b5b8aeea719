import { mainKeysOf, type SectionSpec } from '../../newsletter/eras/profiles';
import type { Issue } from '../../newsletter/issue/issue';
import type { Section } from '../../newsletter/sections/sections';
import { headingLine, sectionSkeleton } from '../../newsletter/sections/skeletons';
import { plainTitle } from '../../newsletter/sections/titles';
import { snippetText } from '../../text/snippet';
import type { Completion, CompletionProvider } from './completion';

/** Sections whose groups make sense nowhere else: regions within the events, teams among the FCP items. */
const OWN_AREA: Readonly<Record<string, string>> = { events: 'events', fcp: 'fcp/tracking' };

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
  const hashes = /^#*/.exec(typed)![0].length;

  const here = new Position(issue, line.start);
  const mainKeys = mainKeysOf(profile);
  const present = (spec: SectionSpec) =>
    issue.sectionsOf(spec.key).some((section) => section.start !== line.start);
  const above = line.number > 0 ? source.lineText(line.number - 1).trim() : '';
  return profile.sections.flatMap((spec, index): Completion[] => {
    if (spec.level < hashes || present(spec) || !here.suits(spec, mainKeys)) return [];
    const skeleton = sectionSkeleton(profile, spec, true);
    const bare = skeleton === headingLine(spec);
    const apart = above === '' || above.startsWith('#');
    const opening = `${'#'.repeat(spec.level)} `;
    // Hashes that are right stay: editors compare the word at the cursor.
    const kept = apart && typed.startsWith(opening) ? opening.length : 0;
    const text = `${snippetText(skeleton)}${bare ? `\n${profile.can.blankAfterHeading ? '\n' : ''}$0` : ''}`;
    return [
      {
        label: headingLine({ ...spec, title: plainTitle(spec.title) }),
        detail: spec.required ? 'every issue has it' : 'optional',
        documentation: `\`\`\`markdown\n${skeleton}\n\`\`\``,
        kind: 'section',
        edit: {
          start: line.start + kept,
          end: line.end,
          text: `${apart ? '' : '\n'}${text.slice(kept)}`,
        },
        snippet: true,
        ...(kept > 0 ? { filterText: plainTitle(spec.title) } : {}),
        sortText: String(index).padStart(3, '0'),
      },
    ];
  });
};

/** Where the cursor is, as far as the heading of its own line does not count. */
class Position {
  private readonly main: string | undefined;
  /** Keys of the known sections opened since the last main one. */
  private readonly opened = new Set<string>();

  constructor(issue: Issue, offset: number) {
    let main: Section | undefined;
    for (const section of issue.sections) {
      if (section.start >= offset) break;
      if (!section.spec) continue;
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
    const area = OWN_AREA[spec.parent];
    if (area === undefined || spec.required) return true;
    if (area !== 'events' && this.opened.has('new-rfcs')) return false;
    return this.opened.has(area);
  }
}
