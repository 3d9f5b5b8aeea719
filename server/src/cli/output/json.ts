import type { ReportedFile } from './report';

/** The JSON of docs/architecture.md#contracts, version 1; every checked file is listed. */
export function formatJson(files: readonly ReportedFile[]): string {
  const plain = files.map(({ path, diagnostics }) => ({ path, diagnostics }));
  return `${JSON.stringify({ version: 1, files: plain })}\n`;
}
