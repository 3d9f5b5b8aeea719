/**
 * The eras of the newsletter ("profiles", docs/newsletter.md#eras): which headings an issue has, at which level and
 * in which order. Facts only; `issue/` reads them to name sections, `rules/` to judge them.
 */

export type ProfileId = 'archive' | 'p1' | 'p2' | 'p3' | 'p4';

/** A heading that an issue of the profile is known to have. */
export interface SectionSpec {
  /** Permanent name, e.g. `events/virtual`. The same in every profile. */
  readonly key: string;
  /** Key of the section in which it stands; undefined for the main sections. */
  readonly parent?: string;
  /** Number of `#`. */
  readonly level: number;
  /** Further levels that published issues use and nobody corrects. */
  readonly otherLevels?: readonly number[];
  /** Issue date from which only {@link level} is right. */
  readonly otherLevelsUntil?: string;
  /** The heading's Markdown behind the `#`s, as the template writes it. */
  readonly title: string;
  /** Published issues of the era have it in more than one place; its order tells nothing. */
  readonly anywhere?: boolean;
  /** Other texts of this heading that are right in this profile, e.g. without its link. */
  readonly aliases?: readonly string[];
  /** Must stand in every issue. */
  readonly required: boolean;
}

export interface Profile {
  readonly id: ProfileId;
  /** First and last issue date, `YYYY-MM-DD`; open ended when undefined. */
  readonly from?: string;
  readonly until?: string;
  /** In the order in which they stand in an issue. */
  readonly sections: readonly SectionSpec[];
  /** p1 keeps a blank line between a heading and its first item, later issues don't. */
  readonly blankAfterHeading: boolean;
}

type Row = Omit<SectionSpec, 'required'> & { required?: boolean };

const section = (row: Row): SectionSpec => ({ ...row, required: row.required ?? false });

const community = (anywhere: readonly string[] = []): readonly SectionSpec[] => [
  section({ key: 'community', level: 2, title: 'Updates from Rust Community', required: true }),
  ...[
    ['official', 'Official'],
    ['foundation', 'Foundation'],
    ['newsletters', 'Newsletters'],
    ['project-tooling', 'Project/Tooling Updates'],
    ['observations', 'Observations/Thoughts'],
    ['walkthroughs', 'Rust Walkthroughs'],
    ['research', 'Research'],
    ['miscellaneous', 'Miscellaneous'],
  ].map(([name, title]) =>
    section({
      key: `community/${name}`,
      parent: 'community',
      level: 3,
      title: title!,
      ...(anywhere.includes(name!) ? { anywhere: true } : {}),
    }),
  ),
];

const cotw = section({ key: 'cotw', level: 2, title: 'Crate of the Week', required: true });

const CFT_URL = {
  rfcs: 'https://github.com/rust-lang/rfcs/issues?q=label%3Acall-for-testing',
  rust: 'https://github.com/rust-lang/rust/labels/call-for-testing',
  cargo: 'https://github.com/rust-lang/cargo/labels/call-for-testing',
  rustup: 'https://github.com/rust-lang/rustup/labels/call-for-testing',
};

/** @param groupLevels further levels of the groups */
const callsForTesting = (row: Partial<Row>, groupLevels: readonly number[] = []): readonly SectionSpec[] => [
  section({ key: 'cft', level: 2, title: 'Calls for Testing', required: true, ...row }),
  section({
    key: 'cft/rfcs',
    parent: 'cft',
    level: 3,
    otherLevels: groupLevels,
    title: `[RFCs](${CFT_URL.rfcs})`,
    aliases: ['Rust language RFCs'],
  }),
  section({
    key: 'cft/rust',
    parent: 'cft',
    level: 3,
    otherLevels: groupLevels,
    title: `[Rust](${CFT_URL.rust})`,
  }),
  section({
    key: 'cft/cargo',
    parent: 'cft',
    level: 3,
    otherLevels: groupLevels,
    title: `[Cargo](${CFT_URL.cargo})`,
  }),
  section({
    key: 'cft/rustup',
    parent: 'cft',
    level: 3,
    otherLevels: groupLevels,
    title: `[Rustup](${CFT_URL.rustup})`,
  }),
];

const callForParticipation: readonly SectionSpec[] = [
  section({ key: 'cfp', level: 2, title: 'Call for Participation; projects and speakers', required: true }),
  section({ key: 'cfp/projects', parent: 'cfp', level: 3, title: 'CFP - Projects', required: true }),
];

