import type { SectionSpec } from '../newsletter/eras/profiles';
import type { Piece } from '../newsletter/issue/piece';
import { headingRange } from '../newsletter/sections/bodies';
import type { Section } from '../newsletter/sections/sections';
import { plainTitle, rightTitles, specOfTitle } from '../newsletter/sections/titles';
import type { Range } from '../text/sourceText';
import { stripEnd } from '../text/strip';
import { definePieceRule, type Report } from './rule';

/** The right section under a slightly wrong name. */
export default definePieceRule({
  id: 'heading-text',
  summary: 'A known heading with other text than usual',
  why: 'Headings are anchors: links from elsewhere and from the table of contents break with every colon. Reviewers put them right by hand.',
  severity: 'warning',
  fix: 'sometimes',
  examples: [
    {
      title: 'a colon',
      bad: '## Upcoming Events\n\n### Oceania:\n',
      found: ['3:1-13: “:” does not belong after “Oceania”'],
      fixes: ['Set the heading to “Oceania”'],
      good: '## Upcoming Events\n\n### Oceania\n',
    },
    {
      title: 'text pasted into the heading',
      bad: '## Crate of the Weekn-rust/pulls\n',
      found: ['1:1-33: This heading is usually “Crate of the Week”'],
      fixes: ['Set the heading to “Crate of the Week”'],
      good: '## Crate of the Week\n',
    },
    {
      title: 'no space after the #',
      bad: '## Upcoming Events\n\n###Europe\n',
      found: ['3:1-10: There is no space after ###'],
      fixes: ['Insert the space'],
      good: '## Upcoming Events\n\n### Europe\n',
    },
  ],
  check(piece, report) {
    const glued = [...gluedHeadings(piece), ...withItem(piece), ...inItem(piece)];
    for (const finding of glued) report(finding);
    for (const section of piece.sections) {
      const { spec, slip, heading, start } = section;
      // A heading that is only similar is told by `section-unknown`.
      if (!spec || slip === 'similar' || heading.setext || glued.some(({ at }) => at.start === start))
        continue;
      const finding = slip
        ? damage(piece, section, spec)
        : (otherText(piece, section, spec) ?? missingLink(piece, section, spec));
      if (finding) report(finding);
    }
  },
});

/** `###Europe`: a heading on the site, plain text in most other places. */
function gluedHeadings(piece: Piece): Report[] {
  const { source } = piece;
  const found: Report[] = [];
  for (const { level, setext, start, end, content } of piece.headings) {
    const at = start + level;
    if (setext || content.start !== at || content.end === at) continue;
    const text = source.text.slice(at, end).trimEnd();
    // A single # before an unknown word is an accident, see `accidental-heading`.
    if (level === 1 && !specOfTitle(piece.profile, text)) continue;
    found.push({
      at: { start, end: at + text.length },
      message: `There is no space after ${'#'.repeat(level)}`,
      fixes: [{ title: 'Insert the space', all: true, edits: () => [{ start: at, end: at, text: ' ' }] }],
    });
  }
  return found;
}

/** `### Research * [A paper](…)`: the line break between them got lost. */
function withItem({ source, headings }: Piece): Report[] {
  return headings.flatMap(({ start, end, content }) => {
    const match = /(?<=\S)[ \t]*(?=[*-][ \t]+\[.*\]\()/.exec(source.text.slice(content.start, end));
    if (!match) return [];
    const at = { start: content.start + match.index, end: content.start + match.index + match[0].length };
    return {
      at: { start, end },
      message: 'An item is on the line of this heading',
      fixes: [{ title: 'Split the line', all: true, edits: () => [{ ...at, text: '\n' }] }],
    };
  });
}

/** `* ### Official` */
function inItem({ source, headings }: Piece): Report[] {
  return headings.flatMap(({ start, end }) => {
    const line = source.lineAt(start);
    const before = { start: line.start, end: start };
    if (!/^[ \t]*[*+-][ \t]+$/.test(source.slice(before))) return [];
    return {
      at: { start, end },
      message: 'This heading is an item of a list',
      fixes: [{ title: 'Remove the bullet', all: true, edits: () => [{ ...before, text: '' }] }],
    };
  });
}

/** Text pasted behind the title. */
function damage(piece: Piece, section: Section, spec: SectionSpec): Report {
  const title = plainTitle(spec.title);
  const content = contentRange(piece, section);
  const source = piece.source.slice(content);
  // One bit of a word is a slip; a paragraph that was joined to its heading, a link or an address is the author's.
  const isBit = rightTitles(spec).some(
    (right) => source.startsWith(right) && /^[^\s<[:]+$/.test(source.slice(right.length)),
  );
  return {
    at: headingRange(piece, section),
    message: `This heading is usually “${title}”`,
    fixes: [
      {
        title: `Set the heading to “${title}”`,
        ...(isBit ? { all: true } : {}),
        edits: () => [{ ...content, text: spec.title }],
      },
    ],
  };
}

/** Punctuation behind the title, another case, emphasis. */
function otherText(piece: Piece, section: Section, spec: SectionSpec): Report | undefined {
  const content = contentRange(piece, section);
  const source = piece.source.slice(content);
  const titles = rightTitles(spec).map(plainTitle);
  if (titles.includes(plainTitle(source)) && !isEmphasised(source, spec)) return undefined;
  const trimmed = stripEnd(source, /[\s:;,.]/);
  const title = plainTitle(spec.title);
  const keeps = titles.includes(plainTitle(trimmed)) && !isEmphasised(trimmed, spec);
  // Tags and comments are no part of the title, but may be somebody's.
  const hasMore = source.includes('<');
  const written = plainTitle(source);
  return {
    at: headingRange(piece, section),
    message: keeps
      ? `“${source.slice(trimmed.length).trim()}” does not belong after “${plainTitle(trimmed)}”`
      : written === title
        ? `“${title}” is a heading: it needs no emphasis`
        : `This heading is usually “${title}”, not “${written}”`,
    fixes: [
      {
        title: `Set the heading to “${keeps ? plainTitle(trimmed) : title}”`,
        ...(hasMore ? {} : { all: true }),
        edits: () => [
          keeps
            ? { start: content.start + trimmed.length, end: content.end, text: '' }
            : { ...content, text: spec.title },
        ],
      },
    ],
  };
}

function isEmphasised(source: string, spec: SectionSpec): boolean {
  // Emphasis at the beginning of a heading's text.
  return /^[*_]/.test(source) && !/^[*_]/.test(spec.title);
}

/** Some headings link to a list on GitHub; without the link they still read right. */
function missingLink(piece: Piece, section: Section, spec: SectionSpec): Report | undefined {
  if (rightTitles(spec).some((title) => !title.includes(']('))) return undefined;
  const content = contentRange(piece, section);
  if (piece.source.slice(content).includes('[')) return undefined;
  return {
    at: headingRange(piece, section),
    severity: 'info',
    message: `The heading “${plainTitle(spec.title)}” is usually a link`,
    fixes: [
      {
        title: 'Link the heading',
        preferred: true,
        edits: () => [{ ...content, text: spec.title }],
      },
    ],
  };
}

/** What stands behind the `#`s, without blanks and closing `#`s. */
function contentRange(piece: Piece, section: Section): Range {
  const { start, end } = headingRange(piece, section);
  const text = piece.source.text.slice(start, end);
  const from = start + /^#*[ \t]*/.exec(text)![0].length;
  const closing = /(?<![ \t])[ \t]+#+$/.exec(text)?.[0].length ?? 0;
  return { start: from, end: Math.max(from, end - closing) };
}
