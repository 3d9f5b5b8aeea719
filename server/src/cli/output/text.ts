import { type Printable, painted, printedLine, printedLines } from '../../text/harmless';
import { type ReportedFile, totalsOf } from './report';

const COLORS = { error: 31, warning: 33, info: 36, hint: 90 } as const;

/** A line a finding, as compilers print them, so that terminals and editors can jump there; then a summary. */
export function formatText(files: readonly ReportedFile[], color: boolean): Printable {
  const paint = (code: number, text: string) => (color ? painted(code, text) : text);
  const lines: Printable[] = [];
  for (const file of files) {
    for (const diagnostic of file.diagnostics) {
      const place = `${file.path}:${diagnostic.line}:${diagnostic.column}`;
      const severity = paint(COLORS[diagnostic.severity], diagnostic.severity);
      lines.push(
        printedLine`${place}: ${severity}: ${diagnostic.message} ${paint(90, `[${diagnostic.rule}]`)}`,
      );
      for (const related of diagnostic.related) {
        const where = related.path ?? `${file.path}:${related.line}:${related.column}`;
        lines.push(printedLine`    ${where}: ${related.message}`);
      }
    }
  }
  const totals = totalsOf(files);
  const counts = (['error', 'warning', 'info', 'hint'] as const)
    .filter((severity) => totals[severity] > 0)
    .map((severity) => count(totals[severity], severity === 'info' ? 'note' : severity));
  if (lines.length > 0) lines.push(printedLine``);
  const summary = counts.length === 0 ? 'nothing found' : counts.join(', ');
  const fixable = totals.fixable > 0 ? `; ${totals.fixable} can be fixed with --fix` : '';
  lines.push(printedLine`${count(totals.files, 'file')} checked: ${summary}${fixable}`);
  return printedLines(lines);
}

function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}
