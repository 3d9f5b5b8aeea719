import type { Rule } from '../../rules/rule';
import { type Printable, printedJson, printedLines } from '../../text/harmless';
import type { SourceText } from '../../text/sourceText';
import type { Place, ReportedDiagnostic, ReportedFile } from './report';

const LEVELS = { error: 'error', warning: 'warning', info: 'note', hint: 'none' } as const;

export interface SarifInput {
  readonly files: readonly ReportedFile[];
  /** Every rule, in order; results point into this list. */
  readonly rules: readonly Rule[];
  readonly ruleUrl: (id: string) => string | undefined;
  readonly version: string;
  /** A path as it is called from the root of the repository, with slashes. */
  readonly fromRoot: (path: string) => string;
}

/** SARIF 2.1.0, for code scanning. */
export function formatSarif({ files, rules, ruleUrl, version, fromRoot }: SarifInput): Printable {
  const index = new Map(rules.map((rule, n) => [rule.id, n]));
  const locationOf = (path: string) => ({ uri: toUri(fromRoot(path)), uriBaseId: '%SRCROOT%' });
  const resultOf = ({ path }: ReportedFile, source: SourceText, found: ReportedDiagnostic) => ({
    ruleId: found.rule,
    ...(index.has(found.rule) ? { ruleIndex: index.get(found.rule) } : {}),
    // By the standard a result without a level is one that informs.
    ...(found.severity === 'hint' ? { kind: 'informational' } : {}),
    level: LEVELS[found.severity],
    message: { text: found.message },
    locations: [{ physicalLocation: { artifactLocation: locationOf(path), region: regionOf(found) } }],
    ...(found.related.length > 0
      ? {
          relatedLocations: found.related.map((related, id) => ({
            id,
            message: { text: related.message },
            physicalLocation: {
              artifactLocation: locationOf(related.path ?? path),
              ...(related.line === undefined ? {} : { region: regionOf(related as Place) }),
            },
          })),
        }
      : {}),
    ...(found.fixes.length > 0
      ? {
          fixes: found.fixes
            .map(({ title, edits }) => ({
              description: { text: title },
              artifactChanges: [
                {
                  artifactLocation: locationOf(path),
                  replacements: edits.map((edit) => ({
                    deletedRegion: regionOf(edit),
                    insertedContent: { text: edit.text },
                  })),
                },
              ],
            }))
            .filter(({ artifactChanges }) => artifactChanges[0]!.replacements.length > 0),
        }
      : {}),
    // Code scanning follows a finding by this while lines move.
    partialFingerprints: { 'twir/v1': `${found.rule}:${source.lineText(found.line - 1).trim()}` },
  });
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
              help: {
                text: `${rule.summary}. ${rule.why}`,
                markdown: `${rule.summary}. ${rule.why}\n\n${ruleUrl(rule.id) === undefined ? '' : `[${rule.id}](${ruleUrl(rule.id)})`}`,
              },
              helpUri: ruleUrl(rule.id),
              defaultConfiguration: { level: LEVELS[rule.severity] },
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        artifacts: files.map((file) => ({ location: locationOf(file.path) })),
        results: files.flatMap((file) => {
          const source = file.source();
          return file.diagnostics.map((found) => resultOf(file, source, found));
        }),
      },
    ],
  };
  return printedLines([printedJson(log)]);
}

function regionOf({ line, column, endLine, endColumn }: Place) {
  return { startLine: line, startColumn: column, endLine, endColumn };
}

function toUri(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
