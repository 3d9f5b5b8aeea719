import { type Item, withNested } from '../newsletter/issue/items';
import type { Piece } from '../newsletter/issue/piece';
import { GROUPS_BY_REPOSITORY, SECTION_HINTS, type SectionHint } from '../newsletter/links/hosts';
import { inCommunity, wholeItem } from '../newsletter/links/links';
import { isUnder, parseUrl } from '../newsletter/links/url';
import { definePieceRule } from './rule';

/** What the sections tell about an item like this one; undefined for most. */
export function hintFor(item: Item): SectionHint | undefined {
  const link = item.links[0];
  const web = link && parseUrl(link.url);
  if (!web) return undefined;
  return SECTION_HINTS.find(
    ({ host, title }) => (!host || isUnder(web.host, host)) && (!title || title.test(link.title)),
  );
}

const PULL = /^https:\/\/github\.com\/rust-lang\/([\w.-]+)\/pull\/\d/;
const PULL_OR_ISSUE = /^https:\/\/github\.com\/rust-lang\/([\w.-]+)\/(?:pull|issues)\/\d/;

/**
 * The group of the repository that an item leads to.
 *
 * @param form of the address, the repository in its first group
 * @param part of the issue that has the groups
 */
function repositoryHint(item: Item, form: RegExp, part: string, kind: string): SectionHint | undefined {
  const repository = form.exec(item.links[0]?.url ?? '')?.[1];
  const group = repository && GROUPS_BY_REPOSITORY[part]?.get(repository);
  return group ? { what: `${kind} of rust-lang/${repository}`, sections: [group] } : undefined;
}

/** The group of an item's repository, for an item that stands in a group of pull requests or of the final comment period. */
function groupHint(item: Item, key: string): SectionHint | undefined {
  // Other Areas and parts without groups have items of any.
  if (/^(?:project\/other|fcp\/(?:tracking|rfcs))$/.test(key)) return undefined;
  return repositoryHint(item, PULL_OR_ISSUE, key.split('/')[0]!, 'an item');
}

/** A post of the community, or a pull request that stands among them. */
function communityHint(item: Item): SectionHint | undefined {
  return hintFor(item) ?? repositoryHint(item, PULL, 'project', 'a pull request');
}

const OF_PROJECT = /\/\/(?:github\.com\/rust-lang\/|(?:[\w-]+\.)*rust-lang\.(?:org|github\.io)\/)/;
/** Since then events have dates, and the jobs are one link. */
const SINCE = '2022-08-03';

/** Why a link has no place in a section of items of another kind, or of none. */
function misplaced(piece: Piece, item: Item, key: string): string | undefined {
  const [link] = item.links;
  if (link?.start !== item.content.start || link.kind !== 'inline' || (piece.date ?? '') < SINCE)
    return undefined;
  if (key.startsWith('events/') || key === 'events')
    return piece.source.text.startsWith('[**', link.start) ? undefined : 'an event';
  if (key === 'cotw' || key === 'jobs') return 'part of this section';
  const ofProject = /^(?:project\/(?!other)|approved-|new-rfcs|fcp|perf)/.test(key);
  if (!ofProject || !/^https?:\/\/\w/.test(link.url) || OF_PROJECT.test(link.url)) return undefined;
  return 'an item of the Rust project';
}

/** In the community part also the items nested in one; in the project's part they have to do with the one around them. */
function judgedOf(piece: Piece, item: Item): readonly Item[] {
  return inCommunity(piece, item.start) ? withNested(item) : [item];
}

/** Items that another section of the community part usually has (README), or another group of the project's part. */
export default definePieceRule({
  id: 'section-hint',
  in: ['community', 'project', 'perf', 'approved-rfcs', 'fcp', 'new-rfcs', 'events', 'jobs', 'cotw'],
  summary: 'An item usually belongs in another section',
  why: 'Readers look for the posts of the Rust project, of the Foundation, for papers and for newsletters in their sections, and for a tool’s changes under its heading.',
  severity: 'info',
  fix: 'never',
  tags: ['title'],
  yieldsTo: ['placeholder-blank'],
  examples: [
    {
      title: 'a post of the Rust project',
      bad: '## Updates from Rust Community\n### Official\n### Miscellaneous\n* [Announcing a release](https://blog.rust-lang.org/2026/02/12/release/)\n',
      found: ['4:1-73: This is a post of the Rust project, which belongs under Official'],
      good: '## Updates from Rust Community\n### Official\n* [Announcing a release](https://blog.rust-lang.org/2026/02/12/release/)\n',
    },
    {
      title: 'a change of another tool',
      bad: '## Updates from the Rust Project\n#### Cargo\n#### Clippy\n* [warn early](https://github.com/rust-lang/cargo/pull/1)\n',
      found: ['4:1-58: This is an item of rust-lang/cargo, which belongs under Cargo'],
      good: '## Updates from the Rust Project\n#### Cargo\n* [warn early](https://github.com/rust-lang/cargo/pull/1)\n',
    },
  ],
  check(piece, report) {
    for (const item of piece.items.flatMap((item) => judgedOf(piece, item))) {
      const key = piece.sectionAt(item.start)?.spec?.key;
      if (!key) continue;
      const what = misplaced(piece, item, key);
      if (what)
        report({
          at: { start: item.start, end: item.content.end },
          message: `This is not ${what}: does it belong under another heading?`,
        });
      if (!/^(?:community|project|fcp)\//.test(key)) continue;
      const hint = key.startsWith('community/') ? communityHint(item) : groupHint(item, key);
      if (!hint || hint.sections.includes(key)) continue;
      const name = piece.profile.sections
        .find((spec) => spec.key === hint.sections[0])
        ?.title.replace(/^\[([^\]]+)\].*$/, '$1');
      report({
        at: { start: item.start, end: item.content.end },
        message: `This is ${hint.what}, which belongs under ${name ?? 'another heading'}`,
        fixes: (issue, at) => {
          const last = issue.sectionsOf(hint.sections[0]!)[0]?.items.at(-1);
          const from = at(wholeItem(piece, item));
          const text = issue.source.slice(from).replace(/\r\n|\r/g, '\n');
          const place = last && wholeItem(issue, last).end;
          if (
            place === undefined ||
            !text.endsWith('\n') ||
            !/[\r\n]/.test(issue.source.text[place - 1] ?? '')
          )
            return [];
          return [
            {
              title: `Move it to ${name}`,
              edits: () => [
                { ...from, text: '' },
                { start: place, end: place, text },
              ],
            },
          ];
        },
      });
    }
  },
});
