import type { ProfileId } from './profiles';

/**
 * Text that stands in every issue: what the template says, as published issues have it, in all its versions. A
 * version is never wrong for being old: addresses and wording change between templates, so only damage to a known
 * version is worth a word (docs/newsletter.md#fixed-text).
 */
export interface FixedParagraph {
  readonly id: string;
  /** The newest first. `{url}` stands for any address. Line breaks are the template's; white space is not compared. */
  readonly versions: readonly string[];
}

const TWIR = 'https://github.com/rust-lang/this-week-in-rust';
const MASTODON = '[Mastodon](https://mastodon.social/@thisweekinrust)';
const BLUESKY = '[Bluesky](https://bsky.app/profile/thisweekinrust.bsky.social)';
const X = '[X (formerly Twitter)](https://x.com/ThisWeekInRust)';
const X_CAPITAL = '[X (Formerly twitter)](https://x.com/ThisWeekInRust)';

const intro = (want: string, branch: string, rust = 'https://www.rust-lang.org/') =>
  [
    'Hello and welcome to another issue of *This Week in Rust*!',
    `[Rust](${rust}) is a programming language empowering everyone to build reliable and efficient software.`,
    'This is a weekly summary of its progress and community.',
    want,
    `Want to get involved? [We love contributions](https://github.com/rust-lang/rust/blob/${branch}/CONTRIBUTING.md).`,
  ].join('\n');

const wantTag = (where: string) =>
  `Want something mentioned? Tag us at ${where} or [@ThisWeekinRust](https://mastodon.social/@thisweekinrust) on mastodon.social, or [send us a pull request](${TWIR}).`;
const wantTweet = `Want something mentioned? Tweet us at [@ThisWeekInRust](https://twitter.com/ThisWeekInRust) or [send us a pull request](${TWIR}).`;
const wantBluesky = [
  'Want something mentioned? Tag us at',
  '[@thisweekinrust.bsky.social](https://bsky.app/profile/thisweekinrust.bsky.social) on Bluesky or',
  '[@ThisWeekinRust](https://mastodon.social/@thisweekinrust) on mastodon.social, or',
  `[send us a pull request](${TWIR}).`,
].join('\n');

const openly = (archives: string) =>
  `*This Week in Rust* is openly developed [on GitHub](${TWIR})${archives}.\nIf you find any errors in this week's issue, [please submit a PR](${TWIR}/pulls).`;

const projectOwner = (where: string) =>
  `If you are a Rust project owner and are looking for contributors, please submit tasks [here][guidelines]${where}`;
const organizer = (how: string) =>
  `If you are an event organizer hoping to expand the reach of your event, please submit a link to the ${how}`;
const reachOut = (place: string) => ` or by reaching out on ${place} or ${MASTODON}!`;

const cftLabel = {
  inList: [
    'If you are a feature implementer and would like your RFC to appear in this list, add a',
    '`call-for-testing` label to your RFC along with a comment providing testing instructions and/or',
    'guidance on which aspect(s) of the feature need testing.',
  ].join('\n'),
  above: [
    'If you are a feature implementer and would like your RFC to appear on the above list, add the new `call-for-testing`',
    'label to your RFC along with a comment providing testing instructions and/or guidance on which aspect(s) of the feature',
    'need testing.',
  ].join('\n'),
};

/** How the label paragraph of Calls for Testing begins; one per issue is enough. */
export const CFT_LABEL_START = 'If you are a feature implementer and would like your RFC to appear';

