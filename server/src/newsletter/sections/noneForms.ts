import type { ProfileId } from '../eras/profile';

/**
 * Sentences that stand where a section has no items (docs/newsletter.md#none-sentences). The wording is that of
 * published issues: 27 times `*No Calls for participation were submitted this week.*`, 128 times
 * `* *No RFCs were approved this week.*`, and so on.
 */

/** What there is none of. */
export type NoneKind =
  | 'cft'
  | 'cfp-projects'
  | 'cfp-events'
  | 'approved-rfcs'
  | 'fcp-rfcs'
  | 'fcp-tracking'
  | 'fcp-group'
  | 'new-rfcs';

export interface NoneForm {
  readonly kind: NoneKind;
  readonly profiles: readonly ProfileId[];
  /** The line as it stands in an issue, with bullet and italics. */
  readonly text: string;
  /** Other lines that are as good. */
  readonly also?: readonly string[];
}

export const NONE_FORMS: readonly NoneForm[] = [
  {
    kind: 'cfp-projects',
    profiles: ['p2', 'p3', 'p4'],
    text: '*No Calls for participation were submitted this week.*',
  },
  {
    kind: 'cfp-events',
    profiles: ['p2', 'p3', 'p4'],
    text: '*No Calls for papers or presentations were submitted this week.*',
  },
  {
    kind: 'approved-rfcs',
    profiles: ['p1', 'p2', 'p3', 'p4'],
    text: '* *No RFCs were approved this week.*',
  },
  {
    kind: 'new-rfcs',
    profiles: ['p1', 'p2', 'p3', 'p4'],
    text: '* *No New or Updated RFCs were created this week.*',
  },
  { kind: 'cft', profiles: ['p1'], text: '* *No RFCs issued a call for testing this week.*' },
  {
    kind: 'cft',
    profiles: ['p2'],
    text: '* *No calls for testing were issued this week.*',
    also: ['* *No RFCs issued a call for testing this week.*'],
  },
  {
    kind: 'fcp-rfcs',
    profiles: ['p1', 'p2'],
    text: '* *No RFCs entered Final Comment Period this week.*',
  },
  {
    kind: 'fcp-tracking',
    profiles: ['p1', 'p2'],
    text: '* *No Tracking Issues or PRs entered Final Comment Period this week.*',
  },
];

/** p1 and p2 name each group in its own words (`Language Team Proposals`, `Unsafe Code Guideline RFCs`). */
export const GROUP_NONE_FORM = /^\* \*No [A-Z][A-Za-z ]* entered Final Comment Period this week\.\*$/;

/** A group that a consolidated sentence of p3 and p4 names. */
export interface NoneGroup {
  /** Key of the group's section. */
  readonly section: string;
  /** Its name in the sentence. */
  readonly name: string;
  /** Other names it goes by. */
  readonly also?: readonly string[];
  /** The name with its link, as the template has it; {@link groupMention} and {@link groupHeading} go by the date. */
  readonly link: string;
  /** Stands behind the link. */
  readonly remark?: string;
  /** What GitHub is asked for its items since {@link SEARCHES_SINCE}. */
  readonly search: string;
  /** Where its items live on GitHub. */
  readonly repository: string;
  /** First issue date whose sentence must name it. */
  readonly since: string;
}

export interface ConsolidatedForm {
  readonly kind: 'cft' | 'fcp-group';
  /** Key of the section in which it stands. */
  readonly section: string;
  readonly opening: string;
  readonly groups: readonly NoneGroup[];
}

const P3 = '2025-02-26';
/** Issue date since which groups link to searches, and the lines of their sentence are not indented. */
const SEARCHES_SINCE = '2026-01-28';

const CFT_SEARCH = 'state%3Aopen%20label%3Acall-for-testing%20state%3Aopen';
const FCP_SEARCH = 'is%3Aopen%20label%3Afinal-comment-period%20sort%3Aupdated-desc%20state%3Aopen';
const FCP_SEARCH_OPEN = 'state%3Aopen%20label%3Afinal-comment-period%20state%3Aopen';

const cftGroup = (section: string, name: string, url: string, repository: string, since: string) => ({
  section,
  name,
  link: `[${name}](${url})`,
  search: CFT_SEARCH,
  repository: `rust-lang/${repository}`,
  since,
});

const fcpGroup = (section: string, name: string, repository: string, since: string, link: string) => ({
  section,
  name,
  link,
  search: FCP_SEARCH,
  repository: `rust-lang/${repository}`,
  since,
});

const FCP_QUERY = 'q=is%3Aopen+label%3Afinal-comment-period+sort%3Aupdated-desc';

