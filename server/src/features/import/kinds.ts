import type { ImportedEvent } from './imported';
import { hasCall } from './pages';

const ONLINE =
  /^(?:(?:this is an? )?(?:online|virtual)(?: (?:event|meeting|meetup|only))?|zoom|google meet|(?:microsoft )?teams|jitsi|discord|remote|webinar|youtube|twitch|internet|anywhere|worldwide|on the web)\b[^,]*$/i;
const BOTH =
  /\bhybrid\b|\bin[- ]person (?:and|&|\+) (?:online|virtual)\b|\b(?:online|virtual) (?:and|&|\+) in[- ]person\b/i;

/** As the newsletter writes it, whatever is in the parentheses. */
const VIRTUAL_FIELD = /^(?:online|virtual)\s*\(/i;

/** Where an event takes place by what its fields say; undefined when they say nothing. */
export function kindOf(title: string, address: string, description = ''): ImportedEvent['kind'] {
  if (BOTH.test(title) || BOTH.test(address)) return 'hybrid';
  if (address === '') return hasCall(description) ? 'virtual' : undefined;
  const isLink = /^https?:\/\/\S+$/.test(address);
  // Luma gives the event's page for an address that only guests are told.
  if (isLink && /^Address:/m.test(description)) return undefined;
  return ONLINE.test(address) || VIRTUAL_FIELD.test(address) || isLink ? 'virtual' : 'in-person';
}
