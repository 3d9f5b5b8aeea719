import type { Root } from 'mdast';
import type { Issue } from '../../issue/issue';
import { collectDefinitions, cutChunks, HeadingIds, parseMarkdown, type Target } from '../../markdown/index';
import type { Piece } from './pieces';
import { OpenTags } from './safeHtml';

interface ChunkTree {
  readonly tree: Root;
  readonly definitions: ReadonlyMap<string, Target>;
  /** The author's HTML, which may leave elements open. */
  readonly html: readonly string[];
}

/** What a piece asked of the rest of the issue when it was made, with the answers. */
export interface StoredPiece {
  readonly piece: Omit<Piece, 'line'>;
  readonly ids: readonly AskedId[];
  readonly targets: readonly (readonly [label: string, target: Target | undefined])[];
}

/** Keeps chunks' trees and pieces' HTML by their text: while typing only one of some fifty changes. */
export class PieceCache {
  private readonly trees = new Map<string, ChunkTree>();
  private readonly pieces = new Map<string, StoredPiece>();

  /** @param limit how many are kept; an issue has about 50 */
  constructor(private readonly limit = 500) {}

  tree(text: string, definitions: ReadonlySet<string>, definitionsKey: string): ChunkTree {
    const key = `${definitionsKey}\0${text}`;
    const tree = this.trees.get(key) ?? readChunk(text, definitions);
    this.keep(this.trees, key, tree);
    return tree;
  }

  piece(key: string): StoredPiece | undefined {
    return this.pieces.get(key);
  }

  keepPiece(key: string, piece: StoredPiece): void {
    this.keep(this.pieces, key, piece);
  }

  private keep<T>(map: Map<string, T>, key: string, value: T): void {
    map.delete(key);
    map.set(key, value);
    if (map.size > this.limit) map.delete(map.keys().next().value!);
  }
}

function readChunk(text: string, labels: ReadonlySet<string>): ChunkTree {
  const tree = parseMarkdown(text, { definitions: labels });
  const html: string[] = [];
  const visit = (node: Root | Root['children'][number]): void => {
    if (node.type === 'html') html.push(node.value);
    else if ('children' in node) for (const child of node.children) visit(child as typeof node);
  };
  visit(tree);
  return { tree, definitions: collectDefinitions(tree), html };
}

/** Some chunks that are rendered together: an element that one leaves open goes on in the next. */
export interface Unit {
  readonly start: number;
  end: number;
  readonly trees: { readonly offset: number; readonly tree: Root }[];
}

/** Cuts an issue into what can be rendered by itself, and collects where its definitions lead. */
export function readUnits(issue: Issue, cache: PieceCache) {
  const { source, frontMatter } = issue;
  const labels = new Set(issue.definitions.map(({ label }) => label));
  const labelsKey = [...labels].sort().join('\0');
  const units: Unit[] = [];
  const targets = new Map<string, Target>();
  let open: OpenTags | undefined;
  for (const range of cutChunks(source.text, frontMatter.bodyStart)) {
    const { tree, definitions, html } = cache.tree(source.slice(range), labels, labelsKey);
    for (const [label, target] of definitions) targets.set(label, target);
    if (!open) units.push({ ...range, trees: [] });
    const unit = units.at(-1)!;
    unit.end = range.end;
    unit.trees.push({ offset: range.start - unit.start, tree });
    if (open || html.length > 0) {
      open ??= new OpenTags();
      for (const value of html) open.add(value);
      if (!open.isOpen) open = undefined;
    }
  }
  return { units, targets, labelsKey };
}

interface AskedId {
  readonly slug: string;
  readonly reserved: boolean;
  readonly id: string;
}

export function askAgain(ids: HeadingIds, { slug, reserved }: AskedId): string {
  return reserved ? ids.reserve(slug) : ids.take(slug);
}

/** Writes down which ids were asked for. */
export class IdLog extends HeadingIds {
  readonly log: AskedId[] = [];

  /** @param answers what has been asked already, in the same order */
  constructor(
    private readonly ids: HeadingIds,
    private readonly answers: readonly string[] | undefined,
  ) {
    super();
  }

  override reserve(slug: string): string {
    return this.answer(slug, true);
  }

  override take(slug: string): string {
    return this.answer(slug, false);
  }

  private answer(slug: string, reserved: boolean): string {
    const asked = { slug, reserved, id: '' };
    const id = this.answers?.[this.log.length] ?? askAgain(this.ids, asked);
    this.log.push({ ...asked, id });
    return id;
  }
}

/** Writes down which definitions were looked up. */
export class TargetLog extends Map<string, Target> {
  readonly log: [label: string, target: Target | undefined][] = [];

  constructor(private readonly targets: ReadonlyMap<string, Target>) {
    super();
  }

  override get(label: string): Target | undefined {
    const target = this.targets.get(label);
    this.log.push([label, target]);
    return target;
  }
}
