import { firstIndex } from '../../text/search';
import { indexBefore, type Range } from '../../text/sourceText';
import { type NoneSentence, noneSentencesOf, realItems } from '../sections/noneSentences';
import type { Section } from '../sections/sections';
import type { Block } from './chunk';
import type { Issue } from './issue';
import type { IssuePart } from './part';
import type { Piece } from './piece';

/** The line that ends Crate of the Week and Quote of the Week; what follows is the same every week. */
const CALL_FOR_MORE = /\bplease submit\b/i;
const FOOTER = /^(?:[*_]?(?:This Week in Rust\b.{0,4} is edited by|Email list hosting)|<small>\[Discuss on )/;

/** What the editors wrote into a section this week: its blocks above the line that asks for more. */
export function weeklyBlocks(issue: IssuePart, section: Section): Block[] {
  const blocks: Block[] = [];
  for (const block of startingIn(issue.blocks, section.body)) {
    const link = issue.links[indexBefore(issue.links, block.start)];
    if (link?.start === block.start && CALL_FOR_MORE.test(link.text)) break;
    if (FOOTER.test(issue.source.slice(block))) break;
    if (block.type === 'html' || block.type === 'definition' || issue.inComment(block.start)) continue;
    blocks.push(block);
  }
  return blocks;
}

/** What the week has brought into a section, or into the part of it that stands in a piece. */
export interface SectionContents {
  /** Text above the line that asks for more. */
  readonly text: boolean;
  /** A none sentence, or an item with a link. */
  readonly listed: boolean;
  readonly webLink: boolean;
  readonly event: boolean;
  /** The definition of the search for merged pull requests. */
  readonly merged: boolean;
}

/** What the week has brought into each of a piece's areas, in their order. */
export function contentsOf(piece: Piece): readonly SectionContents[] {
  return piece.answer(contentsOf, () => {
    const sentences = noneSentencesOf(piece);
    return piece.areas.map((section) => contentsOfPart(piece, section, sentences));
  });
}

function contentsOfPart(
  part: IssuePart,
  section: Section,
  sentences: readonly NoneSentence[],
): SectionContents {
  const whole = { start: section.start, end: section.body.end };
  return {
    text: weeklyBlocks(part, section).length > 0,
    listed:
      sentences.some((sentence) => sentence.section === section) ||
      realItems(section, sentences).some((item) => item.links.length > 0),
    webLink: startingIn(part.links, whole).some(({ url }) => /^https?:/.test(url)),
    event: startingIn(part.events, whole).length > 0,
    merged: startingIn(part.definitions, whole).some(({ label }) => label === 'merged'),
  };
}

/** @param ranges in order */
function startingIn<T extends Range>(ranges: readonly T[], { start, end }: Range): readonly T[] {
  return ranges.slice(
    firstIndex(ranges, (range) => range.start >= start),
    firstIndex(ranges, (range) => range.start >= end),
  );
}

/** What the sections with a key have, all together. */
interface KeyedContents extends SectionContents {
  readonly key: string | undefined;
}

/**
 * What sections have, by their keys.
 *
 * @param sections of an issue, or their parts
 * @param keyOf the key of one of them
 */
export function contentsByKey<S extends SectionContents>(
  sections: readonly S[],
  keyOf: (section: S) => string | undefined,
): KeyedContents[] {
  const byKey = new Map<string | undefined, { -readonly [K in keyof KeyedContents]: KeyedContents[K] }>();
  for (const section of sections) {
    const key = keyOf(section);
    const { text, listed, webLink, event, merged } = section;
    const known = byKey.get(key);
    if (!known) {
      byKey.set(key, { key, text, listed, webLink, event, merged });
      continue;
    }
    known.text ||= text;
    known.listed ||= listed;
    known.webLink ||= webLink;
    known.event ||= event;
    known.merged ||= merged;
  }
  return [...byKey.values()];
}

/**
 * Whether a section has what the template's comment in it asks for, so that the comment is just left over.
 *
 * @param key of the section, e.g. `cfp/projects`; sections inside it count
 * @param sections what those of the issue have
 */
export function isFilled(key: string, sections: readonly KeyedContents[]): boolean {
  // The groups of "Tracking Issues & PRs" have keys beside it, not below.
  const area = key === 'fcp/tracking' ? 'fcp' : key;
  const own = sections.filter(
    ({ key: of }) => of === area || (of?.startsWith(`${area}/`) && (area === key || of !== 'fcp/rfcs')),
  );
  switch (key) {
    case 'cotw':
    case 'qotw':
    case 'perf':
      return own.some(({ text }) => text);
    case 'project':
      return sections.some(({ merged }) => merged);
    case 'events':
      return sections.some(({ event }) => event);
    case 'jobs':
      return own.some(({ webLink }) => webLink);
  }
  return own.some(({ listed }) => listed);
}

/** {@link isFilled} of a whole issue. */
export function isSectionFilled({ pieces }: Pick<Issue, 'pieces'>, key: string): boolean {
  const parts = pieces.flatMap(({ piece }) =>
    contentsOf(piece).map((contents, n) => ({ key: piece.areas[n]!.spec?.key, ...contents })),
  );
  return isFilled(
    key,
    contentsByKey(parts, (part) => part.key),
  );
}
