import type { CancellationToken, CodeAction, CodeActionParams, Disposable } from 'vscode-languageserver';
import type { Document } from '../engine';
import type { Action, ActionKind } from '../features/fix/action';
import type { Finding } from '../rules/rule';
import type { Range } from '../text/sourceText';
import { type Context, modified, stillWanted } from './context';
import { toDiagnostic, toWorkspaceEdit } from './convert';
import { ignoreActions } from './ignoreActions';
import { CodeActionTriggerKind } from './languageServer';
import { toOffsets } from './positions';
import { rescheduleActions } from './reschedule';
import { ruleActions } from './ruleActions';
import { transferActions } from './transferActions';

/** What finds an action again when the client asks for its edits. */
interface ActionData {
  readonly uri: string;
  readonly version: number;
  /** For which range it was asked. */
  readonly at: Range;
  readonly kind: ActionKind;
  readonly id: string;
}

/** A finding with more places is told without them where an action names it. */
const MOST_RELATED = 100;
/** Longer than any issue. Of a longer selection, actions by the ten thousand would be told, which nobody reads. */
const MOST_SELECTED = 50_000;
/** What goes by findings. */
const MENDING: readonly ActionKind[] = ['quickfix', 'source.fixAll.twir'];

/** `textDocument/codeAction`; the edits are made when the client asks for them, if it can. */
export function registerCodeActions(context: Context): Disposable[] {
  const { connection } = context;
  return [
    connection.onCodeAction((params, token) =>
      context.answer('textDocument/codeAction', params.textDocument.uri, token, [], () =>
        list(context, params, token),
      ),
    ),
    connection.onCodeActionResolve((action, token) =>
      context.answer(
        'codeAction/resolve',
        (action.data as ActionData | undefined)?.uri ?? 'no document',
        token,
        action,
        () => resolve(context, action, token),
      ),
    ),
  ];
}

async function list(
  context: Context,
  { textDocument: { uri }, range, context: asked }: CodeActionParams,
  token: CancellationToken,
): Promise<CodeAction[]> {
  const options = await context.options(uri);
  stillWanted(token);
  const document = context.newsletter(uri);
  if (!document) return [];
  const wants = (kind: ActionKind) => {
    if (asked.only) return asked.only.some((only) => covers(only, kind));
    // The light bulb only shows fixes; what concerns the whole document is left to those who ask.
    return kind === 'quickfix' || asked.triggerKind !== CodeActionTriggerKind.Automatic;
  };
  // Editors ask for the light bulb after each key, and again after each check: no reason to wait for one. What is
  // chosen is checked when the client asks for its edits.
  const isForBulb = asked.triggerKind === CodeActionTriggerKind.Automatic && !asked.only;
  const basis =
    isForBulb && context.abilities.lazyActions && context.engine.hasTold(document, options)
      ? 'told'
      : 'checked';
  if (basis === 'checked' && MENDING.some(wants)) await context.checked(document, options, token);
  const { start, end } = toOffsets(context.engine.issue(document).source, range, context.abilities);
  const at = { start, end: Math.min(end, start + MOST_SELECTED) };
  const actions = context.engine.actions(document, options, at, wants, basis);
  const converted: CodeAction[] = [];
  for (const action of actions) {
    const shown = convert(context, document, action);
    const data: ActionData = { uri, version: document.version, at, kind: action.kind, id: action.id };
    if (context.abilities.lazyActions) converted.push({ ...shown, data });
    else converted.push(await withEdit(context, document, shown, action, token));
  }
  const days = wants('refactor.rewrite') ? rescheduleActions(context, document, at.start) : [];
  if (!wants('quickfix')) return [...converted, ...days];
  const findings = context.engine.findingsIn(document, options, at, basis);
  const ignoring = await ignoreActions(context, document, findings);
  const transfers = await transferActions(context, document, at);
  stillWanted(token);
  return [...transfers, ...converted, ...days, ...ruleActions(context, document, findings), ...ignoring];
}

async function resolve(context: Context, asked: CodeAction, token: CancellationToken): Promise<CodeAction> {
  // A client that knows no lazy edits has had them all.
  if (!asked.data) return asked;
  const { uri, version, at, kind, id } = asked.data as ActionData;
  const options = await context.options(uri);
  stillWanted(token);
  const document = context.newsletter(uri);
  if (document?.version !== version) throw modified();
  if (MENDING.includes(kind)) await context.checked(document, options, token);
  const action = context.engine
    .actions(document, options, at, (wanted) => wanted === kind)
    .find((action) => action.id === id);
  if (!action) throw modified();
  return withEdit(context, document, asked, action, token);
}

/** Whether an action of kind `asked` covers actions of this kind: `source` and `source.fixAll` cover `source.fixAll.twir`. */
export function covers(asked: string, kind: ActionKind): boolean {
  return asked === '' || asked === kind || kind.startsWith(`${asked}.`);
}

function convert(context: Context, document: Document, action: Action): CodeAction {
  const { source } = context.engine.issue(document);
  // Each line has an action of its own, and thousands of places would be told with each of them.
  const abilitiesFor = ({ related }: Finding) =>
    related.length > MOST_RELATED ? { ...context.abilities, relatedInformation: false } : context.abilities;
  return {
    title: action.title,
    kind: action.kind,
    ...(action.findings.length > 0 && action.kind === 'quickfix'
      ? {
          diagnostics: action.findings.map((finding) =>
            toDiagnostic(document.uri, source, finding, abilitiesFor(finding), context),
          ),
        }
      : {}),
    ...(action.preferred ? { isPreferred: true } : {}),
    ...(action.command
      ? {
          command: {
            title: action.title,
            ...action.command,
            arguments: [...(action.command.arguments ?? [])],
          },
        }
      : {}),
  };
}

async function withEdit(
  context: Context,
  document: Document,
  converted: CodeAction,
  action: Action,
  token: CancellationToken,
): Promise<CodeAction> {
  const edits = action.editsInSteps
    ? await context.inSlices(document, action.editsInSteps(), token)
    : action.edits();
  if (edits.length === 0) return converted;
  const { source } = context.engine.issue(document);
  const edited = { uri: document.uri, version: document.version, source };
  return { ...converted, edit: toWorkspaceEdit(edited, edits, action.snippet, context.abilities) };
}
