import { type Printable, printedLine, printedLines } from '../../text/harmless';
import type { ReportedFile } from './report';

/** A line a finding, as compilers write them: `path:line:column: severity: message [rule]`. Editors read such lists. */
export function formatUnix(files: readonly ReportedFile[]): Printable {
  return printedLines(
    files.flatMap(({ path, diagnostics }) =>
      diagnostics.map(
        ({ line, column, severity, message, rule }) =>
          printedLine`${path}:${String(line)}:${String(column)}: ${severity}: ${message} [${rule}]`,
      ),
    ),
  );
}
