import { type Files, parentOf } from './files';

/** Events to add: a calendar, JSON or Markdown, under the name by which the user knows it. */
interface CalendarFile {
  readonly name: string;
  readonly text: string;
}

/** Calendars, and a line for each that can't be read. */
export interface Calendars {
  readonly found: readonly CalendarFile[];
  readonly problems: readonly string[];
}

const CALENDAR = /\.(?:ics|ical|json|md|markdown)$/i;

/**
 * Reads calendars and the calendars in folders.
 *
 * @param folder URI of the folder from which the paths count
 * @param paths with slashes; `..` leads up
 * @returns what can't be read is told and left out
 */
export async function readCalendars(
  files: Files,
  folder: string,
  paths: readonly string[],
): Promise<Calendars> {
  const found: CalendarFile[] = [];
  const problems: string[] = [];
  // The folder itself is no part of a name.
  const inside = (name: string, one: string) => (name === '' ? one : `${name}/${one}`);
  const read = async (name: string): Promise<boolean> => {
    const text = await files.read(below(folder, name));
    if (text !== undefined) found.push({ name, text });
    return text !== undefined;
  };
  for (const path of paths) {
    const name = path.replace(/\/+$/, '');
    try {
      const names = await files.list(below(folder, name)).catch(() => []);
      const calendars = names.filter((one) => CALENDAR.test(one)).sort();
      for (const one of calendars)
        await read(inside(name, one)).catch((error) =>
          problems.push(`${inside(name, one)}: ${reason(error)}`),
        );
      if (calendars.length > 0) continue;
      if (name === '') problems.push('there is no calendar in this folder');
      else if (!(await read(name))) problems.push(`${name}: no such calendar, and no folder with calendars`);
    } catch (error) {
      problems.push(`${name}: ${reason(error)}`);
    }
  }
  return { found, problems };
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : 'it can\u2019t be read';
}

function below(folder: string, path: string): string {
  let uri = folder;
  for (const part of path.split('/')) {
    if (part === '..') uri = parentOf(uri);
    else if (part !== '' && part !== '.') uri += `/${encodeURIComponent(part)}`;
  }
  return uri;
}
