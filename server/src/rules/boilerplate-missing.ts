import {
  type BodyPart,
  CLOSING,
  FIXED_PARAGRAPHS,
  FOOTER_STARTS,
  OPENING,
  SECTION_BODIES,
} from '../newsletter/eras/boilerplate';
import type { Issue } from '../newsletter/issue/issue';
import { paragraphs, sectionEnd } from '../newsletter/sections/bodies';
import { fixedParagraphsIn } from '../newsletter/sections/fixedText';
import { plainTitle } from '../newsletter/sections/titles';
import { shortened } from '../text/shortened';
import type { Range } from '../text/sourceText';
import {
  defineIssueRule,
  type Fact,
  type Fix,
  type Frame,
  type IssueReport,
  type Place,
  type Placed,
  type Where,
} from './rule';

/** The page of somebody on GitHub. */
const EDITOR = /^https:\/\/github\.com\/([\w-]+)\/?$/;
/** So much of a paragraph is shown. */
const SHOWN = 60;

/** A paragraph that every issue of its time has, deleted with what stood beside it. */
export default defineIssueRule({
  id: 'boilerplate-missing',
  goesBy: ['outline', 'archive'],
  summary: 'Fixed text that every issue has is missing',
  why: 'Who deletes a placeholder or the items of last week easily takes the paragraph beside them along, and nobody misses what everybody knows.',
  severity: 'warning',
  fix: 'never',
  examples: [
    {
      title: 'how to suggest a crate',
      bad: wholeIssue("This week's crate is [a-crate](https://example.com/a-crate), a crate for examples.\n"),
      found: [
        '22:1-21: “[Please submit your suggestions and votes for next week][su…” is missing in this section',
      ],
      fixes: ['Insert the usual text'],
      good: wholeIssue(
        "This week's crate is [a-crate](https://example.com/a-crate), a crate for examples.\n\n[Please submit your suggestions and votes for next week][submit_crate]!\n",
      ),
    },
  ],
  facts: (piece) => [
    ...paragraphs(piece).flatMap(({ start, end, text }) =>
      fixedParagraphsIn(text).map((id): Standing => ({ at: { start, end }, id })),
    ),
    ...(piece.mainAt(-1) === 'qotw' || piece.sections.some(({ spec }) => spec?.key === 'qotw')
      ? piece.links.flatMap((at): Standing[] => {
          const editor = EDITOR.exec(at.url)?.[1];
          return editor === undefined ? [] : [{ at, id: editorId(editor) }];
        })
      : []),
  ],
  check(frame, facts: readonly Placed<Standing>[], report) {
    const { profile, frontMatter } = frame;
    // Without a date nobody knows the era, and what has lost more than this is told to have no sections.
    if (!frontMatter.date || frame.sectionsOf('community').length === 0) return;
    const standing = new Map(facts.map(({ id, at }) => [id, at]));
    const due = stretches(frame);
    const parts = due.flatMap((stretch) => stretch.parts);
    // Where hardly any of it stands, the issue is not written by the template.
    if (parts.filter(({ id }) => standing.has(id)).length * 2 < parts.length) return;
    reportEditors(frame, standing, report);
    for (const stretch of due) {
      for (const [index, { id, text }] of stretch.parts.entries()) {
        if (standing.has(id) || isDefinition(text) || profile.lacks?.includes(id)) continue;
        const before = stretch.parts.slice(0, index).findLast((other) => standing.has(other.id));
        const after = stretch.parts.slice(index).find((other) => standing.has(other.id));
        report({
          at: stretch.at,
          message: `“${shortened(plainTitle(text ?? FOOTER_STARTS[1]!), SHOWN)}” is missing ${stretch.place}`,
          fixes: (issue, at) => {
            if (text === undefined) return [];
            if (stretch.below && after) return [insert(at(standing.get(after.id)!).start, '', text, '\n\n')];
            const end = before ? at(standing.get(before.id)!).end : stretch.end(issue, at);
            return [insert(end, '\n\n', text, '')];
          },
        });
      }
    }
  },
});

