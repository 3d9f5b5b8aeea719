import {
  commands,
  Disposable,
  env,
  type QuickPickItem,
  QuickPickItemKind,
  type TextDocument,
  type Uri,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  IMPORT_EVENTS,
  IMPORT_PLAN,
  type ImportCandidateResult,
  type ImportParams,
  type ImportPlanParams,
  type ImportProblemResult,
} from '../../../server/src/protocol/importEvents';

/** More than a year of the world's Rust events; a larger file was chosen by mistake. */
const MAX_BYTES = 20_000_000;

/** `twir.addEventsFromFile` and `twir.addEventsFromClipboard`. */
export function registerImport(client: BaseLanguageClient): Disposable {
  return Disposable.from(
    commands.registerCommand('twir.addEventsFromFile', async (given?: Uri) => {
      const document = window.activeTextEditor?.document;
      if (!document) return;
      const uri = given ?? (await chooseFile(document));
      const text = uri && (await readText(uri));
      if (text !== undefined) await new Import(client, document, nameOf(uri!), text).run();
    }),
    commands.registerCommand('twir.addEventsFromClipboard', async () => {
      const document = window.activeTextEditor?.document;
      if (!document) return;
      await new Import(client, document, 'the clipboard', await env.clipboard.readText()).run();
    }),
  );
}

async function chooseFile(document: TextDocument): Promise<Uri | undefined> {
  const folder = workspace.getWorkspaceFolder(document.uri)?.uri;
  const chosen = await window.showOpenDialog({
    title: 'Add events from a calendar, JSON or Markdown',
    openLabel: 'Add Events',
    ...(folder ? { defaultUri: folder } : {}),
    filters: { 'Calendars, JSON, Markdown': ['ics', 'ical', 'json', 'md', 'txt'], 'All files': ['*'] },
  });
  return chosen?.[0];
}

async function readText(uri: Uri): Promise<string | undefined> {
  try {
    const { size } = await workspace.fs.stat(uri);
    if (size > MAX_BYTES) throw new Error(`it is larger than ${MAX_BYTES / 1_000_000} MB`);
    return new TextDecoder('utf-8', { fatal: true }).decode(await workspace.fs.readFile(uri));
  } catch (error) {
    const reason =
      error instanceof TypeError ? 'it is not UTF-8' : error instanceof Error ? error.message : error;
    void window.showErrorMessage(`${nameOf(uri)} could not be read: ${reason}`);
    return undefined;
  }
}

function nameOf(uri: Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}

interface CandidateItem extends QuickPickItem {
  readonly candidate?: ImportCandidateResult;
}

/** Events on their way into an issue. Until they are confirmed nothing has changed. */
class Import {
  private readonly uri: string;

  constructor(
    private readonly client: BaseLanguageClient,
    document: TextDocument,
    private readonly source: string,
    private readonly text: string,
  ) {
    this.uri = client.code2ProtocolConverter.asUri(document.uri);
  }

  async run(): Promise<void> {
    const asked: ImportPlanParams = { uri: this.uri, text: this.text };
    const result = await this.client.sendRequest(IMPORT_PLAN, asked);
    if (!result) {
      void window.showWarningMessage('Open the draft to add events to: this is not a newsletter file.');
      return;
    }
    if (result.problem) this.complain(result.problem);
    if (!result.plan) return;
    const { candidates, problems, cancelled } = result.plan;
    const left = [
      ...this.leftOut(candidates, cancelled),
      ...(problems.length > 0 ? [`${problems.length} not understood`] : []),
    ];
    for (const { line, message } of problems) this.client.warn(`${this.source}, line ${line}: ${message}`);
    const offered = candidates.filter(({ state }) => state !== 'listed' && state !== 'past');
    if (offered.length === 0) {
      this.tell(['no new events', ...left], problems.length > 0);
      return;
    }
    const picked = await window.showQuickPick(items(offered), {
      title: `Add events from ${this.source}`,
      placeHolder: left.length > 0 ? `Left out: ${left.join(', ')}` : 'Enter adds the ticked events',
      canPickMany: true,
      matchOnDescription: true,
      matchOnDetail: true,
      ignoreFocusOut: true,
    });
    const chosen = (picked ?? []).flatMap(({ candidate }) => candidate ?? []);
    if (chosen.length === 0) return;
    const choices = await withPlaces(chosen);
    if (choices) await this.add(choices, left, problems.length > 0);
  }

