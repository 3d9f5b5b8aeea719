import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  CONSOLIDATED_FORMS,
  consolidatedSentence,
  groupHeading,
  groupMention,
} from '../../server/src/newsletter/sections/noneForms';

interface Snippet {
  readonly prefix: string;
  readonly description: string;
  readonly body: readonly string[];
}

const read = (path: string) => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'));
const snippets: Record<string, Snippet> = read('snippets/twir.code-snippets');
const all = Object.entries(snippets);

const variables: Record<string, string> = {
  CURRENT_YEAR: '2026',
  CURRENT_MONTH: '11',
  CURRENT_DATE: '25',
  CLIPBOARD: 'https://example.com/page',
};

/** The text a snippet leaves behind when every suggestion is accepted; `choose` picks from a list of choices. */
function expand(body: readonly string[], choose: (choices: string[]) => string = (list) => list[0]!): string {
  return body
    .join('\n')
    .replace(/\$([A-Z_]+)/g, (_, name: string) => variables[name] ?? `unknown variable ${name}`)
    .replace(/\$\{\d+\|([^|]*)\|\}/g, (_, list: string) => choose(list.split(',')))
    .replace(/\$\{\d+:([^}]*)\}/g, '$1')
    .replace(/\$\d+/g, '');
}

/** Every expansion that differs by one choice from the next. */
function expansions(body: readonly string[]): string[] {
  const widest = Math.max(
    1,
    ...[...body.join('\n').matchAll(/\|([^}]*)\|\}/g)].map((m) => m[1]!.split(',').length),
  );
  return Array.from({ length: widest }, (_, i) => expand(body, (list) => list[i % list.length]!));
}

const DATE = String.raw`\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])`;
const LINK = String.raw`\[[^[\]\s](?:[^[\]]*[^[\]\s])?\]\([^()\s]+\)`;
const BOLD = String.raw`\[\*\*[^*\s](?:[^*]*[^*\s])?\*\*\]\([^()\s]+\)`;
const PLACE = `[A-Z][^,|()]*, (?:[A-Z]{2,3}, )?[A-Z]{2}`;
const LOCATION = String.raw`(?:${PLACE}|Virtual(?: \(${PLACE}\))?|Hybrid \(${PLACE}\))`;
const MARKER = String.raw`\[(?:video|audio|series|[A-Z]{2})\]`;
const lines = (...sources: string[]) => new RegExp(`^${sources.join('\n')}$`);

const ITEM = lines(String.raw`\* (?:${MARKER} )*${LINK}`);
const EVENT = lines(
  String.raw`\* ${DATE}(?: - ${DATE})? \| ${LOCATION} \| ${LINK}(?: \+ ${LINK})*`,
  String.raw`    \* ${BOLD}(?: \| ${LINK})*`,
);
const CRATE = String.raw`This week's crate is ${LINK}, [^\n]+\.`;
const QUOTE = String.raw`(?:> [^\n]+\n)+\n– ${LINK}`;
const THANKS = (topic: string, what: string) =>
  String.raw`Thanks to \[[^\]]+\]\(https://users\.rust-lang\.org/t/${topic}/\w+\) for the ${what}!`;
const CRATE_THANKS = (what: string) => THANKS('crate-of-the-week/2704', what);
const NONE = (text: string) => lines(text.replace(/[*.?()[\]]/g, String.raw`\$&`));
const [CFT, FCP] = CONSOLIDATED_FORMS.map((form) => {
  const mentions = form.groups.map((group) => groupMention(group, undefined));
  return consolidatedSentence(form, mentions, undefined);
});