const cfpEvents = section({
  key: 'cfp/events',
  parent: 'cfp',
  level: 3,
  title: 'CFP - Events',
  required: true,
});

const project = section({
  key: 'project',
  level: 2,
  title: 'Updates from the Rust Project',
  required: true,
});

const projectGroups: readonly SectionSpec[] = [
  ['compiler', 'Compiler'],
  ['library', 'Library'],
  ['cargo', 'Cargo'],
  ['rustdoc', 'Rustdoc'],
  ['clippy', 'Clippy'],
  ['rust-analyzer', 'Rust-Analyzer'],
  ['rustfmt', 'Rustfmt'],
  ['miri', 'Miri'],
  ['other', 'Other Areas'],
].map(([name, title]) => section({ key: `project/${name}`, parent: 'project', level: 4, title: title! }));

const perf = section({
  key: 'perf',
  parent: 'project',
  level: 3,
  title: 'Rust Compiler Performance Triage',
  required: true,
});

const approvedRfcs = section({
  key: 'approved-rfcs',
  parent: 'project',
  level: 3,
  title: '[Approved RFCs](https://github.com/rust-lang/rfcs/commits/master)',
  required: true,
});

/** Rare, so the template of p1 to p3 had it in a comment. */
const approvedMcps = section({
  key: 'approved-mcps',
  parent: 'project',
  level: 3,
  otherLevels: [4],
  anywhere: true,
  title: '[Approved Major Change Proposals (MCP)](https://forge.rust-lang.org/compiler/mcp.html)',
});

const finalCommentPeriod = section({
  key: 'fcp',
  parent: 'project',
  level: 3,
  title: 'Final Comment Period',
  required: true,
});

const FCP_ISSUES = (repo: string) =>
  `https://github.com/rust-lang/${repo}/issues?q=is%3Aopen+label%3Afinal-comment-period+sort%3Aupdated-desc`;

const fcpRfcs = section({
  key: 'fcp/rfcs',
  parent: 'fcp',
  level: 4,
  title: '[RFCs](https://github.com/rust-lang/rfcs/labels/final-comment-period)',
  required: true,
});

const fcpTracking = section({
  key: 'fcp/tracking',
  parent: 'fcp',
  level: 4,
  title: 'Tracking Issues & PRs',
  required: true,
});

/**
 * The groups of "Tracking Issues & PRs"; the consolidated none sentence names those without items
 * (docs/newsletter.md#none-sentences).
 */
const fcpGroups = (level: number): readonly SectionSpec[] => {
  const group = (name: string, title: string) => section({ key: `fcp/${name}`, parent: 'fcp', level, title });
  return [
    group('rust', `[Rust](${FCP_ISSUES('rust')})`),
    group('rust-rfcs', '[Rust RFCs](https://github.com/rust-lang/rfcs/labels/final-comment-period)'),
    group('cargo', `[Cargo](${FCP_ISSUES('cargo')})`),
    group(
      'compiler-team',
      '[Compiler Team](https://github.com/rust-lang/compiler-team/issues?q=label%3Amajor-change%20%20label%3Afinal-comment-period) [(MCPs only)](https://forge.rust-lang.org/compiler/mcp.html)',
    ),
    group('language-team', `[Language Team](${FCP_ISSUES('lang-team')}+)`),
    group('language-reference', `[Language Reference](${FCP_ISSUES('reference')})`),
    group(
      'leadership-council',
      '[Leadership Council](https://github.com/rust-lang/leadership-council/issues?q=state%3Aopen%20label%3Afinal-comment-period)',
    ),
    group('unsafe-code-guidelines', `[Unsafe Code Guidelines](${FCP_ISSUES('unsafe-code-guidelines')})`),
  ];
};

const newRfcs = (level: number, otherLevels: readonly number[]) =>
  section({
    key: 'new-rfcs',
    parent: 'project',
    level,
    otherLevels,
    title: '[New and Updated RFCs](https://github.com/rust-lang/rfcs/pulls)',
    aliases: ['New RFCs'],
    required: true,
  });

const events: readonly SectionSpec[] = [
  section({ key: 'events', level: 2, title: 'Upcoming Events', required: true }),
  ...[
    ['virtual', 'Virtual'],
    ['africa', 'Africa'],
    ['asia', 'Asia'],
    ['europe', 'Europe'],
    ['north-america', 'North America'],
    ['oceania', 'Oceania'],
    ['south-america', 'South America'],
  ].map(([name, title]) =>
    section({
      key: `events/${name}`,
      parent: 'events',
      level: 3,
      title: title!,
      ...(name === 'virtual' ? { aliases: ['Online'] } : {}),
    }),
  ),
];

