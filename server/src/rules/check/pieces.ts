import { bulletsOf } from '../../newsletter/issue/listForm';
import type { Piece } from '../../newsletter/issue/piece';
import type { Steps } from '../../text/steps';
import type { PieceFrame, PieceRule, Report, Rule } from '../rule';
import type { ChangedPieces } from './changedPieces';

/** What a rule said about a piece. */
export interface PieceFinding {
  readonly rule: Rule;
  readonly report: Report;
}

/** What rules said about a piece. */
export interface Answers {
  readonly findings: readonly PieceFinding[];
  readonly failures: readonly { readonly rule: string; readonly error: unknown }[];
}

/** A rule as pieces are asked about it; all of one shape, for there are half a million askings an archive. */
interface Asked {
  readonly rule: Rule;
  /** The sections that it is asked in, by their number in {@link areas}; everywhere when undefined. */
  readonly area: number | undefined;
  readonly check: PieceRule['check'];
}

/** What rules say about pieces, of those that say something: apart those that go by earlier issues. */
export function askedOfPieces(rules: readonly Rule[]) {
  const areas = [...new Map(rules.map(({ in: keys = [] }) => [`${keys}`, keys])).values()];
  const numbers = new Map(areas.map((keys, n) => [`${keys}`, n]));
  const asked = rules.flatMap((rule): Asked[] => {
    const check = rule.kind === 'piece' ? rule.check : rule.checkPiece;
    return check ? [{ rule, area: rule.in && numbers.get(`${rule.in}`), check: check.bind(rule) }] : [];
  });
  const compares = ({ rule }: Asked) => rule.goesBy?.includes('archive') === true;
  return {
    /** Keys of sections, each list once. */
    areas,
    alone: asked.filter((one) => !compares(one)),
    comparing: asked.filter(compares),
  };
}

/** All that answers depend on besides piece and archive, as one text: see {@link PieceFrame}. */
export function questionOf({ stage, role, published, reformatted, words }: PieceFrame): string {
  return `findings ${stage} ${role} ${published} ${reformatted} ${[...words].join(' ')}`;
}

/** What is kept of what rules said about a piece, of the comparing ones with what they compared it with. */
interface Kept {
  alone: Answers | undefined;
  comparing: Answers | undefined;
  archive: PieceFrame['archive'];
  /** Both; another list if it says anything else. */
  all: readonly Answers[];
}

const nothingKept = (): Kept => ({ alone: undefined, comparing: undefined, archive: undefined, all: [] });

/**
 * The rules that are to be asked about a text under new headings: the others had nothing to say about it, and did not
 * look at the headings.
 */
interface Open {
  alone: readonly Asked[];
  comparing: readonly Asked[];
  archive: PieceFrame['archive'];
}

/** A piece that rules are being asked about. */
interface Asking {
  readonly piece: Piece;
  readonly kept: Kept;
  readonly open: Open;
  /** Whether it belongs to each of the areas. */
  readonly isIn: readonly boolean[];
}

/** What has been said about a piece so far. */
class Conversation {
  readonly findings: PieceFinding[] = [];
  readonly failures: { rule: string; error: unknown }[] = [];
  readonly open: Asked[] = [];
  /** Which of the rules is to be asked next. */
  next = 0;

  constructor(
    readonly asking: Asking,
    readonly rules: readonly Asked[],
  ) {}
}

/** Of how many pieces what has been said is kept together: a check that is given up loses no more. */
const BLOCK = 16;
/** How often rules are asked in a step: going on with the next one takes all who drive it as long as a rule takes. */
const ASKINGS = 16;

/** Rules with what they say about pieces in a frame. */
export class PieceRules {
  private readonly question: string;
  /** Whether any of them has failed so far. */
  hasFailed = false;

  constructor(
    private readonly asked: ReturnType<typeof askedOfPieces>,
    private readonly frame: PieceFrame,
    private readonly counts: { pieces: number; pieceRules: number },
  ) {
    this.question = questionOf(frame);
  }

  /** Whether they would be asked the same. */
  isFor(asked: ReturnType<typeof askedOfPieces>, frame: PieceFrame): boolean {
    return (
      this.asked === asked && this.frame.archive === frame.archive && this.question === questionOf(frame)
    );
  }

