import type { Edit } from '../../text/edits';
import { startsLikeEvent } from './entries';
import type { SiteLine } from './lines';
import type { IssuePart } from './part';

/** An item line and where it should stand. */
export interface ItemForm {
  readonly line: SiteLine;
  /** How deep its author means it to be nested, from 0. */
  readonly level: number;
  /** The item it is nested in. */
  readonly parent: SiteLine | undefined;
}

/** Bullets of one kind in so many items are not a slip of somebody who typed them. */
const DAMAGED_ITEMS = 12;
const DAMAGED_SHARE = 0.8;

/** How every item line is meant to be nested: by its indent compared with the lines above. Code is left out. */
export function itemForms(issue: IssuePart): ItemForm[] {
  const forms: ItemForm[] = [];
  let open: ItemForm[] = [];
  for (const line of issue.lines) {
    if (line.kind === 'blank' || line.kind === 'fence') continue;
    if (line.kind !== 'item' || line.lost === 'code') {
      if (line.kind !== 'text' || line.head === line.number) open = [];
      continue;
    }
    const dated = startsLikeEvent(issue.source.text.slice(line.first + 2, line.first + 80).trimStart());
    if (dated) open = [];
    // One blank more than above is a slip, not a level.
    while (open.length > 0 && open.at(-1)!.line.indent > line.indent - 2) open.pop();
    const parent = open.at(-1);
    const form = { line, level: parent ? parent.level + 1 : 0, parent: parent?.line };
    open.push(form);
    forms.push(form);
  }
  return forms;
}

/** Whether the bullet is one of the two that the newsletter does not use. */
export function isForeignBullet(line: SiteLine): boolean {
  return line.bullet === '-' || line.bullet === '+';
}

/** One or more bullets, each with its blanks. */
const BULLETS = /^(?:[*+-][ \t]+)+(?=\S)/;

/**
 * The bullets of an item line with the blanks after them, where a line has several: `* * [A post](..)`.
 *
 * @param text of the line from its first bullet on
 * @returns how long they are, and how many
 */
export function bulletRun(text: string): { readonly length: number; readonly count: number } {
  const run = BULLETS.exec(text)?.[0] ?? '';
  return { length: run.length, count: run.replace(/[ \t]/g, '').length };
}

/** How many bullets a text has, and how many of them are foreign. */
export function bulletsOf(part: IssuePart): { bullets: number; foreign: number } {
  let bullets = 0;
  let foreign = 0;
  for (const line of part.lines) {
    if (line.kind !== 'item' || line.bullet === '1' || line.lost === 'code') continue;
    bullets += 1;
    if (isForeignBullet(line)) foreign += 1;
  }
  return { bullets, foreign };
}

/**
 * Whether a Markdown formatter went over the issue: nearly all bullets are `-`. Then one finding tells that, and the
 * rules for bullets and indents are silent about its lists.
 */
export function isReformatted({ bullets, foreign }: ReturnType<typeof bulletsOf>): boolean {
  return foreign >= DAMAGED_ITEMS && foreign >= bullets * DAMAGED_SHARE;
}

/** Sets the white space before a line's first character. */
export function indentEdit(line: SiteLine, blanks: number): Edit {
  return { start: line.start, end: line.first, text: ' '.repeat(blanks) };
}
