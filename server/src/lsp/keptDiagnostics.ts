import type { Diagnostic } from 'vscode-languageserver';
import { type Checked, type CheckedPart, everyPlace } from '../engine';
import type { Finding } from '../rules/rule';
import type { Range, SourceText } from '../text/sourceText';
import type { ClientAbilities, Surroundings } from './convert';
import { toDiagnostic } from './convert';
import { linesDown } from './positions';

interface Kept {
  /** The line on which the part begins. */
  readonly line: number;
  readonly diagnostics: readonly Diagnostic[];
  /** Which of them speak of places elsewhere: those move by themselves. */
  readonly elsewhere: ReadonlySet<number>;
  /** Whether they all begin in the part. */
  readonly isInOrder: boolean;
}

/** Makes diagnostics of findings; those of parts of a document about which the same is told are made once. */
export class KeptDiagnostics {
  private readonly known = new WeakMap<object, Kept>();

  constructor(private readonly surroundings: Surroundings) {}

  /** @returns by place */
  of(uri: string, source: SourceText, checked: Checked, abilities: ClientAbilities): Diagnostic[] {
    const convert = (finding: Finding) => toDiagnostic(uri, source, finding, abilities, this.surroundings);
    const all: Diagnostic[] = [];
    let inOrder = checked.others.length === 0;
    for (const part of checked.parts) {
      const line = source.lineNumberAt(part.start);
      const known = this.known.get(part.key);
      let kept = known && known.line !== line ? moved(known, line) : known;
      if (!kept || kept.elsewhere.size > 0) kept = made(part, line, convert, kept);
      if (kept !== known) this.known.set(part.key, kept);
      for (const diagnostic of kept.diagnostics) all.push(diagnostic);
      inOrder &&= kept.isInOrder;
    }
    for (const finding of everyPlace(checked.others)) all.push(convert(finding));
    return inOrder ? all : all.sort(byPlace);
  }
}

/** @param before what was made of the same part in another version */
function made(
  part: CheckedPart,
  line: number,
  convert: (finding: Finding) => Diagnostic,
  before: Kept | undefined,
): Kept {
  const findings = everyPlace(part.findings());
  const elsewhere =
    before?.elsewhere ?? new Set(findings.flatMap((finding, n) => (staysWithin(finding, part) ? [] : [n])));
  const diagnostics = findings.map((finding, n) =>
    before && !elsewhere.has(n) ? before.diagnostics[n]! : convert(finding),
  );
  const isInOrder = findings.every(({ at }) => part.start <= at.start && at.start <= part.end);
  return { line, diagnostics, elsewhere, isInOrder };
}

/** Whether a finding and all that it speaks of move with a part of the document. */
function staysWithin({ at, related }: Finding, part: Range): boolean {
  const holds = ({ start, end }: Range) => part.start <= start && end <= part.end;
  return holds(at) && related.every((place) => place.uri === undefined && holds(place));
}

/** The same with the part at another line. */
function moved(kept: Kept, line: number): Kept {
  const by = line - kept.line;
  const diagnostics = kept.diagnostics.map((diagnostic) => {
    const range = linesDown(diagnostic.range, by);
    const there: Diagnostic = Object.assign({}, diagnostic, { range });
    if (there.relatedInformation)
      there.relatedInformation = there.relatedInformation.map(({ location, message }) => ({
        location: { uri: location.uri, range: linesDown(location.range, by) },
        message,
      }));
    return there;
  });
  return { ...kept, line, diagnostics };
}

function byPlace({ range: a }: Diagnostic, { range: b }: Diagnostic): number {
  return (
    a.start.line - b.start.line ||
    a.start.character - b.start.character ||
    a.end.line - b.end.line ||
    a.end.character - b.end.character
  );
}