  /** What they say about each of the pieces. Asked once for all versions of the issue that have a piece. */
  *about(pieces: readonly Piece[]): Steps<(readonly Answers[])[]> {
    const keptOf = (piece: Piece) => piece.kept(this.question, nothingKept);
    const isKnown = ({ alone, comparing, archive }: Kept) =>
      alone !== undefined && comparing !== undefined && archive === this.frame.archive;
    const unknown = [...new Set(pieces)].filter((piece) => !isKnown(keptOf(piece)));
    for (let at = 0; at < unknown.length; at += BLOCK)
      yield* this.askOpen(unknown.slice(at, at + BLOCK).map((piece) => this.asking(piece, keptOf(piece))));
    const answers = pieces.map((piece) => keptOf(piece).all);
    this.hasFailed ||= answers.some((about) => about.some(({ failures }) => failures.length > 0));
    return answers;
  }

  private asking(piece: Piece, kept: Kept): Asking {
    const { asked, frame, question } = this;
    const open = piece.answer(question, (): Open => {
      const { alone, comparing } = asked;
      return { alone, comparing, archive: frame.archive };
    });
    const keys = sectionKeys(piece);
    return { piece, kept, open, isIn: asked.areas.map((area) => area.some((key) => keys.has(key))) };
  }

  private *askOpen(block: readonly Asking[]): Steps<void> {
    const { asked, frame } = this;
    const anew = block.filter(({ kept }) => !kept.alone);
    this.counts.pieces += anew.length;
    const alone = yield* this.ask(asked.alone, anew, ({ open }) => open.alone);
    const comparing = yield* this.ask(asked.comparing, block, ({ open }) =>
      open.archive === frame.archive ? open.comparing : asked.comparing,
    );
    for (const [n, { kept, open }] of anew.entries()) [kept.alone, open.alone] = alone[n]!;
    for (const [n, { kept, open }] of block.entries()) {
      [kept.comparing, open.comparing] = comparing[n]!;
      kept.archive = open.archive = frame.archive;
      kept.all = [kept.alone!, kept.comparing];
    }
  }

  /**
   * What rules say about each piece of a block, and those that may say something else about its text under other
   * headings. Each rule is asked about all pieces before the next one: a processor runs again sooner what it has just
   * run, which takes some 6 % off a whole check.
   *
   * @param openOf the rules, of all, that a piece is asked about
   */
  private *ask(
    rules: readonly Asked[],
    block: readonly Asking[],
    openOf: (asking: Asking) => readonly Asked[],
  ): Steps<[Answers, readonly Asked[]][]> {
    const all = block.map((asking) => new Conversation(asking, openOf(asking)));
    let speaker: Rule;
    let said: PieceFinding[];
    // One for all of them: they are a hundred, and most have nothing to say.
    const tell = (report: Report) => said.push({ rule: speaker, report });
    let stepStart = this.counts.pieceRules;
    for (const one of rules) {
      const { rule, area, check } = one;
      for (const about of all) {
        if (about.rules[about.next] !== one) continue;
        about.next += 1;
        const { findings, failures, open } = about;
        const { piece, isIn } = about.asking;
        if (area !== undefined && !isIn[area]) {
          open.push(one);
          continue;
        }
        this.counts.pieceRules += 1;
        const before = findings.length;
        speaker = rule;
        said = findings;
        piece.looked = false;
        try {
          check(piece, tell, this.frame);
        } catch (error) {
          failures.push({ rule: rule.id, error });
          piece.looked = true;
        }
        if (piece.looked || findings.length > before) open.push(one);
      }
      if (this.counts.pieceRules - stepStart < ASKINGS) continue;
      stepStart = this.counts.pieceRules;
      yield;
    }
    return all.map(({ findings, failures, open }) => [{ findings, failures }, open]);
  }
}

/** Keys of the sections that a piece stands in or has, of those around them and of those that they belong in. */
export function sectionKeys(piece: Piece): ReadonlySet<string> {
  const keys = new Set<string>();
  const main = piece.mainAt(-1);
  if (main) keys.add(main);
  for (const section of piece.areas) {
    for (let at: typeof section | undefined = section; at; at = at.parent) {
      const { key } = at;
      if (key !== undefined) keys.add(key).add(key.split('/')[0]!);
    }
  }
  return keys;
}

/** Bullets of the pieces of an issue. */
export type Bullets = ReturnType<typeof bulletsOf>;

/** How many bullets a version has. @param before how many the version before had */
export function bulletsAfter(before: Bullets, { before: gone, after }: ChangedPieces): Bullets {
  let { bullets, foreign } = before;
  const count = (pieces: ChangedPieces['after'], sign: 1 | -1) => {
    for (const { piece } of pieces) {
      const known = piece.answer(bulletsOf, () => bulletsOf(piece));
      bullets += sign * known.bullets;
      foreign += sign * known.foreign;
    }
  };
  count(gone, -1);
  count(after, 1);
  return { bullets, foreign };
}