const jobs = section({ key: 'jobs', level: 2, title: 'Jobs', required: true });
/** An H1 by convention, as long as the newsletter exists (docs/newsletter.md#sections). */
const qotw = section({ key: 'qotw', level: 1, title: 'Quote of the Week', required: true });

export const PROFILES: Readonly<Record<ProfileId, Profile>> = {
  archive: { id: 'archive', until: '2022-01-04', sections: [], blankAfterHeading: true },
  p1: {
    id: 'p1',
    from: '2022-01-05',
    until: '2023-12-26',
    blankAfterHeading: true,
    sections: [
      // Up to issue 438 these two stood in front of Official and of the walkthroughs.
      ...community(['newsletters', 'research']),
      cotw,
      section({ key: 'cfp', level: 2, title: 'Call for Participation', required: true }),
      project,
      perf,
      section({
        key: 'cft',
        parent: 'project',
        level: 3,
        // After the performance report up to issue 472, behind the new RFCs from 473 on.
        anywhere: true,
        title: `[Call for Testing](${CFT_URL.rfcs})`,
      }),
      approvedRfcs,
      approvedMcps,
      finalCommentPeriod,
      fcpRfcs,
      section({ ...fcpTracking, title: `[Tracking Issues & PRs](${FCP_ISSUES('rust')})` }),
      section({
        key: 'fcp/language-reference',
        parent: 'fcp',
        level: 3,
        otherLevels: [4],
        title: `[Language Reference](${FCP_ISSUES('reference')})`,
      }),
      section({
        key: 'fcp/unsafe-code-guidelines',
        parent: 'fcp',
        level: 3,
        otherLevels: [4],
        title: `[Unsafe Code Guidelines](${FCP_ISSUES('unsafe-code-guidelines')})`,
      }),
      newRfcs(3, []),
      ...events,
      section({ ...jobs, otherLevels: [1], aliases: ['Rust Jobs'] }),
      qotw,
    ],
  },
  p2: {
    id: 'p2',
    from: '2023-12-27',
    until: '2025-02-25',
    blankAfterHeading: false,
    sections: [
      ...community(),
      cotw,
      // Issues 527-535 still have it in the project's part, as H3 or H4, like p1.
      ...callsForTesting({
        otherLevels: [3, 4],
        otherLevelsUntil: '2024-02-28',
        aliases: ['Call for Testing', `[Call for Testing](${CFT_URL.rfcs})`],
      }),
      ...callForParticipation,
      section({ ...cfpEvents, aliases: ['CFP - Speakers'] }),
      project,
      ...projectGroups,
      perf,
      approvedRfcs,
      approvedMcps,
      finalCommentPeriod,
      fcpRfcs,
      section({ ...fcpTracking, aliases: [`[Tracking Issues & PRs](${FCP_ISSUES('rust')})`] }),
      ...fcpGroups(5).map((group) => section({ ...group, otherLevels: [3] })),
      newRfcs(4, [3]),
      ...events,
      jobs,
      qotw,
    ],
  },
  p3: {
    id: 'p3',
    from: '2025-02-26',
    until: '2025-11-04',
    blankAfterHeading: false,
    sections: [
      ...community(),
      cotw,
      ...callsForTesting({}, [5]),
      ...callForParticipation,
      cfpEvents,
      project,
      ...projectGroups,
      perf,
      approvedRfcs,
      approvedMcps,
      finalCommentPeriod,
      section({ ...fcpRfcs, required: false }),
      fcpTracking,
      ...fcpGroups(5),
      newRfcs(4, [3]),
      ...events,
      jobs,
      qotw,
    ],
  },
  p4: {
    id: 'p4',
    from: '2025-11-05',
    blankAfterHeading: false,
    sections: [
      ...community(),
      cotw,
      ...callsForTesting({}, [5]),
      ...callForParticipation,
      cfpEvents,
      project,
      ...projectGroups,
      perf,
      approvedRfcs,
      finalCommentPeriod,
      fcpTracking,
      ...fcpGroups(5),
      newRfcs(3, [4]),
      ...events,
      jobs,
      qotw,
    ],
  },
};

/** The profile of an issue date; the newest for no date. */
export function profileOf(date: string | undefined): Profile {
  if (date === undefined) return PROFILES.p4;
  const found = Object.values(PROFILES).find(
    (profile) => (!profile.from || profile.from <= date) && (!profile.until || date <= profile.until),
  );
  return found ?? PROFILES.p4;
}
