import { type QuickPickItem, QuickPickItemKind, window } from 'vscode';
import type {
  ImportCandidateResult,
  ImportChoiceParams,
  ImportParams,
} from '../../../server/src/protocol/importEvents';

export interface CandidateItem extends QuickPickItem {
  readonly candidate?: ImportCandidateResult;
}

const GROUPS: readonly (readonly [ImportCandidateResult['state'], string])[] = [
  ['new', 'New'],
  ['doubtful', 'In doubt'],
  ['similar', 'Look like events that are listed'],
  ['beyond', 'After the window of this issue'],
];

/** Candidates to choose from, in groups; what is new is ticked. */
export function itemsOf(candidates: readonly ImportCandidateResult[]): CandidateItem[] {
  return GROUPS.flatMap(([state, label]): CandidateItem[] => {
    const group = candidates.filter((candidate) => candidate.state === state);
    if (group.length === 0) return [];
    return [{ label, kind: QuickPickItemKind.Separator }, ...group.map(itemOf)];
  });
}

function itemOf(candidate: ImportCandidateResult): CandidateItem {
  const { dates, location, title, organiser, unnamed, like, notes, doubts, state } = candidate;
  const listed =
    like && (like.line > 0 ? `listed in line ${like.line}: ${like.text}` : `the same as ${like.text}`);
  const detail = [
    ...(unnamed ? ['You will be asked for the group’s name'] : []),
    ...(location ? [] : ['You will be asked for the place']),
    ...(listed ? [listed] : []),
    ...doubts,
    ...notes,
  ];
  return {
    label: `${dates}  ${title}`,
    description: [location ?? '', organiser].filter((part) => part !== '').join(' · '),
    ...(detail.length > 0 ? { detail: detail.join('; ') } : {}),
    picked: state === 'new',
    candidate,
  };
}

/**
 * Asks for names of groups and for places that are missing, once for all times of an event.
 *
 * @returns undefined when the author gives up
 */
export async function withAnswers(
  chosen: readonly ImportCandidateResult[],
): Promise<ImportParams['choices'] | undefined> {
  const choices: ImportChoiceParams[] = [];
  const answers = new Map<string, Omit<ImportChoiceParams, 'id'>>();
  // Most events at one host are of one group.
  const names = new Map<string, string>();
  for (const candidate of chosen) {
    const { id, source, line, location, title, dates, address, organiser, unnamed } = candidate;
    const event = `${source} ${line}`;
    let answer = answers.get(event);
    if (!answer) {
      const about = `${dates}  ${title}`;
      const name = unnamed ? await askForName(about, organiser, names.get(organiser)) : '';
      if (name === undefined) return undefined;
      if (unnamed) names.set(organiser, name.trim());
      const place = location === undefined ? await askForPlace(about, address) : '';
      if (place === undefined) return undefined;
      answer = {
        ...(unnamed ? { organiser: name.trim() } : {}),
        ...(location === undefined ? { location: place.trim() } : {}),
      };
      answers.set(event, answer);
    }
    choices.push({ id, ...answer });
  }
  return choices;
}

/** @param host of the event's page, all that is known of the group */
function askForName(title: string, host: string, before: string | undefined): Thenable<string | undefined> {
  return window.showInputBox({
    title,
    prompt: `This group is new here: what is its name? The event’s page is at ${host}`,
    placeHolder: 'Rust City',
    ...(before === undefined ? {} : { value: before }),
    ignoreFocusOut: true,
    validateInput: (value) =>
      /[\p{L}\p{N}]/u.test(value) ? undefined : 'The name of the group, as in “Rust Oslo”',
  });
}

function askForPlace(title: string, address: string): Thenable<string | undefined> {
  return window.showInputBox({
    title,
    prompt:
      address === '' ? 'Where does it take place?' : `Where does it take place? The source says “${address}”`,
    placeHolder: 'City, CC or Virtual',
    ignoreFocusOut: true,
    validateInput: (value) =>
      /^virtual$|,\s*\S/i.test(value.trim())
        ? undefined
        : 'A city and a country, as in “Oslo, NO”, or “Virtual”',
  });
}
