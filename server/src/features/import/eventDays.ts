import type { Clock } from './clocks';
import type { ImportedEvent, Moment } from './imported';

/** Hours between which events for people begin, by their clock. */
const [EARLY, LATE] = [8, 23];
/** Hours from UTC of the clocks of groups around the world. */
const [WEST, EAST] = [-10, 13];

/**
 * First and last day of an event by the clock of its place.
 *
 * @param clocks those that the place may have, the most likely first; none where the place tells nothing
 */
export function daysOf(
  { start, end }: ImportedEvent,
  clocks: readonly Clock[],
): { first: string; last: string; doubt?: string } {
  const first = dayOf(start, clocks);
  const last = end ? dayOf(end, clocks) : first;
  const doubt = first.doubt ?? last.doubt;
  return {
    first: first.day,
    last: last.day < first.day ? first.day : last.day,
    ...(doubt ? { doubt } : {}),
  };
}

function dayOf(moment: Moment, clocks: readonly Clock[]): { day: string; doubt?: string } {
  const { text, utc, allDay, strange } = moment;
  const own = text.slice(0, 10);
  if (allDay) return { day: own };
  if (utc === undefined)
    return strange ? { day: own, doubt: `${strange}: is ${own} the day at the place?` } : { day: own };
  const days = clocks.map((clock) => clock.shows(utc).slice(0, 10));
  const [day = own] = days;
  const other = days.find((one) => one !== day);
  if (other !== undefined)
    return { day, doubt: `The country has several clocks: is it ${day} or ${other} at the place?` };
  if (days.length > 0 || !strange || !mayBeAnotherDay(utc)) return { day };
  return { day, doubt: `${strange}, and the place tells no clock: is ${day} the day?` };
}

/** Whether somewhere the clocks show another day than those of UTC, at an hour at which people meet. */
function mayBeAnotherDay(utc: string): boolean {
  const hour = Number(utc.slice(11, 13));
  const tomorrow = hour + EAST >= 24 + EARLY;
  const yesterday = hour + WEST < 0 && hour - 1 - 24 >= -24 - LATE && hour < 10;
  return tomorrow || yesterday;
}
