import { digestIssue } from '../../newsletter/archive/digest';
import { addDays, issueNumberOf, wednesdayFrom } from '../../newsletter/issue/date';
import { type Issue, readIssue, WINDOW_DAYS } from '../../newsletter/issue/issue';
import { issueFileName } from '../../protocol/newsletterFile';
import type { Edit } from '../../text/edits';
import { removeEvents } from '../organize/organize';

/** Written where the previous issue can't be had, as the newsletter's own creator does. */
const EVENTS_PLACEHOLDER = '<!-- Events list goes here -->';

export interface NewDraftInput {
  /** Issue date, a Wednesday. */
  readonly date: string;
  /** Text of `draft/DRAFT_TEMPLATE`. */
  readonly template: string;
  /** Text of the issue a week before, where there is one. */
  readonly previous: string | undefined;
  /** Write byte for byte what the newsletter's creator writes: past events and the placeholder of the jobs thread stay. */
  readonly keepPast: boolean;
}

export interface NewDraft {
  readonly fileName: string;
  /** {@link text}, read. */
  readonly issue: Issue;
  readonly text: string;
  readonly number: number;
  /** How many events were carried over, and how many of the previous issue were past by then. */
  readonly carried: number;
  readonly dropped: number;
  /** Address of the jobs thread that was carried over. */
  readonly jobsThread: string | undefined;
}

/** What keeps a draft from being made; shown to the author as it is. */
export class NewDraftError extends Error {}

/** The Wednesday that is at least four days away: an issue may come out a little early or late. */
export function nextIssueDate(today: string): string {
  return wednesdayFrom(addDays(today, 4));
}

/**
 * Makes the draft of an issue from the template and the issue a week before.
 *
 * @throws NewDraftError for a date that is no issue day, a template with unknown variables, or a previous issue
 *   without the two sentences around its events
 */
export function newDraft(input: NewDraftInput): NewDraft {
  const { date } = input;
  const number = issueNumberOf(date);
  if (number === undefined) {
    throw new NewDraftError(`${date} is not a Wednesday from 2022-01-05 on`);
  }
  const events = input.previous === undefined ? EVENTS_PLACEHOLDER : eventsOf(input.previous);
  const text = substitute(input.template, {
    twir_issue_number: String(number),
    twir_issue_date: date,
    twir_events_end_date: addDays(date, WINDOW_DAYS),
    twir_events_list: events,
  });
  const fileName = issueFileName(date);
  const issue = readIssue({ uri: fileName, text });
  if (input.keepPast) {
    return { fileName, issue, text, number, carried: issue.events.length, dropped: 0, jobsThread: undefined };
  }

  const past = issue.events.filter((event) => event.dates.valid && event.dates.last < date);
  const edits: Edit[] = [...removeEvents(issue, past)];
  const thread =
    input.previous === undefined
      ? undefined
      : digestIssue(`${addDays(date, -7)}`, input.previous)?.jobsThread;
  const open = issue.placeholders.find((placeholder) => placeholder.spec.id === 'jobs-link');
  if (thread && open) edits.push({ start: open.start, end: open.end, text: thread });
  const draft = issue.with(edits);
  return {
    fileName,
    issue: draft,
    text: draft.source.text,
    number,
    carried: issue.events.length - past.length,
    dropped: past.length,
    jobsThread: thread && open ? thread : undefined,
  };
}

/** The lines between the sentence with the window and the one that asks for events, without blank lines around them. */
function eventsOf(previous: string): string {
  const lines = previous.split(/\r\n|\r|\n/);
  const first = lines.findIndex((line) => line.trim().startsWith('Rusty Events between'));
  const end = lines.findIndex(
    (line, n) => n > first && line.trim().startsWith('If you are running a Rust event'),
  );
  if (first < 0 || end < 0) {
    throw new NewDraftError(
      'The previous issue has no events between “Rusty Events between” and “If you are running a Rust event”',
    );
  }
  return lines
    .slice(first + 1, end)
    .join('\n')
    .replace(/^\n+|\n+$/g, '');
}

/** Variables are `$name` or `${name}`; `$$` is a dollar sign (Python's `string.Template`). */
function substitute(template: string, values: Readonly<Record<string, string>>): string {
  const text = template.replace(/\r\n|\r/g, '\n');
  return text.replace(/\$(?:(\$)|([a-z_]\w*)|\{([a-z_]\w*)\})/gi, (all, dollar, plain, braced) => {
    if (dollar) return '$';
    const value = values[plain ?? braced];
    if (value === undefined) throw new NewDraftError(`The template has an unknown variable ${all}`);
    return value;
  });
}
