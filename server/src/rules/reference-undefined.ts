import { normalizeLabel } from '../markdown/labels';
import { addDays } from '../newsletter/issue/date';
import type { Piece } from '../newsletter/issue/piece';
import type { Range } from '../text/sourceText';
import { definePieceRule, type Fix, type Report } from './rule';

export default definePieceRule({
  id: 'reference-undefined',
  summary: 'A link by a label that is not defined',
  why: 'The site shows both pairs of brackets instead of a link.',
  severity: 'error',
  fix: 'sometimes',
  tags: ['changesSite'],
  examples: [
    {
      title: 'a label without definition',
      bad: 'Please submit tasks [here][guidelines].\n',
      found: ['1:21-39: [guidelines] is not defined anywhere'],
      fixes: ['Insert the definition'],
      good: 'Please submit tasks [here][guidelines].\n\n[guidelines]: https://example.com/guidelines\n',
    },
    {
      title: 'an address for a label',
      bad: '* [A post][https://example.com/a]\n',
      found: ['1:3-34: The address belongs in parentheses'],
      fixes: ['Use parentheses'],
      good: '* [A post](https://example.com/a)\n',
    },
    {
      title: 'a definition that is text',
      bad: '## Updates from Rust Community\n\n* [A post][post]\n    [post]: https://example.com/a\n',
      found: ['4:5-34: The site shows this definition of [post] as text of the item above it'],
      fixes: ['Insert a blank line above it'],
      good: '## Updates from Rust Community\n\n* [A post][post]\n\n[post]: https://example.com/a\n',
    },
  ],
  check(piece, report) {
    const { text } = piece.source;
    const swallowed = swallowedDefinitions(piece);
    for (const definition of swallowed) report(definition.report);
    const told = new Set(swallowed.map(({ label }) => label));
    for (const { end, pairs } of piece.brackets) {
      for (const [n, pair] of pairs.entries()) {
        const next = pairs[n + 1];
        if (!next || next.start !== pair.end || next.target || next.openTarget !== undefined) continue;
        // `array[i][j]` is code that somebody forgot to mark.
        if (/[\p{L}\p{N}_)\]]/u.test(text[pair.start - 1] ?? ' ')) continue;
        if (/^ ?\(/.test(text.slice(next.end, next.end + 2)) || pairs[n + 2]?.start === next.end) continue;
        const written = text.slice(next.start + 1, next.end - 1) || text.slice(pair.start + 1, pair.end - 1);
        // `[ZH][EN]` are two markers.
        if (/^(?:[A-Z]{2}|video|audio|series)$/.test(written)) continue;
        const label = normalizeLabel(written);
        if (piece.labels.has(label) || told.has(label) || /^\^/.test(label)) continue;
        const at = { start: pair.start, end: next.end };
        if (/^https?:\/\/[^\s()]+$/.test(written)) {
          report({
            at,
            message: 'The address belongs in parentheses',
            fixes: [parenthesesFix(next, written)],
          });
          continue;
        }
        report({
          at,
          message: `[${written}] is not defined anywhere`,
          fixes: definitionFix(piece, label, end),
        });
      }
    }
  },
});

/** Lines that look like definitions and that the site takes for text of the item or paragraph above them. */
function swallowedDefinitions({ lines, definitions, source }: Piece): { label: string; report: Report }[] {
  return lines.flatMap((line) => {
    if (line.kind !== 'text' || line.head === line.number || line.lost === 'code') return [];
    const at = { start: line.first, end: line.end };
    // A definition that the site takes for text.
    const label = /^\[([^\][]+)\]:[ \t]*<?(?:https?:\/\/|mailto:)\S+$/.exec(source.slice(at).trimEnd())?.[1];
    if (label === undefined || definitions.some(({ start }) => start >= line.start && start <= line.end))
      return [];
    const above = lines.find(({ number }) => number === line.head)?.kind === 'item' ? 'item' : 'paragraph';
    const report: Report = {
      at,
      message: `The site shows this definition of [${label}] as text of the ${above} above it`,
      fixes: [
        {
          title: 'Insert a blank line above it',
          preferred: true,
          edits: () => [{ start: source.line(line.number - 1).end, end: line.first, text: '\n\n' }],
        },
      ],
    };
    return [{ label: normalizeLabel(label), report }];
  });
}

/** `[A post][https://example.com/a]` */
function parenthesesFix({ start, end }: Range, url: string): Fix {
  return { title: 'Use parentheses', all: true, edits: () => [{ start, end, text: `(${url})` }] };
}

const GUIDELINES =
  'https://github.com/rust-lang/this-week-in-rust?tab=readme-ov-file#call-for-participation-guidelines';

/** Labels that every issue defines. */
function definitionFix(piece: Piece, label: string, end: number): Fix[] {
  const url = label === 'guidelines' ? GUIDELINES : label === 'merged' ? mergedQuery(piece) : undefined;
  if (!url) return [];
  return [
    {
      title: 'Insert the definition',
      preferred: true,
      edits: () => [{ start: end, end, text: `\n\n[${label}]: ${url}` }],
    },
  ];
}

function mergedQuery({ date }: Piece): string | undefined {
  if (!date) return undefined;
  const range = `${addDays(date, -8)}..${addDays(date, -1)}`;
  return `https://github.com/search?q=is%3Apr+org%3Arust-lang+is%3Amerged+merged%3A${range}`;
}
