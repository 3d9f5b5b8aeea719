import {
  CancellationTokenSource,
  commands,
  Disposable,
  env,
  type InputBoxValidationMessage,
  InputBoxValidationSeverity,
  type Memento,
  Range,
  UIKind,
  type Uri,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { DocumentParams } from '../../../server/src/protocol/document';
import { DAYS_TO_PUBLISH } from '../../../server/src/protocol/newsletterFile';
import {
  type Advice,
  SUBMIT,
  SUBMIT_CHECK,
  SUBMIT_START,
  type SubmissionFields,
  type SubmitCheckParams,
  type SubmitCheckResult,
  type SubmitParams,
  type SubmitResult,
  type SubmitStart,
} from '../../../server/src/protocol/submit';
import { findDrafts } from './findDrafts';
import { goTo } from './linkItems';
import { type Answers, ask, forget, type Step, type TextStep } from './wizard';

const DRAFT_NAME = /\/(\d{4}-\d{2}-\d{2})-this-week-in-rust\.(?:md|markdown)$/;

/**
 * `twir.submitLink` and `twir.submitEvent`.
 *
 * @param memory where what was typed is kept for the next try
 */
export function registerSubmit(client: BaseLanguageClient, memory: Memento): Disposable {
  return Disposable.from(
    commands.registerCommand('twir.submitLink', async (where?: Where) => {
      const draft = await openDraft(client, where);
      if (!draft) return;
      await new Submission(client, memory, draft.uri).link(draft.start, where?.section);
    }),
    commands.registerCommand('twir.submitEvent', async (where?: Where) => {
      const draft = await openDraft(client, where);
      if (!draft) return;
      await new Submission(client, memory, draft.uri).event(draft.start);
    }),
  );
}

/** Where something is to be added; asked about, or found, when absent. */
interface Where {
  /** Of the draft. */
  readonly uri: string;
  /** Key of a section. */
  readonly section?: string;
}

interface Draft {
  readonly uri: Uri;
  readonly start: SubmitStart;
}

/** Opens the draft that is named, or the newest that has not come out yet: submissions go there. */
async function openDraft(client: BaseLanguageClient, where: Where | undefined): Promise<Draft | undefined> {
  if (where) return started(client, client.protocol2CodeConverter.asUri(where.uri));
  const source = new CancellationTokenSource();
  const dated = (await findDrafts(source.token)).flatMap((uri) => {
    const date = DRAFT_NAME.exec(uri.path)?.[1];
    return date ? [{ uri, date }] : [];
  });
  source.dispose();
  const since = daysAgo(DAYS_TO_PUBLISH);
  const newest = dated.sort((a, b) => (a.date < b.date ? 1 : -1)).find(({ date }) => date >= since);
  if (!newest) {
    const make = 'New Draft';
    const why =
      dated.length === 0
        ? 'There is no draft in the draft folder of this workspace.'
        : `The newest draft is of ${dated[0]!.date}, which has passed. Update your checkout, or make the next draft.`;
    void window.showWarningMessage(why, make).then((answer) => {
      if (answer) void commands.executeCommand('twir.newDraft');
    });
    return undefined;
  }
  return started(client, newest.uri);
}

async function started(client: BaseLanguageClient, uri: Uri): Promise<Draft | undefined> {
  await window.showTextDocument(uri, { preview: false });
  const params: DocumentParams = { uri: client.code2ProtocolConverter.asUri(uri) };
  const start = await client.sendRequest(SUBMIT_START, params);
  return start ? { uri, start } : undefined;
}

/** A day as `YYYY-MM-DD` on the clock of this place. */
function daysAgo(days: number): string {
  const day = new Date();
  day.setDate(day.getDate() - days);
  const two = (n: number) => String(n).padStart(2, '0');
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

/** One link or event on its way into a draft. Every question can be left with Escape, and nothing has changed then. */
class Submission {
  constructor(
    private readonly client: BaseLanguageClient,
    private readonly memory: Memento,
    private readonly uri: Uri,
  ) {}

  async link(start: SubmitStart, section: string | undefined): Promise<void> {
    const copied = addressFromClipboard();
    const steps: Step[] = [
      this.sectionStep(start),
      this.textStep('link', 'url', {
        prompt: () => `The address of the page. ${start.linkGuidelines}`,
        placeHolder: 'https://example.com/post',
        suggest: () => copied,
      }),
      this.textStep('link', 'title', {
        prompt: () => 'About five words that say what readers will find; the title of the page will often do',
      }),
    ];
    await this.ask(
      `Submit a link to ${start.title}`,
      'link',
      steps,
      section === undefined ? {} : { section },
    );
  }

  async event(start: SubmitStart): Promise<void> {
    const copied = addressFromClipboard();
    /** What is known of the group by its address. */
    let group: SubmitCheckResult['group'];
    const know = (checked: SubmitCheckResult) => {
      group = checked.group;
    };
    const steps: Step[] = [
      this.textStep(
        'event',
        'organiserUrl',
        {
          prompt: () => `The group’s page: a Meetup or Luma group, a website. ${start.eventGuidelines}`,
          placeHolder: 'https://www.meetup.com/rust-city',
          suggest: () => copied,
        },
        know,
      ),
      this.textStep('event', 'organiser', {
        prompt: () => (group ? 'The group’s name' : 'This group is new here: what is its name?'),
        placeHolder: 'Rust City',
        suggest: () => group?.name ?? '',
      }),
      this.textStep('event', 'location', {
        prompt: () => 'City, CC (US, CA and AU with state), Virtual (City, CC) or Hybrid (City, CC)',
        placeHolder: 'Oslo, NO',
        suggest: () => group?.location ?? '',
      }),
      this.textStep('event', 'date', {
        prompt: () =>
          `The day at the place of the event${start.window ? `, from ${start.window.first} to ${start.window.last}` : ''}`,
        placeHolder: start.window?.first ?? '2026-03-04',
      }),
      this.textStep('event', 'title', { prompt: () => "The event's title" }),
      this.textStep('event', 'url', {
        prompt: () => "The event's own page",
        placeHolder: 'https://www.meetup.com/rust-city/events/123456',
        // Whoever has copied a page of one event is asked for its group first.
        suggest: async () => (/\/events?\/[\w-]/.test(await copied) ? copied : ''),
      }),
    ];
    await this.ask(`Submit an event to ${start.title}`, 'event', steps, {});
  }

  private async ask(title: string, kind: SubmissionFields['kind'], steps: readonly Step[], given: Answers) {
    const kept = `twir.typed.${kind}`;
    const answers = await ask(title, steps, this.memory, kept, given);
    if (answers && (await this.finish({ ...answers, kind }))) forget(this.memory, kept);
  }

  /** Asks for the section of a link; one that is closed says why. */
  private sectionStep({ sections }: SubmitStart): Step {
    return {
      kind: 'choice',
      id: 'section',
      placeHolder: 'Where would readers look for it?',
      choices: sections.map(({ key, title: label, guide, closed }) => ({
        label,
        id: key,
        detail: guide,
        ...(closed ? { description: 'closed to submissions' } : {}),
      })),
      accept: async (id) => {
        const closed = sections.find(({ key }) => key === id)?.closed;
        if (!closed) return true;
        const editor = 'I Am an Editor';
        const answer = await window.showWarningMessage(closed, 'Choose Another Section', editor);
        return answer === editor;
      },
    };
  }

  private textStep(
    kind: SubmissionFields['kind'],
    id: string,
    text: Pick<TextStep, 'prompt' | 'placeHolder' | 'suggest'>,
    tell?: (checked: SubmitCheckResult) => void,
  ): Step {
    const check = (value: string, answers: Answers) => {
      const submission: SubmissionFields = { ...answers, kind, [id]: value };
      const params: SubmitCheckParams = { uri: this.protocolUri, submission, field: id };
      return this.client.sendRequest(SUBMIT_CHECK, params);
    };
    return {
      kind: 'text',
      id,
      ...text,
      check: async (value, answers) => toValidation(await check(value, answers)),
      accept: async (value, answers) => {
        const checked = await check(value, answers);
        if (!checked || checked.problem !== undefined || !(await this.accepts(checked.advice)))
          return undefined;
        tell?.(checked);
        return checked.value;
      },
    };
  }

  /** A page that stands in the newsletter already is told at once, with the way to it. */
  private async accepts(advice: readonly Advice[]): Promise<boolean> {
    const duplicate = advice.find(({ again }) => again);
    if (!duplicate) return true;
    const go = 'Go There';
    const anyway = 'Submit Anyway';
    const answers = duplicate.related ? [go, anyway] : [anyway];
    const answer = await window.showWarningMessage(duplicate.message, ...answers);
    if (answer === go) await goTo(this.client, duplicate);
    return answer === anyway;
  }

  /** @returns whether it stands in the draft now */
  private async finish(submission: SubmissionFields): Promise<boolean> {
    const params: SubmitParams = { uri: this.protocolUri, submission };
    const result = await this.client.sendRequest(SUBMIT, params);
    const edit = result?.edit && (await this.client.protocol2CodeConverter.asWorkspaceEdit(result.edit));
    if (!result || !edit || !(await workspace.applyEdit(edit))) {
      void window.showErrorMessage('No place was found for it in the draft.');
      return false;
    }
    const place = result.places[0];
    if (place) {
      const { start } = place;
      await window.showTextDocument(this.uri, {
        selection: new Range(start.line, start.character, start.line, start.character),
        preview: false,
      });
    }
    const left = result.advice.filter(({ severity }) => severity === 'error' || severity === 'warning');
    const twice = result.places.length > 1 ? ' It is listed under Virtual and under its region.' : '';
    const name = workspace.asRelativePath(this.uri);
    const text = `Added to ${name}.${twice} Save the file and propose the change as a pull request.`;
    void this.offerText(text, left, result.pullRequest);
    return true;
  }

  /** Tells what was done, and has the words of a pull request ready for whoever wants them. */
  private async offerText(
    text: string,
    left: readonly Advice[],
    pullRequest: SubmitResult['pullRequest'],
  ): Promise<void> {
    const copy = 'Copy Pull Request Text';
    const answer =
      left.length === 0
        ? await window.showInformationMessage(text, copy)
        : await window.showWarningMessage(`${text} ${left.map(({ message }) => message).join('. ')}.`, copy);
    if (answer === copy && pullRequest)
      await env.clipboard.writeText(`${pullRequest.title}\n\n${pullRequest.description}`);
  }

  private get protocolUri(): string {
    return this.client.code2ProtocolConverter.asUri(this.uri);
  }
}

/** What is said below an input box: only a problem keeps it from being accepted. */
function toValidation(checked: SubmitCheckResult | null): InputBoxValidationMessage | undefined {
  if (!checked) return undefined;
  if (checked.problem !== undefined)
    return { message: checked.problem, severity: InputBoxValidationSeverity.Error };
  const [worst] = [...checked.advice].sort((a, b) => rank(a) - rank(b));
  if (worst && rank(worst) < 2)
    return { message: worst.message, severity: InputBoxValidationSeverity.Warning };
  const notes = [...checked.changes, ...(checked.notes ?? []), ...(worst ? [worst.message] : [])];
  return notes.length > 0
    ? { message: notes.join('; '), severity: InputBoxValidationSeverity.Info }
    : undefined;
}

function rank({ severity }: Advice): number {
  return ['error', 'warning', 'info', 'hint'].indexOf(severity);
}

/**
 * The clipboard's address, when that is all it holds; a submission nearly always begins by copying one. Browsers make a
 * scene of reading the clipboard, so there nobody looks.
 */
async function addressFromClipboard(): Promise<string> {
  if (env.uiKind !== UIKind.Desktop) return '';
  const text = (await env.clipboard.readText()).trim();
  return /^https?:\/\/\S+$/.test(text) && text.length < 2000 ? text : '';
}
