import type ICAL from 'ical.js';
import type { Said } from './calendarEvent';
import { textOf } from './calendarFields';
import { calendarGroup, groupAddress, isGroupName, soundsLikeGroup } from './groups';
import { oneLine } from './imported';

/** Google's own addresses of calendars that belong to no single person. */
const SHARED_CALENDAR = /@group\.calendar\.google\.com$/;

/** Who invites to the events of a calendar. */
export class CalendarGroup {
  private readonly name: string | undefined;
  private readonly url: string | undefined;

  constructor(calendar: ICAL.Component) {
    const value = (name: string) => textOf(calendar, name);
    this.name = calendarGroup(oneLine(value('x-wr-calname') || value('name')));
    this.url = [value('x-original-url'), value('url'), value('source')]
      .map(groupAddress)
      .find((address) => address !== undefined);
  }

  /** The group of one of its events. People who host an evening are none, and neither are the programs in between. */
  of({ organiser: { name, mail, url } }: Said): { name: string | undefined; url: string | undefined } {
    const shared = SHARED_CALENDAR.test(mail);
    const trusted = isGroupName(name) && (shared || mail === '' || soundsLikeGroup(name));
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
