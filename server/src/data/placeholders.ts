/**
 * Text of the template that must be replaced or deleted before an issue is published (domain, chapter 6).
 * What to put in their place stands in `features/fills.ts`.
 */

export interface PlaceholderSpec {
  readonly id: string;
  /** A comment is known by how its text begins, white space collapsed; a link by its address; a text by its word. */
  readonly form: 'comment' | 'link' | 'text';
  /** What the comment begins with, what the address is, or the word. */
  readonly starts: string;
  /** What else must stand in the comment, when the beginning does not tell it from another one. */
  readonly includes?: string;
}

const comment = (id: string, starts: string, includes?: string): PlaceholderSpec => ({
  id,
  form: 'comment',
  starts,
  ...(includes === undefined ? {} : { includes }),
});

/** In the order in which they are tried. */
export const PLACEHOLDERS: readonly PlaceholderSpec[] = [
  comment('cotw', 'COTW goes here'),
  comment('cft-items', 'If there are new CfT items this week'),
  comment('cft-items-p2', 'Calls for Testing go here'),
  comment('cft-label-reminder', 'Remember to remove the `call-for-testing` label'),
  comment('cfp-event', 'CFPs go here, use this format: * [**event name**]'),
  comment('cfp-event', 'CFPs go here, use this format: * [**'),
  comment('cfp-project', 'CFPs go here, use this format:'),
  comment('cfp-project-empty-item', '* [ - ]()'),
  comment('cfp-project-none', 'or if none - *No Calls for participation'),
  comment('cfp-event-none', 'or if none - *No Calls for papers'),
  comment('rust-updates', 'Rust updates go here'),
  comment('perf', 'Perf results go here'),
  comment('pre-stabilization', 'Pre-Stabilization RFCs go here'),
  comment('rfc-and-fcp', 'RFC and FCP sections go here'),
  comment('approved-rfcs', 'Approved RFCs go here'),
  comment('approved-rfcs', 'Use either', 'No RFCs were approved'),
  comment('approved-rfcs-none', 'or if none were approved this week'),
  comment('fcp-groups', 'Either remove the group from the'),
  comment('fcp-items', 'RFCs which have entered FCP go here'),
  comment('fcp-items', 'Tracking Issues which have entered FCP go here'),
  comment('fcp-items', 'Tracking Issues & PRs go here'),
  comment('fcp-none', 'or if none entered FCP this week'),
  comment('none-sentence-hint', '* *No '),
  comment('new-rfcs', 'Use either', 'No New or Updated RFCs'),
  comment('new-rfcs', 'New or updated RFCs go here'),
  comment('new-rfcs-none', 'or if there are no new or updated RFCs'),
  comment('mcp-section', '### [Approved Major Change Proposals'),
  comment('commit-message', 'Sample commit message'),
  comment('commit-message', 'Commit message'),
  comment('cft-message', 'Call for Testing Message'),
  comment('events', 'Events list goes here'),
  comment('rust-jobs', 'Rust Jobs:'),
  comment('qotw', 'QOTW goes here'),
  comment('empty-item', '* []()'),
  comment('empty-item', '* [disposition:'),
  comment('empty-item', '* [new|updated] []()'),
  comment('remove-if-empty', 'Remove this section if empty'),
  { id: 'jobs-link', form: 'link', starts: 'INSERT_LINK_HERE' },
  { id: 'reddit-link', form: 'link', starts: 'REDDIT_LINK_HERE' },
  { id: 'commit-message', form: 'text', starts: 'TWiR-xxx' },
];
