// biome-ignore-all lint/suspicious/noTemplateCurlyInString: snippets have tab stops, whatever quotes they stand in

import { snippetText } from '../../text/snippet';
import type { Issue } from '../issue/issue';
import {
  CONSOLIDATED_FORMS,
  type ConsolidatedForm,
  consolidatedSentence,
  groupHeading,
  groupMention,
  type NoneGroup,
} from '../sections/noneForms';
import { expectedGroups, groupItems, groupsWithItems, noneSentencesOf } from '../sections/noneSentences';
import { headingLine, sectionSkeleton } from '../sections/skeletons';
import { type FillText, item, noneFill, once } from './fillText';

/** Ends the list of items in their final comment period since 2025. */
const LET_US_KNOW =
  'Let us know if you would like your PRs, Tracking Issues or RFCs to be tracked as a part of this list.';

/** The sections that p1 writes anew each week, with their none sentences. */
export function rfcSections(issue: Issue): FillText {
  const { profile } = issue;
  const parts = ['approved-rfcs', 'fcp', 'fcp/rfcs', 'fcp/tracking', 'new-rfcs'].flatMap((key) => {
    const spec = profile.sections.find((section) => section.key === key);
    return spec ? [sectionSkeleton(profile, spec)] : [];
  });
  return once('Insert the RFC and FCP sections', 'RFC and FCP sections', snippetText(parts.join('\n\n')));
}

/** Calls for testing: an item per call, or the groups of the repositories since 2025. */
export function cftFills(issue: Issue): FillText[] {
  const { profile } = issue;
  if (!profile.can.groups)
    return [
      ...cftItems(issue),
      ...noneFill(issue, 'cft', 'No calls for testing this week', 'No calls for testing'),
    ];
  return groupFills(issue, 'cft', {
    none: 'No calls for testing this week',
    label: 'No calls for testing',
    group: (group) =>
      once(
        `Insert a call for testing by ${group.name}`,
        `Call for testing by ${group.name}`,
        `${groupLine(issue, group)}\n* [\${1:Feature}](https://github.com/${group.repository}/\${2:issues/})\n    * [Testing steps](\${3:https://})`,
      ),
    after: '',
  });
}

/** A call for testing under the heading of its group. */
export function cftItems(issue: Issue): FillText[] {
  const tracking =
    issue.profile.can.testingCall === 'tracking' ? '    * [Tracking Issue](${3:https://})\n' : '';
  const text =
    issue.profile.can.testingCall === 'rfc'
      ? '* [${1:RFC}](${2:https://})'
      : `* [\${1:Feature}](\${2:https://})\n${tracking}    * [Testing steps](\${4:https://})`;
  return [item('Insert a call for testing', 'Call for testing', text)];
}

/** `[new]` stood before new ones until August 2025. */
export function newRfcFills(issue: Issue): FillText[] {
  const marker = issue.profile.can.newMarker ? '[new] ' : '';
  const link = '[${1:Title}](https://github.com/rust-lang/rfcs/pull/${2})';
  return [
    item('Insert a new RFC', 'New RFC', `* ${marker}${link}`),
    item('Insert an updated RFC', 'Updated RFC', `* [updated] ${link}`),
    ...noneFill(issue, 'new-rfcs', 'No new or updated RFCs this week', 'No new or updated RFCs'),
  ];
}

/** Items in their final comment period: an item and a none sentence, or the groups of the teams since 2025. */
export function fcpFills(issue: Issue, key: string): FillText[] {
  const { profile } = issue;
  if (!profile.can.groups) {
    const kind = key === 'fcp/rfcs' ? 'fcp-rfcs' : 'fcp-tracking';
    const title = 'No items in the final comment period this week';
    return [fcpItem(issue), ...noneFill(issue, kind, title, 'No items in FCP')];
  }
  if (key === 'fcp/rfcs') return [fcpItem(issue)];
  return groupFills(issue, 'fcp-group', {
    none: 'No items in the final comment period this week',
    label: 'No items in FCP',
    group: (group) => {
      const path = group.section === 'fcp/compiler-team' ? 'issues' : 'pull';
      return once(
        `Insert items of ${group.name} in the final comment period`,
        `FCP items of ${group.name}`,
        `${groupLine(issue, group)}\n* [\${1:Title}](https://github.com/${group.repository}/\${2:${path}/})`,
      );
    },
    after: says(issue, LET_US_KNOW) ? '' : `\n\n${LET_US_KNOW}`,
  });
}

/** Until January 2025 every item had its disposition, since then only those that are not to be merged. */
export function fcpItem(issue: Issue): FillText {
  const named = issue.date !== undefined && issue.date < '2025-01-08';
  const disposition = named ? '[disposition: ${1|merge,close,postpone|}] ' : '';
  const text = `* ${disposition}[\${2:Title}](\${3:https://})`;
  return item('Insert an item in the final comment period', 'FCP item', text);
}

/** The heading of a group, as a snippet. */
function groupLine({ profile, date }: Issue, group: NoneGroup): string {
  const spec = profile.sections.find(({ key }) => key === group.section)!;
  return snippetText(headingLine({ ...spec, title: groupHeading(group, date) }));
}

interface GroupTexts {
  readonly none: string;
  readonly label: string;
  readonly group: (group: NoneGroup) => FillText;
  /** Behind the sentence. */
  readonly after: string;
}

/** The sentence for the groups without items, and for each of these the group with an item and the sentence for the rest. */
function groupFills(issue: Issue, kind: ConsolidatedForm['kind'], texts: GroupTexts): FillText[] {
  const form = CONSOLIDATED_FORMS.find((row) => row.kind === kind)!;
  const sentences = noneSentencesOf(issue);
  const filled = groupsWithItems(form, groupItems(issue, sentences));
  const empty = expectedGroups(form, issue.date).filter((group) => !filled.has(group));
  const written = sentences.some((sentence) => sentence.form === form);
  const sentence = (groups: readonly NoneGroup[]) =>
    groups.length === 0 || written
      ? ''
      : snippetText(
          consolidatedSentence(
            form,
            groups.map((group) => groupMention(group, issue.date)),
            issue.date,
          ) + texts.after,
        );
  const none = sentence(empty);
  // A group whose heading is there already takes items, not a second heading.
  const open = empty.filter((group) => issue.sectionsOf(group.section).length === 0 || form.kind === 'cft');
  return [
    ...(none
      ? [once(filled.size > 0 ? `${texts.none} by the other groups` : texts.none, texts.label, none)]
      : []),
    ...open.map((group): FillText => {
      const fill = texts.group(group);
      const rest = sentence(empty.filter((other) => other !== group));
      return rest ? { ...fill, text: `${fill.text}\n\n${rest}` } : fill;
    }),
  ];
}

/** Whether readers see these words already. */
function says(issue: Issue, words: string): boolean {
  const { text } = issue.source;
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    if (!issue.inComment(at)) return true;
  }
  return false;
}
