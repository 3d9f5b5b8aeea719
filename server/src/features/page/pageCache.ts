import type { Root } from 'mdast';
import {
  addDefinitions,
  collectDefinitions,
  type Definitions,
  HeadingIds,
  noDefinitions,
  type Target,
} from '../../markdown/index';
import type { Chunk, Parsed } from '../../newsletter/issue/chunks';
import type { Issue } from '../../newsletter/issue/issue';
import type { PieceText } from '../../newsletter/issue/pieceCache';
import { append } from '../../text/lists';
import { hash } from './hash';
import type { Piece } from './piece';
import { OpenTags } from './safeHtml';

/** What is kept of a part of a chunk. Its tree is not: it is large, and each keystroke makes one. */
interface PartFacts {
  readonly definitions: Definitions;
  /** The author's HTML, which may leave elements open. */
  readonly html: readonly string[];
}

/** What a piece asked of the rest of the issue when it was made, with the answers. */
export interface StoredPiece {
  readonly piece: Omit<Piece, 'line'>;
  readonly ids: readonly AskedId[];
  readonly targets: readonly (readonly [label: string, target: Target | undefined])[];
}

/** A long list with what stands above it, and which definitions its items looked up. */
export interface StoredList extends Pick<StoredPiece, 'piece' | 'targets'> {
  /** All but the items behind the first. */
  readonly head: StoredPiece;
}

/** Items of a long list, as HTML, and which definitions were looked up for them. */
interface StoredItems extends Pick<StoredPiece, 'targets'> {
  readonly html: string;
}

/** How many of each are kept at least; an issue has about 50 chunks, which are cut into 300 parts. */
const KEPT = 400;

/** What is kept of the pages that were made last, and all of the very last one. */
class Kept<T> {
  private young = new Map<string, T>();
  private old: ReadonlyMap<string, T> = new Map();

  get(key: string): T | undefined {
    return this.young.get(key) ?? this.old.get(key);
  }

  keep(key: string, value: T): void {
    this.young.set(key, value);
  }

  /** Before a page is made. */
  turn(): void {
    if (this.young.size < KEPT) return;
    this.old = this.young;
    this.young = new Map();
  }
}

/** Keeps what was made of chunks by their texts: while typing only one of some fifty changes. */
export class PageCache {
  /** Stand for texts in keys: who looks up a key reads all of it. */
  private readonly numbers = new WeakMap<PieceText, number>();
  private numbered = 0;
  private readonly facts = new Kept<PartFacts>();
  private readonly pieces = new Kept<StoredPiece>();
  private readonly lists = new Kept<StoredList>();
  private readonly items = new Kept<StoredItems>();

  /** Another page is to be made. */
  turn(): void {
    for (const kept of [this.facts, this.pieces, this.lists, this.items]) kept.turn();
  }

  /** Names what is made of the texts of these parts and no others. */
  keyOf(parts: readonly Parsed[]): string {
    let key = '';
    for (const { texts } of parts) for (const text of texts) key += ` ${this.numberOf(text)}`;
    return key;
  }

  private numberOf(text: PieceText): number {
    let number = this.numbers.get(text);
    if (number === undefined) {
      number = this.numbered++;
      this.numbers.set(text, number);
    }
    return number;
  }

  /** @param parse is called when the part is not known */
  part(key: string, parse: () => Root): PartFacts {
    const facts = this.facts.get(key) ?? readFacts(parse());
    this.facts.keep(key, facts);
    return facts;
  }

  piece(key: string): StoredPiece | undefined {
    return this.pieces.get(key);
  }

  keepPiece(key: string, piece: StoredPiece): void {
    this.pieces.keep(key, piece);
  }

  list(key: string): StoredList | undefined {
    return this.lists.get(key);
  }

  keepList(key: string, list: StoredList): void {
    this.lists.keep(key, list);
  }

