import type { Link } from '../newsletter/issue/chunk';
import { weeklyBlocks } from '../newsletter/issue/contents';
import type { Piece } from '../newsletter/issue/piece';
import { projectOfAddress } from '../newsletter/links/addressTitle';
import type { Section } from '../newsletter/sections/sections';
import type { Range } from '../text/sourceText';
import { nearlySame } from '../text/words';
import { fillBelow } from './fillBelow';
import { definePieceRule, type Report } from './rule';

const OPENING = /^This week['’]s crates? (?:is|are) /;
/** Two crates in one week, e.g. issue 428. */
const OTHER_OPENING =
  /^This week (?:we have|features|brings) \S+ crates?\b|^This week,? there (?:was|were) no /i;
const SENTENCE_END = /[.!?…](?:[)\]"'*_`”’]|\s|\p{Extended_Pictographic}|\ufe0f)*$/u;
const CRATE_PAGE = /^https:\/\/(?:www\.)?(?:crates\.io\/crates|docs\.rs|lib\.rs\/crates)\/([\w-]+)\/?$/;

/** The paragraph that presents the crate of the week. */
export default definePieceRule({
  id: 'cotw-form',
  in: ['cotw'],
  summary: 'The crate of the week is not presented in the usual form',
  why: "“This week's crate is” with a link and a full sentence: a sentence cut off at its end has been published (#8262).",
  severity: 'warning',
  releaseSeverity: 'error',
  fix: 'sometimes',
  examples: [
    {
      title: 'the sentence is cut off',
      bad: "## Crate of the Week\n\nThis week's crate is [a](https://example.com/a), a crate to\n",
      found: ['3:58-60: This sentence has no full stop at its end'],
      fixes: ['Add the full stop'],
      good: "## Crate of the Week\n\nThis week's crate is [a](https://example.com/a), a crate to show an example.\n",
    },
    {
      title: 'without a link',
      bad: "## Crate of the Week\n\nThis week's crate is a, a crate to show an example.\n",
      found: ["3:1-52: The crate has no link: “This week's crate is [name](address), …”"],
      good: "## Crate of the Week\n\nThis week's crate is [a](https://example.com/a), a crate to show an example.\n",
    },
  ],
  check(piece, report) {
    for (const section of piece.sections) {
      if (section.spec?.key !== 'cotw') continue;
      if (piece.placeholders.some(({ spec }) => spec.id === 'cotw')) continue;
      const first = weeklyBlocks(piece, section)[0];
      if (first) for (const found of problems(piece, first)) report(found);
      else
        report({
          at: headingLine(section),
          message: 'The crate of the week is missing',
          fixes: fillBelow('cotw', section.heading),
        });
    }
  },
});

function problems(piece: Piece, block: Range): Report[] {
  const text = piece.source.slice(block);
  // Thanks in the same paragraph: the sentence on the crate ends before it.
  const thanks = /[\r\n]+Thank/.exec(text);
  const at = { start: block.start, end: block.start + (thanks?.index ?? text.length) };
  const sentence = piece.source.slice(at).trimEnd();
  const link = piece.links.find(({ start, end }) => start >= at.start && end <= at.end);
  if (!link) return [{ at, message: "The crate has no link: “This week's crate is [name](address), …”" }];
  const found: Report[] = [];
  if (!OPENING.test(sentence) && !OTHER_OPENING.test(sentence)) {
    const opening = { start: at.start, end: link.start };
    const words = piece.source.slice(opening);
    // Only where the beginning is a slip of the usual one: an editor may start another way on purpose.
    const slip = /w\w*e|ek/i.test(words) && nearlySame(words.trim().toLowerCase(), "this week's crate is", 3);
    found.push({
      at: opening.end > opening.start ? opening : link,
      message: "This paragraph usually begins with “This week's crate is”",
      fixes: slip
        ? [
            {
              title: "Write “This week's crate is”",
              all: true,
              edits: () => [{ ...opening, text: "This week's crate is " }],
            },
          ]
        : [],
    });
  }
  const name = link.text.replace(/\\/g, '').trim();
  const page = CRATE_PAGE.exec(link.url)?.[1] ?? repositoryLike(link);
  if (page && normal(page) !== normal(name) && nearlySame(normal(page), normal(name), 1)) {
    found.push({
      at: link.textRange,
      message: `The address is that of “${page}”, the name says “${name}”`,
      fixes: [{ title: `Write “${page}”`, edits: () => [{ ...link.textRange, text: page }] }],
    });
  }
  const behind = link.end;
  const rest = piece.source.text.slice(behind, at.end);
  if (/^,\w/.test(rest))
    found.push({
      at: { start: behind, end: behind + 1 },
      message: 'A space is missing after the comma',
      fixes: [
        {
          title: 'Add the space',
          all: true,
          edits: () => [{ start: behind + 1, end: behind + 1, text: ' ' }],
        },
      ],
    });
  const blanks = /^\s+(?=,)/.exec(rest)?.[0].length ?? 0;
  if (blanks > 0)
    found.push({
      at: { start: behind, end: behind + blanks },
      message: 'There is a space before the comma',
      fixes: [
        {
          title: 'Remove the space',
          all: true,
          edits: () => [{ start: behind, end: behind + blanks, text: '' }],
        },
      ],
    });
  if (/^ (?:an?|the|which|with|\w+['’]s?) /.test(rest))
    found.push({
      at: { start: behind, end: behind + 2 },
      message: 'A comma is missing after the name of the crate',
      fixes: [
        { title: 'Add the comma', all: true, edits: () => [{ start: behind, end: behind, text: ',' }] },
      ],
    });
  const end = at.start + sentence.length;
  if (/[^.]\.\.$/.test(sentence))
    found.push({
      at: { start: end - 2, end },
      message: 'There are two full stops at the end of this sentence',
      fixes: [{ title: 'Remove one of them', all: true, edits: () => [{ start: end - 1, end, text: '' }] }],
    });
  if (!SENTENCE_END.test(sentence)) {
    found.push({
      at: { start: lastWord(piece, at.start, end), end },
      message: 'This sentence has no full stop at its end',
      // What the sentence would have gone on with.
      fixes: [
        {
          title: 'Add the full stop',
          edits: () => [{ start: /[,;:]$/.test(sentence) ? end - 1 : end, end, text: '.' }],
        },
      ],
    });
  }
  return found;
}

/** The repository of a crate, where its name has as many letters: it may have another name, but hardly one with other letters. */
function repositoryLike({ url, text }: Link): string | undefined {
  const name = projectOfAddress(url);
  return name !== undefined && normal(name).length === normal(text).length ? name : undefined;
}

/** Capitals, blanks and underscores are a matter of taste (`GrimoireCSS`, `cargo cat`). */
function normal(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** Where the last word before `end` begins. A pattern would look for it from each place of the sentence. */
function lastWord({ source: { text } }: Piece, start: number, end: number): number {
  let at = end;
  while (at > start && !/\s/.test(text[at - 1]!)) at -= 1;
  return at;
}

function headingLine(section: Section): Range {
  return { start: section.start, end: section.heading.end };
}
