import type { Rule } from '../../rules/rule';
import { type Printable, printedJson, printedLines } from '../../text/harmless';
import type { ReportedFile } from './report';

const LEVELS = { error: 'error', warning: 'warning', info: 'note', hint: 'none' } as const;

/** SARIF 2.1.0, for code scanning. @param rules every rule, in order; results point into this list */
export function formatSarif(
  files: readonly ReportedFile[],
  rules: readonly Rule[],
  ruleUrl: (id: string) => string | undefined,
  version: string,
): Printable {
  const index = new Map(rules.map((rule, n) => [rule.id, n]));
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'twir',
            semanticVersion: version,
            rules: rules.map((rule) => ({
              id: rule.id,
              shortDescription: { text: rule.summary },
              fullDescription: { text: rule.why },
              helpUri: ruleUrl(rule.id),
              defaultConfiguration: { level: LEVELS[rule.severity] },
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        artifacts: files.map((file) => ({ location: { uri: toUri(file.path) } })),
        results: files.flatMap((file, artifact) =>
          file.diagnostics.map((d) => ({
            ruleId: d.rule,
            ...(index.has(d.rule) ? { ruleIndex: index.get(d.rule) } : {}),
            level: LEVELS[d.severity],
            message: { text: d.message },
            locations: [
              {
                physicalLocation: {
                  artifactLocation: { uri: toUri(file.path), index: artifact },
                  region: {
                    startLine: d.line,
                    startColumn: d.column,
                    endLine: d.endLine,
                    endColumn: d.endColumn,
                  },
                },
              },
            ],
            // Code scanning follows a finding by this while lines move.
            partialFingerprints: { 'twir/v1': `${d.rule}:${file.source.lineText(d.line - 1).trim()}` },
          })),
        ),
      },
    ],
  };
  return printedLines([printedJson(log)]);
}

function toUri(path: string): string {
  return path.split(/[\\/]/).map(encodeURIComponent).join('/');
}
