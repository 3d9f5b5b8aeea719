// Slips of the kinds that the newsletter's history shows. Each says on which lines it can happen and what becomes of
// the line: a text, several lines, or undefined where it cannot happen after all.
import { communitySlips } from './community.mjs';
import { eventSlips } from './events.mjs';
import { otherSlips } from './others.mjs';

/**
 * @typedef {{ n: number, text: string, section: string, heading: string, kind: string }} Line
 * @typedef {object} Slip
 * @property {string} name
 * @property {(line: Line, lines: readonly Line[]) => boolean} at
 * @property {(line: Line, tools: { lines: readonly Line[], earlier: readonly Line[], random: () => number }) => string | string[] | { text: string | string[], drop?: number, before?: number } | undefined} to
 *   what stands there instead; `drop` lines below and `before` lines above go too
 */

/** @type {readonly Slip[]} */
export const SLIPS = [...communitySlips, ...eventSlips, ...otherSlips];
