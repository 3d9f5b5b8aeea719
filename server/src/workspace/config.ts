import { findNodeAtLocation, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { RULES } from '../rules/index';
import { type CheckOptions, type IgnoredFinding, LEVELS, type Level } from '../rules/rule';
import { depthExceeded, MAX_DEPTH } from '../text/jsonDepth';
import { isTooLarge } from '../text/size';
import type { Range } from '../text/sourceText';
import { didYouMean, wordsIn } from '../text/words';

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

const KEYS = ['$schema', 'stage', 'role', 'rules', 'ignore', 'words', 'calendars', 'checkouts'];

/** Nobody reads more, and each takes a search for what was meant. */
const MOST_TOLD = 100;

interface Place {
  readonly offset: number;
  readonly length: number;
}

/** Notes what is wrong at a place. The message is only made when it is told. */
type Complain = (place: Place, message: () => string) => void;

/** Reads a configuration; comments and trailing commas are fine. What is wrong is told and left out, the rest counts. */
export function parseConfig(text: string): { config: Config; problems: readonly ConfigProblem[] } {
  const tooMuch = tooMuchToRead(text);
  if (tooMuch) return { config: EMPTY_CONFIG, problems: [tooMuch] };
  const problems: ConfigProblem[] = [];
  const complain: Complain = ({ offset, length }, message) => {
    if (problems.length > MOST_TOLD) return;
    const told = problems.length < MOST_TOLD ? message() : 'There are more problems from here on';
    problems.push({ ...within(text, offset, length), message: told });
  };
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { allowTrailingComma: true });
  for (const error of errors)
    complain(error, () => `Not valid JSON: ${wordsIn(printParseErrorCode(error.error))}`);
  if (tree && tree.type !== 'object') complain(tree, () => 'This is not an object');
  return { config: tree?.type === 'object' ? readConfig(tree, complain) : EMPTY_CONFIG, problems };
}

function tooMuchToRead(text: string): ConfigProblem | undefined {
  if (isTooLarge(text)) return { start: 0, end: 0, message: 'Larger than 1 MB: the file is left out' };
  const deep = depthExceeded(text);
  if (deep === undefined) return undefined;
  return { ...within(text, deep, 1), message: `Nested more than ${MAX_DEPTH} deep: the file is left out` };
}

function readConfig(tree: Node, complain: Complain): Config {
  for (const [key, , keyNode] of properties(tree)) {
    if (!KEYS.includes(key))
      complain(
        keyNode,
        () => `Unknown key “${key}”; known are ${KEYS.slice(1).join(', ')}${didYouMean(key, KEYS)}`,
      );
  }
  const stage = readChoice(tree, 'stage', ['draft', 'release'] as const, complain);
  const role = readChoice(tree, 'role', ['editor', 'contributor'] as const, complain);
  const texts = (key: string, of: string, isRight: (text: string) => boolean, wrong: string) =>
    listOf(tree, key, of, complain).flatMap((node): string[] => {
      if (typeof node.value === 'string' && isRight(node.value)) return [node.value];
      complain(node, () => `This is not ${wrong}`);
      return [];
    });
  return {
    ...(stage ? { stage } : {}),
    ...(role ? { role } : {}),
    rules: readRules(tree, complain),
    ignore: readIgnored(tree, complain),
    words: texts('words', 'words', isFilled, 'a word').map((word) => word.trim()),
    calendars: texts(
      'calendars',
      'files and folders',
      isRelative,
      'the path of a calendar or of a folder, from the folder of this file on',
    ),
    checkouts: texts('checkouts', 'folders', isFilled, 'the path of a folder').map((path) => path.trim()),
  };
}

/** The value of a key that can have one of a few; undefined where it has none of them. */
function readChoice<T extends string>(
  tree: Node,
  key: string,
  values: readonly T[],
  complain: Complain,
): T | undefined {
  const node = findNodeAtLocation(tree, [key]);
  if (!node) return undefined;
  const value = values.find((value) => value === node.value);
  if (value === undefined)
    complain(node, () => {
      const choices = values.map((value) => `“${value}”`).join(' or ');
      return `This can be ${choices}${didYouMean(String(node.value), values)}`;
    });
  return value;
}

function readRules(tree: Node, complain: Complain): Config['rules'] {
  const rules: Record<string, Level> = {};
  const node = findNodeAtLocation(tree, ['rules']);
  if (node && node.type !== 'object')
    complain(node, () => 'This is not an object with a severity for each rule');
  for (const [id, value, keyNode] of properties(node)) {
    const level = LEVELS.find((known) => known === value.value);
    if (!isRule(id)) complain(keyNode, () => unknownRule(id));
    else if (level === undefined)
      complain(
        value,
        () => `This can be one of ${LEVELS.join(', ')}${didYouMean(String(value.value), LEVELS)}`,
      );
    else rules[id] = level;
  }
  return rules;
}

function readIgnored(tree: Node, complain: Complain): IgnoredFinding[] {
  return listOf(tree, 'ignore', 'findings', complain).flatMap((entry): IgnoredFinding[] => {
    const rule = findNodeAtLocation(entry, ['rule']);
    const line = findNodeAtLocation(entry, ['line']);
    if (typeof rule?.value !== 'string' || typeof line?.value !== 'string')
      complain(entry, () => 'This is not an object with “rule” and “line”, the text of the line');
    else if (!isRule(rule.value)) complain(rule, () => unknownRule(rule.value));
    else return [{ rule: rule.value, line: line.value.trim() }];
    return [];
  });
}

/** What a list has; nothing of what is none. */
function listOf(tree: Node, key: string, expected: string, complain: Complain): readonly Node[] {
  const node = findNodeAtLocation(tree, [key]);
  if (node?.type === 'array') return node.children ?? [];
  if (node) complain(node, () => `This is not a list of ${expected}`);
  return [];
}

/** The parser tells the end of what is never closed one too far. */
function within(text: string, offset: number, length: number): Range {
  return { start: Math.min(offset, text.length), end: Math.min(offset + length, text.length) };
}

const isRule = (id: string) => RULES.some((rule) => rule.id === id);

/** What is said about an id that is no rule's, with the nearest one there is. */
export function unknownRule(id: string): string {
  if (id.startsWith('ci/')) return `“${id}” is what CI says, and no rule`;
  const known = RULES.map((rule) => rule.id);
  return `Unknown rule “${id}”${didYouMean(id, known)}`;
}

const isFilled = (text: string) => text.trim() !== '';

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
