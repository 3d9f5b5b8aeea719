import { count } from '../../protocol/wording';
import type { Severity } from '../../rules/rule';
import { oneLine, Printable } from '../../text/harmless';
import type { ReportedDiagnostic, ReportedFile } from './report';

const LEVELS = { error: 'error', warning: 'warning', info: 'notice' } as const;

/** GitHub shows no more annotations of a level than this for one step. */
const LIMIT = 10;

/**
 * Workflow commands that GitHub shows as annotations on the changed lines: errors first, and of each level as many as
 * it shows. What is left is told in the log. Hints are left out.
 *
 * @param fromRoot a path as it is called from the root of the repository, with slashes
 */
export function formatGitHub(files: readonly ReportedFile[], fromRoot: (path: string) => string): Printable {
  const lines: string[] = [];
  let left = 0;
  for (const severity of ['error', 'warning', 'info'] as const) {
    const found = files.flatMap((file) =>
      file.diagnostics
        .filter((one) => one.severity === severity)
        .map((one) => annotation(severity, fromRoot(file.path), one)),
    );
    lines.push(...found.slice(0, LIMIT));
    left += Math.max(0, found.length - LIMIT);
  }
  if (left > 0)
    lines.push(`${count(left, 'more finding')} than GitHub shows: run twir check to see them all.`);
  return Printable.verbatim(lines.map((line) => `${line}\n`).join(''));
}

function annotation(severity: Exclude<Severity, 'hint'>, path: string, found: ReportedDiagnostic): string {
  const properties = [
    `file=${property(path)}`,
    `line=${found.line}`,
    `endLine=${found.endLine}`,
    // GitHub wants columns only where a finding stays on one line.
    ...(found.line === found.endLine ? [`col=${found.column}`, `endColumn=${found.endColumn}`] : []),
    `title=${property(found.rule)}`,
  ];
  return `::${LEVELS[severity]} ${properties.join(',')}::${data(found.url === undefined ? found.message : `${found.message} (${found.url})`)}`;
}

/** Escapes `%` as GitHub's own toolkit does, and line ends with all other control characters; in properties `:` and `,` too. */
function data(text: string): string {
  return oneLine(text).replace(/%/g, '%25');
}

function property(text: string): string {
  return data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
