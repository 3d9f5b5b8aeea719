// biome-ignore-all lint/suspicious/noTemplateCurlyInString: snippets have tab stops, whatever quotes they stand in

import type { Edit } from '../../text/edits';
import { removeBlock } from '../../text/lines';
import type { Range } from '../../text/sourceText';
import type { ArchiveView } from '../archive/view';
import { issueNumberOf } from '../issue/date';
import type { Issue } from '../issue/issue';
import type { FillText } from './fillText';
import { fillTexts } from './fillTexts';
import { rfcSections } from './fillTextsRfcs';
import type { Placeholder } from './placeholders';

/** A way to fill a placeholder. */
export interface Fill {
  /** An imperative that names what is inserted or deleted. */
  readonly title: string;
  /** The texts are snippets in LSP's syntax where {@link snippet}. */
  readonly edits: () => readonly Edit[];
  readonly snippet?: boolean;
  /** The one right answer, though not for applying in bulk. */
  readonly preferred?: boolean;
}

/**
 * What can be put in the place of the placeholders of an issue, the likeliest first
 * (docs/newsletter.md#placeholders). Comments that ask for one thing in several pieces go together: filling one
 * deletes the others.
 */
export class Fills {
  private knownGroups: ReadonlyMap<Placeholder, readonly Placeholder[]> | undefined;
  private readonly fixes = new Map<readonly Placeholder[], readonly Fill[]>();
  private readonly texts = new Map<string, readonly FillText[]>();

  constructor(
    private readonly issue: Issue,
    private readonly archive?: ArchiveView,
  ) {}

  /** The ways to fill a placeholder. */
  of(placeholder: Placeholder): readonly Fill[] {
    const { spec } = placeholder;
    if (spec.id === 'jobs-link') return jobsFills(placeholder, this.archive);
    if (spec.id === 'reddit-link') return redditFills(this.issue, placeholder);
    if (spec.id === 'remove-if-empty') return [removeIfEmptyFix(this.issue, placeholder)];
    const group = this.group(placeholder);
    const known = this.fixes.get(group) ?? this.groupFixes(group);
    this.fixes.set(group, known);
    return known;
  }

  /** Deletes a placeholder's comments, where nothing is missing any more. */
  deletion(placeholder: Placeholder): Fill {
    if (placeholder.spec.id === 'remove-if-empty') return removeIfEmptyFix(this.issue, placeholder);
    return { ...deleteFix(this.issue, this.group(placeholder)), preferred: true };
  }

  private group(placeholder: Placeholder): readonly Placeholder[] {
    this.knownGroups ??= groupsOf(this.issue);
    return this.knownGroups.get(placeholder) ?? [placeholder];
  }

  private groupFixes(group: readonly Placeholder[]): readonly Fill[] {
    const [first, ...others] = group;
    const fixes = this.textsFor(group).map(
      (fill): Fill => ({
        title: fill.title,
        snippet: true,
        edits: () => [
          replaceComment(this.issue, first!, fill.text),
          ...others.map((other) => removeBlock(this.issue.source, other)),
        ],
      }),
    );
    return [...fixes, deleteFix(this.issue, group)];
  }

  /** By what is asked for; comments that only remind of something have no text to put in their place. */
  private textsFor(group: readonly Placeholder[]): readonly FillText[] {
    for (const { spec, start } of group) {
      if (ALONE.has(spec.id) || spec.id === 'cft-label-reminder') continue;
      if (spec.id === 'rfc-and-fcp') return [rfcSections(this.issue)];
      const here = this.issue.sectionAt(start)?.spec?.key;
      const key = spec.section === 'fcp' ? (here ?? 'fcp/tracking') : (spec.section ?? here);
      const texts = key ? this.sectionTexts(key) : [];
      if (texts.length > 0) return texts;
    }
    return [];
  }

  private sectionTexts(key: string): readonly FillText[] {
    const known = this.texts.get(key) ?? fillTexts(this.issue, key);
    this.texts.set(key, known);
    return known;
  }
}

/** Placeholder comments with those that they go together with. */
function groupsOf(issue: Issue): ReadonlyMap<Placeholder, readonly Placeholder[]> {
  const groups = new Map<Placeholder, readonly Placeholder[]>();
  let group: Placeholder[] = [];
  for (const placeholder of issue.placeholders) {
    if (placeholder.spec.form !== 'comment') continue;
    const before = group.at(-1);
    if (!before || !together(issue, before, placeholder)) group = [];
    group.push(placeholder);
    groups.set(placeholder, group);
  }
  return groups;
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
function removeIfEmptyFix(issue: Issue, { start, end }: Range): Fill {
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

function deleteFix(issue: Issue, comments: readonly Range[]): Fill {
  return {
    title: comments.length === 1 ? 'Delete the comment' : `Delete the ${comments.length} comments`,
    edits: () => [removeBlock(issue.source, { start: comments[0]!.start, end: comments.at(-1)!.end })],
  };
}

function together(issue: Issue, a: Placeholder, b: Placeholder): boolean {
  if (ALONE.has(a.spec.id) || ALONE.has(b.spec.id)) return false;
  const same = !a.spec.section || !b.spec.section || a.spec.section === b.spec.section;
  return same && issue.source.text.slice(a.end, b.start).trim() === '';
}

function replaceComment(issue: Issue, { start, end }: Range, text: string): Edit {
  // The template indents nothing before its comments; what stands behind one on its line stays.
  const line = issue.source.lineAt(end);
  const blanks = /^[ \t]*$/.test(issue.source.text.slice(end, line.end)) ? line.end : end;
  return { start, end: blanks, text };
}

function jobsFills({ start, end }: Range, archive: ArchiveView | undefined): Fill[] {
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

function redditFills(issue: Issue, { start, end }: Range): Fill[] {
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
export function variableFills(issue: Issue, variable: Range & { readonly name: string }): Fill[] {
  const { start, end, name } = variable;
  const value = variableValue(issue, name);
  if (value !== undefined)
    return [{ title: `Insert ${value}`, preferred: true, edits: () => [{ start, end, text: value }] }];
  if (name !== '$twir_events_list') return [];
  return [
    ...fillTexts(issue, 'events').map(
      (fill): Fill => ({ title: fill.title, snippet: true, edits: () => [{ start, end, text: fill.text }] }),
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
