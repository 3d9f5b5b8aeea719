/**
 * Text of the template that must be replaced or deleted before an issue is published
 * (docs/newsletter.md#placeholders). What to put in their place stands in `features/fills.ts`.
 */

export interface PlaceholderSpec {
  readonly id: string;
  /** A comment is known by how its text begins, white space collapsed; a link by its address. */
  readonly form: 'comment' | 'link';
  /** What the comment begins with, or what the address is. */
  readonly starts: string;
  /** What else must stand in the comment, when the beginning does not tell it from another one. */
  readonly includes?: string;
  /** Key of the section that its fill goes into; undefined for comments that stand in several. */
  readonly section?: string;
  /** Most published issues keep it: 31 of 33 in 2026 have the comments of the calls. */
  readonly keptByMany?: true;
}

const comment = (
  section: string | undefined,
  id: string,
  starts: string,
  includes?: string,
): PlaceholderSpec => ({
  id,
  form: 'comment',
  starts,
  ...(includes === undefined ? {} : { includes }),
  ...(section === undefined ? {} : { section }),
  ...(id.startsWith('cfp-') ? { keptByMany: true } : {}),
});

/** In the order in which they are tried. The contributors' comment of the community section is none: it stays. */
export const PLACEHOLDERS: readonly PlaceholderSpec[] = [
  comment('cotw', 'cotw', 'COTW goes here'),
  comment('cft', 'cft-items', 'If there are new CfT items this week'),
  comment('cft', 'cft-format', '[Repo Name](Repo URL)'),
  comment('cft', 'cft-format', 'where `Repo Name` and `Repo URL` are one of'),
  comment('cft', 'cft-format', 'For all `Repo Names` with no new CfT items'),
  comment('cft', 'cft-items-p2', 'Calls for Testing go here'),
  comment('cft', 'cft-label-reminder', 'Remember to remove the `call-for-testing` label'),
  comment('cfp/events', 'cfp-event', 'CFPs go here', '[**'),
  comment('cfp/projects', 'cfp-project', 'CFPs go here'),
  comment('cfp/projects', 'cfp-project-empty-item', '* [ - ]()'),
  comment('cfp/projects', 'cfp-project-none', 'or if none - *No Calls for participation'),
  comment('cfp/events', 'cfp-event-none', 'or if none - *No Calls for papers'),
  comment('project', 'rust-updates', 'Rust updates go here'),
  comment('perf', 'perf', 'Perf results go here'),
  comment('cft', 'pre-stabilization', 'Pre-Stabilization RFCs go here'),
  comment('approved-rfcs', 'rfc-and-fcp', 'RFC and FCP sections go here'),
  comment('approved-rfcs', 'approved-rfcs', 'Approved RFCs go here'),
  comment('approved-rfcs', 'approved-rfcs', 'Use either', 'No RFCs were approved'),
  comment('approved-rfcs', 'approved-rfcs-none', 'or if none were approved this week'),
  comment('approved-rfcs', 'mcp-section', '### [Approved Major Change Proposals'),
  comment('fcp', 'fcp-groups', 'Either remove the group from the'),
  comment('fcp', 'fcp-items', 'RFCs which have entered FCP go here'),
  comment('fcp', 'fcp-items', 'Tracking Issues which have entered FCP go here'),
  comment('fcp', 'fcp-items', 'Tracking Issues & PRs go here'),
  comment('fcp', 'fcp-none', 'or if none entered FCP this week'),
  comment('fcp', 'empty-item', '* [disposition:'),
  comment('fcp', 'remove-if-empty', 'Remove this section if empty'),
  comment('new-rfcs', 'new-rfcs', 'Use either', 'No New or Updated RFCs'),
  comment('new-rfcs', 'new-rfcs', 'New or updated RFCs go here'),
  comment('new-rfcs', 'empty-item', '* [new|updated] []()'),
  // p2 and p3 have this one under Calls for Testing as well, where it is a slip of the template.
  comment(undefined, 'none-sentence-hint', 'or if there are no new or updated RFCs'),
  comment(undefined, 'none-sentence-hint', '* *No '),
  comment(undefined, 'empty-item', '* []()'),
  comment('new-rfcs', 'commit-message', 'Sample commit message'),
  comment('new-rfcs', 'commit-message', 'Commit message'),
  comment('cft', 'cft-message', 'Call for Testing Message'),
  comment('events', 'events', 'Events list goes here'),
  comment('jobs', 'rust-jobs', 'Rust Jobs:'),
  comment('qotw', 'qotw', 'QOTW goes here'),
  { id: 'jobs-link', form: 'link', starts: 'INSERT_LINK_HERE', section: 'jobs' },
  { id: 'reddit-link', form: 'link', starts: 'REDDIT_LINK_HERE', section: 'qotw' },
];

/**
 * Words of the templates' own samples that were left as the title of a link, and what people write in their stead
 * (the draft of issue 483 had a `[TODO]`). Compared in lower case.
 */
export const TITLES_TO_FILL: ReadonlySet<string> = new Set([
  'todo',
  'fixme',
  'title of the linked page',
  'title of the linked video',
  'title of the linked audio file',
  'item title',
  'repo name',
  'feature name',
  '<feature name>',
  '<rfc topic>',
  'rfc topic',
  'event name',
  'project name - title of issue',
]);

/**
 * How text of the templates' comments begins that must never be seen: notes to editors and the message for the
 * authors of a call for testing (published in issue 665 when the comment around it had gone). White space collapsed.
 */
export const EDITOR_NOTES: readonly string[] = [
  'This RFC will appear in the **Call for Testing** section',
  'You may remove the `call-for-testing` label',
  'Update CFT, FCP, MCP and RFC sections for TWiR',
  'Sample commit message',
  'If there are new CfT items this week',
  '- and make note in the item so the authors know to remove',
  '- where `Repo Name` and `Repo URL` are one of',
  '- and `Testing steps` points directly to the procedures',
  '- For all `Repo Names` with no new CfT items this week',
  'CfT items did appear, of course)',
  'Either remove the group from the "No Items',
  'Remember to remove the `call-for-testing` label from the RFC',
];
