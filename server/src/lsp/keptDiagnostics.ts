import type { Diagnostic, Range as LspRange } from 'vscode-languageserver';
import { type Checked, everyPlace } from '../engine';
import type { Finding } from '../rules/rule';
import type { Range, SourceText } from '../text/sourceText';
import type { ClientAbilities, Surroundings } from './convert';
import { toDiagnostic } from './convert';

interface Kept {
  /** The line on which the part begins. */
  readonly line: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** Makes diagnostics of findings; those of parts of a document about which the same is told are made once. */
export class KeptDiagnostics {
  private readonly known = new WeakMap<object, Kept>();

  constructor(private readonly surroundings: Surroundings) {}

  /** @returns by place */
  of(uri: string, source: SourceText, checked: Checked, abilities: ClientAbilities): Diagnostic[] {
    const all: Diagnostic[] = [];
    let inOrder = checked.others.length === 0;
    const convert = (findings: readonly Finding[]) =>
      findings.map((finding) => toDiagnostic(uri, source, finding, abilities, this.surroundings));
    for (const part of checked.parts) {
      const line = source.lineNumberAt(part.start);
      let kept = this.known.get(part.key);
      if (!kept) {
        const findings = everyPlace(part.findings());
        kept = { line, diagnostics: convert(findings) };
        if (findings.every((finding) => staysWithin(finding, part))) this.known.set(part.key, kept);
        else inOrder = false;
      } else if (kept.line !== line) {
        kept = moved(kept, line);
        this.known.set(part.key, kept);
      }
      for (const diagnostic of kept.diagnostics) all.push(diagnostic);
    }
    for (const diagnostic of convert(everyPlace(checked.others))) all.push(diagnostic);
    return inOrder ? all : all.sort(byPlace);
  }
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
    const range = movedRange(diagnostic.range, by);
    const there: Diagnostic = Object.assign({}, diagnostic, { range });
    if (there.relatedInformation)
      there.relatedInformation = there.relatedInformation.map(({ location, message }) => ({
        location: { uri: location.uri, range: movedRange(location.range, by) },
        message,
      }));
    return there;
  });
  return { line, diagnostics };
}

function movedRange({ start, end }: LspRange, by: number): LspRange {
  return {
    start: { line: start.line + by, character: start.character },
    end: { line: end.line + by, character: end.character },
  };
}

function byPlace({ range: a }: Diagnostic, { range: b }: Diagnostic): number {
  return (
    a.start.line - b.start.line ||
    a.start.character - b.start.character ||
    a.end.line - b.end.line ||
    a.end.character - b.end.character
  );
}
