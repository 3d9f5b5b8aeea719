import {
  commands,
  Disposable,
  env,
  type Memento,
  type TextDocument,
  type Uri,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  CALENDARS,
  type CalendarsParams,
  IMPORT_EVENTS,
  IMPORT_PLAN,
  type ImportCandidateResult,
  type ImportParams,
  type ImportPlanParams,
  type ImportProblemResult,
} from '../../../server/src/protocol/importEvents';
import { count } from '../../../server/src/protocol/wording';
import { type CandidateItem, itemsOf, withAnswers } from './importItems';
import { SettledEvents } from './settledEvents';

/** More than a year of the world's Rust events; a larger file was chosen by mistake. */
const MAX_BYTES = 20_000_000;

/**
 * `twir.addEventsFromFile`, `twir.addEventsFromClipboard` and `twir.addFromCalendars`.
 *
 * @param memory where it is kept what was settled
 */
export function registerImport(client: BaseLanguageClient, memory: Memento): Disposable {
  return Disposable.from(
    commands.registerCommand('twir.addEventsFromFile', async (given?: Uri | Source) => {
      const document = window.activeTextEditor?.document;
      if (!document) return;
      if (given && 'text' in given) {
        await new Import(client, document, given.name, [given]).run();
        return;
      }
      const uri = given ?? (await chooseFile(document));
      const text = uri && (await readText(uri));
      if (text !== undefined) {
        const name = nameOf(uri!);
        await new Import(client, document, name, [{ name, text }]).run();
      }
    }),
    commands.registerCommand('twir.addEventsFromClipboard', async () => {
      const document = window.activeTextEditor?.document;
      if (!document) return;
      const name = 'the clipboard';
      const text = await env.clipboard.readText();
      await new Import(client, document, name, [{ name, text }]).run();
    }),
    commands.registerCommand('twir.addFromCalendars', async () => {
      const document = window.activeTextEditor?.document;
      if (document) await addFromCalendars(client, document, new SettledEvents(memory));
    }),
  );
}

