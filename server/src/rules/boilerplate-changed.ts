import { FIXED_PARAGRAPHS } from '../newsletter/eras/boilerplate';
import type { Piece } from '../newsletter/issue/piece';
import { type Paragraph, paragraphs } from '../newsletter/sections/bodies';
import { difference, isAddressChange, STRAY_WORD } from '../newsletter/sections/fixedText';
import { groupAddressSlips } from '../newsletter/sections/groupAddresses';
import { sentenceSlip } from '../newsletter/sections/weeklySentences';
import { editDistance } from '../text/editDistance';
import type { Range } from '../text/sourceText';
import { collapsed } from '../text/whitespace';
import { definePieceRule, type Report } from './rule';

/** More changes than this make another wording, which is for the editors to choose. */
const MAX_CHANGES = 4;
/** As much text pasted into a fixed paragraph (or cut from it) in one place is an accident. */
const MAX_PIECE = 40;
/** With the fixed words before and after it even a whole address is no addition of the editors. */
const MAX_INSIDE = 200;
/** A shorter text may be anything. */
const SHORTEST = 20;

/** Every version a template ever had that is the same in all issues, white space collapsed. */
const VERSIONS: readonly string[] = FIXED_PARAGRAPHS.flatMap(({ versions }) =>
  versions.map(collapsed).filter((text) => !text.includes('{url}')),
);
const KNOWN: ReadonlySet<string> = new Set(VERSIONS);

/** Damage to the text that every issue has: a stray character, a lost bracket, half a line pasted over. */
export default definePieceRule({
  id: 'boilerplate-changed',
  summary: 'Fixed text with a stray change',
  why: 'Nobody reads the fixed paragraphs any more, so a key pressed in the wrong window stays: issue 517 went out with a broken address in one.',
  severity: 'info',
  fix: 'never',
  yieldsTo: ['definition-duplicate'],
  examples: [
    {
      title: 'a stray character in an address',
      bad: '[submit_crate]: htt®ps://users.rust-lang.org/t/crate-of-the-week/2704\n',
      found: ['1:20-21: “®” does not belong in this fixed text'],
      fixes: ['Restore the usual text'],
      good: '[submit_crate]: https://users.rust-lang.org/t/crate-of-the-week/2704\n',
    },
    {
      title: 'a word at the end',
      bad: 'Some of these tasks may also have mentors available, visit the task page for more information. asdf\n',
      found: ['1:95-100: “ asdf” does not belong in this fixed text'],
      fixes: ['Restore the usual text'],
      good: 'Some of these tasks may also have mentors available, visit the task page for more information.\n',
    },
    {
      title: 'a tag that lost its beginning',
      bad: '<small>[Discuss on r/rust](https://www.reddit.com/r/rust/comments/abc/this_week_in_rust_640/)small>\n',
      found: ['1:93-94: “</” is missing from this fixed text'],
      fixes: ['Restore the usual text'],
      good: '<small>[Discuss on r/rust](https://www.reddit.com/r/rust/comments/abc/this_week_in_rust_640/)</small>\n',
    },
    {
      title: 'a slip in a sentence of every week',
      bad: 'Traige done by **@someone**.\n',
      found: ['1:3-5: This fixed text usually says “ia”, not “ai”'],
      fixes: ['Restore the usual text'],
      good: 'Triage done by **@someone**.\n',
    },
  ],
  check(piece, report) {
    for (const paragraph of paragraphs(piece)) {
      if (KNOWN.has(paragraph.text)) continue;
      const finding = damage(piece, paragraph);
      if (finding) report(finding);
    }
    for (const { start, end, kind } of piece.lines) {
      if (kind !== 'text' && kind !== 'html') continue;
      const finding = damagedSentence(piece, { start, end });
      if (finding) report(finding);
    }
    for (const link of piece.links) {
      const key = link.kind === 'inline' ? mainKey(piece, link.start) : undefined;
      if (key === undefined) continue;
      for (const { start, end, text } of groupAddressSlips(key, link.title, link.url)) {
        const at = { start: link.urlRange.start + start, end: link.urlRange.start + end };
        report({
          at,
          message: `The address of “${link.title}” has “${text}” here, not “${link.url.slice(start, end)}”`,
          fixes: [{ title: `Write “${text}”`, preferred: true, edits: () => [{ ...at, text }] }],
        });
      }
    }
  },
});