export const FIXED_PARAGRAPHS: readonly FixedParagraph[] = [
  {
    id: 'intro',
    versions: [
      intro(wantBluesky, 'main'),
      intro(wantBluesky, 'master'),
      intro(wantTag('[@ThisWeekInRust](https://x.com/ThisWeekInRust) on X (formerly Twitter)'), 'master'),
      intro(wantTag('[@ThisWeekInRust](https://x.com/ThisWeekInRust) on X(formerly Twitter)'), 'master'),
      intro(wantTag('[@ThisWeekInRust](https://twitter.com/ThisWeekInRust) on Twitter'), 'master'),
      intro(wantTweet, 'master'),
      intro(wantTweet, 'master', 'http://rust-lang.org'),
    ],
  },
  {
    id: 'openly-developed',
    versions: [
      openly(' and archives can be viewed at [this-week-in-rust.org](https://this-week-in-rust.org/)'),
      openly(''),
    ],
  },
  {
    id: 'subscribe',
    versions: [
      'Want TWIR in your inbox? [Subscribe here](https://this-week-in-rust.us11.list-manage.com/subscribe?u=fd84c1c757e02889a9b08d289&id=0ed8b72485).',
    ],
  },
  {
    id: 'submit-crate',
    versions: ['[Please submit your suggestions and votes for next week][submit_crate]!'],
  },
  {
    id: 'submit-crate-definition',
    versions: ['[submit_crate]: https://users.rust-lang.org/t/crate-of-the-week/2704'],
  },
  {
    id: 'cft-intro',
    versions: [
      'An important step for RFC implementation is for people to experiment with the\nimplementation and give feedback, especially before stabilization.',
      'An important step for RFC implementation is for people to experiment with the\nimplementation and give feedback, especially before stabilization.  The following\nRFCs would benefit from user testing before moving forward:',
    ],
  },
  { id: 'cft-label', versions: [cftLabel.inList, cftLabel.above] },
  {
    id: 'cft-let-us-know',
    versions: [
      `[Let us know](${TWIR}/issues) if you would like your feature to be tracked as a part of this list.`,
      'Let us know if you would like your feature to be tracked as a part of this list.',
    ],
  },
  {
    id: 'cfp-intro',
    versions: [
      'Always wanted to contribute to open-source projects but did not know where to start?\nEvery week we highlight some tasks from the Rust community for you to pick and get started!',
      "Always wanted to contribute to open-source projects but didn't know where to start?\nEvery week we highlight some tasks from the Rust community for you to pick and get started!",
    ],
  },
  {
    id: 'cfp-mentors',
    versions: [
      'Some of these tasks may also have mentors available, visit the task page for more information.',
    ],
  },
  {
    id: 'cfp-owner',
    versions: [
      projectOwner(` or through a [PR to TWiR](${TWIR})${reachOut(BLUESKY)}`),
      projectOwner(` or through a [PR to TWiR](${TWIR})${reachOut(X)}`),
      projectOwner(` or through a [PR to TWiR](${TWIR})${reachOut(X_CAPITAL)}`),
      projectOwner('.'),
    ],
  },
  {
    id: 'cfp-guidelines',
    versions: [
      `[guidelines]:${TWIR}?tab=readme-ov-file#call-for-participation-guidelines`,
      `[guidelines]: ${TWIR}?tab=readme-ov-file#call-for-participation-guidelines`,
      '[guidelines]: https://users.rust-lang.org/t/twir-call-for-participation/4821',
    ],
  },
  {
    id: 'cfp-events-intro',
    versions: [
      'Are you a new or experienced speaker looking for a place to share something cool? This section highlights events that are being planned and are accepting submissions to join their event as a speaker.',
    ],
  },
  {
    id: 'cfp-organizer',
    versions: [
      organizer(`website through a [PR to TWiR](${TWIR})${reachOut(BLUESKY)}`),
      organizer(`website through a [PR to TWiR](${TWIR})${reachOut(X)}`),
      organizer(`website through a [PR to TWiR](${TWIR})${reachOut(X_CAPITAL)}`),
      organizer(`submission website through a [PR to TWiR](${TWIR}).`),
    ],
  },
  {
    id: 'approved-rfcs-intro',
    versions: [
      'Changes to Rust follow the Rust [RFC (request for comments) process](https://github.com/rust-lang/rfcs#rust-rfcs). These\nare the RFCs that were approved for implementation this week:',
    ],
  },
  {
    id: 'fcp-intro',
    versions: [
      "Every week, [the team](https://www.rust-lang.org/team.html) announces the 'final comment period' for RFCs and key PRs\nwhich are reaching a decision. Express your opinions now.",
      "Every week [the team](https://www.rust-lang.org/team.html) announces the 'final comment period' for RFCs and key PRs\nwhich are reaching a decision. Express your opinions now.",
    ],
  },
  {
    id: 'fcp-let-us-know',
    versions: [
      'Let us know if you would like your PRs, Tracking Issues or RFCs to be tracked as a part of this list.',
    ],
  },
  {
    id: 'events-add',
    versions: [
      'If you are running a Rust event please add it to the [calendar] to get\nit mentioned here. Please remember to add a link to the event too.\nEmail the [Rust Community Team][community] for access.',
    ],
  },
  {
    id: 'events-definitions',
    versions: [
      '[calendar]: https://www.google.com/calendar/embed?src=apd9vmbc22egenmtu5l6c5jbfc%40group.calendar.google.com\n[community]: mailto:community-team@rust-lang.org',
    ],
  },
  {
    id: 'jobs',
    versions: ["Please see the latest [Who's Hiring thread on r/rust]({url})"],
  },
  {
    id: 'submit-quotes',
    versions: [
      '[Please submit quotes and vote for next week!](https://users.rust-lang.org/t/twir-quote-of-the-week/328)',
    ],
  },
  {
    id: 'email-hosting',
    versions: [
      '*Email list hosting is sponsored by [The Rust Foundation](https://foundation.rust-lang.org/)*',
    ],
  },
  { id: 'discuss', versions: ['<small>[Discuss on r/rust]({url})</small>'] },
];

