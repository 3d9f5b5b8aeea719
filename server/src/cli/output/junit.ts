import { Printable } from '../../text/harmless';
import type { ReportedDiagnostic, ReportedFile } from './report';

/** JUnit's XML: a suite a file, a failed case an error or warning; a file without has one case that passed. */
export function formatJUnit(files: readonly ReportedFile[]): Printable {
  const suites = files.map(({ path, diagnostics }) => {
    const failures = diagnostics.filter(({ severity }) => severity === 'error' || severity === 'warning');
    const cases = failures.map((found) => failedCase(path, found));
    if (cases.length === 0) cases.push(`    <testcase name="twir check" classname="${escaped(path)}"/>`);
    return {
      tests: cases.length,
      failures: failures.length,
      xml: `  <testsuite name="${escaped(path)}" tests="${cases.length}" failures="${failures.length}" errors="0">\n${cases.join('\n')}\n  </testsuite>\n`,
    };
  });
  const sum = (key: 'tests' | 'failures') => suites.reduce((total, suite) => total + suite[key], 0);
  return Printable.verbatim(
    `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="twir" tests="${sum('tests')}" failures="${sum('failures')}" errors="0">\n${suites.map(({ xml }) => xml).join('')}</testsuites>\n`,
  );
}

function failedCase(
  path: string,
  { rule, line, column, severity, message, url }: ReportedDiagnostic,
): string {
  const name = escaped(`${rule} at ${line}:${column}`);
  const text = escaped(
    `${path}:${line}:${column}: ${severity}: ${message}${url === undefined ? '' : ` (${url})`}`,
  );
  return `    <testcase name="${name}" classname="${escaped(path)}">\n      <failure type="${escaped(rule)}" message="${escaped(message)}">${text}</failure>\n    </testcase>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '<': '&lt;',
  '>': '&gt;',
  '&': '&amp;',
  '"': '&quot;',
  '\n': '&#10;',
};

/** What XML can't have at all is left out. */
function escaped(text: string): string {
  return text
    .replace(/(?!\n)[\p{Cc}\p{Cs}\ufffe\uffff]/gu, '\ufffd')
    .replace(/[<>&"\n]/g, (character) => ENTITIES[character]!);
}
