import { indexBefore, type Range } from '../../text/sourceText';
import type { Item } from '../issue/items';
import type { SiteLine } from '../issue/lines';
import type { IssuePart } from '../issue/part';
import { within } from '../issue/within';
import { CONSOLIDATED_FORMS, type ConsolidatedForm, type NoneGroup, type NoneKind } from './noneForms';
import type { Section } from './sections';

/** A sentence that says a section has no items. */
export interface NoneSentence extends Range {
  readonly kind: NoneKind;
  readonly section: Section;
  /** As written, with bullet and italics, without blanks around it. */
  readonly text: string;
  /** Set for a sentence that names several groups (p3 and p4). */
  readonly form: ConsolidatedForm | undefined;
  /** The groups it names, in order. */
  readonly mentions: readonly GroupMention[];
}

interface GroupMention extends Range {
  readonly name: string;
  /** Undefined for a name nobody knows. */
  readonly group: NoneGroup | undefined;
}

/** Without it a section is not gone through line by line. */
const NO = /no[ \t]/i;
/** Words that begin a sentence, with the marks that editors have put around them or forgotten. */
const START = /^[ \t]*(?:[*+-][ \t]+)*[*_]{0,3}No[ \t]/i;
const SPEAKS_OF_NONE = /\bthis week\b|\b(?:were|was) (?:submitted|issued|approved|created)\b|\bentered\b/i;

/** Every none sentence in the sections that have such sentences, in order. */
export function noneSentencesOf(issue: IssuePart): NoneSentence[] {
  const { source } = issue;
  const found: NoneSentence[] = [];
  for (const section of issue.areas) {
    const kind = kindOf(section);
    if (!kind || !NO.test(source.slice(section.body))) continue;
    const last = source.lineNumberAt(Math.max(section.body.start, section.body.end - 1));
    for (let n = source.lineNumberAt(section.body.start); n <= last; n += 1) {
      const line = source.line(n);
      const text = source.slice(line);
      if (line.start < section.body.start || !START.test(text) || issue.inComment(line.start)) continue;
      if (issue.inCode(line.start)) continue;
      const end = sentenceEnd(issue, n, last);
      const whole = { start: line.start + text.length - text.trimStart().length, end: end.offset };
      const words = source.slice(whole);
      if (SPEAKS_OF_NONE.test(words)) {
        const form = consolidatedForm(words);
        found.push({
          start: whole.start,
          end: whole.end,
          kind: form?.kind ?? kind,
          section,
          text: words,
          form,
          mentions: form ? mentionsOf(issue, whole, form) : [],
        });
      }
      n = end.line;
    }
  }
  return found;
}

/** What a section's none sentence speaks of; undefined for sections without one. */
function kindOf(section: Section): NoneKind | undefined {
  const known = section.spec ? section : section.parent;
  const key = known?.spec?.key;
  if (!key) return undefined;
  switch (key) {
    case 'cfp/projects':
      return 'cfp-projects';
    case 'cfp/events':
      return 'cfp-events';
    case 'approved-rfcs':
    case 'new-rfcs':
      return key;
    case 'fcp/rfcs':
      return 'fcp-rfcs';
    case 'fcp':
    case 'fcp/tracking':
      return 'fcp-tracking';
  }
  if (key === 'cft' || key.startsWith('cft/')) return 'cft';
  return key.startsWith('fcp/') ? 'fcp-group' : undefined;
}

/** Compares sentences by their letters only. */
export function sentenceLetters(text: string): string {
  return text.replace(/[^A-Za-z]/g, '').toLowerCase();
}

/** The items of a section itself, none sentences left out. */
export function realItems(section: Section, sentences: readonly NoneSentence[]): Item[] {
  const own = sentences.filter((sentence) => sentence.section === section);
  return section.items.filter((item) => {
    if (item.content.start >= item.content.end) return false;
    const sentence = own[indexBefore(own, item.end - 1)];
    return !sentence || sentence.end <= item.start;
  });
}

