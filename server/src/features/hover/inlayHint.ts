import { weekday } from '../../newsletter/issue/date';
import type { Issue } from '../../newsletter/issue/issue';
import { overlaps, type Range } from '../../text/sourceText';

/** Text that the editor shows at a place without its being in the document. */
export interface InlayHint {
  readonly offset: number;
  readonly label: string;
}

/** Weekdays behind the dates of events: `Thu`, `Thu - Sat`. */
export function weekdayHints(issue: Issue, within: Range): InlayHint[] {
  const short = (date: string) => weekday(date).slice(0, 3);
  return issue.events
    .filter(({ dates }) => dates.valid && overlaps(dates, within))
    .map(({ dates: { first, last, end } }) => ({
      offset: end,
      label: first === last ? short(first) : `${short(first)} - ${short(last)}`,
    }));
}
