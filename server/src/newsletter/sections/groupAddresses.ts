import type { Edit } from '../../text/edits';
import { CONSOLIDATED_FORMS } from './noneForms';

/** The label that the items of a section have. */
const LABELS: Readonly<Record<string, string>> = { cft: 'call-for-testing', fcp: 'final-comment-period' };

const REPOSITORY = /^https:\/\/github\.com\/([^/?#]+)\/([^/?#]+)(?=[/?#]|$)/;
const LABEL = /(?<=\/labels\/|label(?:%3A|:))[\w-]+/gi;
/** A label of another kind, beside that of the section. */
const KIND = /^major-change$/;

/**
 * What is wrong with the address of a group: it leads to another repository, to items with another label, or to
 * closed ones.
 * @param key of the section
 * @returns offsets in the address, and what belongs there
 */
export function groupAddressSlips(key: string, name: string, url: string): Edit[] {
  const form = CONSOLIDATED_FORMS.find(({ section }) => section.split('/')[0] === key);
  const right = form?.groups.find((group) => group.name === name)?.repository;
  const place = REPOSITORY.exec(url);
  if (right === undefined || !place) return [];
  const slips: Edit[] = [];
  const found = `${place[1]}/${place[2]}`;
  const end = place[0].length;
  if (found !== right) slips.push({ start: end - found.length, end, text: right });
  for (const { 0: label, index } of url.matchAll(LABEL)) {
    if (label === LABELS[key] || KIND.test(label)) continue;
    slips.push({ start: index, end: index + label.length, text: LABELS[key]! });
  }
  for (const { 0: closed, index } of url.matchAll(/(?<=(?:is|state)(?:%3A|:))closed\b/gi))
    slips.push({ start: index, end: index + closed.length, text: 'open' });
  return slips;
}
