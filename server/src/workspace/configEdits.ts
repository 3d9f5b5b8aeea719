import { applyEdits as applyJsonEdits, findNodeAtLocation, modify, type Node, parseTree } from 'jsonc-parser';
import type { IgnoredFinding, Level } from '../rules/rule';
import type { Edit } from '../text/edits';
import { SourceText } from '../text/sourceText';

/** Adds a finding to those that the newsletter's people live with. @returns undefined where the file makes no sense */
export function ignoreEdits(config: string | undefined, finding: IgnoredFinding): Edit[] | undefined {
  const { rule, line } = finding;
  return change(config, ['ignore'], 'array', (tree) => {
    const entries = (tree && findNodeAtLocation(tree, ['ignore'])?.children?.length) ?? 0;
    return { path: ['ignore', entries], value: { rule, line } };
  });
}

/**
 * Gives a rule a level for everybody.
 *
 * @param level undefined: what holds without the configuration
 * @returns undefined where the file makes no sense
 */
export function levelEdits(
  config: string | undefined,
  rule: string,
  level: Level | undefined,
): Edit[] | undefined {
  if (config === undefined && level === undefined) return [];
  return change(config, ['rules'], 'object', () => ({ path: ['rules', rule], value: level }));
}

/** Adds a word to those that are right. @returns undefined where the file makes no sense */
export function wordEdits(config: string | undefined, word: string): Edit[] | undefined {
  return change(config, ['words'], 'array', (tree) => {
    const entries = (tree && findNodeAtLocation(tree, ['words'])?.children?.length) ?? 0;
    return { path: ['words', entries], value: word };
  });
}

interface Change {
  readonly path: (string | number)[];
  readonly value: unknown;
}

/** Edits as small as they can be: comments and layout of the file stay. */
function change(
  config: string | undefined,
  holder: string[],
  type: Node['type'],
  what: (tree: Node | undefined) => Change,
): Edit[] | undefined {
  const format = { insertSpaces: true, tabSize: 2 };
  if (config === undefined || config.trim() === '') {
    const { path, value } = what(undefined);
    const text = applyJsonEdits(
      '{}',
      modify('{}', path, value, { formattingOptions: { ...format, eol: '\n' } }),
    );
    return [{ start: 0, end: config?.length ?? 0, text: `${text}\n` }];
  }
  const errors: never[] = [];
  const tree = parseTree(config, errors, { allowTrailingComma: true });
  const held = tree && findNodeAtLocation(tree, holder);
  if (errors.length > 0 || tree?.type !== 'object' || (held && held.type !== type)) return undefined;
  const { path, value } = what(tree);
  const eol = new SourceText(config).eol;
  return modify(config, path, value, { formattingOptions: { ...format, eol } }).map(
    ({ offset, length, content }) => ({ start: offset, end: offset + length, text: content }),
  );
}
