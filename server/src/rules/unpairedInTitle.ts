import type { Bracket } from '../newsletter/issue/brackets';
import type { Report } from './rule';

/** Nobody writes a longer one. */
const LONGEST_TITLE = 1000;

const PARTNERS: readonly (readonly [string, string])[] = [
  '()',
  '“”',
  '（）',
  '《》',
  '「」',
  '『』',
  '【】',
].map((pair) => [pair[0]!, pair[1]!] as const);

/**
 * A parenthesis or a quotation mark in a title that has no partner: something got lost on the way.
 *
 * @param text the prose that the title is of, code left out
 * @param written the same with code
 */
export function unpairedInTitle(text: string, { start, end }: Bracket, written: string): Report | undefined {
  if (end - start > LONGEST_TITLE) return undefined;
  const inner = text.slice(start + 1, end - 1);
  // The partner may be in code.
  const withCode = written.slice(start + 1, end - 1);
  if (!/["()“”（）《》「」『』【】]/.test(inner)) return undefined;
  const title = inner.replace(/(^|\s)[:;]-?[()]/g, '$1');
  // Cut titles have a rule of their own; `1) First` has no partner.
  if (/(?:…|\.\.\.)\**$/.test(title) || /(?:^|\s)\w\)\s/.test(title)) return undefined;
  // `27"` is a length.
  const readings = [title, withCode, title.replace(/\d"/g, '')];
  if (readings.every((words) => words.split('"').length % 2 === 0))
    return {
      at: { start, end },
      severity: 'warning',
      message: 'A quotation mark in this title has no partner',
    };
  for (const [open, close] of PARTNERS) {
    // „So“ quotes German.
    if (open === '“' && title.includes('„')) continue;
    const more = title.split(open).length - title.split(close).length;
    if (more === 0 || withCode.split(open).length === withCode.split(close).length) continue;
    return {
      at: { start, end },
      severity: 'warning',
      message: `${Math.abs(more) > 1 ? `${Math.abs(more)} ${open.concat(close)[more > 0 ? 0 : 1]} in this title have` : `A ${open.concat(close)[more > 0 ? 0 : 1]} in this title has`} no partner`,
    };
  }
  return undefined;
}
