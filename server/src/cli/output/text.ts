import { count } from '../../protocol/wording';
import { oneLine, Printable, painted, printedLine, printedLines } from '../../text/harmless';
import { largest } from '../../text/lists';
import type { SourceText } from '../../text/sourceText';
import { frame } from './frame';
import { countsOf, type ReportedDiagnostic, type ReportedFile, type Totals, totalsOf } from './report';

const COLORS = { error: 31, warning: 33, info: 36, hint: 90 } as const;
const GRAY = 90;
const BOLD = 1;

/** What is done about what can be mended: nothing, it is mended, or it is told only that it would be. */
export type Mending = 'none' | 'done' | 'dry';

/** Findings by file, each with its line and rule, aligned; then a summary. Editors' terminals can jump to the places. */
export function formatText(
  files: readonly ReportedFile[],
  color: boolean,
  mending: Mending = 'none',
): Printable {
  const lines: Printable[] = [];
  for (const file of files) {
    if (file.diagnostics.length === 0) continue;
    if (lines.length > 0) lines.push(printedLine``);
    lines.push(printedLine`${color ? painted(BOLD, file.path) : file.path}`);
    const wide = largest(file.diagnostics.map((one) => placeName(one).length));
    const where = { path: file.path, source: file.source() };
    for (const diagnostic of file.diagnostics) lines.push(...aboutFinding(where, diagnostic, wide, color));
  }
  const totals = totalsOf(files);
  if (lines.length > 0) lines.push(printedLine``);
  // Where no file was looked at, nothing can be found: that would sound as if all were well.
  const summary = totals.files === 0 ? '' : `: ${countsOf(totals) || 'nothing found'}`;
  lines.push(
    printedLine`${count(totals.files, 'file')} checked${summary}${aboutMending(files, totals, mending)}`,
  );
  return printedLines(lines);
}

function aboutMending(files: readonly ReportedFile[], totals: Totals, mending: Mending): string {
  if (mending === 'none') return totals.fixable > 0 ? `; ${totals.fixable} can be fixed with --fix` : '';
  const changed = files.filter((file) => file.changed).length;
  if (changed === 0) return '';
  if (mending === 'dry') return `; ${count(changed, 'file')} would be changed (dry run, nothing written)`;
  return `; ${count(changed, 'file')} ${changed === 1 ? 'was' : 'were'} changed`;
}

function aboutFinding(
  { path, source }: { readonly path: string; readonly source: SourceText },
  diagnostic: ReportedDiagnostic,
  wide: number,
  color: boolean,
): Printable[] {
  const { severity, message, rule, url, related, line } = diagnostic;
  const paint = (code: number, text: string) => (color ? painted(code, text) : text);
  const place = placeName(diagnostic).padStart(wide);
  const level = paint(COLORS[severity], severity.padEnd('warning'.length));
  const { text, marks } = frame(source, diagnostic);
  const indent = ' '.repeat(wide + 2);
  const gutter = String(line);
  return [
    printedLine`  ${place}  ${level}  ${message}  ${linked(url, rule, color)}`,
    printedLine`${indent}${paint(GRAY, `${gutter} |`)} ${text}`,
    printedLine`${indent}${paint(GRAY, `${' '.repeat(gutter.length)} |`)} ${paint(COLORS[severity], marks)}`,
    ...related.map((other) => {
      const where = `${other.path ?? path}${other.line === undefined ? '' : `:${other.line}:${other.column}`}`;
      return printedLine`${indent}${paint(GRAY, where)}: ${other.message}`;
    }),
  ];
}

function placeName({ line, column }: ReportedDiagnostic): string {
  return `${line}:${column}`;
}

/** The rule's name; in a terminal that has colors a link to its page. */
function linked(url: string | undefined, rule: string, color: boolean): Printable | string {
  if (url === undefined) return color ? painted(GRAY, rule) : `[${rule}]`;
  if (!color) return `[${rule}] ${url}`;
  const link = (address: string) => `\u001b]8;;${address}\u001b\\`;
  return Printable.verbatim(`${link(oneLine(url))}${painted(GRAY, rule).text}${link('')}`);
}

/** How often each rule found something, the most frequent first. */
export function formatStatistics(files: readonly ReportedFile[]): Printable {
  const byRule = new Map<string, ReportedDiagnostic[]>();
  for (const diagnostic of files.flatMap(({ diagnostics }) => diagnostics)) {
    const known = byRule.get(diagnostic.rule);
    if (known) known.push(diagnostic);
    else byRule.set(diagnostic.rule, [diagnostic]);
  }
  const rows = [...byRule].sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1));
  const wide = Math.max(0, ...rows.map(([, found]) => String(found.length).length));
  return printedLines(
    rows.map(([rule, found]) => {
      const fixable = found.filter((one) => one.fixable).length;
      const mended = fixable === 0 ? '' : ` (${fixable} fixable)`;
      return printedLine`${String(found.length).padStart(wide)}  ${rule}${mended}`;
    }),
  );
}
