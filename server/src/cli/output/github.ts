import type { ReportedFile } from './report';

const LEVELS = { error: 'error', warning: 'warning', info: 'notice', hint: undefined } as const;

/** Workflow commands that GitHub shows as annotations on the changed lines. Hints are left out. */
export function formatGitHub(files: readonly ReportedFile[]): string {
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
  return lines.map((line) => `${line}\n`).join('');
}

/** Escapes as in GitHub's own toolkit: `%`, CR and LF; in properties `:` and `,` too. */
function data(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

function property(text: string): string {
  return data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}
