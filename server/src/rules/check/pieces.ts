import { bulletsOf } from '../../newsletter/issue/listForm';
import type { Piece } from '../../newsletter/issue/piece';
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

/** A rule as pieces are asked about it; all of one shape, for there are a hundred thousand askings an archive. */
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

  /** What they say about a piece. Asked once for all versions of the issue that have the piece. */
  about(piece: Piece): readonly Answers[] {
    const kept = piece.kept(this.question, nothingKept);
    if (!kept.alone || !kept.comparing || kept.archive !== this.frame.archive) this.askOpen(piece, kept);
    if (kept.all.some(({ failures }) => failures.length > 0)) this.hasFailed = true;
    return kept.all;
  }

  private askOpen(piece: Piece, kept: Kept): void {
    const { asked, frame, question } = this;
    const open = piece.answer(question, (): Open => {
      const { alone, comparing } = asked;
      return { alone, comparing, archive: frame.archive };
    });
    const keys = sectionKeys(piece);
    const isIn = asked.areas.map((area) => area.some((key) => keys.has(key)));
    if (!kept.alone) {
      this.counts.pieces += 1;
      [kept.alone, open.alone] = this.ask(piece, isIn, open.alone);
    }
    if (open.archive !== frame.archive) open.comparing = asked.comparing;
    [kept.comparing, open.comparing] = this.ask(piece, isIn, open.comparing);
    kept.archive = open.archive = frame.archive;
    kept.all = [kept.alone, kept.comparing];
  }

  /**
   * What rules say about a piece, and those that may say something else about its text under other headings.
   *
   * @param isIn whether it belongs to each of the areas
   */
  private ask(piece: Piece, isIn: readonly boolean[], rules: readonly Asked[]): [Answers, readonly Asked[]] {
    const findings: PieceFinding[] = [];
    const failures: { rule: string; error: unknown }[] = [];
    const open: Asked[] = [];
    // One for all of them: they are a hundred, and most have nothing to say.
    let speaker: Rule;
    const tell = (report: Report) => findings.push({ rule: speaker, report });
    for (const one of rules) {
      const { rule, area, check } = one;
      if (area !== undefined && !isIn[area]) {
        open.push(one);
        continue;
      }
      this.counts.pieceRules += 1;
      const before = findings.length;
      speaker = rule;
      piece.looked = false;
      try {
        check(piece, tell, this.frame);
      } catch (error) {
        failures.push({ rule: rule.id, error });
        piece.looked = true;
      }
      if (piece.looked || findings.length > before) open.push(one);
    }
    return [{ findings, failures }, open];
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
