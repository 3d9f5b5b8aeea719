import type { Finding, Fix } from '../../rules/rule';
import { compatible, type Edit } from '../../text/edits';
import { appendTo } from '../../text/lists';
import { contains, type Range, type SourceText } from '../../text/sourceText';

/** What is wrong more often than this is left to “fix all”. */
const MOST_PLACES = 100;

/** A fix that mends several places in one go. */
export interface FixTogether {
  /** The findings of these places; of a folded one, the finding that stands for it. */
  readonly findings: readonly Finding[];
  readonly fix: Fix;
}

/** A place that a finding stands for: its own, or another of its list. */
interface Place {
  readonly finding: Finding;
  readonly at: Range;
  /** What mends it, alone where that can be. */
  readonly fixes: readonly Fix[];
}

/**
 * What mends a line with several mistakes: each in its own way, and all of one rule in the same way.
 *
 * @param near where the author is; the whole text when absent
 */
export function fixesOfLines(source: SourceText, findings: readonly Finding[], near?: Range): FixTogether[] {
  const from = near ? source.lineAt(near.start).start : 0;
  const to = near ? source.lineAt(near.end).end : Number.POSITIVE_INFINITY;
  const lines = new Map<number, Place[]>();
  for (const place of placesOf(findings, ({ start }) => start >= from && start <= to)) {
    const line = source.lineAt(place.at.start);
    if (place.at.end <= line.end) appendTo(lines, line.start, place);
  }
  // Many places may have one fix, which itself may be of many edits: each is asked for them once.
  const known = new Map<Fix, EditsByLine>();
  /** A fix as far as it concerns a line; undefined where it does not, or does more than that. */
  const insideOf = (fix: Fix, line: Range): Fix | undefined => {
    const edits = known.get(fix) ?? editsByLine(source, fix);
    known.set(fix, edits);
    const here = edits.byLine.get(line.start);
    if (isForOne(fix)) return (here?.length ?? 0) === edits.count ? fix : undefined;
    return here && { ...fix, edits: () => here };
  };
  return [...lines].flatMap(([start, places]) => {
    if (places.length < 2) return [];
    const line = source.lineAt(start);
    const own = places.map((place) => ({
      ...place,
      fixes: place.fixes.flatMap((fix) => insideOf(fix, line) ?? []),
    }));
    return [...fixLine(own), ...fixAlike(own, 'on this line')];
  });
}

/**
 * What mends all places of a rule in the same way, wherever they are: where there is one right answer, or where the same
 * line is in several lists, as that of a hybrid event is.
 */
export function fixesOfRules(source: SourceText, findings: readonly Finding[]): FixTogether[] {
  const rules = new Map<string, Place[]>();
  const twins = new Map<string, Place[]>();
  const numberOf = numberedTexts(source);
  for (const place of placesOf(findings, () => true)) {
    const { rule, fixes } = place.finding;
    if (fixes.some(({ all }) => all)) appendTo(rules, rule, place);
    else appendTo(twins, `${rule} ${numberOf(place.at.start)}`, place);
  }
  const staysInLine = (fix: Fix, { at }: Place) => {
    const line = source.lineAt(at.start);
    return fix.edits().every((edit) => contains(line, edit));
  };
  return [...alikeIn(rules, isSure), ...alikeIn(twins, staysInLine)];
}

/** A number for each line by an offset in it, the same for lines of one text: each is looked at once, however long. */
function numberedTexts(source: SourceText): (offset: number) => number {
  const texts = new Map<string, number>();
  const lines = new Map<number, number>();
  return (offset) => {
    const line = source.lineAt(offset);
    const known = lines.get(line.start);
    if (known !== undefined) return known;
    const text = source.slice(line);
    const number = texts.get(text) ?? texts.size;
    texts.set(text, number);
    lines.set(line.start, number);
    return number;
  };
}

/** Of each group of places what mends all of them. @param suits whether a fix of a place may be a part of that */
function alikeIn(
  groups: ReadonlyMap<string, readonly Place[]>,
  suits: (fix: Fix, place: Place) => boolean,
): FixTogether[] {
  return [...groups.values()].flatMap((places) => {
    // Most places have nothing alike, and their edits need not be made.
    if (places.length < 2) return [];
    const own = places.map((place) => ({
      ...place,
      fixes: place.fixes.filter((fix) => suits(fix, place)),
    }));
    return fixAlike(own, 'in this issue');
  });
}

/** How many edits a fix has, and those that stay in a line by its start. */
interface EditsByLine {
  readonly count: number;
  readonly byLine: ReadonlyMap<number, readonly Edit[]>;
}

function editsByLine(source: SourceText, fix: Fix): EditsByLine {
  const byLine = new Map<number, Edit[]>();
  const edits = fix.edits();
  for (const edit of edits) {
    const line = source.lineAt(edit.start);
    if (contains(line, edit)) appendTo(byLine, line.start, edit);
  }
  return { count: edits.length, byLine };
}