/** Events of the calendars that `.twir.json` lists. */
async function addFromCalendars(
  client: BaseLanguageClient,
  document: TextDocument,
  settled: SettledEvents,
): Promise<void> {
  const asked: CalendarsParams = { uri: client.code2ProtocolConverter.asUri(document.uri) };
  const { found, problems } = await client.sendRequest(CALENDARS, asked);
  for (const problem of problems) client.warn(problem);
  if (found.length > 0)
    await new Import(client, document, count(found.length, 'calendar'), found, settled).run();
  else if (problems.length > 0) void window.showErrorMessage(problems.join('; '));
  else
    void window.showInformationMessage(
      'No calendars are listed. Write them into .twir.json: "calendars": ["calendars/oslo.ics", "calendars"]',
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

export async function readText(uri: Uri): Promise<string | undefined> {
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

export function nameOf(uri: Uri): string {
  return uri.path.slice(uri.path.lastIndexOf('/') + 1);
}

/** A text with events, under the name by which the user knows it. */
interface Source {
  readonly name: string;
  readonly text: string;
}

/** Events on their way into an issue. Until they are confirmed nothing has changed. */
class Import {
  private readonly uri: string;

  constructor(
    private readonly client: BaseLanguageClient,
    document: TextDocument,
    /** What messages call where the events come from. */
    private readonly name: string,
    private readonly sources: readonly Source[],
    /** What was settled before, where only doubts are asked about. */
    private readonly settled?: SettledEvents,
  ) {
    this.uri = client.code2ProtocolConverter.asUri(document.uri);
  }

  async run(): Promise<void> {
    const asked: ImportPlanParams = { uri: this.uri, text: this.texts() };
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
    for (const { source, line, message } of problems)
      this.client.warn(`${this.sources[source]?.name}, line ${line}: ${message}`);
    const open = candidates.filter(({ state }) => state !== 'listed' && state !== 'past');
    if (this.settled) {
      await this.askAboutDoubts(open, left, problems.length > 0, this.settled);
      return;
    }
    if (open.length === 0) {
      this.tell(['no new events', ...left], problems.length > 0);
      return;
    }
    const picked = await window.showQuickPick(itemsOf(open), {
      title: `Add events from ${this.name}`,
      placeHolder: left.length > 0 ? `Left out: ${left.join(', ')}` : 'Enter adds the ticked events',
      canPickMany: true,
      matchOnDescription: true,
      matchOnDetail: true,
      ignoreFocusOut: true,
    });
    const chosen = (picked ?? []).flatMap(({ candidate }) => candidate ?? []);
    if (chosen.length === 0) return;
    const choices = await withAnswers(chosen);
    if (choices) await this.add(choices, left, problems.length > 0);
  }

  /** Adds what is plain, and asks about the rest; what was settled for this issue is not asked about again. */
  private async askAboutDoubts(
    open: readonly ImportCandidateResult[],
    left: readonly string[],
    logged: boolean,
    settled: SettledEvents,
  ): Promise<void> {
    const fresh = open.filter(({ key, state }) => state !== 'beyond' && !settled.has(this.uri, key));
    const before = open.filter(({ key }) => settled.has(this.uri, key)).length;
    const beyond = open.length - fresh.length - before;
    const others = [
      ...left,
      ...(beyond > 0 ? [`${beyond} after the window`] : []),
      ...(before > 0 ? [`${before} settled before`] : []),
    ];
    const plain = fresh.filter(
      ({ state, location, unnamed }) => state === 'new' && location !== undefined && !unnamed,
    );
    const doubts = fresh.filter((candidate) => !plain.includes(candidate));
    if (fresh.length === 0) {
      this.tell(['no new events', ...others], logged, before > 0 ? settled : undefined);
      return;
    }
    let picked: readonly CandidateItem[] = [];
    if (doubts.length > 0) {
      const answer = await window.showQuickPick(
        itemsOf(doubts).map((item) => ({ ...item, picked: false })),
        {
          title: `Add ${count(plain.length, 'new event')} from ${this.name}, and which of these?`,
          placeHolder: 'Those that are not ticked are not asked about again for this issue',
          canPickMany: true,
          matchOnDescription: true,
          matchOnDetail: true,
          ignoreFocusOut: true,
        },
      );
      if (!answer) return;
      picked = answer;
    }
    const chosen = [...plain, ...picked.flatMap(({ candidate }) => candidate ?? [])];
    const choices = chosen.length > 0 ? await withAnswers(chosen) : [];
    if (!choices) return;
    if (choices.length === 0) this.tell(['no events added', ...others], logged);
    else if (!(await this.add(choices, others, logged))) return;
    await settled.add(
      this.uri,
      fresh.map(({ key }) => key),
    );
  }

  /** The one text as it is, several as a list. */
  private texts(): ImportPlanParams['text'] {
    const texts = this.sources.map(({ text }) => text);
    return texts.length === 1 ? texts[0]! : texts;
  }

  private async add(
    choices: NonNullable<ImportParams['choices']>,
    left: readonly string[],
    logged: boolean,
  ): Promise<boolean> {
    const params: ImportParams = { uri: this.uri, text: this.texts(), choices };
    const result = await this.client.sendRequest(IMPORT_EVENTS, params);
    if (!result) return false;
    if (result.problem) {
      this.complain(result.problem);
      return false;
    }
    const edit = await this.client.protocol2CodeConverter.asWorkspaceEdit(result.edit);
    // The edit is for the version that was asked about: a text that has changed meanwhile stays as it is.
    if (edit && !(await workspace.applyEdit(edit))) {
      void window.showWarningMessage(
        'The draft has changed meanwhile, and no event was added. Please try again.',
      );
      return false;
    }
    for (const { message } of result.refused) this.client.warn(`${this.name}: ${message}`);
    const refused = result.refused.length > 0 ? [`${result.refused.length} not added`] : [];
    this.tell(
      [`${count(result.added.length, 'event')} added`, ...left, ...refused],
      logged || refused.length > 0,
    );
    return true;
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
    void window.showErrorMessage(`No events could be read from ${this.name}, line ${line}. ${message}`);
  }

  /** @param settled given where the author may want to be asked again */
  private tell(parts: readonly string[], logged: boolean, settled?: SettledEvents): void {
    const text = `${parts.join(', ')}.`;
    const message = `${text[0]!.toUpperCase()}${text.slice(1)}`;
    const show = 'Show Log';
    const again = 'Ask Again';
    const answers = [...(logged ? [show] : []), ...(settled ? [again] : [])];
    const told = logged
      ? window.showWarningMessage(message, ...answers)
      : window.showInformationMessage(message, ...answers);
    void told.then(async (answer) => {
      if (answer === show) await commands.executeCommand('twir.showOutput');
      if (answer !== again || !settled) return;
      await settled.forget(this.uri);
      await this.run();
    });
  }
}