  /** @param targets are asked for what the items asked for; who makes them asks them as well */
  itemsOf(key: string, targets: TargetLog, make: () => StoredItems): string {
    const known = this.items.get(key);
    const items = known && hasSameTargets(known, targets) ? known : make();
    this.items.keep(key, items);
    return items.html;
  }
}

function readFacts(tree: Root): PartFacts {
  const html: string[] = [];
  const visit = (node: Root | Root['children'][number]): void => {
    if (node.type === 'html') html.push(node.value);
    else if ('children' in node) for (const child of node.children) visit(child as typeof node);
  };
  visit(tree);
  return { definitions: collectDefinitions(tree), html };
}

/** Some chunks that are rendered together: an element that one leaves open goes on in the next. */
export interface Unit {
  readonly start: number;
  end: number;
  /** Whether there is HTML of the author besides comments. */
  hasHtml: boolean;
  readonly chunks: Chunk[];
}

/**
 * Cuts an issue into what can be rendered by itself, and collects where its definitions lead.
 *
 * @returns with a `key` for all that a unit may depend on besides its text and its targets
 */
export function readUnits(issue: Issue, cache: PageCache) {
  cache.turn();
  const { chunks, definitions: links, footnotes } = issue;
  const labels = new Set([...links, ...footnotes].map(({ label }) => label));
  const labelsKey = hash([...labels].sort().join('\0'));
  const units: Unit[] = [];
  const definitions = noDefinitions();
  let open: OpenTags | undefined;
  for (const chunk of chunks) {
    const { start, end, texts } = chunk;
    const parts = chunk.parts.map(asked);
    const html: string[] = [];
    for (const part of parts) {
      const facts = cache.part(`${labelsKey}${cache.keyOf([part])}`, part.tree);
      addDefinitions(definitions, facts.definitions);
      append(html, facts.html);
    }
    if (!open) units.push({ start, end, hasHtml: false, chunks: [] });
    const unit = units.at(-1)!;
    unit.end = end;
    unit.hasHtml ||= html.some((value) => value.replace(/<!--[\s\S]*?-->/g, '').trim() !== '');
    unit.chunks.push({ start, end, texts, tree: parts.length === 1 ? parts[0]!.tree : chunk.tree, parts });
    if (open || html.length > 0) {
      open ??= new OpenTags();
      for (const value of html) open.add(value);
      if (!open.isOpen) open = undefined;
    }
  }
  // Every piece may have an abbreviation in it; and one footnote more changes the numbers of others.
  const known = JSON.stringify([...definitions.abbreviations, ...definitions.footnotes.keys()]);
  return { units, definitions, key: hash(`${labelsKey}\0${known}`) };
}

/** The same with one tree for all who ask while a page is made. */
function asked({ start, end, texts, tree }: Parsed): Parsed {
  let known: Root | undefined;
  return {
    start,
    end,
    texts,
    tree: () => {
      known ??= tree();
      return known;
    },
  };
}

/** Whether definitions lead where they led when something was made. Asks for all of them up to one that does not. */
export function hasSameTargets(
  { targets }: Pick<StoredPiece, 'targets'>,
  now: ReadonlyMap<string, Target>,
): boolean {
  return targets.every(([label, seen]) => {
    const target = now.get(label);
    return target?.url === seen?.url && (target?.title ?? '') === (seen?.title ?? '');
  });
}

interface AskedId {
  readonly of: 'reserve' | 'take' | 'reference';
  readonly name: string;
  readonly id: string;
}

export function askAgain(ids: HeadingIds, { of, name }: AskedId): string {
  return ids[of](name);
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

  override reserve(id: string): string {
    return this.answer('reserve', id);
  }

  override take(slug: string): string {
    return this.answer('take', slug);
  }

  override reference(name: string): string {
    return this.answer('reference', name);
  }

  private answer(of: AskedId['of'], name: string): string {
    const asked = { of, name, id: '' };
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
