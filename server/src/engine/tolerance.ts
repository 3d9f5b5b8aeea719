import { hasTag, ruleById } from '../rules/index';
import type { Finding, IgnoredFinding, Level } from '../rules/rule';
import type { Edit } from '../text/edits';
import type { SourceText } from '../text/sourceText';
import { ignoreEdits, levelEdits, wordEdits } from '../workspace/configEdits';
import { passed } from './gate';
import type { Document, Reader } from './reader';

/** How findings can be lived with: edits of the checkout's configuration, which hold for everybody. */
export interface Tolerance {
  /**
   * Gives a rule a level in the checkout's configuration, for everybody.
   *
   * @param level undefined: what holds without the configuration
   * @returns undefined where there can be no configuration, or no such rule
   */
  setRule(
    document: Document,
    rule: string,
    level: Level | undefined,
  ): Promise<{ readonly config: ConfigFile; readonly edits: readonly Edit[] } | undefined>;
  /** Ways to live with findings, written into the checkout's configuration; undefined where there can be none. */
  tolerate(
    document: Document,
    findings: readonly Finding[],
  ): Promise<{ readonly config: ConfigFile; readonly ways: readonly Toleration[] } | undefined>;
}

/** A configuration to be edited; without text it is to be made. */
export interface ConfigFile {
  readonly uri: string;
  readonly text: string | undefined;
}

interface Toleration {
  readonly title: string;
  readonly finding: Finding;
  /** What it ignores: an author may also do so alone, in settings of their own. */
  readonly ignored?: IgnoredFinding;
  /** Of the configuration. */
  readonly edits: readonly Edit[];
}

export function tolerance(reader: Reader): Tolerance {
  const { workspace } = reader;
  const { log } = reader.ports;
  return {
    setRule: async (document, rule, level) => {
      const config = ruleById(rule) && (await workspace.configToEdit(document.uri));
      const edits = config && levelEdits(config.text, rule, level);
      return edits && { config, edits: passed(log, `${rule} in ${config.uri}`, config.text, edits) };
    },
    tolerate: async (document, given) => {
      // What CI says is not ours to switch off.
      const findings = given.filter(({ rule }) => ruleById(rule) !== undefined);
      if (findings.length === 0) return undefined;
      const config = await workspace.configToEdit(document.uri);
      if (!config) return undefined;
      const ways = waysToTolerate(findings, reader.issue(document).source, config.text);
      return {
        config,
        ways: ways.flatMap(({ edits, ...way }): Toleration[] =>
          edits
            ? [{ ...way, edits: passed(log, `“${way.title}” in ${config.uri}`, config.text, edits) }]
            : [],
        ),
      };
    },
  };
}

/**
 * Each word to be known, each finding to be ignored and each rule to be switched off once.
 *
 * @param source of the issue
 * @param config text of the configuration
 * @returns without edits what can't be written into it
 */
function waysToTolerate(
  findings: readonly Finding[],
  source: SourceText,
  config: string | undefined,
): (Omit<Toleration, 'edits'> & { readonly edits: readonly Edit[] | undefined })[] {
  const lineOf = ({ at }: Finding) => source.slice(source.lineAt(at.start)).trim();
  const wordOf = ({ at }: Finding) => source.slice(at);
  const mistyped = findings.filter(({ rule }) => hasTag(rule, 'word'));
  return [
    ...firstOf(mistyped, wordOf).map((finding) => ({
      title: `Add “${wordOf(finding)}” to the words in .twir.json`,
      finding,
      edits: wordEdits(config, wordOf(finding)),
    })),
    ...firstOf(findings, (finding) => `${finding.rule} ${lineOf(finding)}`).map((finding) => {
      const ignored = { rule: finding.rule, line: lineOf(finding) };
      return {
        title: `Ignore this finding of ${finding.rule} for everyone, in .twir.json`,
        ignored,
        finding,
        edits: ignoreEdits(config, ignored),
      };
    }),
    ...firstOf(findings, ({ rule }) => rule).map((finding) => ({
      title: `Switch off ${finding.rule} for everyone, in .twir.json`,
      finding,
      edits: levelEdits(config, finding.rule, 'off'),
    })),
  ];
}

/** The first finding of each key. */
function firstOf(findings: readonly Finding[], key: (finding: Finding) => string): Finding[] {
  const first = new Map<string, Finding>();
  for (const finding of findings) if (!first.has(key(finding))) first.set(key(finding), finding);
  return [...first.values()];
}
