import { bulletsOf, isReformatted } from '../../newsletter/issue/listForm';
import type { Piece } from '../../newsletter/issue/piece';
import type { PlacedPiece } from '../../newsletter/issue/pieces';
import type { PieceFrame, PieceRule, Report, Rule } from '../rule';

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
  /** Keys of the sections that it is asked in; everywhere when undefined. */
  readonly sections: readonly string[] | undefined;
  readonly check: PieceRule['check'];
}

/** What rules say about pieces, of those that say something: apart those that go by earlier issues. */
export function askedOfPieces(rules: readonly Rule[]) {
  const asked = rules.flatMap((rule): Asked[] => {
    const check = rule.kind === 'piece' ? rule.check : rule.checkPiece;
    const sections = rule.kind === 'piece' ? rule.in : undefined;
    return check ? [{ rule, sections, check: check.bind(rule) }] : [];
  });
  const compares = ({ rule }: Asked) => rule.goesBy?.includes('archive') === true;
  return { alone: asked.filter((one) => !compares(one)), comparing: asked.filter(compares) };
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

/** Rules with what they say about pieces in a frame. */
export class PieceRules {
  private readonly question: string;

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
    const kept = piece.answer(this.question, nothingKept);
    if (!kept.alone) {
      this.counts.pieces += 1;
      kept.alone = this.ask(piece, this.asked.alone);
    }
    if (!kept.comparing || kept.archive !== this.frame.archive) {
      kept.archive = this.frame.archive;
      kept.comparing = this.ask(piece, this.asked.comparing);
      kept.all = [kept.alone, kept.comparing];
    }
    return kept.all;
  }

  private ask(piece: Piece, rules: readonly Asked[]): Answers {
    const findings: PieceFinding[] = [];
    const failures: { rule: string; error: unknown }[] = [];
    const keys = sectionKeys(piece);
    for (const { rule, sections, check } of rules) {
      if (sections && !sections.some((section) => keys.has(section))) continue;
      this.counts.pieceRules += 1;
      try {
        check(piece, (report) => findings.push({ rule, report }), this.frame);
      } catch (error) {
        failures.push({ rule: rule.id, error });
      }
    }
    return { findings, failures };
  }
}

/** Keys of the sections that a piece stands in or has, and of those around them. */
function sectionKeys(piece: Piece): ReadonlySet<string> {
  const keys = new Set<string>();
  const main = piece.mainAt(-1);
  if (main) keys.add(main);
  for (const section of piece.areas) {
    for (let at: typeof section | undefined = section; at; at = at.parent) if (at.spec) keys.add(at.spec.key);
  }
  return keys;
}

/** Whether a Markdown formatter went over the lists of an issue. */
export function wasReformatted(pieces: readonly PlacedPiece[]): boolean {
  let bullets = 0;
  let foreign = 0;
  for (const { piece } of pieces) {
    const known = piece.answer(bulletsOf, () => bulletsOf(piece));
    bullets += known.bullets;
    foreign += known.foreign;
  }
  return isReformatted({ bullets, foreign });
}
