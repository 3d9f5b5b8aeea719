import { isFixable } from '../../engine';
import type { Finding, Severity } from '../../rules/rule';
import type { SourceText } from '../../text/sourceText';

/** A place as people count: lines and columns from 1, columns in UTF-16 units. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A finding as the command line prints it (docs/architecture.md#contracts). */
export interface ReportedDiagnostic extends Place {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  /** `--fix` mends it. */
  readonly fixable: boolean;
  /** The rule's page, where one is known. */
  readonly url: string | undefined;
  readonly related: readonly (Partial<Place> & { readonly path?: string; readonly message: string })[];
}

export interface ReportedFile {
  readonly path: string;
  readonly diagnostics: readonly ReportedDiagnostic[];
  /** Lines of the file, for formats that show or hash them. */
  readonly source: SourceText;
}

/** Turns findings into what is printed. @param pathOf names a file by its URI */
export function reportFile(
  path: string,
  source: SourceText,
  findings: readonly Finding[],
  ruleUrl: (id: string) => string | undefined,
  pathOf: (uri: string) => string,
): ReportedFile {
  return {
    path,
    source,
    diagnostics: findings.map((finding) => ({
      rule: finding.rule,
      severity: finding.severity,
      message: finding.message,
      ...placeOf(source, finding.at),
      fixable: isFixable(finding),
      url: ruleUrl(finding.rule),
      related: finding.related.map((related) =>
        related.uri === undefined
          ? { message: related.message, ...placeOf(source, related) }
          : { path: pathOf(related.uri), message: related.message },
      ),
    })),
  };
}

function placeOf(source: SourceText, range: { start: number; end: number }): Place {
  const start = source.positionAt(range.start);
  const end = source.positionAt(range.end);
  return {
    line: start.line + 1,
    column: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}

export interface Totals {
  readonly files: number;
  readonly error: number;
  readonly warning: number;
  readonly info: number;
  readonly hint: number;
  readonly fixable: number;
}

export function totalsOf(files: readonly ReportedFile[]): Totals {
  const totals = { files: files.length, error: 0, warning: 0, info: 0, hint: 0, fixable: 0 };
  for (const diagnostic of files.flatMap((file) => file.diagnostics)) {
    totals[diagnostic.severity] += 1;
    if (diagnostic.fixable) totals.fixable += 1;
  }
  return totals;
}