/** The main part of the section whose groups a link may name, `cft` or `fcp` if it has any. */
function mainKey(piece: Piece, offset: number): string | undefined {
  let section = piece.sectionAt(offset);
  while (section && !section.spec) section = section.parent;
  return section?.spec?.key.split('/')[0];
}

function damage(piece: Piece, paragraph: Paragraph): Report | undefined {
  let best: string | undefined;
  let fewest = MAX_CHANGES + 1;
  for (const text of VERSIONS) {
    const limit = Math.min(MAX_CHANGES, Math.floor(text.length / 10));
    const distance = editDistance(paragraph.text, text, limit);
    if (distance <= limit && distance < fewest) [best, fewest] = [text, distance];
  }
  best ??= VERSIONS.find((text) => hasStrayPiece(paragraph.text, text));
  if (best === undefined || isAddressChange(paragraph.text, best)) return undefined;
  // `_This Week in Rust_` within a paragraph is what formatters write, see `formatter-damage`.
  if (!paragraph.text.startsWith('_') && paragraph.text.replaceAll('_', '*') === best.replaceAll('_', '*'))
    return undefined;
  return finding(piece, paragraph, best);
}

/** Known text with something pasted into it or cut out of it in one place. */
function hasStrayPiece(found: string, known: string): boolean {
  if (known.length < SHORTEST || found.length > known.length + MAX_INSIDE) return false;
  const { start, foundEnd, knownEnd } = difference(found, known);
  const added = foundEnd - start;
  const lost = knownEnd - start;
  const inside = lost === 0 && start > 0 && knownEnd < known.length;
  if (inside && /^(?:\S|\s*\S+\s*$)/.test(found.slice(start, foundEnd))) return true;
  if (lost === 0 && start === known.length && STRAY_WORD.test(found.slice(start))) return true;
  if (known.length < MAX_PIECE * 2) return false;
  // Whole sentences behind or in front are somebody's addition.
  if (lost === 0) return added <= MAX_PIECE && /^\S/.test(found.slice(start, foundEnd)) && start > 0;
  if (added > 0) return false;
  if (lost <= MAX_PIECE && start > 0) return true;
  return lost * 2 < known.length && areSentences(known, start, lost);
}

/** Whether what was cut out of a text, or just as well a little further up, is made of whole sentences. */
function areSentences(known: string, start: number, length: number): boolean {
  for (let at = start; at >= 0; at -= 1) {
    if (endsSentence(known, at) && endsSentence(known, at + length)) return true;
    if (known[at - 1] !== known[at + length - 1]) return false;
  }
  return false;
}

/** Whether a sentence ends at an offset, before the blank behind it or after that. */
function endsSentence(text: string, at: number): boolean {
  return at === 0 || at === text.length || /[.!?] /.test(text.slice(Math.max(0, at - 2), at + 1));
}

/** What is wrong with one of the sentences that differ from week to week in one place. */
function damagedSentence({ source }: Piece, line: Range): Report | undefined {
  const text = source.slice(line);
  const start = line.start + text.length - text.trimStart().length;
  const slip = sentenceSlip(text.trim());
  if (!slip) return undefined;
  const at = { start: start + slip.start, end: start + slip.end };
  return damageAt(source.text, start, at, slip.text);
}

function finding(piece: Piece, paragraph: Paragraph, expected: string): Report {
  const raw = piece.source.text.slice(paragraph.start, paragraph.end);
  // Offsets of the collapsed text in the real one.
  const offsets: number[] = [];
  for (const match of raw.matchAll(/\s+|\S/g)) offsets.push(paragraph.start + match.index);
  offsets.push(paragraph.end);
  const { start, foundEnd, knownEnd } = difference(paragraph.text, expected);
  const at = { start: offsets[start]!, end: offsets[foundEnd]! };
  return damageAt(piece.source.text, paragraph.start, at, expected.slice(start, knownEnd));
}

/**
 * @param first where the fixed text begins
 * @param at where it is damaged: empty where something is missing
 * @param text what should be there
 */
function damageAt(source: string, first: number, at: Range, text: string): Report {
  const found = source.slice(at.start, at.end);
  const end = Math.max(first + 1, at.start);
  const shown = found === '' ? { start: end - 1, end } : at;
  return {
    at: shown,
    message:
      text === ''
        ? `“${found}” does not belong in this fixed text`
        : found === ''
          ? `“${text}” is missing from this fixed text`
          : `This fixed text usually says “${text}”, not “${found}”`,
    fixes: [{ title: 'Restore the usual text', preferred: true, edits: () => [{ ...at, text }] }],
  };
}
