import type { EventLocation } from './location';

const TAILS = {
  hybrid: /(?<![ \t])[ \t]*(?:[-–—|,:][ \t]*hybrid|\([ \t]*hybrid[ \t]*\))(?:[ \t]+(?:event|meetup))?$/i,
  virtual:
    /(?<![ \t])[ \t]*(?:[-–—|,:][ \t]*(?:virtual|online|remote)|\([ \t]*(?:virtual|online|remote)(?:[ \t]+(?:event|meetup))?[ \t]*\))$/i,
} as const;

/**
 * Where the end of an event's title begins that only says what the location says: `Monthly meetup - hybrid`.
 *
 * @param title without the asterisks around it
 * @returns undefined without such an end
 */
export function titleTail(title: string, kind: EventLocation['kind'] | undefined): number | undefined {
  if (kind !== 'hybrid' && kind !== 'virtual') return undefined;
  const index = TAILS[kind].exec(title)?.index;
  return index ? index : undefined;
}
