/** What belongs under a heading, by its key: what the newsletter's README and template say. Facts only. */
export const SECTION_GUIDE: Readonly<Record<string, string>> = {
  community: 'Links that readers and editors have found in the week, each in the section that fits best',
  'community/official': 'Posts of the Rust project and its teams',
  'community/foundation': 'Posts of the Rust Foundation',
  'community/newsletters': 'Issues of other newsletters, monthly reports of projects',
  'community/project-tooling': 'Releases and news of projects and tools',
  'community/observations': 'Opinions, experience, posts and talks about Rust',
  'community/walkthroughs': 'Tutorials and guides to learn from',
  'community/research': 'Papers and theses',
  'community/miscellaneous': 'What fits nowhere else: podcasts, jobs in the news, events that are over',
  cotw: 'The crate of the week, what it does, and whom to thank for the suggestion, with a link to the post',
  cft: 'Features that are to be tried before they are stable, by repository, with their testing steps',
  'cft/rfcs': 'RFCs whose implementation is to be tried',
  'cft/rust': 'Calls for testing of rust-lang/rust',
  'cft/cargo': 'Calls for testing of Cargo',
  'cft/rustup': 'Calls for testing of Rustup',
  cfp: 'Tasks in projects that newcomers can take on, and conferences that look for speakers',
  'cfp/projects': '`project - task` with a link to one issue that somebody will mentor',
  'cfp/events': 'Conferences that look for speakers: name, closing date, place and dates',
  project:
    'What the Rust project has done in the week: first how many pull requests were merged, then the notable ones',
  'project/compiler': 'Merged pull requests to the compiler',
  'project/library': 'Merged pull requests to the standard library',
  'project/cargo': 'Merged pull requests to Cargo',
  'project/rustdoc': 'Merged pull requests to Rustdoc',
  'project/clippy': 'Merged pull requests to Clippy',
  'project/rust-analyzer': 'Merged pull requests to Rust-Analyzer',
  'project/rustfmt': 'Merged pull requests to Rustfmt',
  'project/miri': 'Merged pull requests to Miri',
  'project/other': 'Merged pull requests of other areas',
  perf: 'The summary of the week’s performance triage, who did it, the range of revisions, the table and the full report',
  'approved-rfcs': 'RFCs that were approved in the week, or the sentence that there were none',
  'approved-mcps': 'Major change proposals that were approved in the week',
  fcp: 'What entered its final comment period in the week, or the sentence that nothing did',
  'fcp/rfcs': 'RFCs that entered their final comment period',
  'fcp/tracking':
    'Tracking issues and pull requests that entered their final comment period, by repository or team',
  'new-rfcs': 'RFCs that were opened or updated in the week, or the sentence that there were none',
  events: 'Events of the next four weeks that are about Rust and open to everybody, by region and date',
  'events/virtual': 'Events that can be attended online, hybrid ones, too',
  jobs: 'The current thread in which jobs are offered on r/rust; the newsletter lists no jobs itself',
  qotw: 'A quotation, who said it with a link to the source, and whom to thank for the suggestion',
};

/** What belongs under a heading with a key; undefined where nothing is known. */
export function sectionGuide(key: string): string | undefined {
  if (SECTION_GUIDE[key]) return SECTION_GUIDE[key];
  if (key.startsWith('events/')) return 'Events at a place in this region, hybrid ones, too, by date';
  if (key.startsWith('fcp/'))
    return 'What entered its final comment period here, or nothing: then the heading goes';
  return undefined;
}