export const CONSOLIDATED_FORMS: readonly ConsolidatedForm[] = [
  {
    kind: 'cft',
    section: 'cft',
    opening: 'No calls for testing were issued this week by',
    groups: [
      cftGroup('cft/rust', 'Rust', 'https://github.com/rust-lang/rust/labels/call-for-testing', 'rust', P3),
      {
        ...cftGroup(
          'cft/rfcs',
          'Rust language RFCs',
          'https://github.com/rust-lang/rfcs/issues?q=label%3Acall-for-testing',
          'rfcs',
          P3,
        ),
        search: 'label%3Acall-for-testing%20state%3Aopen',
        also: ['RFCs', 'Rust RFCs'],
      },
      cftGroup(
        'cft/cargo',
        'Cargo',
        'https://github.com/rust-lang/cargo/labels/call-for-testing',
        'cargo',
        '2025-06-04',
      ),
      cftGroup(
        'cft/rustup',
        'Rustup',
        'https://github.com/rust-lang/rustup/labels/call-for-testing',
        'rustup',
        P3,
      ),
    ],
  },
  {
    kind: 'fcp-group',
    section: 'fcp/tracking',
    opening: 'No Items entered Final Comment Period this week for',
    groups: [
      fcpGroup(
        'fcp/rust',
        'Rust',
        'rust',
        P3,
        `[Rust](https://github.com/rust-lang/rust/issues?${FCP_QUERY})`,
      ),
      {
        ...fcpGroup(
          'fcp/rust-rfcs',
          'Rust RFCs',
          'rfcs',
          P3,
          '[Rust RFCs](https://github.com/rust-lang/rfcs/labels/final-comment-period)',
        ),
        search: FCP_SEARCH_OPEN,
        also: ['RFCs'],
      },
      fcpGroup(
        'fcp/cargo',
        'Cargo',
        'cargo',
        P3,
        `[Cargo](https://github.com/rust-lang/cargo/issues?${FCP_QUERY})`,
      ),
      {
        ...fcpGroup(
          'fcp/compiler-team',
          'Compiler Team',
          'compiler-team',
          '2025-10-22',
          '[Compiler Team](https://github.com/rust-lang/compiler-team/issues?q=label%3Amajor-change%20%20label%3Afinal-comment-period)',
        ),
        remark: '[(MCPs only)](https://forge.rust-lang.org/compiler/mcp.html)',
        search: 'label%3Amajor-change%20label%3Afinal-comment-period%20state%3Aopen',
      },
      fcpGroup(
        'fcp/language-team',
        'Language Team',
        'lang-team',
        P3,
        `[Language Team](https://github.com/rust-lang/lang-team/issues?${FCP_QUERY}+)`,
      ),
      fcpGroup(
        'fcp/language-reference',
        'Language Reference',
        'reference',
        P3,
        `[Language Reference](https://github.com/rust-lang/reference/issues?${FCP_QUERY})`,
      ),
      {
        ...fcpGroup(
          'fcp/leadership-council',
          'Leadership Council',
          'leadership-council',
          '2025-09-10',
          '[Leadership Council](https://github.com/rust-lang/leadership-council/issues?q=state%3Aopen%20label%3Afinal-comment-period)',
        ),
        search: FCP_SEARCH_OPEN,
      },
      {
        ...fcpGroup(
          'fcp/unsafe-code-guidelines',
          'Unsafe Code Guidelines',
          'unsafe-code-guidelines',
          P3,
          `[Unsafe Code Guidelines](https://github.com/rust-lang/unsafe-code-guidelines/issues?${FCP_QUERY})`,
        ),
        also: ['Unsafe Code Guideline'],
      },
    ],
  },
];

const searches = (date: string | undefined): boolean => date === undefined || date >= SEARCHES_SINCE;

function linkOf({ link, name, repository, search }: NoneGroup, date: string | undefined): string {
  return searches(date) ? `[${name}](https://github.com/${repository}/issues?q=${search})` : link;
}

/** A group's link with what stands behind it. */
export function withRemark(link: string, { remark }: NoneGroup): string {
  return remark === undefined ? link : `${link} ${remark}`;
}

/** A group as the heading above its items has it in an issue of a date; the newest form for no date. */
export function groupHeading(group: NoneGroup, date: string | undefined): string {
  return withRemark(linkOf(group, date), group);
}

/** A group as the sentence for those without items names it in an issue of a date; the newest form for no date. */
export function groupMention(group: NoneGroup, date: string | undefined): string {
  return searches(date) ? linkOf(group, date) : groupHeading(group, date);
}

/**
 * `[A](..),`, `[B](..) or`, `[C](..).*`: a consolidated sentence in the lines into which issues of a date break it.
 *
 * @param links of the groups that it names
 */
export function consolidatedSentence(
  form: ConsolidatedForm,
  links: readonly string[],
  date: string | undefined,
): string {
  const indent = searches(date) ? '' : '  ';
  const listed = links.map((link, n) => `${indent}${link}${['.*', ' or'][links.length - 1 - n] ?? ','}`);
  return [`*${form.opening}`, ...listed].join('\n');
}