/** What each snippet must expand to. */
const forms: Record<string, RegExp> = {
  twlink: ITEM,
  twvideo: ITEM,
  twaudio: ITEM,
  twseries: ITEM,
  twlang: ITEM,
  twevent: EVENT,
  tweventus: EVENT,
  tweventca: EVENT,
  tweventau: EVENT,
  twvirtual: EVENT,
  twonline: EVENT,
  twhybrid: EVENT,
  twmulti: EVENT,
  twcotw: lines(CRATE, '', CRATE_THANKS('suggestion')),
  twcotwself: lines(CRATE, '', CRATE_THANKS('self-suggestion')),
  twcotwfree: lines(CRATE, '', String.raw`[^\n]+\.`),
  twqotw: lines(QUOTE, '', THANKS('twir-quote-of-the-week/328', 'suggestion')),
  twqotwfree: lines(QUOTE, '', String.raw`[^\n]+\.`),
  twmerged: lines(
    String.raw`\d+ pull requests were \[merged in the last week\]\[merged\]`,
    '',
    String.raw`\[merged\]: https://github\.com/search\?q=is%3Apr\+org%3Arust-lang\+is%3Amerged\+merged%3A[\w-]+\.\.[\w-]+`,
  ),
  twperf: lines(
    String.raw`[^\n]+\n`,
    String.raw`Triage done by \*\*@\w+\*\*\.`,
    String.raw`Revision range: \[\w+\.\.\w+\]\(https://perf\.rust-lang\.org/\?start=\w+&end=\w+[^)\s]*\)\n`,
    String.raw`\*\*Summary\*\*:\n`,
    String.raw`(?:\|[^\n]+\|\n){7}`,
    String.raw`\d+ Regressions, \d+ Improvements, \d+ Mixed; \d+ of them in rollups`,
    String.raw`\d+ artifact comparisons made in total\n`,
    String.raw`\[Full report here\]\(https://github\.com/rust-lang/rustc-perf/blob/\w+/triage/\d{4}/${DATE}\.md\)`,
  ),
  twfcp: lines(String.raw`\* ${LINK}`),
  twfcpdisp: lines(String.raw`\* \[disposition: (?:close|postpone|unspecified)\] ${LINK}`),
  twfcpgroup: lines(String.raw`##### ${LINK}(?: \[\(MCPs only\)\]\([^()\s]+\))?`, String.raw`\* ${LINK}`),
  twnofcp: NONE(FCP!),
  twcfp: lines(String.raw`\* \[[^\]]+ - [^\]]+\]\([^()\s]+\)`),
  twcfpevent: lines(String.raw`\* ${BOLD} \| ${DATE} \| ${PLACE} \| ${DATE}`),
  twcft: lines(`##### ${LINK}`, String.raw`\* ${LINK}`, String.raw`    \* \[Testing steps\]\([^()\s]+\)`),
  twnocft: NONE(CFT!),
  twrfc: lines(String.raw`\* ${LINK}`),
  twrfcup: lines(String.raw`\* \[updated\] ${LINK}`),
  twnorfc: NONE('* *No RFCs were approved this week.*'),
  twnonewrfc: NONE('* *No New or Updated RFCs were created this week.*'),
  twnocfp: NONE('*No Calls for participation were submitted this week.*'),
  twnocfpevent: NONE('*No Calls for papers or presentations were submitted this week.*'),
  twjobs: lines(String.raw`Please see the latest \[Who's Hiring thread on r/rust\]\([^()\s]+\)`),
  twfooter: lines(
    String.raw`\*Email list hosting is sponsored by ${LINK}\*\n`,
    String.raw`<small>\[Discuss on r/rust\]\(https://www\.reddit\.com/r/rust/comments/\w+/this_week_in_rust_\w+/\)</small>`,
  ),
};

describe('snippets', () => {
  it('are not offered in everybody’s Markdown', () => {
    // The client offers them in newsletter files; what the manifest contributes knows only languages.
    expect(read('package.json').contributes.snippets).toBeUndefined();
  });

  it('have a prefix each, of one shape', () => {
    const prefixes = all.map(([, snippet]) => snippet.prefix);
    expect(new Set(prefixes).size).toBe(prefixes.length);
    for (const prefix of prefixes) expect(prefix).toMatch(/^tw[a-z]+$/);
    expect(prefixes.toSorted()).toEqual(Object.keys(forms).toSorted());
  });

  it.each(all)('%s', (_, snippet) => {
    expect(snippet.description).toMatch(/^[A-Z].{10,}[^.]$/);
    for (const text of expansions(snippet.body)) {
      expect(text).toMatch(forms[snippet.prefix]!);
      for (const line of text.split('\n')) {
        expect(line).not.toMatch(/\s$|\t|[$\u00a0]/);
        // A list is made of `* `, nested by four spaces.
        if (/^\s*[-+*]\s/.test(line)) expect(line).toMatch(/^(?: {4})?\* \S/);
        if (/^\s/.test(line)) expect(line).toMatch(/^ {4}\* /);
      }
      expect(text).not.toContain('\n\n\n');
    }
  });

  it.each([
    ['twcft', CONSOLIDATED_FORMS[0]!],
    ['twfcpgroup', CONSOLIDATED_FORMS[1]!],
  ])('%s has the groups as the newest issues write them', (prefix, { groups }) => {
    const [, snippet] = all.find(([, { prefix: own }]) => own === prefix)!;
    const headings = expansions(snippet.body).map((text) => text.split('\n')[0]);
    expect(headings).toEqual(groups.map((group) => `##### ${groupHeading(group, undefined)}`));
  });

  it.each(all)('%s: tab stops count from one without gaps', (_, snippet) => {
    const stops = [...snippet.body.join('\n').matchAll(/\$\{(\d+)/g)].map((match) => Number(match[1]));
    expect(stops).toEqual(stops.map((_, i) => i + 1));
  });
});
