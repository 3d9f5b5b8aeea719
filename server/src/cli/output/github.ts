import { oneLine, Printable } from '../../text/harmless';
import type { ReportedFile } from './report';

const LEVELS = { error: 'error', warning: 'warning', info: 'notice', hint: undefined } as const;

/** Workflow commands that GitHub shows as annotations on the changed lines. Hints are left out. */
export function formatGitHub(files: readonly ReportedFile[]): Printable {
  const lines: string[] = [];
  for (const file of files) {
    for (const d of file.diagnostics) {
      const level = LEVELS[d.severity];
      if (!level) continue;
      const properties = [
        `file=${property(file.path)}`,
        `line=${d.line}`,
        `endLine=${d.endLine}`,
        // GitHub wants columns only where a finding stays on one line.
        ...(d.line === d.endLine ? [`col=${d.column}`, `endColumn=${d.endColumn}`] : []),
        `title=${property(d.rule)}`,
      ];
      lines.push(`::${level} ${properties.join(',')}::${data(`${d.message} (${d.url})`)}`);
    }
  }
  return Printable.verbatim(lines.map((line) => `${line}\n`).join(''));
}

/** Escapes `%` as GitHub's own toolkit does, and line ends with all other control characters; in properties `:` and `,` too. */
function data(text: string): string {
  return oneLine(text).replace(/%/g, '%25');
}

function property(text: string): string {
  return data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
