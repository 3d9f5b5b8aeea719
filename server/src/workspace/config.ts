import { findNodeAtLocation, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { RULES } from '../rules/index';
import type { CheckOptions, IgnoredFinding, Severity } from '../rules/rule';
import { depthExceeded, MAX_DEPTH } from '../text/jsonDepth';
import { isTooLarge } from '../text/size';
import type { Range } from '../text/sourceText';
import { nearest, wordsIn } from '../text/words';

/** Name of the file that a newsletter checkout may have at its root; editor, command line and CI read the same. */
export const CONFIG_NAME = '.twir.json';

/** What the file may say. Each part wins over the default, and is won over by a setting or flag of the same name. */
export type Config = Partial<Pick<CheckOptions, 'stage' | 'role'>> & {
  readonly rules: CheckOptions['rules'];
  readonly ignore: readonly IgnoredFinding[];
  /** Words that are right, whatever dictionaries say. */
  readonly words: readonly string[];
  /** Calendar files and folders of them, as paths from the configuration's folder. */
  readonly calendars: readonly string[];
  /** Folders of checkouts that an issue is filled from, as written: relative to the file, or absolute. */
  readonly checkouts: readonly string[];
};

export interface ConfigProblem extends Range {
  readonly message: string;
}

export const EMPTY_CONFIG: Config = { rules: {}, ignore: [], words: [], calendars: [], checkouts: [] };

const LEVELS: readonly string[] = ['off', 'error', 'warning', 'info', 'hint'] satisfies (Severity | 'off')[];
const KEYS = ['$schema', 'stage', 'role', 'rules', 'ignore', 'words', 'calendars', 'checkouts'];

/** Nobody reads more, and each takes a search for what was meant. */
const MOST_TOLD = 100;

/** Reads a configuration; comments and trailing commas are fine. What is wrong is told and left out, the rest counts. */
export function parseConfig(text: string): { config: Config; problems: readonly ConfigProblem[] } {
  if (isTooLarge(text)) {
    const message = 'Larger than 1 MB: the file is left out';
    return { config: EMPTY_CONFIG, problems: [{ start: 0, end: 0, message }] };
  }
  const deep = depthExceeded(text);
  if (deep !== undefined) {
    const message = `Nested more than ${MAX_DEPTH} deep: the file is left out`;
    return { config: EMPTY_CONFIG, problems: [{ ...within(text, deep, 1), message }] };
  }
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { allowTrailingComma: true });
  const problems: ConfigProblem[] = [];
  const complain = (place: { offset: number; length: number }, message: () => string) => {
    if (problems.length > MOST_TOLD) return;
    const told = problems.length < MOST_TOLD ? message() : 'There are more problems from here on';
    problems.push({ ...within(text, place.offset, place.length), message: told });
  };
  for (const error of errors)
    complain(error, () => `Not valid JSON: ${wordsIn(printParseErrorCode(error.error))}`);
  if (!tree) return { config: EMPTY_CONFIG, problems };
  if (tree.type !== 'object') {
    complain(tree, () => 'This is not an object');
    return { config: EMPTY_CONFIG, problems };
  }

  for (const [key, , keyNode] of properties(tree)) {
    if (!KEYS.includes(key))
      complain(
        keyNode,
        () => `Unknown key “${key}”; known are ${KEYS.slice(1).join(', ')}${meant(key, KEYS)}`,
      );
  }
  const choice = <T extends string>(key: string, values: readonly T[]): T | undefined => {
    const node = findNodeAtLocation(tree, [key]);
    if (!node) return undefined;
    const value = values.find((value) => value === node.value);
    if (value === undefined)
      complain(
        node,
        () => `This can be ${values.map((v) => `“${v}”`).join(' or ')}${meant(String(node.value), values)}`,
      );
    return value;
  };
  const stage = choice('stage', ['draft', 'release'] as const);
  const role = choice('role', ['editor', 'contributor'] as const);
  /** What a list has; nothing of what is none. */
  const list = (key: string, expected: string): readonly Node[] => {
    const node = findNodeAtLocation(tree, [key]);
    if (node?.type === 'array') return node.children ?? [];
    if (node) complain(node, () => `This is not a list of ${expected}`);
    return [];
  };
  const rules: Record<string, Severity | 'off'> = {};
  const severities = findNodeAtLocation(tree, ['rules']);
  if (severities && severities.type !== 'object')
    complain(severities, () => 'This is not an object with a severity for each rule');
  for (const [id, value, keyNode] of properties(severities)) {
    if (!RULES.some((rule) => rule.id === id)) complain(keyNode, () => unknownRule(id));
    else if (!LEVELS.includes(value.value))
      complain(value, () => `This can be one of ${LEVELS.join(', ')}${meant(String(value.value), LEVELS)}`);
    else rules[id] = value.value;
  }
  const ignore: IgnoredFinding[] = [];
  for (const entry of list('ignore', 'findings')) {
    const rule = findNodeAtLocation(entry, ['rule']);
    const line = findNodeAtLocation(entry, ['line']);
    if (typeof rule?.value !== 'string' || typeof line?.value !== 'string') {
      complain(entry, () => 'This is not an object with “rule” and “line”, the text of the line');
    } else if (!RULES.some((known) => known.id === rule.value)) {
      complain(rule, () => unknownRule(rule.value));
    } else {
      ignore.push({ rule: rule.value, line: line.value.trim() });
    }
  }
  const words: string[] = [];
  for (const word of list('words', 'words')) {
    if (typeof word.value === 'string' && word.value.trim() !== '') words.push(word.value.trim());
    else complain(word, () => 'This is not a word');
  }
  const calendars: string[] = [];
  for (const entry of list('calendars', 'files and folders')) {
    if (typeof entry.value === 'string' && isRelative(entry.value)) calendars.push(entry.value);
    else
      complain(
        entry,
        () => 'This is not the path of a calendar or of a folder, from the folder of this file on',
      );
  }
  const checkouts: string[] = [];
  for (const folder of list('checkouts', 'folders')) {
    if (typeof folder.value === 'string' && folder.value.trim() !== '') checkouts.push(folder.value.trim());
    else complain(folder, () => 'This is not the path of a folder');
  }
  return {
    config: {
      ...(stage ? { stage } : {}),
      ...(role ? { role } : {}),
      ...{ rules, ignore, words, calendars, checkouts },
    },
    problems,
  };
}

/** The parser tells the end of what is never closed one too far. */
function within(text: string, offset: number, length: number): Range {
  return { start: Math.min(offset, text.length), end: Math.min(offset + length, text.length) };
}

/** What is said about an id that is no rule's, with the nearest one there is. */
export function unknownRule(id: string): string {
  return `Unknown rule “${id}”${meant(
    id,
    RULES.map((rule) => rule.id),
  )}`;
}

function meant(word: string, known: readonly string[]): string {
  const near = nearest(word, known);
  return near === undefined ? '' : `; did you mean “${near}”?`;
}

/** No address, no place of one machine only. */
function isRelative(path: string): boolean {
  return path.trim() !== '' && !/^(?:[\\/~]|[a-z]+:)|[\\\0]/i.test(path);
}

/** Of an object, each key with the nodes of its value and of itself; nothing of what is none. */
function properties(node: Node | undefined): [string, Node, Node][] {
  const children = node?.type === 'object' ? (node.children ?? []) : [];
  return children.flatMap((property): [string, Node, Node][] => {
    const [key, value] = property.children ?? [];
    return key && value ? [[String(key.value), value, key]] : [];
  });
}