  private async add(
    choices: NonNullable<ImportParams['choices']>,
    left: string[],
    logged: boolean,
  ): Promise<void> {
    const params: ImportParams = { uri: this.uri, text: this.text, choices };
    const result = await this.client.sendRequest(IMPORT_EVENTS, params);
    if (!result) return;
    if (result.problem) {
      this.complain(result.problem);
      return;
    }
    const edit = await this.client.protocol2CodeConverter.asWorkspaceEdit(result.edit);
    // The edit is for the version that was asked about: a text that has changed meanwhile stays as it is.
    if (edit && !(await workspace.applyEdit(edit))) {
      void window.showWarningMessage(
        'The draft has changed meanwhile, and no event was added. Please try again.',
      );
      return;
    }
    for (const { message } of result.refused) this.client.warn(`${this.source}: ${message}`);
    const refused = result.refused.length > 0 ? [`${result.refused.length} not added`] : [];
    this.tell(
      [`${count(result.added.length, 'event')} added`, ...left, ...refused],
      logged || refused.length > 0,
    );
  }

  private leftOut(candidates: readonly ImportCandidateResult[], cancelled: number): string[] {
    const of = (state: string) => candidates.filter((candidate) => candidate.state === state).length;
    const counts: [number, string][] = [
      [of('listed'), 'listed already'],
      [of('past'), 'past'],
      [cancelled, 'cancelled'],
    ];
    return counts.filter(([n]) => n > 0).map(([n, what]) => `${n} ${what}`);
  }

  private complain({ line, message }: ImportProblemResult): void {
    void window.showErrorMessage(`No events could be read from ${this.source}, line ${line}. ${message}`);
  }

  private tell(parts: readonly string[], logged: boolean): void {
    const text = `${parts.join(', ')}.`;
    const message = `${text[0]!.toUpperCase()}${text.slice(1)}`;
    if (!logged) {
      void window.showInformationMessage(message);
      return;
    }
    const show = 'Show Log';
    void window.showWarningMessage(message, show).then((answer) => {
      if (answer) void commands.executeCommand('twir.showOutput');
    });
  }
}

const GROUPS: readonly (readonly [ImportCandidateResult['state'], string])[] = [
  ['new', 'New'],
  ['similar', 'Look like events that are listed'],
  ['beyond', 'After the window of this issue'],
];

function items(candidates: readonly ImportCandidateResult[]): CandidateItem[] {
  return GROUPS.flatMap(([state, label]): CandidateItem[] => {
    const group = candidates.filter((candidate) => candidate.state === state);
    if (group.length === 0) return [];
    return [{ label, kind: QuickPickItemKind.Separator }, ...group.map(itemOf)];
  });
}

function itemOf(candidate: ImportCandidateResult): CandidateItem {
  const { dates, location, title, organiser, like, notes, state } = candidate;
  const listed =
    like && (like.line > 0 ? `listed in line ${like.line}: ${like.text}` : `the same as ${like.text}`);
  const detail = [
    ...(location ? [] : ['You will be asked for the place']),
    ...(listed ? [listed] : []),
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

/** Asks for the places that are missing. @returns undefined when the author gives up */
async function withPlaces(
  chosen: readonly ImportCandidateResult[],
): Promise<ImportParams['choices'] | undefined> {
  const choices: { id: string; location?: string }[] = [];
  for (const { id, location, title, dates, address } of chosen) {
    if (location !== undefined) {
      choices.push({ id });
      continue;
    }
    const answer = await window.showInputBox({
      title: `${dates}  ${title}`,
      prompt:
        address === ''
          ? 'Where does it take place?'
          : `Where does it take place? The source says “${address}”`,
      placeHolder: 'City, CC or Virtual',
      ignoreFocusOut: true,
      validateInput: (value) =>
        /^virtual$|,\s*\S/i.test(value.trim())
          ? undefined
          : 'A city and a country, as in “Oslo, NO”, or “Virtual”',
    });
    if (answer === undefined) return undefined;
    choices.push({ id, location: answer.trim() });
  }
  return choices;
}

function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}
