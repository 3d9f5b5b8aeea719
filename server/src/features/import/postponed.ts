/** How titles say that an event does not take place, or not when it was planned. */

export const CANCELLED: RegExp =
  /^\W*(?:cancel?led|abgesagt|annul[eé]e?|cancelad[oa])(?!\p{L})|[([|–—-]\s*(?:cancel?led|abgesagt|annul[eé]e?|cancelad[oa])\s*!*[\])]?$/iu;

export const POSTPONED: RegExp =
  /(?<!\p{L})(?:postponed|rescheduled|on hold|verschoben|report[ée]e?|pospuest[oa]|aplazad[oa]|tentative|date tb[acd]|tb[acd] date)(?!\p{L})/iu;

export const POSTPONED_DOUBT = 'It seems to be postponed, or not settled';
