import {
  Disposable,
  type InputBoxValidationMessage,
  type Memento,
  QuickInputButtons,
  type QuickPickItem,
  window,
} from 'vscode';

/** What has been answered so far, by step. */
export type Answers = Readonly<Record<string, string>>;

interface BaseStep {
  /** Names the answer. */
  readonly id: string;
}

/** A line to be typed. */
export interface TextStep extends BaseStep {
  readonly kind: 'text';
  /** What is asked, with what the guidelines say about it. */
  prompt(answers: Answers): string;
  readonly placeHolder?: string;
  /** What is probably meant, where nothing has been typed before. */
  suggest?(answers: Answers): string | Promise<string>;
  /** What there is to say while it is typed; only a problem keeps it from being accepted. */
  check?(value: string, answers: Answers): Promise<InputBoxValidationMessage | undefined>;
  /** Whether it is accepted, asked once; the answer as it is to be written, `undefined` to stay at the step. */
  accept?(value: string, answers: Answers): Promise<string | undefined>;
}

interface Choice extends QuickPickItem {
  readonly id: string;
}

/** One of several things to be chosen. */
interface ChoiceStep extends BaseStep {
  readonly kind: 'choice';
  readonly placeHolder: string;
  readonly choices: readonly Choice[];
  /** Whether it is accepted; `false` to choose anew. */
  accept?(id: string): Promise<boolean>;
}

export type Step = TextStep | ChoiceStep;

/** What Back and Escape answer. */
const BACK = Symbol('back');
const LEFT = Symbol('left');
type Left = typeof BACK | typeof LEFT;

/**
 * Asks one step after the other; each shows where it stands and leads back. What was typed is kept when the author
 * leaves, for the next try.
 *
 * @param kept the place in `memory` where it is kept; forgotten with {@link forget}
 * @param given answers that need not be asked for
 * @returns undefined when the author left
 */
export async function ask(
  title: string,
  steps: readonly Step[],
  memory: Memento,
  kept: string,
  given: Answers = {},
): Promise<Answers | undefined> {
  const asked = steps.filter(({ id }) => given[id] === undefined);
  const before = memory.get<Answers>(kept, {});
  let typed: Record<string, string> = { ...before };
  let answers: Answers = given;
  const keep = (id: string, value: string) => {
    typed = { ...typed, [id]: value };
    void memory.update(kept, typed);
  };
  let n = 0;
  while (n < asked.length) {
    const step = asked[n]!;
    const place = { title, step: n + 1, totalSteps: asked.length };
    const answer =
      step.kind === 'text'
        ? await askText(step, place, answers, typed[step.id], (value) => keep(step.id, value))
        : await askChoice(step, place, typed[step.id]);
    if (answer === LEFT) return undefined;
    if (answer === BACK) {
      n -= 1;
      continue;
    }
    answers = { ...answers, [step.id]: answer };
    // About another page, what was typed last time for the later steps says nothing.
    if (before[step.id] !== undefined && before[step.id] !== answer)
      for (const { id } of asked.slice(n + 1)) if (typed[id] === before[id]) delete typed[id];
    keep(step.id, answer);
    n += 1;
  }
  return answers;
}

/** What was typed has reached its place. */
export function forget(memory: Memento, kept: string): void {
  void memory.update(kept, undefined);
}

interface Place {
  readonly title: string;
  readonly step: number;
  readonly totalSteps: number;
}

async function askText(
  step: TextStep,
  place: Place,
  answers: Answers,
  before: string | undefined,
  keep: (value: string) => void,
): Promise<string | Left> {
  const suggested = before || (await step.suggest?.(answers)) || '';
  const box = window.createInputBox();
  const parts: Disposable[] = [box];
  Object.assign(box, place, { ignoreFocusOut: true, value: suggested, prompt: step.prompt(answers) });
  if (step.placeHolder !== undefined) box.placeholder = step.placeHolder;
  if (place.step > 1) box.buttons = [QuickInputButtons.Back];
  let checked = 0;
  const check = async (value: string): Promise<void> => {
    checked += 1;
    const mine = checked;
    const message = value.trim() === '' ? undefined : await step.check?.(value, answers);
    // Whoever types on is told about what stands there by now.
    if (mine === checked) box.validationMessage = message;
  };
  try {
    return await new Promise<string | Left>((done) => {
      parts.push(
        box.onDidChangeValue((value) => {
          keep(value);
          void check(value);
        }),
        box.onDidTriggerButton(() => done(BACK)),
        box.onDidHide(() => done(LEFT)),
        box.onDidAccept(async () => {
          const { value } = box;
          if (value.trim() === '' || !box.enabled) return;
          box.busy = true;
          box.enabled = false;
          // Without an answer, as from a server that is just being restarted, what was typed can be sent again.
          const accepted = step.accept ? await step.accept(value, answers).catch(() => undefined) : value;
          box.busy = false;
          box.enabled = true;
          if (accepted !== undefined) done(accepted);
          else void check(value);
        }),
      );
      box.show();
      void check(suggested);
    });
  } finally {
    Disposable.from(...parts).dispose();
  }
}

async function askChoice(step: ChoiceStep, place: Place, before: string | undefined): Promise<string | Left> {
  for (;;) {
    const picked = await choose(step, place, before);
    if (typeof picked !== 'string' || !step.accept || (await step.accept(picked))) return picked;
  }
}

async function choose(step: ChoiceStep, place: Place, before: string | undefined): Promise<string | Left> {
  const box = window.createQuickPick<Choice>();
  Object.assign(box, place, {
    ignoreFocusOut: true,
    matchOnDetail: true,
    matchOnDescription: true,
    placeholder: step.placeHolder,
    items: step.choices,
    activeItems: step.choices.filter(({ id }) => id === before),
  });
  if (place.step > 1) box.buttons = [QuickInputButtons.Back];
  const parts: Disposable[] = [box];
  try {
    return await new Promise<string | Left>((done) => {
      parts.push(
        box.onDidTriggerButton(() => done(BACK)),
        box.onDidHide(() => done(LEFT)),
        box.onDidAccept(() => {
          const [item] = box.selectedItems;
          if (item) done(item.id);
        }),
      );
      box.show();
    });
  } finally {
    Disposable.from(...parts).dispose();
  }
}
