// biome-ignore-all lint/suspicious/noTemplateCurlyInString: snippets have tab stops, whatever quotes they stand in
import { CONSOLIDATED_FORMS, type ConsolidatedForm, NONE_FORMS, type NoneGroup } from '../data/noneSentences';
import { addDays } from '../issue/date';
import type { Issue } from '../issue/issue';
import {
  consolidatedSentence,
  expectedGroups,
  groupsWithItems,
  noneSentencesOf,
} from '../issue/noneSentences';
import { mergedDefinition } from '../rules/support/merged';
import { sectionSkeleton } from '../rules/support/skeletons';
import { snippetText } from './completion/completion';

/** A piece of text that an editor can start a section with. */
export interface FillText {
  /** An imperative that names what is inserted. */
  readonly title: string;
  /** A few words to type for it in a list of completions. */
  readonly label: string;
  /** A snippet in LSP's syntax. */
  readonly text: string;
  /** Belongs into a section only once: a sentence, a quote. The others are items. */
  readonly once: boolean;
}

const TOPIC = 'https://users.rust-lang.org/t';

const item = (title: string, label: string, text: string): FillText => ({ title, label, text, once: false });
const once = (title: string, label: string, text: string): FillText => ({ title, label, text, once: true });

/**
 * What can be written into a section (domain, chapter 6), with everything that can be computed filled in.
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

/** The sections that p1 writes anew each week, with their none sentences. */
export function rfcSections(issue: Issue): FillText {
  const { profile } = issue;
  const none: Readonly<Record<string, string>> = {
    'approved-rfcs': 'approved-rfcs',
    'fcp/rfcs': 'fcp-rfcs',
    'fcp/tracking': 'fcp-tracking',
    'new-rfcs': 'new-rfcs',
  };
  const parts = ['approved-rfcs', 'fcp', 'fcp/rfcs', 'fcp/tracking', 'new-rfcs'].flatMap((key) => {
    const spec = profile.sections.find((section) => section.key === key);
    if (!spec) return [];
    const sentence = NONE_FORMS.find(
      (form) => form.kind === none[key] && form.profiles.includes(profile.id as never),
    );
    const skeleton = sectionSkeleton(profile, spec).replace(/\n*<!--[\s\S]*?-->/g, '');
    return [sentence ? `${skeleton}\n\n${sentence.text}` : skeleton];
  });
  return once('Insert the RFC and FCP sections', 'RFC and FCP sections', snippetText(parts.join('\n\n')));
}

