import type {
  Diagnostic,
  InitializeParams,
  SnippetTextEdit,
  TextDocumentEdit,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver';
import type { ClientOptions } from '../protocol/files';
import type { Finding, Severity } from '../rules/rule';
import type { Edit } from '../text/edits';
import { plainSnippet } from '../text/snippet';
import { type Range, SourceText } from '../text/sourceText';
import type { ConfigProblem } from '../workspace/config';
import { DiagnosticSeverity, DiagnosticTag, InsertTextFormat } from './languageServer';
import { type Counting, chosenEncoding, toRange } from './positions';

/** What the client can do with our answers. */
export interface ClientAbilities extends Counting {
  readonly pull: boolean;
  readonly refreshDiagnostics: boolean;
  readonly refreshInlayHints: boolean;
  readonly configuration: boolean;
  readonly watchConfiguration: boolean;
  readonly watchFiles: boolean;
  readonly relatedInformation: boolean;
  readonly codeDescription: boolean;
  readonly tags: boolean;
  readonly documentChanges: boolean;
  readonly snippetEdits: boolean;
  readonly createFiles: boolean;
  readonly lazyActions: boolean;
  readonly completionSnippets: boolean;
  /** What stands after a label is shown in every row, not only in the chosen one. */
  readonly labelDetails: boolean;
  readonly hierarchicalSymbols: boolean;
  /** It has the commands of our extension. */
  readonly commands: boolean;
  /** Formatting can be offered for some of the client's Markdown files only. */
  readonly registerFormatting: boolean;
}

export function readAbilities(params: InitializeParams): ClientAbilities {
  const { capabilities } = params;
  const { textDocument, workspace } = capabilities;
  const actions = textDocument?.codeAction;
  // Where a client can pull, what it says about single diagnostics may stand with either way of getting them.
  const details = [textDocument?.diagnostic, textDocument?.publishDiagnostics];
  return {
    encoding: chosenEncoding(params),
    pull: textDocument?.diagnostic !== undefined,
    refreshDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    refreshInlayHints: workspace?.inlayHint?.refreshSupport === true,
    configuration: workspace?.configuration === true,
    watchConfiguration: workspace?.didChangeConfiguration?.dynamicRegistration === true,
    watchFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    relatedInformation: details.some((detail) => detail?.relatedInformation),
    codeDescription: details.some((detail) => detail?.codeDescriptionSupport),
    tags: details.some((detail) => detail?.tagSupport?.valueSet.includes(DiagnosticTag.Unnecessary)),
    documentChanges: workspace?.workspaceEdit?.documentChanges === true,
    snippetEdits: workspace?.workspaceEdit?.snippetEditSupport === true,
    createFiles: workspace?.workspaceEdit?.resourceOperations?.includes('create') === true,
    lazyActions:
      actions?.dataSupport === true && actions.resolveSupport?.properties.includes('edit') === true,
    completionSnippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    labelDetails: textDocument?.completion?.completionItem?.labelDetailsSupport === true,
    commands: (params.initializationOptions as ClientOptions | undefined)?.commands === true,
    hierarchicalSymbols: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    registerFormatting:
      textDocument?.formatting?.dynamicRegistration === true &&
      textDocument.rangeFormatting?.dynamicRegistration === true,
  };
}

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** What is known beside a document. */
export interface Surroundings {
  /** The text of another document, where it is known. */
  sourceOf(uri: string): SourceText | undefined;
  /** Where a rule is explained. */
  rulePage(id: string): string | undefined;
}

export function toDiagnostic(
  uri: string,
  source: SourceText,
  finding: Finding,
  abilities: ClientAbilities,
  { sourceOf, rulePage }: Surroundings,
): Diagnostic {
  const { at, rule, message, severity, related, unnecessary } = finding;
  const diagnostic: Diagnostic = {
    range: toRange(source, unnecessary ? at : firstLine(source, at), abilities),
    severity: SEVERITIES[severity],
    code: rule,
    source: rule.startsWith('ci/') ? 'twir(ci)' : 'twir',
    message,
  };
  const page = abilities.codeDescription ? rulePage(rule) : undefined;
  if (page !== undefined) diagnostic.codeDescription = { href: page };
  if (unnecessary && abilities.tags) diagnostic.tags = [DiagnosticTag.Unnecessary];
  if (related.length > 0 && abilities.relatedInformation)
    diagnostic.relatedInformation = related.map((place) => {
      const text = place.uri === undefined || place.uri === uri ? source : sourceOf(place.uri);
      const start = { line: 0, character: 0 };
      const range = text ? toRange(text, place, abilities) : { start, end: start };
      return { location: { uri: place.uri ?? uri, range }, message: place.message };
    });
  return diagnostic;
}

/** What is underlined of a finding: its first line. Whole blocks are only faded. */
function firstLine(source: SourceText, { start, end }: Range): Range {
  return { start, end: Math.min(end, Math.max(start, source.lineAt(start).end)) };
}

/** What is wrong in a configuration, for the editor that shows it. */
export function configDiagnostics(
  text: string,
  problems: readonly ConfigProblem[],
  counting: Counting,
): Diagnostic[] {
  const source = new SourceText(text);
  return problems.map(({ message, ...range }) => ({
    range: toRange(source, range, counting),
    severity: DiagnosticSeverity.Warning,
    source: 'twir',
    message,
  }));
}

export interface EditedDocument {
  readonly uri: string;
  readonly version: number;
  readonly source: SourceText;
}

/** Edits of one document as the client understands them, for this very version where it can say so. */
export function toWorkspaceEdit(
  { uri, version, source }: EditedDocument,
  edits: readonly Edit[],
  snippet: boolean,
  abilities: ClientAbilities,
): WorkspaceEdit {
  const plain = ({ text, ...range }: Edit): TextEdit => ({
    range: toRange(source, range, abilities),
    newText: snippet ? plainSnippet(text) : text,
  });
  if (!abilities.documentChanges) return { changes: { [uri]: edits.map(plain) } };
  const asSnippet = ({ text, ...range }: Edit): SnippetTextEdit => ({
    range: toRange(source, range, abilities),
    snippet: { kind: 'snippet', value: text },
  });
  const change: TextDocumentEdit = {
    textDocument: { uri, version },
    edits: snippet && abilities.snippetEdits ? edits.map(asSnippet) : edits.map(plain),
  };
  return { documentChanges: [change] };
}

/** How the text of a completion is to be read; a client without snippets gets it without tab stops. */
export function toInsertText(
  text: string,
  snippet: boolean,
  abilities: ClientAbilities,
): { newText: string; format: InsertTextFormat } {
  if (snippet && abilities.completionSnippets) return { newText: text, format: InsertTextFormat.Snippet };
  return { newText: snippet ? plainSnippet(text) : text, format: InsertTextFormat.PlainText };
}
