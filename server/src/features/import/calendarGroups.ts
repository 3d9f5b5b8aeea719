import type ICAL from 'ical.js';
import type { Said } from './calendarEvent';
import { textOf } from './calendarFields';
import { calendarGroup, groupAddress, isGroupName, soundsLikeGroup } from './groups';
import { plainText } from './plainText';

/** Google's own addresses of calendars that belong to no single person. */
const SHARED_CALENDAR = /@group\.calendar\.google\.com$/;

/** Who invites to the events of a calendar. */
export class CalendarGroup {
  private readonly name: string | undefined;
  private readonly url: string | undefined;
  /** Names that its events give for who invites. */
  private readonly names = new Set<string>();

  constructor(calendar: ICAL.Component) {
    const value = (name: string) => textOf(calendar, name);
    this.name = calendarGroup(plainText(value('x-wr-calname') || value('name')));
    this.url = [value('x-original-url'), value('url'), value('source')]
      .map(groupAddress)
      .find((address) => address !== undefined);
  }

  /** Takes note of an event: a calendar whose events have several hosts is one of a group. */
  add({ organiser: { name } }: Said): void {
    if (name !== '') this.names.add(name);
  }

  /** The group of one of its events. People who host an evening are none, and neither are the programs in between. */
  of({ organiser: { name, mail, url } }: Said): { name: string | undefined; url: string | undefined } {
    const shared = SHARED_CALENDAR.test(mail);
    const hosts = this.name !== undefined && this.names.size > 1 && mail !== '' && !shared;
    const trusted = isGroupName(name) && !hosts && (shared || mail === '' || soundsLikeGroup(name));
    // A calendar named after its only host is a person's own.
    const personal = this.name !== undefined && this.name === name && !trusted;
    const calendar = personal ? undefined : this.name;
    return {
      name:
        trusted && (soundsLikeGroup(name) || calendar === undefined)
          ? name
          : (calendar ?? (trusted ? name : undefined)),
      url: groupAddress(url) ?? this.url,
    };
  }
}
