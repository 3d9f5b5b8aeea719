// biome-ignore-all lint/suspicious/noTemplateCurlyInString: snippets have tab stops, whatever quotes they stand in
import type { ArchiveView } from '../archive/view';
import { issueNumberOf } from '../issue/date';
import type { Issue } from '../issue/issue';
import type { Placeholder } from '../issue/placeholders';
import type { Range } from '../issue/text';
import type { Edit, Fix } from '../rules/rule';
import { removeBlock } from '../rules/support/lines';
import type { FillText } from './fillText';
import { fillTexts } from './fillTexts';
import { rfcSections } from './fillTextsRfcs';

/**
 * What can be put in the place of a placeholder, the likeliest first (domain, chapter 6). Comments that ask for one
 * thing in several pieces go together: filling one deletes the others.
 */
export function fillsFor(issue: Issue, placeholder: Placeholder, archive?: ArchiveView): Fix[] {
  if (placeholder.spec.id === 'jobs-link') return jobsFills(placeholder, archive);
  if (placeholder.spec.id === 'reddit-link') return redditFills(issue, placeholder);
  if (placeholder.spec.id === 'remove-if-empty') return [removeIfEmptyFix(issue, placeholder)];
  const together = siblings(issue, placeholder);
  const fixes = textsFor(issue, together).map((fill): Fix => {
    const [first, ...others] = together;
    return {
      title: fill.title,
      snippet: true,
      edits: () => [
        replaceComment(issue, first!, fill.text),
        ...others.map((other) => ({ ...removeBlock(issue.source, other) })),
      ],
    };
  });
  return [...fixes, deleteFix(issue, together)];
}

/** Comments that ask for nothing: they are deleted, each for itself. */
const ALONE: ReadonlySet<string> = new Set([
  'commit-message',
  'cft-message',
  'mcp-section',
  'remove-if-empty',
  'rust-jobs',
]);

/**
 * The template of 2024 forgot to close this comment, so that it swallows the headings below up to the next `-->`:
 * only its own lines go.
 */
function removeIfEmptyFix(issue: Issue, { start, end }: Range): Fix {
  return {
    title: 'Delete the comment',
    edits: () =>
      [
        ...issue.source.text
          .slice(start, end)
          .matchAll(/<!--[ \t]*Remove this section if empty[ \t]*(?:--)?>/g),
      ].map((match) =>
        removeBlock(issue.source, {
          start: start + match.index,
          end: start + match.index + match[0].length,
        }),
      ),
  };
}

/** Deletes comments with their lines. */
export function deleteFix(issue: Issue, comments: readonly Range[], preferred = false): Fix {
  return {
    title: comments.length === 1 ? 'Delete the comment' : `Delete the ${comments.length} comments`,
    ...(preferred ? { preferred } : {}),
    edits: () => [removeBlock(issue.source, { start: comments[0]!.start, end: comments.at(-1)!.end })],
  };
}

/** The placeholder comments that stand together with this one and ask for the same thing, in order. */
export function siblings(issue: Issue, placeholder: Placeholder): Placeholder[] {
  const all = issue.placeholders.filter(({ spec }) => spec.form === 'comment');
  let first = all.indexOf(placeholder);
  if (first < 0) return [placeholder];
  let last = first;
  while (first > 0 && together(issue, all[first - 1]!, all[first]!)) first -= 1;
  while (last < all.length - 1 && together(issue, all[last]!, all[last + 1]!)) last += 1;
  return all.slice(first, last + 1);
}

function together(issue: Issue, a: Placeholder, b: Placeholder): boolean {
  if (ALONE.has(a.spec.id) || ALONE.has(b.spec.id)) return false;
  const same = !a.spec.section || !b.spec.section || a.spec.section === b.spec.section;
  return same && issue.source.text.slice(a.end, b.start).trim() === '';
}

/** By what is asked for; comments that only remind of something have no text to put in their place. */
function textsFor(issue: Issue, together: readonly Placeholder[]): readonly FillText[] {
  for (const { spec, section } of together) {
    if (ALONE.has(spec.id) || spec.id === 'cft-label-reminder') continue;
    switch (spec.id) {
      case 'rfc-and-fcp':
        return [rfcSections(issue)];
      case 'fcp-items':
      case 'fcp-none':
        return fillTexts(issue, section?.spec?.key ?? 'fcp/tracking');
      case 'cfp-project':
      case 'cfp-project-empty-item':
      case 'cfp-project-none':
        return fillTexts(issue, 'cfp/projects');
    }
    const key = spec.section ?? section?.spec?.key;
    const texts = key ? fillTexts(issue, key) : [];
    if (texts.length > 0) return texts;
  }
  return [];
}

function replaceComment(issue: Issue, { start, end }: Range, text: string): Edit {
  // The template indents nothing before its comments; what stands behind one on its line stays.
  const line = issue.source.lineAt(end);
  const blanks = /^[ \t]*$/.test(issue.source.text.slice(end, line.end)) ? line.end : end;
  return { start, end: blanks, text };
}

function jobsFills({ start, end }: Range, archive: ArchiveView | undefined): Fix[] {
  const known = archive?.issues.find((earlier) => earlier.jobsThread !== undefined);
  return [
    ...(known
      ? [
          {
            title: `Use the thread of the issue of ${known.date}`,
            preferred: true,
            edits: () => [{ start, end, text: known.jobsThread! }],
          },
        ]
      : []),
    {
      title: "Type the address of the latest Who's Hiring thread",
      snippet: true,
      edits: () => [
        {
          start,
          end,
          text: 'https://www.reddit.com/r/rust/comments/${1:id}/official_rrust_whos_hiring_thread_for_jobseekers/',
        },
      ],
    },
  ];
}

function redditFills(issue: Issue, { start, end }: Range): Fix[] {
  const number = issue.frontMatter.number;
  const slug = number === undefined ? '${2:slug}' : `this_week_in_rust_${number}`;
  return [
    {
      title: 'Type the address of the discussion on Reddit',
      snippet: true,
      edits: () => [{ start, end, text: `https://www.reddit.com/r/rust/comments/\${1:id}/${slug}/` }],
    },
  ];
}

/** What can be put in the place of a `$twir_…` variable. */
export function variableFills(issue: Issue, variable: Range & { readonly name: string }): Fix[] {
  const { start, end, name } = variable;
  const value = variableValue(issue, name);
  if (value !== undefined)
    return [{ title: `Insert ${value}`, preferred: true, edits: () => [{ start, end, text: value }] }];
  if (name !== '$twir_events_list') return [];
  return [
    ...fillTexts(issue, 'events').map(
      (fill): Fix => ({ title: fill.title, snippet: true, edits: () => [{ start, end, text: fill.text }] }),
    ),
    { title: 'Delete the variable', edits: () => [removeBlock(issue.source, variable)] },
  ];
}

function variableValue(issue: Issue, name: string): string | undefined {
  switch (name) {
    case '$twir_issue_number':
      return issueNumber(issue);
    case '$twir_issue_date':
      return issue.date;
    case '$twir_events_end_date':
      return issue.window?.last;
  }
  return undefined;
}

function issueNumber(issue: Issue): string | undefined {
  const number = issue.date === undefined ? undefined : issueNumberOf(issue.date);
  return number === undefined ? undefined : String(number);
}
