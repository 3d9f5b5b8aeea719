import { posix } from 'node:path';

/** Source files by their path from the root of the project, `/` between folders. */
export type Tree = ReadonlyMap<string, string>;

interface Layer {
  /** Folders and files of `server/src` that make the layer; neighbors of one row may not import each other. */
  readonly names: readonly string[];
  /** The layers it sees; all above it when absent. */
  readonly sees?: readonly string[];
  /** Types may come from any layer above; what is left of an import when the program runs may not. */
  readonly types?: boolean;
  /** Runs anywhere and remembers nothing: no editor, file, process or clock, and no state beside what it is given. */
  readonly pure?: boolean;
}

/** From the top down: a layer imports from itself and from those above it (docs/architecture.md#layers). */
const LAYERS: readonly Layer[] = [
  { names: ['protocol'] },
  { names: ['text'], sees: [], pure: true },
  { names: ['markdown'], pure: true },
  { names: ['newsletter'], pure: true },
  { names: ['rules'], pure: true },
  { names: ['workspace'], pure: true },
  { names: ['features'], pure: true },
  { names: ['engine'], pure: true },
  { names: ['engine.ts'], pure: true },
  { names: ['lsp', 'cli'], sees: ['protocol', 'text', 'engine.ts'], types: true },
  { names: ['node', 'browser'] },
  { names: ['main.ts'] },
];

const SERVER = 'server/src/';
const CLIENT = 'client/src/';
const PROTOCOL = `${SERVER}protocol/`;

