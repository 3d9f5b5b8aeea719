import {
  CancellationTokenSource,
  commands,
  Disposable,
  type ExtensionContext,
  env,
  type InputBoxValidationMessage,
  InputBoxValidationSeverity,
  Range,
  UIKind,
  type Uri,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type { DocumentParams } from '../../../server/src/protocol/document';
import {
  type Advice,
  SUBMIT,
  SUBMIT_CHECK,
  SUBMIT_START,
  type SubmissionFields,
  type SubmitCheckParams,
  type SubmitCheckResult,
  type SubmitParams,
  type SubmitStart,
} from '../../../server/src/protocol/submit';
import { findDrafts } from './findDrafts';
import { goTo } from './linkItems';

const DRAFT_NAME = /\/(\d{4}-\d{2}-\d{2})-this-week-in-rust\.(?:md|markdown)$/;

/** `twir.submitLink` and `twir.submitEvent`. */
export function registerSubmit(context: ExtensionContext, client: BaseLanguageClient): Disposable {
  const told = (key: string, text: string) => {
    if (context.globalState.get(key)) return;
    void context.globalState.update(key, true);
    void window.showInformationMessage(text);
  };
  return Disposable.from(
    commands.registerCommand('twir.submitLink', async (where?: Where) => {
      const draft = await openDraft(client, where);
      if (!draft) return;
      told('twir.toldLinkGuidelines', draft.start.linkGuidelines);
      await new Submission(client, draft.uri).link(draft.start, where?.section);
    }),
    commands.registerCommand('twir.submitEvent', async (where?: Where) => {
      const draft = await openDraft(client, where);
      if (!draft) return;
      told('twir.toldEventGuidelines', draft.start.eventGuidelines);
      await new Submission(client, draft.uri).event(draft.start);
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
  const today = todayHere();
  const newest = dated.sort((a, b) => (a.date < b.date ? 1 : -1)).find(({ date }) => date >= today);
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

function todayHere(): string {
  const now = new Date();
  const two = (n: number) => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

interface Question {
  readonly field: string;
  readonly title: string;
  readonly prompt: string;
  readonly placeHolder?: string;
  readonly value?: string;
}

/** One link or event on its way into a draft. Every question can be left with Escape, and nothing has changed then. */
class Submission {
  constructor(
    private readonly client: BaseLanguageClient,
    private readonly uri: Uri,
  ) {}

  async link(start: SubmitStart, asked?: string): Promise<void> {
    const title = `Submit a link to ${start.title}`;
    const fields: SubmissionFields = { kind: 'link' };
    const section = asked ?? (await this.section(start, `${title} (1/3)`));
    if (!section) return;
    const url = await this.ask(
      { ...fields, section },
      {
        field: 'url',
        title: `${title} (2/3)`,
        prompt: 'The address of the page itself',
        placeHolder: 'https://example.com/post',
        value: await addressFromClipboard(),
      },
    );
    if (!url || !(await this.accepts(url.advice))) return;
    const name = await this.ask(
      { ...fields, section, url: url.value },
      {
        field: 'title',
        title: `${title} (3/3)`,
        prompt: 'About five words that say what readers will find',
      },
    );
    if (name) await this.finish({ ...fields, section, url: url.value, title: name.value });
  }

  async event(start: SubmitStart): Promise<void> {
    const title = `Submit an event to ${start.title}`;
    let fields: SubmissionFields = { kind: 'event' };
    const questions: ((group: SubmitCheckResult['group']) => Question)[] = [
      () => ({
        field: 'organiserUrl',
        title: `${title} (1/6)`,
        prompt: "The organiser's page: a Meetup or Luma group, a website",
        placeHolder: 'https://www.meetup.com/rust-city',
      }),
      (group) => ({
        field: 'organiser',
        title: `${title} (2/6)`,
        prompt: "The organiser's name",
        placeHolder: 'Rust City',
        value: group?.name ?? '',
      }),
      (group) => ({
        field: 'location',
        title: `${title} (3/6)`,
        prompt: 'City, CC (US, CA and AU with state), Virtual (City, CC) or Hybrid (City, CC)',
        placeHolder: 'Oslo, NO',
        value: group?.location ?? '',
      }),
      () => ({
        field: 'date',
        title: `${title} (4/6)`,
        prompt: `The day at the place of the event${start.window ? `, from ${start.window.first} to ${start.window.last}` : ''}`,
        placeHolder: start.window?.first ?? '2026-03-04',
      }),
      () => ({ field: 'title', title: `${title} (5/6)`, prompt: "The event's title" }),
      () => ({
        field: 'url',
        title: `${title} (6/6)`,
        prompt: "The event's own page",
        placeHolder: 'https://www.meetup.com/rust-city/events/123456',
      }),
    ];
    let group: SubmitCheckResult['group'];
    for (const question of questions) {
      const asked = question(group);
      const answer = await this.ask(fields, asked);
      if (!answer || !(await this.accepts(answer.advice))) return;
      group = answer.group ?? group;
      fields = { ...fields, [asked.field]: answer.value };
    }
    await this.finish(fields);
  }

  /** Asks for the section of a link; one that is closed says why. */
  private async section(start: SubmitStart, title: string): Promise<string | undefined> {
    const picked = await window.showQuickPick(
      start.sections.map(({ key, title: label, guide, closed }) => ({
        label,
        key,
        closed,
        detail: guide,
        ...(closed ? { description: 'closed to submissions' } : {}),
      })),
      { title, placeHolder: 'Where would readers look for it?', matchOnDetail: true },
    );
    if (!picked?.closed) return picked?.key;
    const other = 'Choose Another Section';
    const editor = 'I Am an Editor';
    const answer = await window.showWarningMessage(picked.closed, other, editor);
    if (answer === editor) return picked.key;
    return answer === other ? this.section(start, title) : undefined;
  }

  private async ask(
    fields: SubmissionFields,
    { field, ...box }: Question,
  ): Promise<SubmitCheckResult | undefined> {
    const check = (value: string) => this.check({ ...fields, [field]: value }, field);
    const value = await window.showInputBox({
      ...box,
      ignoreFocusOut: true,
      validateInput: async (typed) => (typed.trim() === '' ? undefined : toValidation(await check(typed))),
    });
    if (value === undefined || value.trim() === '') return undefined;
    const checked = await check(value);
    return checked?.problem === undefined ? (checked ?? undefined) : undefined;
  }

  private check(submission: SubmissionFields, field: string): Promise<SubmitCheckResult | null> {
    const params: SubmitCheckParams = { uri: this.protocolUri, submission, field };
    return this.client.sendRequest(SUBMIT_CHECK, params);
  }

  /** A page that stands in the newsletter already is told at once, with the way to it. */
  private async accepts(advice: readonly Advice[]): Promise<boolean> {
    const duplicate = advice.find(({ rule }) => /duplicate/.test(rule) && !/near/.test(rule));
    if (!duplicate) return true;
    const go = 'Go There';
    const anyway = 'Submit Anyway';
    const answers = duplicate.related ? [go, anyway] : [anyway];
    const answer = await window.showWarningMessage(duplicate.message, ...answers);
    if (answer === go) await goTo(this.client, duplicate);
    return answer === anyway;
  }

  private async finish(submission: SubmissionFields): Promise<void> {
    const params: SubmitParams = { uri: this.protocolUri, submission };
    const result = await this.client.sendRequest(SUBMIT, params);
    const edit = result?.edit && (await this.client.protocol2CodeConverter.asWorkspaceEdit(result.edit));
    if (!result || !edit || !(await workspace.applyEdit(edit))) {
      void window.showErrorMessage('No place was found for it in the draft.');
      return;
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
    const copy = 'Copy Pull Request Text';
    const answer =
      left.length === 0
        ? await window.showInformationMessage(text, copy)
        : await window.showWarningMessage(`${text} ${left.map(({ message }) => message).join('. ')}.`, copy);
    const { pullRequest } = result;
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
