import { localDay } from '../text/day';

/** Today as `YYYY-MM-DD` in the author's time zone. */
export function today(): string {
  return localDay(new Date());
}
