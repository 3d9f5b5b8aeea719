import { fixesTogether, isFixable } from '../../engine';
import { count } from '../../protocol/wording';
import type { Finding, Fix, Severity } from '../../rules/rule';
import { withEol } from '../../text/edits';
import { plainSnippet } from '../../text/snippet';
import type { SourceText } from '../../text/sourceText';

/** A place as people count: lines and columns from 1, columns in UTF-16 units. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Another place; in the same file unless there is a path. */
interface ReportedRelated extends Partial<Place> {
  readonly path?: string;
  readonly message: string;
  /** The finding stands for this place too. */
  readonly also?: true;
}

/** What can be done about a finding. */
interface ReportedFix {
  readonly title: string;
  readonly edits: readonly (Place & { readonly text: string })[];
}

/** A finding as the command line prints it (docs/architecture.md#contracts: JSON version 1). */
export interface ReportedDiagnostic extends Place {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  /** `--fix` mends it. */
  readonly fixable: boolean;
  /** The rule's page, where one is known. */
  readonly url: string | undefined;
  readonly related: readonly ReportedRelated[];
  readonly fixes: readonly ReportedFix[];
}

export interface ReportedFile {
  readonly path: string;
  readonly diagnostics: readonly ReportedDiagnostic[];
  /** Makes the lines of the file, for formats that show or hash them. */
  readonly source: () => SourceText;
  /** What could be mended was, or with `--dry-run` would be. */
  readonly changed?: true;
}

/**
 * Turns findings into what is printed.
 *
 * @param ruleUrl the page of a rule, where one is known
 * @param pathOf names a file by its URI
 * @param sourceOf the text of another file, where it is known
 * @param withFixes whether somebody wants to see the fixes: their edits cost time
 */
export function reportFile(
  path: string,
  source: SourceText,
  findings: readonly Finding[],
  ruleUrl: (id: string) => string | undefined,
  pathOf: (uri: string) => string,
  sourceOf: (uri: string) => SourceText | undefined,
  withFixes: boolean,
): ReportedFile {
  const more = withFixes ? fixesTogether(source, findings) : undefined;
  return {
    path,
    source: () => source,
    diagnostics: findings.map((finding) => ({
      rule: finding.rule,
      severity: finding.severity,
      message: finding.message,
      ...placeOf(source, finding.at),
      fixable: isFixable(finding),
      url: ruleUrl(finding.rule),
      related: finding.related.map((related): ReportedRelated => {
        const text = related.uri === undefined ? source : sourceOf(related.uri);
        return {
          ...(related.uri === undefined ? {} : { path: pathOf(related.uri) }),
          message: related.message,
          ...(text ? placeOf(text, related) : {}),
          ...(related.also ? { also: true as const } : {}),
        };
      }),
      fixes: more
        ? [...finding.fixes, ...(more.get(finding) ?? [])].map((fix) => reportFix(source, fix))
        : [],
    })),
  };
}

function reportFix(source: SourceText, { title, edits, snippet }: Fix): ReportedFix {
  return {
    title,
    edits: edits().map((edit) => {
      const { text } = withEol(edit, source.eol);
      return { ...placeOf(source, edit), text: snippet ? plainSnippet(text) : text };
    }),
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

/** `3 errors, 1 note`; empty for none. */
export function countsOf(totals: Totals): string {
  return (['error', 'warning', 'info', 'hint'] as const)
    .filter((severity) => totals[severity] > 0)
    .map((severity) => count(totals[severity], severity === 'info' ? 'note' : severity))
    .join(', ');
}
