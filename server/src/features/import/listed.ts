import type { EventEntry } from '../../newsletter/events/event';
import { cityKey, type EventRegion, pageKey, regionOf } from '../../newsletter/events/meaning';
import { alike, lookOf } from '../../newsletter/events/similarEvents';
import type { Issue } from '../../newsletter/issue/issue';
import { appendTo } from '../../text/lists';

/** The events that the issue has, and those that are about to be added. */
export class Listed {
  private readonly pages = new Map<string, EventEntry>();
  private readonly days = new Map<string, EventEntry[]>();
  private readonly byPage = new Map<string, EventEntry[]>();

  private readonly own: ReadonlySet<EventEntry>;

  constructor(private readonly issue: Issue) {
    this.own = new Set(issue.events);
    for (const event of issue.events) {
      const region = regionOf(event.region);
      if (!region) continue;
      this.add(event, region);
      appendTo(this.byPage, `${region} ${pageKey(event)}`, event);
      appendTo(this.days, `${region} ${event.dates.first}`, event);
    }
  }

  add(event: EventEntry, region: EventRegion): void {
    const page = pageKey(event);
    if (page) this.pages.set(`${region} ${event.dates.first} ${page}`, event);
  }

  /** By date, address and region. */
  has(event: EventEntry, region: EventRegion): boolean {
    return this.same(event, region) !== undefined;
  }

  same(event: EventEntry, region: EventRegion): EventEntry | undefined {
    return this.pages.get(`${region} ${event.dates.first} ${pageKey(event)}`);
  }

  /**
   * An entry of the issue that may be the same event: under another address, or on another day. What the input lists
   * apart are several events.
   */
  similar(event: EventEntry, regions: readonly EventRegion[]): EventEntry | undefined {
    const city = cityKey(event);
    for (const region of regions) {
      const sameDay = this.days.get(`${region} ${event.dates.first}`) ?? [];
      const found = sameDay.find((other) => {
        const there = cityKey(other);
        return (
          (city === undefined || there === undefined || city === there) &&
          alike(lookOf(this.issue, other), lookOf(this.issue, event))
        );
      });
      if (found) return found;
      const moved = this.byPage.get(`${region} ${pageKey(event)}`)?.[0];
      if (moved) return moved;
    }
    return undefined;
  }

  describe(event: EventEntry): { line: number; text: string } {
    const title = event.title?.links[0]?.text ?? event.organisers[0]?.text ?? '';
    // What the input has twice has no line in the issue yet.
    const line = this.own.has(event) ? event.lineNumber + 1 : 0;
    return { line, text: `${event.dates.first} ${title}` };
  }
}
