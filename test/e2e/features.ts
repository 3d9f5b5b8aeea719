/** What an author can do, as docs/hosts.md lists it. */
export interface Feature {
  readonly title: string;
  /** Its page below docs/, with the heading. */
  readonly page: string;
  /** A picture of it in docs/images/, where it has one of its own. */
  readonly picture?: string;
  /** Its command in VS Code, where it has one. */
  readonly command?: string;
  /** Tests of its twin on the command line, by how their names begin. */
  readonly cli?: readonly string[];
  /** Why a host cannot have it. */
  readonly not?: { readonly web?: string; readonly cli?: string };
  /** Its number in the list of what is done once a week. */
  readonly point?: number;
}

const FEATURE_LIST = {
  findings: {
    title: 'Findings while you type',
    page: 'editing.md#write',
    picture: 'findings.png',
    cli: ['twir check'],
  },
  silence: {
    title: 'Silent in other Markdown files',
    page: 'privacy.md',
    cli: ['what a command works on'],
  },
  fixes: {
    title: 'Quick fixes, and all at once',
    page: 'editing.md#write',
    picture: 'quick-fix.png',
    command: 'Fix All Auto-Fixable Problems',
    cli: ['twir check fixes and leaves nothing fixable'],
  },
  complete: {
    title: 'Completion',
    page: 'editing.md#write',
    picture: 'completion.png',
    not: { cli: 'for typing' },
  },
  format: {
    title: 'Format',
    page: 'events.md#format',
    cli: ['twir format'],
  },
  organize: {
    title: 'Organize events',
    page: 'events.md#organize',
    picture: 'events.png',
    command: 'Organize Events',
    cli: ['twir organize'],
  },
  importEvents: {
    title: 'Add events from a file or the clipboard',
    page: 'events.md#add-events-from-a-file-or-the-clipboard',
    command: 'Add Events from Clipboard…',
    cli: ['twir add-events'],
  },
  newDraft: {
    title: 'New draft',
    page: 'editing.md#make-the-draft',
    picture: 'new-draft.png',
    command: 'New Draft',
    cli: ['twir new-draft'],
  },
  checklist: {
    title: 'Ready to publish?',
    page: 'editing.md#ready-to-publish',
    picture: 'checklist.png',
    command: 'Ready to Publish?',
    cli: ['twir check'],
  },
  preview: {
    title: 'Preview',
    page: 'preview.md',
    picture: 'preview.png',
    command: 'Open Preview to the Side',
    cli: ['twir render'],
  },
  settings: {
    title: 'Settings and .twir.json',
    page: 'editing.md#settings-and-twirjson',
    cli: ['twir check reads .twir.json above the file'],
  },
  folders: {
    title: 'Check all drafts, also as a task',
    page: 'editing.md#tasks-and-reports-of-mistakes',
    command: 'Check All Drafts of the Workspace',
    cli: ['twir check lists every checked file'],
  },
  robust: {
    title: 'Restart, and reports of mistakes',
    page: 'editing.md#tasks-and-reports-of-mistakes',
    command: 'Restart Language Server',
    not: { cli: 'nothing keeps running' },
  },
  fill: {
    point: 1,
    title: 'Fill sections',
    page: 'week.md#fill-sections-from-a-file-or-the-clipboard',
    picture: 'fill-sections.png',
    command: 'Fill Sections from Clipboard…',
    cli: ['twir fill'],
  },
  changes: {
    point: 2,
    title: 'Merged pull requests',
    page: 'week.md#insert-merged-pull-requests',
    picture: 'merged-pull-requests.png',
    command: 'Insert Merged Pull Requests…',
    cli: ['twir changes'],
    not: { web: 'no git there' },
  },
  titles: {
    point: 3,
    title: 'Code in titles',
    page: 'week.md#code-in-titles',
    picture: 'code-in-titles.png',
    command: 'Quick Fix',
    cli: ['twir check'],
  },
  publish: {
    point: 4,
    title: 'Publish',
    page: 'week.md#publish',
    picture: 'publish.png',
    command: 'Prepare Publication…',
    cli: ['twir publish', 'twir reddit-link', 'twir announce'],
  },
  posts: {
    point: 5,
    title: 'Quote and crate from a forum post',
    page: 'week.md#quote-and-crate-from-a-forum-post',
    picture: 'quote.png',
    command: 'Insert Quote from Clipboard',
    cli: ['twir fill takes a post of the forum'],
  },
  calendars: {
    point: 6,
    title: 'Events of all calendars',
    page: 'events.md#add-events-from-all-your-calendars',
    picture: 'calendars.png',
    command: 'Add Events from All Calendars…',
    cli: ['twir add-events reads the calendars that the configuration lists'],
  },
  submit: {
    point: 7,
    title: 'Submissions in the right place',
    page: 'contributing-links.md#a-link',
    picture: 'submit-link.png',
    command: 'Submit a Link…',
    not: { cli: 'asks as it goes' },
  },
  review: {
    point: 8,
    title: 'Review of submerge',
    page: 'submerge.md#review',
    picture: 'review.png',
    command: 'Review Submissions of submerge',
    cli: ['twir check'],
  },
  blanks: {
    point: 9,
    title: 'Half-filled fills are seen',
    page: 'rules/placeholder-blank.md',
    picture: 'blanks.png',
    command: 'Go to Next Problem',
    cli: ['twir check'],
  },
} satisfies Record<string, Feature>;

export type FeatureId = keyof typeof FEATURE_LIST;
export const FEATURES: Readonly<Record<FeatureId, Feature>> = FEATURE_LIST;