/** An editor of the issue before who is no longer named: one or two of many were deleted with something else. */
function reportEditors(
  { archive }: Frame,
  standing: ReadonlyMap<string, Place>,
  report: (finding: IssueReport) => void,
): void {
  const editors = standing.get('editors');
  const earlier = editorsIn(archive?.issues[0]?.quote ?? '');
  const gone = earlier.filter((editor) => !standing.has(editorId(editor)));
  if (!editors || gone.length === 0 || gone.length * 2 >= earlier.length) return;
  report({
    at: editors,
    severity: 'info',
    message: `${gone.join(', ')} edited the issue before, and ${gone.length > 1 ? 'are' : 'is'} missing here`,
  });
}

/** Names of GitHub have no case. */
function editorId(name: string): string {
  return `@${name.toLowerCase()}`;
}

/** The editors that an earlier issue names behind its quote. @param text white space collapsed */
function editorsIn(text: string): string[] {
  const [, names = ''] = text.split('is edited by:');
  return [...names.matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, url]) => EDITOR.exec(url!)?.[1] ?? []);
}

function insert(start: number, before: string, text: string, behind: string): Fix {
  return {
    title: 'Insert the usual text',
    preferred: true,
    edits: () => [{ start, end: start, text: `${before}${text}${behind}` }],
  };
}

interface Standing extends Fact {
  /** Of the paragraph, or `@name` of somebody who is linked below the quote. */
  readonly id: string;
}

/** A paragraph that stands, with the text that the template has for it, if that is the same for all. */
interface Part {
  readonly id: string;
  readonly text: string | undefined;
}

/** Fixed paragraphs that stand together: below a heading, or at the end of what belongs to it. */
interface Stretch {
  readonly parts: readonly Part[];
  readonly at: Where;
  /** In words. */
  readonly place: string;
  /** They stand behind what the week brings. */
  readonly below: boolean;
  /** What the first of them follows. */
  end(issue: Issue, at: (place: Place) => Range): number;
}

function stretches({ profile, frontMatter, sections, sectionsOf }: Frame): Stretch[] {
  const { range, fields } = frontMatter;
  const found: Stretch[] = [
    {
      parts: OPENING[profile.id].map((id) => partOf(id)),
      at: fields.at(-1)!.range,
      place: 'below the first block',
      below: false,
      end: () => range.end,
    },
  ];
  for (const section of sections) {
    const { key = '' } = section.spec ?? {};
    const { at, index } = section;
    if (section !== sectionsOf(key)[0]) continue;
    const body = SECTION_BODIES[profile.id][key] ?? [];
    const week = body.findIndex((part) => 'text' in part);
    const above = week < 0 ? body : body.slice(0, week);
    const sectionParts = { at, place: 'in this section' };
    found.push(
      { ...sectionParts, parts: fixedParts(above), below: false, end: (_, place) => place(at).end },
      {
        ...sectionParts,
        parts: fixedParts(body.slice(above.length)),
        below: true,
        end: (issue) => lastOf(issue, sectionEnd(issue, issue.sections[index]!)),
      },
    );
    if (key === 'qotw')
      found.push({
        at,
        parts: CLOSING.map((id) => partOf(id)),
        place: 'at the end',
        below: true,
        end: (issue) => lastOf(issue, issue.source.text.length),
      });
  }
  return found;
}

function fixedParts(body: readonly BodyPart[]): Part[] {
  return body.flatMap((part) => ('fixed' in part ? partOf(part.fixed, part.version) : []));
}

/** One that is missing is told where it is asked for. */
function isDefinition(text = ''): boolean {
  return /^\[[^\]]*\]:/.test(text);
}

function partOf(id: string, version = 0): Part {
  const paragraph = FIXED_PARAGRAPHS.find((fixed) => fixed.id === id);
  return { id, text: paragraph?.versions[version]?.replace('{url}', 'REDDIT_LINK_HERE') };
}

/** The end of the text above an offset. */
function lastOf({ source }: Issue, offset: number): number {
  return source.text.slice(0, offset).trimEnd().length;
}

/** An issue of the current era with nothing in it but its fixed text, for the example. */
function wholeIssue(crate: string): string {
  return `Title: This Week in Rust 640
Number: 640
Date: 2026-02-25
Category: This Week in Rust

${OPENING.p4.map((id) => partOf(id).text).join('\n\n')}

## Updates from Rust Community

## Crate of the Week

${crate}
[submit_crate]: https://users.rust-lang.org/t/crate-of-the-week/2704
`;
}
