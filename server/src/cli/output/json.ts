import { type Printable, printedJson, printedLines } from '../../text/harmless';
import type { ReportedFile } from './report';

/** The JSON of docs/architecture.md#contracts, version 1; every checked file is listed. */
export function formatJson(files: readonly ReportedFile[]): Printable {
  const plain = files.map(({ path, diagnostics }) => ({ path, diagnostics }));
  return printedLines([printedJson({ version: 1, files: plain })]);
}
