import {
  type ImportChoice,
  type ImportPlan,
  type ImportResult,
  type ImportText,
  importEvents,
  planImport,
} from '../features/import/importEvents';
import { canReschedule, eventAt, reschedule, reschedulingDays } from '../features/organize/reschedule';
import { whatOf } from '../newsletter/events/meaning';
import { isDate } from '../newsletter/issue/date';
import type { Edit } from '../text/edits';
import type { Calendars } from '../workspace/calendars';
import { passed } from './gate';
import type { Document, Reader } from './reader';

/** Events that are added, and put on other days. Edits are in the document's own line ending and don't overlap. */
export interface Events {
  /** Whether there is an event at an offset that can be put on other days. */
  canReschedule(document: Document, offset: number): boolean;
  /** To which days the event at an offset can be put; undefined where there is none. */
  reschedulingDays(document: Document, offset: number): ReschedulingDays | undefined;
  /** Puts it there, its twin with it; no edits when that makes no sense. */
  reschedule(document: Document, offset: number, date: string): readonly Edit[];
  /** The calendars that the checkout's configuration lists, or those in a folder. */
  calendars(of: { readonly document: string } | { readonly folder: string }): Promise<Calendars>;
  /** What adding the events of calendars, of JSON or of Markdown would come to. @throws ImportError */
  planImport(document: Document, text: ImportText): ImportPlan;
  /** Adds chosen events of such a text, by default the new ones. @throws ImportError */
  importEvents(document: Document, text: ImportText, choices?: readonly ImportChoice[]): ImportResult;
}

interface ReschedulingDays {
  readonly title: string;
  /** Its present first day. */
  readonly date: string;
  readonly days: ReturnType<typeof reschedulingDays>;
}

export function events(reader: Reader): Events {
  const { workspace } = reader;
  const gate = (what: string, { uri, text }: Document, edits: readonly Edit[]) =>
    passed(reader.ports.log, `${what} on ${uri}`, text, edits);
  const importInput = (document: Document, text: ImportText) => ({
    issue: reader.issue(document),
    text,
    archive: reader.archive(document),
  });
  return {
    canReschedule: (document, offset) =>
      canReschedule(reader.issue(document), { start: offset, end: offset }),
    reschedulingDays: (document, offset) => {
      const issue = reader.issue(document);
      const event = eventAt(issue, { start: offset, end: offset });
      const days = event ? reschedulingDays(issue, event) : [];
      return event && days.length > 0
        ? { title: whatOf(issue, event), date: event.dates.first, days }
        : undefined;
    },
    reschedule: (document, offset, date) => {
      const issue = reader.issue(document);
      const event = eventAt(issue, { start: offset, end: offset });
      return event && isDate(date) ? gate('Reschedule', document, reschedule(issue, event, date)) : [];
    },
    calendars: (of) => ('folder' in of ? workspace.calendarsIn(of.folder) : workspace.calendars(of.document)),
    planImport: (document, text) => planImport(importInput(document, text)),
    importEvents: (document, text, choices) => {
      const result = importEvents(importInput(document, text), choices);
      return { ...result, edits: gate('Add events', document, result.edits) };
    },
  };
}
