import { parseFrontMatter } from '../../markdown/index';
import { isWhole } from '../../newsletter/issue/frontMatter';
import { isMeant } from '../../newsletter/issue/headings';
import type { Issue } from '../../newsletter/issue/issue';
import type { Item } from '../../newsletter/issue/items';
import { placeholderOfComment } from '../../newsletter/placeholders/placeholders';
import { EDITOR_NOTES } from '../../newsletter/placeholders/specs';
import { normalizeTitle } from '../../newsletter/sections/titles';
import { mendedTitle } from '../../newsletter/titles/house';
import type { Edit } from '../../text/edits';
import { append } from '../../text/lists';
import { shortened } from '../../text/shortened';
import { plainSnippet } from '../../text/snippet';
import { indexBefore, type Range } from '../../text/sourceText';
import { collapsed } from '../../text/whitespace';
import { readClipping } from '../clipping/clipping';
import { ageProblem, isTriage, readTriage } from './triage';

/** What sections are filled from, read as an issue of the same era. */
export interface Material {
  readonly kind: 'triage' | 'clipping' | 'sections';
  /** The text without what is no part of an issue, under the front matter of the issue to fill. */
  readonly source: Issue;
  /** How many of its lines were put in front of the text that was given. */
  readonly lead: number;
  /** What was left out, and what looks wrong; lines count from 1 in the text as it was given. */
  readonly notes: readonly Note[];
}

export interface Note {
  readonly line: number;
  readonly message: string;
}

export interface MaterialInput {
  /** The issue to fill. */
  readonly issue: Issue;
  readonly text: string;
  /** Path of the file, as much of it as is known; tells the address of a triage report. */
  readonly name?: string;
  /** Revision in which the file was read. */
  readonly revision?: string;
}