/** The places of findings that ask for something, which hints do not. */
function placesOf(findings: readonly Finding[], wanted: (at: Range) => boolean): Place[] {
  return findings.flatMap((finding) => {
    if (finding.severity === 'hint') return [];
    const others = finding.related.filter(({ also, uri }) => also && uri === undefined);
    const places: readonly (Range & { readonly fixes?: () => readonly Fix[] })[] = [finding.at, ...others];
    return places.filter(wanted).map((at) => ({
      finding,
      at,
      fixes: ofOnePlace(at.fixes?.() ?? finding.fixes),
    }));
  });
}

function isForOne({ places = 1 }: Fix): boolean {
  return places === 1;
}

/** Whether it is the one right answer. */
function isSure({ all, preferred, places }: Fix): boolean {
  return all === true || preferred === true || places === 1;
}

/** Whether it asks the author nothing, so that many can be made at once. */
export function asksNothing({ snippet, command }: Fix): boolean {
  return !snippet && command === undefined;
}

/** Fixes that ask the author nothing. One for all places does where there is none for each. */
function ofOnePlace(fixes: readonly Fix[]): Fix[] {
  const plain = fixes.filter(asksNothing);
  const own = plain.filter(isForOne);
  return own.length > 0 ? own : plain;
}

/** All that has a right answer on one line, where that is more than one mistake. */
function fixLine(places: readonly Place[]): FixTogether[] {
  const chosen = places.flatMap((place) => {
    const fix = rightAnswer(place);
    return fix ? [{ ...place, fix }] : [];
  });
  if (new Set(chosen.map(({ finding }) => finding.rule)).size < 2) return [];
  return together(`Fix ${chosen.length} findings on this line`, chosen);
}

/** What a person would have done without choosing. A matter of taste with one answer only may as well stay. */
function rightAnswer({ finding, fixes }: Place): Fix | undefined {
  const sure = fixes.find(isSure);
  const only = fixes.length === 1 && finding.severity !== 'info' ? fixes[0] : undefined;
  return sure ?? only;
}

/** Of each rule and title of a fix: the same for all places that have it. */
function fixAlike(places: readonly Place[], where: string): FixTogether[] {
  const alike = new Map<string, (Place & { readonly fix: Fix })[]>();
  for (const place of places) {
    for (const fix of place.fixes) {
      appendTo(alike, `${place.finding.rule} ${fix.title}`, { ...place, fix });
    }
  }
  return [...alike.values()].flatMap((group) =>
    group.length < 2 || group.length > MOST_PLACES || speakOfEachOther(group)
      ? []
      : together(`${group[0]!.fix.title} (all ${group.length} ${where})`, group),
  );
}

/** Whether a finding names the place of another: of two copies one is to go, not both. */
function speakOfEachOther(places: readonly Place[]): boolean {
  const starts = new Set(places.map(({ at }) => at.start));
  const findings = new Set(places.map(({ finding }) => finding));
  return [...findings].some((finding) =>
    finding.related.some(({ start, also, uri }) => !also && uri === undefined && starts.has(start)),
  );
}

/** Nothing where the edits get into each other's way, or a fix for all of these places is offered already. */
function together(title: string, group: readonly (Place & { readonly fix: Fix })[]): FixTogether[] {
  const fixes = new Set(group.map(({ fix }) => fix));
  const edits = distinct([...fixes].flatMap((fix) => fix.edits()));
  if (compatible(edits.map((edit) => [edit])).length < edits.length) return [];
  const all = keysOf(edits);
  const isSame = (fix: Fix) => fix.places === group.length && keysOf(fix.edits()) === all;
  if (group.some(({ fix }) => isSame(fix)) || group[0]!.finding.fixes.some(isSame)) return [];
  const findings = [...new Set(group.map(({ finding }) => finding))];
  return [{ findings, fix: { title, places: group.length, edits: () => edits } }];
}

function distinct(edits: readonly Edit[]): Edit[] {
  return [...new Map(edits.map((edit) => [keyOf(edit), edit])).values()];
}

function keyOf({ start, end, text }: Edit): string {
  return `${start} ${end} ${text}`;
}

function keysOf(edits: readonly Edit[]): string {
  return edits.map(keyOf).sort().join('\n');
}

/** What mends a single one of the other places that a finding stands for. */
function fixesOfOtherPlaces({ related }: Finding): Fix[] {
  return related.flatMap(({ also, fixes }) => (also && fixes ? fixes().filter(isForOne) : []));
}

/**
 * For who sees findings and no light bulb: of each finding the fixes of the other places that it stands for, and those
 * that mend several places in one go.
 */
export function fixesTogether(
  source: SourceText,
  findings: readonly Finding[],
): ReadonlyMap<Finding, readonly Fix[]> {
  const more = new Map<Finding, Fix[]>();
  for (const finding of findings) for (const fix of fixesOfOtherPlaces(finding)) appendTo(more, finding, fix);
  for (const { findings: mended, fix } of [
    ...fixesOfLines(source, findings),
    ...fixesOfRules(source, findings),
  ])
    for (const finding of mended) appendTo(more, finding, fix);
  return more;
}
