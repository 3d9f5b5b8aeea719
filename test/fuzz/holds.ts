import { PassThrough } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import { createConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { complete } from '../../server/src/features/complete/complete';
import { ACTION_KINDS } from '../../server/src/features/fix/action';
import { codeActions } from '../../server/src/features/fix/codeAction';
import { fixAlikeInSteps } from '../../server/src/features/fix/fixAlike';
import { fixAllInSteps, fixAllText } from '../../server/src/features/fix/fixAll';
import { formatEdits, formatText } from '../../server/src/features/format/format';
import { importEvents } from '../../server/src/features/import/importEvents';
import { ImportError } from '../../server/src/features/import/imported';
import { organizeEvents, organizeInSteps, organizeText } from '../../server/src/features/organize/organize';
import { folds } from '../../server/src/features/outline/folding';
import { outline } from '../../server/src/features/outline/symbols';
import { renderPage } from '../../server/src/features/page/page';
import { PageCache } from '../../server/src/features/page/pageCache';
import { startServer } from '../../server/src/lsp/server';
import { type Issue, PieceCache, readIssue } from '../../server/src/newsletter/issue/issue';
import { checkIssue, DEFAULT_OPTIONS, isFixable } from '../../server/src/rules/check';
import type { Finding } from '../../server/src/rules/rule';
import { applyEdits, type Edit, withEol } from '../../server/src/text/edits';
import { soundEdits } from '../../server/src/text/soundEdits';
import { parseConfig } from '../../server/src/workspace/config';

const URI = 'file:///twir/draft/2026-02-25-this-week-in-rust.md';
const TODAY = '2026-02-20';
const OPTIONS = { ...DEFAULT_OPTIONS, today: TODAY };

const read = (text: string, cache = new PieceCache()) => readIssue({ uri: URI, text }, cache);
const check = (issue: Issue) =>
  checkIssue(issue, OPTIONS, undefined, (rule, error) => {
    throw new Error(`rule ${rule}: ${(error as Error).stack}`);
  });
/** Findings as values, with the places in lines so that line endings do not count. */
const told = (issue: Issue) =>
  check(issue).map(({ rule, severity, message, at, fixes }) => {
    const [start, end] = [issue.source.positionAt(at.start), issue.source.positionAt(at.end)];
    return `${start.line}:${start.character}-${end.line}:${end.character} ${severity} ${rule} ${message} ${fixes.map(({ title }) => title).join('; ')}`;
  });
const page = (issue: Issue, cache = new PageCache()) => {
  const { pieces, ...rest } = renderPage(issue, cache);
  return JSON.stringify([pieces.map(({ html, line }) => [html, line]), rest]);
};

function mustBeSound(text: string, what: string, edits: readonly Edit[]): void {
  const made = soundEdits(text, edits);
  if (typeof made === 'string') throw new Error(`${what}: ${made}: ${JSON.stringify(edits)}`);
}

function mustBeEqual(what: string, a: unknown, b: unknown): void {
  const [one, other] = [JSON.stringify(a), JSON.stringify(b)];
  if (one === other) return;
  // Of lists only what differs: it tells one mistake from another.
  const only = (list: unknown, from: unknown) =>
    Array.isArray(list) && Array.isArray(from) ? list.filter((item) => !from.includes(item)) : list;
  throw new Error(`${what}:\n${JSON.stringify(only(a, b))}\n${JSON.stringify(only(b, a))}`);
}

/** What a text costs least: it is read and checked, and the findings are in it. */
export function holdsQuickly(text: string, cache?: PieceCache): void {
  mustBeWithin(text, check(read(text, cache)));
}

function mustBeWithin(text: string, findings: readonly Finding[]): void {
  for (const { rule, at, message, related } of findings) {
    mustBeTold(text, rule, message);
    for (const { start, end } of [at, ...related.filter(({ uri }) => uri === undefined || uri === URI)])
      if (!(start >= 0 && start <= end && end <= text.length))
        throw new Error(`${rule} outside the text: ${start}-${end}`);
  }
}

/** What people read is in one line, and has no half characters that the text has not. */
function mustBeTold(text: string, who: string, told: string): void {
  if (/[\r\n]/.test(told)) throw new Error(`${who} tells in several lines: ${JSON.stringify(told)}`);
  const half = /\p{Surrogate}/u;
  if (half.test(told) && !half.test(text))
    throw new Error(`${who} tells of half a character: ${JSON.stringify(told)}`);
}

/** Each finding and each of its fixes can be shown, and what formats and organizes be made. */
export function holdsForEdits(text: string, cache?: PieceCache): void {
  const issue = read(text, cache);
  const { eol } = issue.source;
  const findings = check(issue);
  mustBeWithin(text, findings);
  for (const { rule, fixes } of findings)
    for (const { title, edits } of fixes) {
      mustBeTold(text, rule, title);
      mustBeSound(
        text,
        `${rule}, ${title}`,
        edits().map((edit) => withEol(edit, eol)),
      );
    }
  mustBeSound(text, 'organize', organizeEvents(issue, OPTIONS));
  page(issue);
}

/** Whatever comes over the wire, the server goes on or says what is wrong; nothing is thrown past it. */
export async function holdsForFraming(bytes: Buffer | string): Promise<void> {
  const [toServer, toClient] = [new PassThrough(), new PassThrough()];
  const reader = new StreamMessageReader(toServer);
  // Half a message would be waited for again and again, after the end of the connection too.
  reader.partialMessageTimeout = 0;
  const connection = createConnection(reader, new StreamMessageWriter(toClient));
  toClient.resume();
  startServer(connection);
  toServer.write(bytes);
  for (let n = 0; n < 3; n += 1) await turn();
  connection.dispose();
}

/** Everything has an answer, and edits that can be made. @param at a place, in thousandths of the text */
export function holdsForText(text: string, at = 500): void {
  const issue = read(text);
  const { eol } = issue.source;
  const offset = Math.floor((text.length * at) / 1000);
  outline(issue);
  folds(issue);
  page(issue);
  for (const { edit, label } of complete({ issue, offset, archive: undefined, today: TODAY }))
    mustBeSound(text, `completion ${label}`, [withEol(edit, eol)]);
  const findings = check(issue);
  for (const range of [
    { start: 0, end: text.length },
    { start: offset, end: offset },
  ]) {
    const actions = codeActions({
      issue,
      known: () => ({ findings, meeting: () => findings }),
      range,
      wants: (kind) => ACTION_KINDS.includes(kind),
      fixAll: (only) => fixAllInSteps({ issue, options: OPTIONS, ...(only ? { only } : {}) }),
      fixAlike: (rule, wanted) => fixAlikeInSteps({ issue, options: OPTIONS }, rule, wanted),
      canOrganize: () => true,
      organize: () => organizeInSteps(issue, OPTIONS),
    });
    for (const { id, edits } of actions) mustBeSound(text, id, edits());
  }
  mustBeSound(text, 'format', formatEdits(issue, OPTIONS));
  mustBeSound(text, 'organize', organizeEvents(issue, OPTIONS));
}

/** What is typed, deleted or pasted at a place, which is given in thousandths of the text. */
export interface Change {
  readonly at: number;
  readonly remove: number;
  readonly insert: string;
}

function changed(text: string, { at, remove, insert }: Change): string {
  const start = Math.floor((text.length * at) / 1000);
  return text.slice(0, start) + insert + text.slice(start + remove);
}

/** Reading on after edits is reading anew, and the page patched the page whole. */
export function holdsForChanges(first: string, list: readonly Change[]): void {
  const cache = new PieceCache();
  const pieces = new PageCache();
  let text = first;
  told(read(text, cache));
  page(read(text, cache), pieces);
  for (const change of list) {
    text = changed(text, change);
    const issue = read(text, cache);
    mustBeEqual('findings', told(issue), told(read(text)));
    mustBeEqual('page', page(issue, pieces), page(read(text)));
  }
}

/** Line endings change nothing. */
export function holdsForLineEndings(text: string): void {
  // A lone CR before a line ending would become part of it.
  const lf = text.replace(/\r/g, '');
  mustBeEqual('findings', told(read(lf)), told(read(lf.replace(/\n/g, '\r\n'))));
}

/** Fix all leaves nothing to fix. */
export function holdsForFixAll(text: string): void {
  const fixed = fixAllText({ issue: read(text), options: OPTIONS });
  const left = check(read(fixed)).filter(isFixable);
  mustBeEqual(
    'left to fix',
    left.map(({ rule, message }) => [rule, message]),
    [],
  );
}

/** Formatting leaves nothing to format. */
export function holdsForFormat(text: string): void {
  const formatted = formatText(read(text), OPTIONS);
  mustBeEqual('formatted again', formatText(read(formatted), OPTIONS), formatted);
}

/** Organizing leaves nothing to organize. */
export function holdsForOrganize(text: string): void {
  const organized = organizeText(read(text), OPTIONS);
  mustBeEqual('organized again', organizeText(read(organized), OPTIONS), organized);
}

/** Whatever is added as events is added soundly or refused. */
export function holdsForImport(text: string, given: string): void {
  try {
    const { edits } = importEvents({ issue: read(text), text: given });
    mustBeSound(text, 'import', edits);
    applyEdits(text, edits);
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
  }
}

/** A configuration is read, whatever is wrong with it. */
export function holdsForConfiguration(text: string): void {
  const { config, problems } = parseConfig(text);
  for (const { start, end } of problems)
    if (!(start >= 0 && start <= end && end <= text.length))
      throw new Error(`a problem outside the text: ${start}-${end}`);
  if (Object.getPrototypeOf(config.rules) !== Object.prototype) throw new Error('rules of another kind');
}