/** The consolidated sentence for the groups that have no items, less those in `without`. */
export function consolidatedFor(
  issue: Issue,
  form: ConsolidatedForm,
  without: readonly NoneGroup[] = [],
): string | undefined {
  const filled = groupsWithItems(issue, form, noneSentencesOf(issue));
  const empty = expectedGroups(issue, form).filter((group) => !filled.has(group) && !without.includes(group));
  if (empty.length === 0) return undefined;
  return consolidatedSentence(
    form,
    empty.map((group) => group.link),
  );
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

function mergedFills(issue: Issue): FillText[] {
  const definition = mergedDefinition(issue.date);
  if (!definition) return [];
  const sentence = `\${1:400} pull requests were [merged in the last week][merged]\n\n${definition}`;
  const plain = once('Insert the count of merged pull requests', 'Merged pull requests', sentence);
  if (issue.profile.id === 'p1' || issue.profile.id === 'p2') return [plain];
  const groups = ['Compiler', 'Library', 'Cargo', 'Rustdoc', 'Clippy', 'Rust-Analyzer'].map(
    (group, n) =>
      `#### ${group}\n* [\${${2 * n + 2}:title}](https://github.com/rust-lang/\${${2 * n + 3}:rust/pull/})`,
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

function cftFills(issue: Issue): FillText[] {
  const { profile } = issue;
  if (profile.id === 'p1')
    return [
      ...cftItems(issue),
      ...noneFill(issue, 'cft', 'No RFCs issued a call for testing', 'No calls for testing'),
    ];
  if (profile.id === 'p2')
    return [
      ...cftItems(issue),
      ...noneFill(issue, 'cft', 'No calls for testing this week', 'No calls for testing'),
    ];
  const form = CONSOLIDATED_FORMS.find(({ kind }) => kind === 'cft')!;
  const none = consolidatedFor(issue, form);
  return [
    ...(none
      ? [
          once(
            'No calls for testing this week by the other groups',
            'No calls for testing',
            snippetText(none),
          ),
        ]
      : []),
    ...expectedGroups(issue, form).map((group) => {
      const others = consolidatedFor(issue, form, [group]);
      return once(
        `Insert a call for testing by ${group.name}`,
        `Call for testing by ${group.name}`,
        [
          `${snippetText(group.link)}\n\n* [\${1:Feature}](\${2:https://})\n    * [Testing steps](\${3:https://})`,
          ...(others ? [snippetText(others)] : []),
        ].join('\n\n'),
      );
    }),
  ];
}

function cftItems(issue: Issue): FillText[] {
  const tracking = issue.profile.id === 'p2' ? '    * [Tracking Issue](${3:https://})\n' : '';
  return [
    item(
      'Insert a call for testing',
      'Call for testing',
      issue.profile.id === 'p1'
        ? '* [${1:RFC}](${2:https://})'
        : `* [\${1:Feature}](\${2:https://})\n${tracking}    * [Testing steps](\${4:https://})`,
    ),
  ];
}

function newRfcFills(issue: Issue): FillText[] {
  const marker = issue.profile.id === 'p2' || issue.profile.id === 'p3' ? '[new] ' : '';
  const link = '[${1:Title}](https://github.com/rust-lang/rfcs/pull/${2})';
  return [
    item('Insert a new RFC', 'New RFC', `* ${marker}${link}`),
    item('Insert an updated RFC', 'Updated RFC', `* [updated] ${link}`),
    ...noneFill(issue, 'new-rfcs', 'No new or updated RFCs this week', 'No new or updated RFCs'),
  ];
}

function fcpFills(issue: Issue, key: string): FillText[] {
  const { profile } = issue;
  if (profile.id === 'p1' || profile.id === 'p2') {
    const kind = key === 'fcp/rfcs' ? 'fcp-rfcs' : 'fcp-tracking';
    return [
      fcpItem(issue),
      ...noneFill(issue, kind, 'No items entered the final comment period this week', 'No items in FCP'),
    ];
  }
  const form = CONSOLIDATED_FORMS.find(({ kind }) => kind === 'fcp-group')!;
  const ask =
    'Let us know if you would like your PRs, Tracking Issues or RFCs to be tracked as a part of this list.';
  const none = consolidatedFor(issue, form);
  return [
    ...(none
      ? [
          once(
            'No items in the final comment period for the other groups',
            'No items in FCP',
            snippetText(`${none}\n\n${ask}`),
          ),
        ]
      : []),
    ...expectedGroups(issue, form).map((group) => {
      const others = consolidatedFor(issue, form, [group]);
      return once(
        `Insert items of ${group.name} in the final comment period`,
        `FCP items of ${group.name}`,
        [
          `##### ${snippetText(group.link)}\n* [\${1:Title}](https://github.com/${group.repository}/\${2:pull/})`,
          ...(others ? [snippetText(`${others}\n\n${ask}`)] : []),
        ].join('\n\n'),
      );
    }),
  ];
}

/** Until January 2025 every item had its disposition, since then only those that are not to be merged. */
function fcpItem(issue: Issue): FillText {
  const named = issue.date !== undefined && issue.date < '2025-01-08';
  const disposition = named ? '[disposition: ${1|merge,close,postpone|}] ' : '';
  return item(
    'Insert an item in the final comment period',
    'FCP item',
    `* ${disposition}[\${2:Title}](\${3:https://})`,
  );
}

function eventSkeleton(issue: Issue): string {
  return [
    `* \${2:${issue.date ?? '2026-01-01'}} | \${3:City}, \${4:CC} | [\${5:Group}](\${6:https://})`,
    '    * [**${7:Title}**](${8:https://})',
  ].join('\n');
}

function noneFill(issue: Issue, kind: string, title: string, label: string): FillText[] {
  const form = NONE_FORMS.find((row) => row.kind === kind && row.profiles.includes(issue.profile.id));
  return form ? [once(title, label, snippetText(form.text))] : [];
}