/** How the paragraph that names the editors begins: what comes from here on belongs to no section. */
export const FOOTER_STARTS: readonly string[] = [
  '*This Week in Rust is edited by:',
  'This Week in Rust is edited by:',
];

/** Fixed text above the first section, the last of it since 2024-06-19. */
export const OPENING: Readonly<Record<ProfileId, readonly string[]>> = {
  archive: [],
  p1: ['intro', 'openly-developed'],
  p2: ['intro', 'openly-developed'],
  p3: ['intro', 'openly-developed', 'subscribe'],
  p4: ['intro', 'openly-developed', 'subscribe'],
};

/** Fixed text below the last section; `editors` is the paragraph that names them. */
export const CLOSING: readonly string[] = ['editors', 'email-hosting', 'discuss'];

/** Which headings a placeholder stands for or stands under: their place is known when they are missing. */
export const PLACEHOLDER_SECTIONS: Readonly<Partial<Record<string, readonly string[]>>> = {
  cotw: ['cotw'],
  'cfp-project': ['cfp/projects'],
  'cfp-event': ['cfp/events'],
  'rust-updates': ['project'],
  perf: ['perf'],
  'rfc-and-fcp': ['approved-rfcs', 'fcp', 'fcp/rfcs', 'fcp/tracking', 'new-rfcs'],
  'approved-rfcs': ['approved-rfcs'],
  'new-rfcs': ['new-rfcs'],
  events: ['events'],
  'jobs-link': ['jobs'],
  qotw: ['qotw'],
};

/** Words that every week's own text of a section opens with. */
export const SECTION_OPENINGS: Readonly<Record<string, readonly string[]>> = {
  cotw: ["This week's crate is ["],
  project: ['pull requests were [merged in the last week]'],
  events: ['Rusty Events between '],
  jobs: ["Please see the latest [Who's Hiring thread", 'to get your job offers listed here!'],
};

/** The part of a section's body: a fixed paragraph by its id (`id` or `id:version`), or a placeholder as it stands. */
export type BodyPart = { readonly fixed: string; readonly version?: number } | { readonly text: string };

