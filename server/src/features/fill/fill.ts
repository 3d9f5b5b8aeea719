import type { Issue } from '../../newsletter/issue/issue';
import { noneSentencesOf, realItems } from '../../newsletter/sections/noneSentences';
import type { Section } from '../../newsletter/sections/sections';
import { plainTitle } from '../../newsletter/sections/titles';
import type { Edit } from '../../text/edits';
import { lineEdits } from '../../text/lineEdits';
import { addItems, isList, itemsOf } from './list';
import { type MaterialInput, type Note, readMaterial } from './material';
import { fillPassage, hasPassage, PASSAGES, passageOf } from './passage';
import { fillWhole, wholeOf } from './whole';

/** What filling does to a section. */
export interface SectionFill {
  readonly key: string;
  readonly title: string;
  /** `same`: it has all of it already. */
  readonly state: 'filled' | 'replaced' | 'merged' | 'same';
  /** How many items are new; 0 for a text. */
  readonly added: number;
  /** How many items stay that the source does not have. */
  readonly kept: number;
}

export interface FillPlan {
  /** A performance triage report, a post of the forum, or Markdown under headings. */
  readonly kind: 'triage' | 'clipping' | 'sections';
  readonly sections: readonly SectionFill[];
  /** What was left out and why; lines count from 1 in the text that was given. */
  readonly notes: readonly Note[];
  /** On the issue that was asked about, in its own line ending. */
  readonly edits: readonly Edit[];
}

/**
 * Fills sections of an issue from a text: the newsletter's generator, a performance triage report, or Markdown under
 * the headings of an issue. Filling again with the same text changes nothing more.
 */
export function planFill(input: MaterialInput): FillPlan {
  const { issue } = input;
  const { kind, source, lead, notes } = readMaterial(input);
  const filling = new Filling(issue, source, lead);
  for (const section of source.sections) filling.take(section);
  return {
    kind,
    sections: filling.sections,
    notes: [...notes, ...filling.notes].sort((a, b) => a.line - b.line),
    edits: lineEdits(issue.source.text, filling.issue.source.text),
  };
}

/** An issue on its way: one section after the other, each on the text that the one before left. */
class Filling {
  readonly sections: SectionFill[] = [];
  readonly notes: Note[] = [];
  private readonly done = new Set<string>();

  constructor(
    public issue: Issue,
    private readonly source: Issue,
    private readonly lead: number,
  ) {}

  take(section: Section): void {
    const key = section.spec?.key;
    if (key === undefined) {
      // A group of the week goes with the section that it stands in.
      if (!isInWhole(section)) this.leaveOut(section, 'an issue has no such section');
      return;
    }
    const whole = wholeOf(key);
    const part = whole ?? key;
    if (this.done.has(part)) return;
    this.done.add(part);
    if (whole) this.takeWhole(whole, section);
    else if (isList(key)) this.takeList(section, key);
    else if (PASSAGES.has(key)) this.takePassage(section, key);
    else if (key === 'events' || key === 'jobs') this.leaveOut(section, 'it is not filled from a text');
    else if (section.items.length > 0) this.leaveOut(section, 'its items are under none of its headings');
  }

  private takeWhole(key: string, section: Section): void {
    // Groups without the heading that they stand under.
    const top = this.source.sectionsOf(key)[0];
    const filled = top && fillWhole(this.issue, key, this.source);
    if (!filled) {
      this.leaveOut(section, 'there is no place for it');
      return;
    }
    const changed = this.apply(filled.edits);
    const state = !changed ? 'same' : filled.kept > 0 ? 'merged' : filled.had > 0 ? 'replaced' : 'filled';
    this.sections.push({ key, title: titleOf(top), state, added: filled.added, kept: filled.kept });
  }

  private takePassage(section: Section, key: string): void {
    const text = passageOf(this.source, section);
    if (text === '') return;
    const before = this.issue.sectionsOf(key)[0];
    const stood = before !== undefined && hasPassage(this.issue, before);
    const edits = fillPassage(this.issue, key, text);
    if (!edits) {
      this.leaveOut(section, 'there is no place for it');
      return;
    }
    const changed = this.apply(edits);
    this.sections.push({
      key,
      title: titleOf(section),
      state: !changed ? 'same' : stood ? 'replaced' : 'filled',
      added: 0,
      kept: 0,
    });
  }

  private takeList(section: Section, key: string): void {
    const items = itemsOf(this.source, section);
    if (items.length === 0) {
      this.takeSentence(section, key);
      return;
    }
    // A link that stands in another section of the issue is there as well.
    const known = new Set(this.issue.links.map(({ url }) => this.issue.keys.link(url)));
    const fresh = new Map<string, string>();
    for (const { key: link, text, title, start } of items) {
      if (known.has(link)) continue;
      if (fresh.has(link)) this.note(start, `Left out: “${title}”, its link stands above already`);
      else fresh.set(link, text);
    }
    const there = this.issue.sectionsOf(key)[0];
    const given = new Set(items.map((item) => item.key));
    const kept = (there ? itemsOf(this.issue, there) : []).filter((own) => !given.has(own.key));
    if (fresh.size > 0) this.apply(addItems(this.issue, key, [...fresh.values()]));
    const state = fresh.size === 0 ? 'same' : there && there.items.length > 0 ? 'merged' : 'filled';
    this.sections.push({ key, title: titleOf(section), state, added: fresh.size, kept: kept.length });
  }

  /** The sentence that says a list has no items, where the issue has none either. */
  private takeSentence(section: Section, key: string): void {
    const none = noneSentencesOf(this.source).find((sentence) => sentence.section === section);
    const there = this.issue.sectionsOf(key)[0];
    const own = noneSentencesOf(this.issue);
    if (!none || (there && realItems(there, own).length > 0)) return;
    const said = own.some((sentence) => sentence.section === there);
    if (!said) this.apply(addItems(this.issue, key, [none.text]));
    this.sections.push({ key, title: titleOf(section), state: said ? 'same' : 'filled', added: 0, kept: 0 });
  }

  /** @returns whether the text is another one now */
  private apply(edits: readonly Edit[]): boolean {
    const before = this.issue;
    this.issue = before.with(edits);
    return this.issue !== before;
  }

  private leaveOut(section: Section, why: string): void {
    this.note(section.start, `Left out: “${titleOf(section)}”, ${why}`);
  }

  private note(at: number, message: string): void {
    this.notes.push({ line: this.source.source.lineNumberAt(at) + 1 - this.lead, message });
  }
}

function titleOf({ heading }: Section): string {
  return plainTitle(heading.text);
}

function isInWhole({ parent }: Section): boolean {
  if (!parent) return false;
  return parent.spec === undefined ? isInWhole(parent) : wholeOf(parent.spec.key) !== undefined;
}
