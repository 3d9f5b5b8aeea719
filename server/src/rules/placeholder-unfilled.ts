import { contentsByKey, contentsOf, isFilled, type SectionContents } from '../newsletter/issue/contents';
import type { Issue } from '../newsletter/issue/issue';
import { type Fill, Fills } from '../newsletter/placeholders/fills';
import type { Placeholder } from '../newsletter/placeholders/placeholders';
import { type PlaceholderSpec, TITLES_TO_FILL } from '../newsletter/placeholders/specs';
import { shortened } from '../text/shortened';
import { indexBefore } from '../text/sourceText';
import { collapsed } from '../text/whitespace';
import { defineIssueRule, type Fact, type FrameSection, type Placed } from './rule';

/** Comments of the template that are still to be replaced or deleted, and words of its samples left in links. */
export default defineIssueRule({
  id: 'placeholder-unfilled',
  choices: true,
  goesBy: ['archive', 'sections'],
  summary: "One of the template's placeholders is still there",
  why: 'Each placeholder marks something that is decided every week: left in place, its section has nothing to say.',
  severity: 'hint',
  releaseSeverity: 'error',
  fix: 'never',
  tags: ['placeholder', 'open'],
  examples: [
    {
      title: 'no crate of the week yet',
      bad: '## Crate of the Week\n\n<!-- COTW goes here -->\n',
      found: ['3:1-24: This placeholder is not filled in: “COTW goes here”'],
      fixes: [
        'Insert the crate of the week (suggested by a reader)',
        'Insert the crate of the week (suggested by its author)',
        'Insert the crate of the week (no suggestion)',
        'Delete the comment',
      ],
      good: "## Crate of the Week\n\nThis week's crate is [a](https://example.com/a), an example.\n",
    },
    {
      title: 'a title that is still to be written',
      bad: '### Official\n* [TODO](https://example.com/a)\n',
      found: ['2:4-8 info: “TODO” was not replaced by the title of the page'],
      good: '### Official\n* [A post](https://example.com/a)\n',
    },
  ],
  checkPiece(piece, report, { stage }) {
    for (const { text, url, textRange, urlRange } of piece.links) {
      if (!TITLES_TO_FILL.has(text.trim().toLowerCase()) && url !== 'TODO') continue;
      report({
        at: url === 'TODO' ? urlRange : textRange,
        message:
          url === 'TODO'
            ? '“TODO” was not replaced by an address'
            : `“${text.trim()}” was not replaced by the title of the page`,
        // Somebody's own, rather than the template's.
        ...(stage === 'release' ? {} : { severity: 'info' }),
      });
    }
  },
  facts(piece) {
    const contents = contentsOf(piece).map((own, n): UnfilledFact => {
      const { start } = piece.areas[n]!;
      return { at: { start, end: start }, ...own };
    });
    const comments = piece.placeholders
      .filter(({ spec }) => spec.form === 'comment')
      .map(({ start, end, spec }): UnfilledFact => {
        const words = wordsOf(piece.source.text.slice(start, end));
        return { at: { start, end }, ...NOTHING, placeholder: { ...spec, words } };
      });
    return [...contents, ...comments];
  },
  check({ options, archive }, facts: readonly Placed<UnfilledFact>[], report) {
    const release = options.stage === 'release';
    const contents = contentsByKey(facts, ({ section }) => section?.spec?.key);
    // An issue can have thousands of placeholders, each with fixes that look at those around it.
    const known = new WeakMap<Issue, Fills>();
    const fills = (issue: Issue, start: number, of: (fills: Fills, same: Placeholder) => readonly Fill[]) => {
      const same = issue.placeholders[indexBefore(issue.placeholders, start)];
      if (same?.start !== start) return [];
      const all = known.get(issue) ?? new Fills(issue, archive);
      known.set(issue, all);
      return of(all, same);
    };
    for (const { at: comment, placeholder, section } of facts) {
      if (!placeholder) continue;
      const key = sectionKey(placeholder, section);
      if (key && isFilled(key, contents)) {
        // Nothing is missing any more, and readers don't see comments: 80 of 100 published issues have some.
        report({
          at: comment,
          message: `This comment of the template is no longer needed: “${placeholder.words}”`,
          ...(release ? (placeholder.keptByMany ? { severity: 'info' as const } : {}) : { severity: 'hint' }),
          unnecessary: true,
          fixes: (issue, at) => fills(issue, at(comment).start, (all, same) => [all.deletion(same)]),
        });
        continue;
      }
      report({
        at: comment,
        message: `This placeholder is not filled in: “${placeholder.words}”`,
        ...(placeholder.keptByMany && !release ? { severity: 'hint' } : {}),
        fixes: (issue, at) => fills(issue, at(comment).start, (all, same) => all.of(same)),
      });
    }
  },
});

/** A placeholder, or what a section or its part in a piece has. */
interface UnfilledFact extends Fact, SectionContents {
  readonly placeholder?: PlaceholderSpec & { readonly words: string };
}

const NOTHING: SectionContents = { text: false, listed: false, webLink: false, event: false, merged: false };

/** What a comment says, shortened. */
function wordsOf(comment: string): string {
  // A comment that is known, without its marks.
  const words = collapsed(comment)
    .replace(/^<!-- ?/, '')
    .replace(/ ?-->$/, '');
  return shortened(words, 50);
}

/** The section whose contents decide whether the placeholder has been filled. */
function sectionKey(
  { section: asked }: PlaceholderSpec,
  stands: FrameSection | undefined,
): string | undefined {
  // p2 and p3 repeat the comments of "Final Comment Period" in each of its groups.
  if (asked === 'fcp' || asked === undefined) return stands?.spec?.key ?? asked;
  // p1 has no "CFP - Projects" inside its call for participation.
  if (asked === 'cfp/projects') return stands?.spec?.key ?? asked;
  return asked;
}