const fixed = (id: string, version = 0): BodyPart => ({ fixed: id, version });
const text = (line: string): BodyPart => ({ text: line });

type Bodies = Readonly<Record<string, readonly BodyPart[]>>;

const COMMON: Bodies = {
  cotw: [text('<!-- COTW goes here -->'), fixed('submit-crate'), fixed('submit-crate-definition')],
  project: [text('<!-- Rust updates go here -->')],
  perf: [text('<!-- Perf results go here -->')],
  'approved-rfcs': [fixed('approved-rfcs-intro'), text('* *No RFCs were approved this week.*')],
  fcp: [fixed('fcp-intro')],
  'new-rfcs': [text('* *No New or Updated RFCs were created this week.*')],
  events: [text('<!-- Events list goes here -->'), fixed('events-add'), fixed('events-definitions')],
  jobs: [text("Please see the latest [Who's Hiring thread on r/rust](INSERT_LINK_HERE)")],
  qotw: [text('<!-- QOTW goes here -->'), fixed('submit-quotes')],
};

const CFP_PROJECTS = text(
  '<!-- CFPs go here, use this format: * [project name - title of issue](URL to issue) -->',
);
const CFP_EVENTS = text(
  '<!-- CFPs go here, use this format: * [**event name**](URL to CFP)| Date CFP closes in YYYY-MM-DD | city,state,country | Date of event in YYYY-MM-DD -->',
);

const cfp = (version: number, guidelines: number): Bodies => ({
  'cfp/projects': [
    fixed('cfp-intro'),
    fixed('cfp-mentors'),
    CFP_PROJECTS,
    fixed('cfp-owner', version),
    fixed('cfp-guidelines', guidelines),
  ],
  'cfp/events': [fixed('cfp-events-intro'), CFP_EVENTS, fixed('cfp-organizer', version)],
});

/** What stands under a fresh heading, by the section's key; a section without a row starts empty. */
export const SECTION_BODIES: Readonly<Record<ProfileId, Bodies>> = {
  archive: {},
  p1: {
    ...COMMON,
    cfp: [
      fixed('cfp-intro', 1),
      fixed('cfp-mentors'),
      text('<!-- CFPs go here, use this format: * [project name - title of issue](link to issue) -->'),
      fixed('cfp-owner', 3),
      fixed('cfp-guidelines', 2),
    ],
    cft: [fixed('cft-intro', 1), text('<!-- Pre-Stabilization RFCs go here -->')],
    'fcp/rfcs': [text('* *No RFCs entered Final Comment Period this week.*')],
    'fcp/tracking': [text('* *No Tracking Issues or PRs entered Final Comment Period this week.*')],
  },
  p2: {
    ...COMMON,
    ...cfp(1, 0),
    cft: [
      fixed('cft-intro', 1),
      text('<!-- Calls for Testing go here, use this format: * [RFC Topic](RFC URL) -->'),
      fixed('cft-label', 1),
    ],
    'fcp/rfcs': [text('* *No RFCs entered Final Comment Period this week.*')],
    'fcp/tracking': [text('<!-- Tracking Issues which have entered FCP go here -->')],
  },
  p3: {
    ...COMMON,
    ...cfp(1, 0),
    cft: [
      fixed('cft-intro'),
      fixed('cft-label'),
      text('<!-- If there are new CfT items this week, include: -->'),
      fixed('cft-let-us-know'),
    ],
    'fcp/tracking': [
      text('<!-- Tracking Issues which have entered FCP go here -->'),
      fixed('fcp-let-us-know'),
    ],
  },
  p4: {
    ...COMMON,
    ...cfp(0, 0),
    cft: [
      fixed('cft-intro'),
      fixed('cft-label'),
      text('<!-- If there are new CfT items this week, include: -->'),
      fixed('cft-let-us-know'),
    ],
    'fcp/tracking': [
      text('<!-- Tracking Issues which have entered FCP go here -->'),
      fixed('fcp-let-us-know'),
    ],
  },
};
