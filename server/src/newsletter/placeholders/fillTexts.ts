// biome-ignore-all lint/suspicious/noTemplateCurlyInString: snippets have tab stops, whatever quotes they stand in
import { addDays } from '../issue/date';
import type { Issue } from '../issue/issue';
import { mergedDefinition } from '../sections/merged';
import { type FillText, item, noneFill, once } from './fillText';
import { cftFills, cftItems, fcpFills, fcpItem, newRfcFills } from './fillTextsRfcs';

const TOPIC = 'https://users.rust-lang.org/t';

/**
 * What can be written into a section (docs/newsletter.md#placeholders), with everything that can be computed filled
 * in.
 *
 * @param key of the section, e.g. `cfp/projects`
 */
export function fillTexts(issue: Issue, key: string): readonly FillText[] {
  switch (key) {
    case 'cotw':
      return cotw();
    case 'qotw':
      return qotw();
    case 'cfp':
    case 'cfp/projects':
      return [
        item(
          'Insert a call for participation in a project',
          'Call for participation',
          '* [${1:project} - ${2:title of the issue}](${3:https://})',
        ),
        once(
          'No calls for participation this week',
          'No calls for participation',
          '*No Calls for participation were submitted this week.*',
        ),
      ];
    case 'cfp/events':
      return [
        item(
          'Insert a call for papers or presentations',
          'Call for papers',
          '* [**${1:Event}**](${2:https://}) | CFP open until ${3:2000-01-01} | ${4:City}, ${5:CC} | ${6:2000-01-01}'.replaceAll(
            '2000-01-01',
            issue.date ?? '2026-01-01',
          ),
        ),
        ...noneFill(
          issue,
          'cfp-events',
          'No calls for papers or presentations this week',
          'No calls for papers',
        ),
      ];
    case 'project':
      return mergedFills(issue);
    case 'perf':
      return perfFills(issue);
    case 'cft':
      return cftFills(issue);
    case 'approved-rfcs':
      return [
        item(
          'Insert an approved RFC',
          'Approved RFC',
          '* [${1:Title}](https://github.com/rust-lang/rfcs/pull/${2})',
        ),
        ...noneFill(issue, 'approved-rfcs', 'No RFCs were approved this week', 'No approved RFCs'),
      ];
    case 'new-rfcs':
      return newRfcFills(issue);
    case 'fcp':
    case 'fcp/tracking':
    case 'fcp/rfcs':
      return fcpFills(issue, key);
    case 'events':
      return [
        item(
          'Insert a region with an event',
          'Region with an event',
          `### \${1|Virtual,Africa,Asia,Europe,North America,Oceania,South America|}\n${eventSkeleton(issue)}`,
        ),
      ];
  }
  if (key.startsWith('fcp/')) return [fcpItem(issue)];
  if (key.startsWith('cft/')) return cftItems(issue);
  return [];
}

function cotw(): FillText[] {
  const crate = "This week's crate is [${1:crate}](${2:https://}), ${3:a crate to …}.\n\n";
  const thanks = (word: string) =>
    `Thanks to [\${4:name}](${TOPIC}/crate-of-the-week/2704/\${5:post}) for the ${word}!`;
  return [
    once(
      'Insert the crate of the week (suggested by a reader)',
      'Crate of the Week, suggested by a reader',
      crate + thanks('suggestion'),
    ),
    once(
      'Insert the crate of the week (suggested by its author)',
      'Crate of the Week, suggested by its author',
      crate + thanks('self-suggestion'),
    ),
    once(
      'Insert the crate of the week (no suggestion)',
      'Crate of the Week without a suggestion',
      `${crate}\${4:Despite a lack of suggestions, the editors are pleased with their choice.}`,
    ),
  ];
}

function qotw(): FillText[] {
  const quote = '> ${1:Quote}\n\n– [${2:name} on ${3:place}](${4:https://})\n\n';
  return [
    once(
      'Insert the quote of the week (suggested by a reader)',
      'Quote of the Week, suggested by a reader',
      `${quote}Thanks to [\${5:name}](${TOPIC}/twir-quote-of-the-week/328/\${6:post}) for the suggestion!`,
    ),
    once(
      'Insert the quote of the week (no suggestion)',
      'Quote of the Week without a suggestion',
      `${quote}\${5:Despite a lack of suggestions, the editors are pleased with their choice.}`,
    ),
  ];
}

/** The groups that every issue has, with the repositories of most of their items. */
const MERGED_GROUPS = [
  ['Compiler', 'rust'],
  ['Library', 'rust'],
  ['Cargo', 'cargo'],
  ['Rustdoc', 'rust'],
  ['Clippy', 'rust-clippy'],
  ['Rust-Analyzer', 'rust-analyzer'],
] as const;

function mergedFills(issue: Issue): FillText[] {
  const definition = mergedDefinition(issue.date);
  if (!definition) return [];
  const sentence = `\${1:400} pull requests were [merged in the last week][merged]\n\n${definition}`;
  const plain = once('Insert the count of merged pull requests', 'Merged pull requests', sentence);
  if (!issue.profile.can.groups) return [plain];
  const groups = MERGED_GROUPS.map(
    ([group, repository], n) =>
      `#### ${group}\n* [\${${2 * n + 2}:title}](https://github.com/rust-lang/\${${2 * n + 3}:${repository}/pull/})`,
  );
  return [
    once(
      'Insert the count of merged pull requests and the groups',
      'Merged pull requests with groups',
      [sentence, ...groups].join('\n\n'),
    ),
    plain,
  ];
}

/** Triage happens on Mondays or Tuesdays; the years have folders of their own since June 2025. */
function perfFills(issue: Issue): FillText[] {
  const { date } = issue;
  if (!date) return [];
  const day = addDays(date, -2);
  const folder = day >= '2025-06-01' ? `${day.slice(0, 4)}/` : '';
  const text = [
    '${1:Summary of the week.}',
    [
      'Triage done by **@${2:name}**.',
      'Revision range: [${3:from}..${4:to}](https://perf.rust-lang.org/?start=${5}&end=${6}&absolute=false&stat=instructions%3Au)',
    ].join('\n'),
    '**Summary**:',
    '${7:Table}',
    '${8:0} Regressions, ${9:0} Improvements, ${10:0} Mixed; ${11:0} of them in rollups\n${12:0} artifact comparisons made in total',
    `[Full report here](https://github.com/rust-lang/rustc-perf/blob/\${13:master}/triage/${folder}\${14:${day}}.md)`,
  ].join('\n\n');
  return [
    once('Insert the performance triage', 'Performance triage', text),
    once(
      'No performance triage this week',
      'No performance triage',
      'There was no performance triage this week.',
    ),
  ];
}

function eventSkeleton(issue: Issue): string {
  return [
    `* \${2:${issue.date ?? '2026-01-01'}} | \${3:City}, \${4:CC} | [\${5:Group}](\${6:https://})`,
    '    * [**${7:Title}**](${8:https://})',
  ].join('\n');
}