/** An item that may be a group's: by the heading above it, or by the repositories that its links lead to. */
export interface GroupItem {
  /** Key of its section, of a heading of the week that of the section around it. */
  readonly area: string;
  /** Key of its section if it has one. */
  readonly heading: string | undefined;
  /** Repositories of the consolidated sentences' groups. */
  readonly repositories: readonly string[];
}

const REPOSITORIES: readonly string[] = [
  ...new Set(CONSOLIDATED_FORMS.flatMap(({ groups }) => groups.map(({ repository }) => repository))),
];
const AREAS: ReadonlySet<string> = new Set(CONSOLIDATED_FORMS.map(({ section }) => areaOf(section)));

/** The items that count for the groups of consolidated sentences. */
export function groupItems(part: IssuePart, sentences: readonly NoneSentence[]): GroupItem[] {
  return part.areas.flatMap((section) => {
    const heading = section.spec?.key;
    const key = heading ?? section.parent?.spec?.key;
    if (key === undefined || !AREAS.has(areaOf(key))) return [];
    return realItems(section, sentences)
      .filter((item) => item.links.length > 0)
      .map((item) => ({
        area: areaOf(key),
        heading,
        repositories: REPOSITORIES.filter((repository) =>
          item.links.some(({ url }) => url.startsWith(`https://github.com/${repository}/`)),
        ),
      }));
  });
}

/**
 * Which groups of a consolidated sentence have items: by the heading above them, else by the repository their link
 * leads to, for calls for testing stand under a plain line with the group's link.
 */
export function groupsWithItems(form: ConsolidatedForm, items: readonly GroupItem[]): Set<NoneGroup> {
  const filled = new Set<NoneGroup>();
  for (const { area, heading, repositories } of items) {
    if (area !== areaOf(form.section)) continue;
    const byHeading = form.groups.find((group) => group.section === heading);
    const byLink = form.groups.find((group) => repositories.includes(group.repository));
    // Both count: an item under the heading of another group is that group's matter, not this sentence's.
    if (byHeading) filled.add(byHeading);
    if (byLink) filled.add(byLink);
  }
  return filled;
}

function areaOf(key: string): string {
  return key.split('/')[0]!;
}

/** The groups that the sentence of an issue of a date must name when they have no items. */
export function expectedGroups(form: ConsolidatedForm, date: string | undefined): readonly NoneGroup[] {
  return form.groups.filter((group) => date === undefined || group.since <= date);
}

function consolidatedForm(words: string): ConsolidatedForm | undefined {
  const letters = sentenceLetters(words);
  return CONSOLIDATED_FORMS.find((form) => letters.startsWith(sentenceLetters(form.opening)));
}

function mentionsOf(issue: IssuePart, sentence: Range, form: ConsolidatedForm): GroupMention[] {
  return within(issue.links, sentence).flatMap(({ kind, start, end, textRange }) => {
    const name = issue.source.slice(textRange).trim();
    if (kind !== 'inline' || name === '' || /^\(?MCPs?\b/i.test(name)) return [];
    return { start, end, name, group: groupNamed(form, name) };
  });
}

function groupNamed(form: ConsolidatedForm, name: string): NoneGroup | undefined {
  const letters = sentenceLetters(name);
  return form.groups.find((group) =>
    [group.name, ...(group.also ?? [])].some((known) => sentenceLetters(known) === letters),
  );
}

/** What no sentence goes on in. */
const ENDS: ReadonlySet<SiteLine['kind']> = new Set(['blank', 'heading', 'item', 'comment']);

/** The last line of a sentence that begins in line `first`. */
function sentenceEnd(issue: IssuePart, first: number, last: number): { line: number; offset: number } {
  const { source } = issue;
  let line = first;
  while (line < last) {
    if (/\.[*_]*\s*$/.test(source.lineText(line))) break;
    if (ENDS.has(issue.lines[line + 1]!.kind)) break;
    line += 1;
  }
  const { start } = source.line(line);
  return { line, offset: start + source.lineText(line).trimEnd().length };
}
