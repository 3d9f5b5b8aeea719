import type { Issue } from '../../newsletter/issue/issue';
import { inOneLine } from '../../text/shortened';
import { type Range, shifted } from '../../text/sourceText';
import { RULES } from '../index';
import type { Finding, Fix, IssueReport, IssueRule, Related, Report, Rule, Severity } from '../rule';
import type { IssueFinding } from './issueRules';
import { LateFinding } from './lateFinding';
import type { PieceFinding } from './pieces';
import type { Places } from './places';

/** A version of an issue, and where in it a stretch begins. */
export interface Version {
  readonly issue: Issue;
  readonly places: Places;
  readonly start: number;
}

/** {@link Related}, but in the offsets of a stretch where it is in the same file. */
export interface DraftPlace extends Omit<Related, 'fixes'> {
  readonly fixes?: (version: Version) => readonly Fix[];
}

/** Where a finding is, and what it is about. Offsets are those of its stretch: it stays right while that moves. */
export interface Draft {
  /** What the rule said, the same however far off it is told. */
  readonly report: Report | IssueReport;
  readonly rule: Rule;
  readonly order: number;
  readonly at: Range;
  readonly within: Range | undefined;
  /** In one line: what it quotes may go over several. */
  readonly message: string;
  /** What the rule says, until all has been considered. */
  readonly severity: Severity | undefined;
  readonly related: readonly DraftPlace[];
  readonly unnecessary: boolean | undefined;
  readonly minor: boolean | undefined;
  readonly fixes: (version: Version) => readonly Fix[];
  /** Whether it has fixes, where that does not depend on the rest of the issue. */
  readonly hasFixes: boolean | undefined;
}

/** A finding that is told, and how loudly. */
export interface Told extends Draft {
  readonly severity: Severity;
}

const ORDER: ReadonlyMap<Rule, number> = new Map(RULES.map((rule, index) => [rule, index]));

/** @param by where the piece is in its stretch */
export function draftOfPiece({ rule, report }: PieceFinding, by: number): Draft {
  const { at, fixes = [], related = [], within, message, severity, unnecessary, minor } = report;
  return {
    report,
    rule,
    order: ORDER.get(rule)!,
    at: shifted(at, by),
    within: within && shifted(within, by),
    message: inOneLine(message),
    severity,
    unnecessary,
    minor,
    related: related.map((place) => (place.uri === undefined ? { ...place, ...shifted(place, by) } : place)),
    fixes: ({ issue, start }) => {
      const shift = (range: Range) => shifted(range, start + by);
      return named(typeof fixes === 'function' ? fixes(issue, shift) : fixes.map((fix) => moved(fix, shift)));
    },
    hasFixes: typeof fixes === 'function' ? undefined : fixes.length > 0,
  };
}

/** @param at where it is in the issue @param start where its stretch begins */
export function draftOfIssue(
  { rule, report }: IssueFinding,
  places: Places,
  at: Range,
  start: number,
): Draft {
  const { fixes = [], related = [], message, severity, unnecessary, minor } = report;
  return {
    report,
    rule,
    order: ORDER.get(rule)!,
    at: shifted(at, -start),
    within: undefined,
    message: inOneLine(message),
    severity,
    unnecessary,
    minor,
    related: related.map((place): DraftPlace => {
      if (!('at' in place)) return place.uri === undefined ? { ...place, ...shifted(place, -start) } : place;
      const { at, ...told } = place;
      return Object.assign(told, shifted(places.where(rule as IssueRule, at), -start));
    }),
    fixes: ({ issue, places }) =>
      named(
        typeof fixes === 'function' ? fixes(issue, (place) => places.where(rule as IssueRule, place)) : fixes,
      ),
    hasFixes: typeof fixes === 'function' ? undefined : fixes.length > 0,
  };
}

/** The same in the offsets of a stretch further down. @param by where that begins */
export function draftFrom(draft: Draft, by: number): Draft {
  if (by === 0) return draft;
  const { report, rule, order, at, within, message, severity, unnecessary, minor, related, hasFixes } = draft;
  return {
    report,
    rule,
    order,
    at: shifted(at, -by),
    within: within && shifted(within, -by),
    message,
    severity,
    unnecessary,
    minor,
    related: related.map((place) => (place.uri === undefined ? { ...place, ...shifted(place, -by) } : place)),
    fixes: ({ issue, places, start }) => draft.fixes({ issue, places, start: start - by }),
    hasFixes,
  };
}

/** A draft as it is told. */
export function toldAs(draft: Draft, severity: Severity): Told {
  const { report, rule, order, at, within, message, unnecessary, minor, related, fixes, hasFixes } = draft;
  return { report, rule, order, at, within, message, severity, unnecessary, minor, related, fixes, hasFixes };
}

/** A finding whose fixes are found when they are asked for. */
export function findingOf(
  { rule, at, message, severity, related, unnecessary, fixes: find }: Told,
  version: Version,
): Finding {
  const { start } = version;
  const places = related.map(({ fixes, ...place }): Related => {
    const range = place.uri === undefined ? shifted(place, start) : place;
    return Object.assign(
      place,
      { start: range.start, end: range.end },
      fixes && { fixes: () => fixes(version) },
    );
  });
  const fixes = () => find(version);
  return new LateFinding(rule.id, shifted(at, start), message, severity, places, unnecessary, fixes);
}

/** Fixes with titles in one line: what they quote may go over several. */
function named(fixes: readonly Fix[]): Fix[] {
  return fixes.map((fix) => Object.assign({}, fix, { title: inOneLine(fix.title) }));
}

/** A fix of a piece as one of the issue. */
function moved(fix: Fix, shift: (range: Range) => Range): Fix {
  return { ...fix, edits: () => fix.edits().map((edit) => ({ ...edit, ...shift(edit) })) };
}
