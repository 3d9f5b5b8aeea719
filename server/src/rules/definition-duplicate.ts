import type { Range } from '../text/sourceText';
import { defineIssueRule, type Fact, type Place, type Placed } from './rule';

/** One label with two addresses: site and GitHub do not agree on which of them counts. */
export default defineIssueRule({
  id: 'definition-duplicate',
  summary: 'A label is defined twice, with different addresses',
  why: 'The site uses the last definition of a label, GitHub the first: what is reviewed is not what is published.',
  severity: 'warning',
  fix: 'never',
  tags: ['url'],
  examples: [
    {
      title: 'one label, two addresses',
      bad: 'Submit tasks [here][tasks].\n\n[tasks]: https://example.com/old\n[tasks]: https://example.com/new\n',
      found: ['3:1-33: [tasks] is defined again below with another address, which the site uses'],
      fixes: ['Delete this definition', 'Delete the other definition'],
      good: 'Submit tasks [here][tasks].\n\n[tasks]: https://example.com/new\n',
    },
  ],
  facts: (piece) =>
    piece.definitions.map(({ start, end, label, url }): LabelFact => {
      const { source } = piece;
      const lines = {
        start: source.lineAt(start).start,
        end: source.fullLine(source.lineNumberAt(Math.max(start, end - 1))).end,
      };
      return { at: { start, end }, label, url, places: { lines } };
    }),
  check(_, definitions: readonly Placed<LabelFact>[], report) {
    const last = new Map(definitions.map((definition) => [definition.label, definition]));
    for (const definition of definitions) {
      const counts = last.get(definition.label)!;
      if (counts === definition || counts.url === definition.url) continue;
      const remove = (title: string, lines: Place) => ({ title, place: lines });
      const fixes = [
        remove('Delete this definition', definition.places.lines),
        remove('Delete the other definition', counts.places.lines),
      ];
      report({
        at: definition.at,
        message: `[${definition.label}] is defined again below with another address, which the site uses`,
        fixes: (_issue, at) =>
          fixes.map(({ title, place }) => ({ title, edits: () => [{ ...at(place), text: '' }] })),
        related: [{ at: counts.at, message: 'The definition that the site uses' }],
        unnecessary: true,
      });
    }
  },
});

interface LabelFact extends Fact {
  readonly label: string;
  readonly url: string;
  readonly places: { readonly lines: Range };
}
