import { bulletsOf, isReformatted } from '../../newsletter/issue/listForm';
import type { Piece } from '../../newsletter/issue/piece';
import type { PlacedPiece } from '../../newsletter/issue/pieces';
import type { PieceFrame, PieceRule, Report, Rule } from '../rule';

/** What a rule said about a piece. */
export interface PieceFinding {
  readonly rule: Rule;
  readonly report: Report;
}

/** What all rules said about a piece, with the archive that they compared it with. */
interface Answers {
  readonly archive: PieceFrame['archive'];
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

/** What rules say about pieces, of those that say something. */
export function askedOfPieces(rules: readonly Rule[]): readonly Asked[] {
  return rules.flatMap((rule) => {
    const check = rule.kind === 'piece' ? rule.check : rule.checkPiece;
    const sections = rule.kind === 'piece' ? rule.in : undefined;
    return check ? [{ rule, sections, check: check.bind(rule) }] : [];
  });
}

/** All that the answers of rules depend on besides piece and archive, as one text: see {@link PieceFrame}. */
export function questionOf({ stage, role, published, reformatted, keepsPast, words }: PieceFrame): string {
  return `findings ${stage} ${role} ${published} ${reformatted} ${keepsPast} ${[...words].join(' ')}`;
}

/**
 * What the rules say about a piece. Asked once for all versions of the issue that have the piece.
 *
 * @param question of the frame
 */
export function askAboutPiece(
  piece: Piece,
  rules: readonly Asked[],
  frame: PieceFrame,
  question: string,
  counts: { pieces: number; pieceRules: number },
): Answers {
  const { archive } = frame;
  const ask = () => askNow(piece, rules, frame, counts);
  const known = piece.answer(question, ask);
  if (known.archive === archive) return known;
  piece.forget(question);
  return piece.answer(question, ask);
}

function askNow(
  piece: Piece,
  rules: readonly Asked[],
  frame: PieceFrame,
  counts: { pieces: number; pieceRules: number },
): Answers {
  const findings: PieceFinding[] = [];
  const failures: { rule: string; error: unknown }[] = [];
  const keys = sectionKeys(piece);
  counts.pieces += 1;
  for (const { rule, sections, check } of rules) {
    if (sections && !sections.some((section) => keys.has(section))) continue;
    counts.pieceRules += 1;
    try {
      check(piece, (report) => findings.push({ rule, report }), frame);
    } catch (error) {
      failures.push({ rule: rule.id, error });
    }
  }
  return { archive: frame.archive, findings, failures };
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
