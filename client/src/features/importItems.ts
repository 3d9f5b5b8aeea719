import { type QuickPickItem, QuickPickItemKind, window } from 'vscode';
import type { ImportCandidateResult, ImportParams } from '../../../server/src/protocol/importEvents';

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
  const { dates, location, title, organiser, like, notes, doubts, state } = candidate;
  const listed =
    like && (like.line > 0 ? `listed in line ${like.line}: ${like.text}` : `the same as ${like.text}`);
  const detail = [
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

/** Asks for the places that are missing, once for all times of an event. @returns undefined when the author gives up */
export async function withPlaces(
  chosen: readonly ImportCandidateResult[],
): Promise<ImportParams['choices'] | undefined> {
  const choices: { id: string; location?: string }[] = [];
  const answers = new Map<string, string>();
  for (const { id, source, line, location, title, dates, address } of chosen) {
    if (location !== undefined) {
      choices.push({ id });
      continue;
    }
    const event = `${source} ${line}`;
    const known = answers.get(event);
    const answer = known ?? (await askForPlace(`${dates}  ${title}`, address));
    if (answer === undefined) return undefined;
    answers.set(event, answer);
    choices.push({ id, location: answer.trim() });
  }
  return choices;
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
