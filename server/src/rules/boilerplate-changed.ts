import { FIXED_PARAGRAPHS } from '../newsletter/eras/boilerplate';
import type { Piece } from '../newsletter/issue/piece';
import { type Paragraph, paragraphs } from '../newsletter/sections/bodies';
import { difference, isAddressChange } from '../newsletter/sections/fixedText';
import { groupAddressSlips } from '../newsletter/sections/groupAddresses';
import { editDistance } from '../text/editDistance';
import { collapsed } from '../text/whitespace';
import { definePieceRule, type Report } from './rule';

/** More changes than this make another wording, which is for the editors to choose. */
const MAX_CHANGES = 4;
/** As much text pasted into a fixed paragraph (or cut from it) in one place is an accident. */
const MAX_PIECE = 40;
/** With the fixed words before and after it even a whole address is no addition of the editors. */
const MAX_INSIDE = 200;
/** One word after the last sentence. */
const STRAY_WORD = /^\s*\S{1,20}$/;
/** A shorter text may be anything. */
const SHORTEST = 20;

/** Every version a template ever had, white space collapsed. */
const VERSIONS: readonly {
  readonly head: string;
  readonly tail: string | undefined;
  readonly text: string;
}[] = FIXED_PARAGRAPHS.flatMap(({ versions }) =>
  versions.map((version) => {
    const text = collapsed(version);
    const [head, tail] = text.split('{url}');
    return { head: head!, tail, text };
  }),
);
const KNOWN: ReadonlySet<string> = new Set(VERSIONS.map(({ text }) => text));

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
  ],
  check(piece, report) {
    for (const paragraph of paragraphs(piece)) {
      if (KNOWN.has(paragraph.text)) continue;
      const finding = damage(piece, paragraph);
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
  for (const { head, tail } of VERSIONS) {
    if (tail === undefined || !paragraph.text.startsWith(head)) continue;
    const end = /^[^\s)]*/.exec(paragraph.text.slice(head.length))![0].length + head.length;
    const rest = paragraph.text.slice(end);
    if (rest === tail || (tail !== ')' && editDistance(rest, tail, MAX_CHANGES) > MAX_CHANGES))
      return undefined;
    // What follows the address of the jobs is for `jobs-link`, but for a word that got there by accident.
    if (tail === ')' && !(rest.startsWith(tail) && STRAY_WORD.test(rest.slice(1)))) return undefined;
    return finding(piece, paragraph, paragraph.text.slice(0, end) + tail);
  }
  let best: string | undefined;
  let fewest = MAX_CHANGES + 1;
  for (const { text, tail } of VERSIONS) {
    if (tail !== undefined) continue;
    const limit = Math.min(MAX_CHANGES, Math.floor(text.length / 10));
    const distance = editDistance(paragraph.text, text, limit);
    if (distance <= limit && distance < fewest) [best, fewest] = [text, distance];
  }
  best ??= VERSIONS.find(({ text, tail }) => tail === undefined && hasStrayPiece(paragraph.text, text))?.text;
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

function finding(piece: Piece, paragraph: Paragraph, expected: string): Report {
  const raw = piece.source.text.slice(paragraph.start, paragraph.end);
  // Offsets of the collapsed text in the real one.
  const offsets: number[] = [];
  for (const match of raw.matchAll(/\s+|\S/g)) offsets.push(paragraph.start + match.index);
  offsets.push(paragraph.end);
  const { start, foundEnd, knownEnd } = difference(paragraph.text, expected);
  const at = { start: offsets[start]!, end: offsets[foundEnd]! };
  const text = expected.slice(start, knownEnd);
  const shown =
    at.end > at.start ? at : { start: offsets[Math.max(0, start - 1)]!, end: offsets[Math.max(1, start)]! };
  return {
    at: shown,
    message:
      text === ''
        ? `“${paragraph.text.slice(start, foundEnd)}” does not belong in this fixed text`
        : foundEnd === start
          ? `“${text}” is missing from this fixed text`
          : `This fixed text usually says “${text}”, not “${paragraph.text.slice(start, foundEnd)}”`,
    fixes: [{ title: 'Restore the usual text', preferred: true, edits: () => [{ ...at, text }] }],
  };
}