/** What a {@link Layer.pure} layer must not have. */
const IMPURE_MODULE = /^(?:vscode$|node:|vscode-languageserver\/|vscode-languageclient)/;
const IMPURE_CALL = /\bDate\.now\(|\bnew Date\(\)|\bfetch\(/g;
/** What a module declares for itself: its name, the type that it is declared with, and what it is at first. */
const DECLARATION = /^(?:export )?(let|var|const) (\w+)(?:: ([^=\n]+))? = ([^\n]*)/gm;
/** A collection that starts empty is there to be filled, unless its type forbids it. */
const EMPTY = /^(?:new (?:Weak)?(?:Map|Set)\b.*\(\)|\[\]|\{\});$/;
const FIXED_TYPE = /^Readonly|\breadonly\b|\['\w+'\]$/;

interface Import {
  readonly from: string;
  /** Line of the import, from 1. */
  readonly line: number;
  /** As written. */
  readonly specifier: string;
  /** File of the tree that it leads to; undefined for packages. */
  readonly to: string | undefined;
  /** Nothing of it is left when the program runs. */
  readonly typeOnly: boolean;
}

const STATEMENT = /^(?:import|export)\s+(type\s+)?(?:([\w$*\s{},]+?)\s+from\s+)?['"]([^'"]+)['"]/gm;
const CALL = /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;

/** The imports of one file, re-exports and `import()` included. */
function importsOf(tree: Tree, from: string): Import[] {
  const text = tree.get(from) ?? '';
  const found = (index: number, specifier: string, typeOnly: boolean): Import => ({
    from,
    line: text.slice(0, index).split('\n').length,
    specifier,
    to: resolve(tree, from, specifier),
    typeOnly,
  });
  return [
    ...[...text.matchAll(STATEMENT)].map((match) => {
      const names = /^\{(.*)\}$/s.exec(match[2]?.trim() ?? '')?.[1]?.split(',') ?? [];
      const written = names.map((name) => name.trim()).filter((name) => name !== '');
      const allTypes = written.length > 0 && written.every((name) => name.startsWith('type '));
      return found(match.index, match[3]!, match[1] !== undefined || allTypes);
    }),
    ...[...text.matchAll(CALL)].map((match) => found(match.index, match[1]!, false)),
  ];
}

function resolve(tree: Tree, from: string, specifier: string): string | undefined {
  if (!specifier.startsWith('.')) return undefined;
  const path = posix.join(posix.dirname(from), specifier);
  return [path, `${path}.ts`, `${path}/index.ts`].find((candidate) => tree.has(candidate)) ?? path;
}

/** Folder of `server/src`, or file directly in it, that a source belongs to; `client` for those of the client. */
function layerOf(path: string): string {
  return path.startsWith(SERVER) ? path.slice(SERVER.length).split('/')[0]! : path.split('/')[0]!;
}

const rankOf = (path: string) => LAYERS.findIndex(({ names }) => names.includes(layerOf(path)));

/** Why an import is not allowed; undefined when it is. */
function objection({ from, to, specifier, typeOnly }: Import): string | undefined {
  const server = from.startsWith(SERVER);
  const layer = server ? LAYERS[rankOf(from)] : undefined;
  if (to === undefined) {
    return layer?.pure && IMPURE_MODULE.test(specifier)
      ? `${layerOf(from)} must not import “${specifier}”`
      : undefined;
  }
  if (from.startsWith(CLIENT)) {
    return to.startsWith(CLIENT) || to.startsWith(PROTOCOL)
      ? undefined
      : `the client imports ${to}; of the server it may only see ${PROTOCOL}`;
  }
  if (!layer) return undefined;
  if (to === 'package.json') return undefined;
  if (!to.startsWith(SERVER)) return `the server imports ${to}`;
  if (layerOf(from) === layerOf(to) || rankOf(to) === -1) return undefined;
  const above = rankOf(to) < rankOf(from);
  const seen = (layer.types && typeOnly && above) || (layer.sees?.includes(layerOf(to)) ?? above);
  return seen ? undefined : `${layerOf(from)} must not import from ${layerOf(to)} (${to})`;
}

/** An import or a call that crosses the layers. */
export interface Crossing {
  readonly from: string;
  /** The file, package or call that is not allowed. */
  readonly to: string;
  /** `file:line: why` */
  readonly message: string;
}

/** Everything in the tree that breaks the order of the layers; type-only imports count too, but for the faces. */
export function crossings(tree: Tree): Crossing[] {
  const found: Crossing[] = [];
  for (const [path, text] of tree) {
    const server = path.startsWith(SERVER);
    if (server && rankOf(path) === -1)
      found.push({ from: path, to: '', message: `${path}:1: belongs to no layer` });
    for (const one of importsOf(tree, path)) {
      const why = objection(one);
      if (why)
        found.push({ from: path, to: one.to ?? one.specifier, message: `${path}:${one.line}: ${why}` });
    }
    if (!server || !LAYERS[rankOf(path)]?.pure) continue;
    const complain = (index: number, to: string, why: string) => {
      const line = text.slice(0, index).split('\n').length;
      found.push({ from: path, to, message: `${path}:${line}: ${layerOf(path)} ${why}` });
    };
    for (const { index, 0: call } of text.matchAll(IMPURE_CALL))
      complain(index, call, `must not call “${call}”; it is given what it needs`);
    for (const { index, name } of stateOf(text)) complain(index, name, `must not keep “${name}”`);
  }
  return found;
}

/** The variables of a module that can become others, or be filled, while the program runs. */
function stateOf(text: string): { index: number; name: string }[] {
  return [...text.matchAll(DECLARATION)]
    .filter(([, kind, , type = '', value = '']) =>
      kind === 'const' ? EMPTY.test(value) && !FIXED_TYPE.test(type) : true,
    )
    .map((match) => ({ index: match.index, name: match[2]! }));
}

/** Folders of features that need each other when the program starts, each as `a, b`; a third one may need both. */
export function entangledFeatures(tree: Tree): string[] {
  const featureOf = (path: string) => /^server\/src\/features\/([^/]+)\//.exec(path)?.[1];
  const needs = new Map<string, Set<string>>();
  for (const path of tree.keys()) {
    const own = featureOf(path);
    if (own === undefined) continue;
    for (const { to, typeOnly } of importsOf(tree, path)) {
      const other = to === undefined || typeOnly ? undefined : featureOf(to);
      if (other !== undefined && other !== own) needs.set(own, (needs.get(own) ?? new Set()).add(other));
    }
  }
  const reaches = (from: string, to: string, seen = new Set<string>()): boolean =>
    [...(needs.get(from) ?? [])].some(
      (next) => next === to || (!seen.has(next) && reaches(next, to, seen.add(next))),
    );
  const names = [...needs.keys()].sort();
  return names.flatMap((a) =>
    names.filter((b) => a < b && reaches(a, b) && reaches(b, a)).map((b) => `${a}, ${b}`),
  );
}

/** Where a face speaks of a single rule, each as `file: id`. @param rules the ids of all */
export function rulesInFaces(tree: Tree, rules: readonly string[]): string[] {
  const quoted = /(['"`])([\w-]+)\1/g;
  return [...tree].flatMap(([path, text]) =>
    /^(?:client\/src|server\/src\/(?:lsp|cli|node|browser))\//.test(path)
      ? text
          .split('\n')
          // A command may be called like the rule that asks for it.
          .filter((line) => !/^\s*name: /.test(line))
          .flatMap((line) => [...line.matchAll(quoted)])
          .filter(([, , word]) => rules.includes(word!))
          .map(([, , word]) => `${path}: ${word}`)
      : [],
  );
}

/** Rings of files that import each other, types included, each as `a -> b -> a`. */
export function cycles(tree: Tree): string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const visit = (path: string, trail: readonly string[]): void => {
    const begin = trail.indexOf(path);
    if (begin >= 0) {
      found.push([...trail.slice(begin), path].join(' -> '));
      return;
    }
    if (done.has(path)) return;
    for (const { to } of importsOf(tree, path)) {
      if (to !== undefined && tree.has(to)) visit(to, [...trail, path]);
    }
    done.add(path);
  };
  for (const path of tree.keys()) visit(path, []);
  return found;
}
