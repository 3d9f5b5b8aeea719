import type { Edit } from '../../text/edits';

/** The label that the items of a section have, and the repositories of its groups by their names in an issue. */
interface Groups {
  readonly label: string;
  readonly repositories: ReadonlyMap<string, string>;
}

const GROUPS: Readonly<Record<string, Groups>> = {
  cft: {
    label: 'call-for-testing',
    repositories: new Map([
      ['Rust language RFCs', 'rfcs'],
      ['Rust', 'rust'],
      ['Cargo', 'cargo'],
      ['Rustup', 'rustup'],
    ]),
  },
  fcp: {
    label: 'final-comment-period',
    repositories: new Map([
      ['Rust', 'rust'],
      ['Rust RFCs', 'rfcs'],
      ['Cargo', 'cargo'],
      ['Compiler Team', 'compiler-team'],
      ['Language Team', 'lang-team'],
      ['Language Reference', 'reference'],
      ['Leadership Council', 'leadership-council'],
      ['Unsafe Code Guidelines', 'unsafe-code-guidelines'],
    ]),
  },
};

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
  const groups = GROUPS[key];
  const repository = groups?.repositories.get(name);
  const place = REPOSITORY.exec(url);
  if (!groups || repository === undefined || !place) return [];
  const slips: Edit[] = [];
  const right = `rust-lang/${repository}`;
  const found = `${place[1]}/${place[2]}`;
  const end = place[0].length;
  if (found !== right) slips.push({ start: end - found.length, end, text: right });
  for (const { 0: label, index } of url.matchAll(LABEL)) {
    if (label === groups.label || KIND.test(label)) continue;
    slips.push({ start: index, end: index + label.length, text: groups.label });
  }
  for (const { 0: closed, index } of url.matchAll(/(?<=(?:is|state)(?:%3A|:))closed\b/gi))
    slips.push({ start: index, end: index + closed.length, text: 'open' });
  return slips;
}