/** Lists of an issue have no numbers. */
const NUMBERED_LINK = /^([ \t]*)\d{1,3}[.)][ \t]+(?=(?:\[\w+\][ \t]+)*\[)/gm;

/** Reads a text that sections are to be filled from. */
export function readMaterial({ issue, text, name, revision }: MaterialInput): Material {
  const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  if (isTriage(plain)) {
    const triage = readTriage(issue, plain, name, revision);
    const problem = ageProblem(triage, issue);
    return {
      kind: 'triage',
      source: readAs(issue, `### Rust Compiler Performance Triage\n\n${triage.body}\n`).source,
      lead: 4,
      notes: [
        ...(problem ? [{ line: 1, message: problem }] : []),
        ...(triage.cutAt === undefined
          ? []
          : [{ line: triage.cutAt, message: 'Left out: the list of single changes' }]),
      ],
    };
  }
  const { source: given, lead } = readAs(issue, plain.replace(NUMBERED_LINK, '$1* '));
  const clipping = given.headings.some(isMeant) ? undefined : readClipping(plain);
  if (clipping) {
    const heading = clipping.kind === 'quote' ? '# Quote of the Week' : '## Crate of the Week';
    const text = `${heading}\n\n${plainSnippet(clipping.text)}\n`;
    return { kind: 'clipping', source: readAs(issue, text).source, lead: 4, notes: [] };
  }
  const source = given.with(levelEdits(given));
  const left = surplus(source);
  const notes = left
    .filter((range) => source.source.slice(range).trim() !== '---')
    .map((range) => ({
      line: source.source.lineNumberAt(range.start) + 1 - lead,
      message: `Left out: “${firstWords(source.source.slice(range))}”`,
    }));
  // Lines stay where they are, so that what is told about them later is right.
  const cut = left.map((range) => ({ ...range, text: source.source.slice(range).replace(/[^\n]/g, '') }));
  const kept = source.with(cut);
  return { kind: 'sections', source: kept.with(titleEdits(kept)), lead, notes };
}

/** Reads a text as an issue of the same date. @returns it with the number of lines put in front */
function readAs(issue: Issue, text: string): { source: Issue; lead: number } {
  const own = isWhole(parseFrontMatter(text));
  const front = own
    ? ''
    : `Title: This Week in Rust\nDate: ${issue.date ?? '2026-01-01'}\nCategory: This Week in Rust\n\n`;
  return { source: issue.with(front + text), lead: own ? 0 : 4 };
}

/**
 * Headings that an issue has once, but at another level: without the heading that they stand under nothing else tells
 * where they belong.
 */
function levelEdits({ source, sections, profile }: Issue): Edit[] {
  return sections.flatMap(({ spec, heading: { start, text, level } }): Edit[] => {
    if (spec) return [];
    const title = normalizeTitle(text);
    const [own, ...others] = profile.sections.filter((each) => normalizeTitle(each.title) === title);
    const marks = '#'.repeat(level);
    return own && others.length === 0 && source.text.startsWith(marks, start)
      ? [{ start, end: start + level, text: '#'.repeat(own.level) }]
      : [];
  });
}

/**
 * What never belongs into an issue: what stands above the first heading, notes to editors with all that follows them up
 * to the next heading, comments, rules between parts.
 */
function surplus(source: Issue): Range[] {
  const { text } = source.source;
  const ranges: Range[] = [];
  const first = source.headings[0]?.start ?? text.length;
  if (text.slice(source.frontMatter.bodyStart, first).trim() !== '')
    ranges.push({ start: source.frontMatter.bodyStart, end: first });
  const notes = inOrder(notesToEditors(source));
  const rules = source.blocks.filter(({ type }) => type === 'thematicBreak');
  const others = inOrder([...rules, ...source.comments]);
  for (const { body } of source.sections) {
    const [note] = beginningIn(notes, body);
    if (note) ranges.push({ start: note.start, end: body.end });
    append(ranges, beginningIn(others, { start: body.start, end: note?.start ?? body.end }));
  }
  return inOrder(ranges);
}

/** Where an issue has notes to editors: comments and paragraphs. */
function notesToEditors({ source, comments, blocks }: Issue): Range[] {
  return [
    ...comments.filter(({ text }) => {
      const id = placeholderOfComment(text)?.id;
      return id === 'commit-message' || id === 'cft-message';
    }),
    ...blocks.filter((block) => {
      const words = collapsed(source.slice(block));
      return EDITOR_NOTES.some((note) => words.startsWith(note));
    }),
  ];
}

function inOrder(ranges: readonly Range[]): Range[] {
  return [...ranges].sort((a, b) => a.start - b.start);
}

/** @param ranges in order */
function beginningIn(ranges: readonly Range[], { start, end }: Range): Range[] {
  return ranges.slice(indexBefore(ranges, start - 1) + 1, indexBefore(ranges, end - 1) + 1);
}

/** Mends the titles of items that would break: generics, brackets without a partner. */
function titleEdits(source: Issue): Edit[] {
  const all = (items: readonly Item[]): Item[] => items.flatMap((item) => [item, ...all(item.children)]);
  return all(source.items).flatMap((item): Edit[] => {
    const broken = titleOfBrokenLink(source, item);
    const titles = item.links.filter(({ kind }) => kind === 'inline').map(({ textRange }) => textRange);
    return (broken ? [broken] : titles).flatMap((title) => {
      const text = source.source.slice(title);
      // The text of a link, bold as a whole.
      const mended = /^\*\*.*\*\*$/.test(text) ? text : mendedTitle(text);
      return mended === text ? [] : [{ ...title, text: mended }];
    });
  });
}

/**
 * A title with a bracket in the way, so that the site sees no link or one of its end: from the first bracket after the
 * markers to the address.
 */
function titleOfBrokenLink({ source }: Issue, item: Item): Range | undefined {
  const start = item.markers.at(-1)?.end ?? item.content.start;
  // What the site takes for no link, or for one of its end.
  const match = /^([ \t]*\[)(.*)\]\(https?:\/\/[^\s()]+\)[ \t]*$/.exec(
    source.text.slice(start, item.content.end),
  );
  if (!match) return undefined;
  const from = start + match[1]!.length;
  if (item.links.some((link) => link.start < from)) return undefined;
  return { start: from, end: from + match[2]!.length };
}

function firstWords(text: string): string {
  const words = collapsed(text.replace(/<!--|-->/g, ' ')).trim();
  return shortened(words, 60);
}
