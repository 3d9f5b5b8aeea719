/**
 * What the template's placeholders ask for, by id (`placeholders.ts`): one or two sentences of Markdown for those
 * who meet one for the first time.
 */
export const PLACEHOLDER_HELP: Readonly<Record<string, string>> = {
  cotw: 'The Crate of the Week: a sentence about the crate with a link to it, then whom to thank for the suggestion, with a link to the post. Delete the comment afterwards.',
  'cft-items':
    'Calls for testing of this week: a heading for each repository that has some, with an item for each. Without any, the sentence that says so.',
  'cft-items-p2':
    'Calls for testing of this week: an item each, with its tracking issue and testing steps nested below.',
  'cft-format': 'How calls for testing are written. Delete the comment once they are.',
  'cft-label-reminder':
    'A note for editors: the `call-for-testing` label is taken off once the call is in the newsletter. Delete the comment.',
  'cfp-event':
    'Calls for papers and presentations: event, closing date, place and dates. Without any, the sentence that says so.',
  'cfp-project':
    'Calls for participation: `project - task` with a link to the issue. Without any, the sentence that says so.',
  'cfp-project-empty-item': 'An empty item to copy. Fill it in or delete it.',
  'cfp-project-none':
    'The sentence for a week without calls for participation. Use it or delete the comment.',
  'cfp-event-none': 'The sentence for a week without calls for papers. Use it or delete the comment.',
  'rust-updates':
    'How many pull requests were merged, with the query that lists them, then the most notable ones by group.',
  perf: 'The summary of the performance triage: text, who did it, the range of revisions, the table and the link to the full report.',
  'pre-stabilization':
    'RFCs that call for testing before stabilization. Without any, the sentence that says so.',
  'rfc-and-fcp':
    'The sections on RFCs and final comment periods, each with its items or the sentence for a week without.',
  'approved-rfcs': 'RFCs that were approved this week, an item each. Without any, the sentence that says so.',
  'approved-rfcs-none': 'The sentence for a week without approved RFCs. Use it or delete the comment.',
  'fcp-groups':
    'The groups with items that entered their final comment period. Groups without any lose their heading and are named in one sentence.',
  'fcp-items':
    'What entered its final comment period this week, an item each, with its disposition where that is not to merge.',
  'fcp-none':
    'The sentence for a week in which nothing entered its final comment period. Use it or delete the comment.',
  'none-sentence-hint': 'The sentence for a week without items. Use it or delete the comment.',
  'new-rfcs':
    'RFCs that were opened or updated this week, an item each. Without any, the sentence that says so.',
  'mcp-section': 'A section for approved major change proposals. Fill it in or delete the comment.',
  'commit-message': "A message for the editors' commits. Delete it.",
  'cft-message': 'The message that editors leave with a call for testing. Delete it.',
  events:
    'Events from the day of the issue to four weeks later, by region and date: a line with date, place and group, below it the title.',
  'rust-jobs': 'A note for editors. Delete the comment.',
  qotw: 'The Quote of the Week: the quotation, who said it with a link, then whom to thank for the suggestion.',
  'empty-item': 'An empty item to copy. Fill it in or delete it.',
  'remove-if-empty': 'A note for editors: a section without items goes, with its heading.',
  'jobs-link': 'The address of the current "Who\'s Hiring" thread on r/rust.',
  'reddit-link': 'The address of the thread on r/rust about this issue; it exists once the issue is out.',
};
