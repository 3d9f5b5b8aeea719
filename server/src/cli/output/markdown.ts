import { codeSpan, inMarkdown, Printable } from '../../text/harmless';
import { countsOf, type ReportedDiagnostic, type ReportedFile, totalsOf } from './report';

/** A comment on GitHub has at most 65,536 characters. */
const LONGEST = 60_000;

/** A comment for a pull request; empty when there is nothing to say. Hints are left out. */
export function formatMarkdown(files: readonly ReportedFile[]): Printable {
  const worth = files
    .map((file) => ({ ...file, diagnostics: file.diagnostics.filter(({ severity }) => severity !== 'hint') }))
    .filter(({ diagnostics }) => diagnostics.length > 0);
  if (worth.length === 0) return Printable.verbatim('');
  const totals = totalsOf(worth);
  const mend = totals.fixable > 0 ? ` ${totals.fixable} can be mended with \`twir check --fix\`.` : '';
  const lines = [
    `Thank you for the pull request! A check of the newsletter found ${countsOf(totals)}.${mend}`,
  ];
  let length = lines[0]!.length;
  let left = 0;
  const add = (line: string) => {
    if (left > 0 || length + line.length > LONGEST - 100) return false;
    lines.push(line);
    length += line.length + 1;
    return true;
  };
  for (const { path, diagnostics } of worth) {
    add(`\n**${codeSpan(path)}**\n`);
    for (const diagnostic of diagnostics) if (!add(aboutFinding(diagnostic))) left += 1;
  }
  if (left > 0) lines.push(`\nAnd ${left} more: run \`twir check\` to see them all.`);
  return Printable.verbatim(`${lines.join('\n')}\n`);
}

function aboutFinding({ line, severity, message, rule, url }: ReportedDiagnostic): string {
  const about = url === undefined ? `\`${rule}\`` : `[${rule}](${url})`;
  return `- line ${line}, ${severity === 'info' ? 'note' : severity}: ${inMarkdown(message)} (${about})`;
}
