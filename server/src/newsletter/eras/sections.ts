import { CONSOLIDATED_FORMS, withRemark } from '../sections/noneForms';
import type { SectionSpec } from './profile';

/** A section as the files of the eras write it: not required unless it says so. */
type Row = Omit<SectionSpec, 'required'> & { required?: boolean };

export const section = (row: Row): SectionSpec => ({ ...row, required: row.required ?? false });

export const community = (anywhere: readonly string[] = []): readonly SectionSpec[] => [
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

export const cotw = section({ key: 'cotw', level: 2, title: 'Crate of the Week', required: true });

export const CFT_URL = {
  rfcs: 'https://github.com/rust-lang/rfcs/issues?q=label%3Acall-for-testing',
  rust: 'https://github.com/rust-lang/rust/labels/call-for-testing',
  cargo: 'https://github.com/rust-lang/cargo/labels/call-for-testing',
  rustup: 'https://github.com/rust-lang/rustup/labels/call-for-testing',
};

/** @param groupLevels of its groups: the right one, then others that published issues have */
export const callsForTesting = (
  row: Partial<Row>,
  [level, ...otherLevels]: readonly [number, ...number[]] = [3],
): readonly SectionSpec[] => {
  const group = (name: keyof typeof CFT_URL, title: string, aliases: readonly string[] = []) =>
    section({
      key: `cft/${name}`,
      parent: 'cft',
      level,
      otherLevels,
      title: `[${title}](${CFT_URL[name]})`,
      ...(aliases.length > 0 ? { aliases } : {}),
    });
  return [
    section({ key: 'cft', level: 2, title: 'Calls for Testing', required: true, ...row }),
    group('rfcs', 'RFCs', ['Rust language RFCs']),
    group('rust', 'Rust'),
    group('cargo', 'Cargo'),
    group('rustup', 'Rustup'),
  ];
};

export const callForParticipation: readonly SectionSpec[] = [
  section({ key: 'cfp', level: 2, title: 'Call for Participation; projects and speakers', required: true }),
  section({ key: 'cfp/projects', parent: 'cfp', level: 3, title: 'CFP - Projects', required: true }),
];

export const cfpEvents = section({
  key: 'cfp/events',
  parent: 'cfp',
  level: 3,
  title: 'CFP - Events',
  required: true,
});

export const project = section({
  key: 'project',
  level: 2,
  title: 'Updates from the Rust Project',
  required: true,
});

export const projectGroups: readonly SectionSpec[] = [
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

export const perf = section({
  key: 'perf',
  parent: 'project',
  level: 3,
  title: 'Rust Compiler Performance Triage',
  required: true,
});

export const approvedRfcs = section({
  key: 'approved-rfcs',
  parent: 'project',
  level: 3,
  title: '[Approved RFCs](https://github.com/rust-lang/rfcs/commits/master)',
  required: true,
});

/** Rare, so the template of p1 to p3 had it in a comment. */
export const approvedMcps = section({
  key: 'approved-mcps',
  parent: 'project',
  level: 3,
  otherLevels: [4],
  anywhere: true,
  title: '[Approved Major Change Proposals (MCP)](https://forge.rust-lang.org/compiler/mcp.html)',
});

export const finalCommentPeriod = section({
  key: 'fcp',
  parent: 'project',
  level: 3,
  title: 'Final Comment Period',
  required: true,
});

export const FCP_ISSUES = (repo: string) =>
  `https://github.com/rust-lang/${repo}/issues?q=is%3Aopen+label%3Afinal-comment-period+sort%3Aupdated-desc`;

export const fcpRfcs = section({
  key: 'fcp/rfcs',
  parent: 'fcp',
  level: 4,
  title: '[RFCs](https://github.com/rust-lang/rfcs/labels/final-comment-period)',
  required: true,
});

export const fcpTracking = section({
  key: 'fcp/tracking',
  parent: 'fcp',
  level: 4,
  title: 'Tracking Issues & PRs',
  required: true,
});

/**
 * The groups of "Tracking Issues & PRs", as the template writes them; the consolidated none sentence names those
 * without items (docs/newsletter.md#none-sentences).
 */
export const fcpGroups = (level: number): readonly SectionSpec[] =>
  CONSOLIDATED_FORMS.find(({ kind }) => kind === 'fcp-group')!.groups.map((group) =>
    section({ key: group.section, parent: 'fcp', level, title: withRemark(group.link, group) }),
  );

export const newRfcs = (level: number, otherLevels: readonly number[]) =>
  section({
    key: 'new-rfcs',
    parent: 'project',
    level,
    otherLevels,
    title: '[New and Updated RFCs](https://github.com/rust-lang/rfcs/pulls)',
    aliases: ['New RFCs'],
    required: true,
  });

export const events: readonly SectionSpec[] = [
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

export const jobs = section({ key: 'jobs', level: 2, title: 'Jobs', required: true });
/** An H1 by convention, as long as the newsletter exists (docs/newsletter.md#sections). */
export const qotw = section({ key: 'qotw', level: 1, title: 'Quote of the Week', required: true });
