import type { Edit } from '../../text/edits';
import type { Range } from '../../text/sourceText';
import type { Finding, Fix } from '../rule';
import type { Told, Version } from './drafts';
import { LateFinding } from './lateFinding';

/**
 * Where a rule says the same of several places of one list, it is told once: at the first of them, which names the
 * others and mends them with it. Hints stay where they are, they take no room in lists of problems.
 *
 * @param list which list a place is in
 * @returns in the order given
 */
export function fold(drafts: readonly Told[], list: (at: Range) => number | undefined): Told[] {
  const groups = new Map<string, Told[]>();
  const heads: Told[][] = [];
  for (const draft of drafts) {
    const { rule, severity, message, related, at } = draft;
    // What names other places is about those too.
    if (severity === 'hint' || related.length > 0 || rule.apart) {
      heads.push([draft]);
      continue;
    }
    const key = `${rule.id} ${severity} ${list(at)} ${message}`;
    const group = groups.get(key);
    if (group) {
      group.push(draft);
      continue;
    }
    const first = [draft];
    groups.set(key, first);
    heads.push(first);
  }
  return heads.map((group) => (group.length === 1 ? group[0]! : together(group)));
}

function together(group: readonly Told[]): Told {
  const [first, ...others] = group;
  const known = new WeakMap<Version, { all: readonly (readonly Fix[])[]; common: readonly Fix[] }>();
  const fixesOf = (place: number, version: Version) => {
    let fixes = known.get(version);
    if (!fixes) {
      const all = group.map(({ fixes }) => fixes(version));
      fixes = { all, common: commonFixes(all) };
      known.set(version, fixes);
    }
    // To be done in bulk is what mends all places.
    const own = fixes.all[place]!.map(({ all, ...fix }) => (all ? { ...fix, places: 1 } : fix));
    return [...fixes.common, ...own];
  };
  return {
    ...first!,
    related: others.map(({ at }, n) => ({
      start: at.start,
      end: at.end,
      message: 'Here, too',
      also: true,
      fixes: (version) => fixesOf(n + 1, version),
    })),
    fixes: (version) => fixesOf(0, version),
  };
}

/** For each fix of the first finding that the others have as well, one of all places. */
function commonFixes(all: readonly (readonly Fix[])[]): Fix[] {
  const [own, ...others] = all as [readonly Fix[], ...(readonly Fix[])[]];
  return own.flatMap((fix): Fix[] => {
    if (fix.command || fix.snippet) return [];
    const same = [fix];
    for (const fixes of others) {
      const other = fixes.find(({ title }) => title === fix.title);
      if (!other) return [];
      same.push(other);
    }
    return [
      {
        title: `${fix.title} (all ${same.length} places)`,
        places: same.length,
        edits: () => joined(same.flatMap(({ edits }) => edits())),
        ...(same.every((one) => one.all) ? { all: true } : {}),
      },
    ];
  });
}

/**
 * Findings with one for each other place that they stand for, as a hint that leads to the finding: who reads an issue
 * sees every place, lists of problems tell each cause once.
 *
 * @returns by place
 */
export function everyPlace(findings: readonly Finding[]): Finding[] {
  const others = findings.flatMap((finding) =>
    finding.related
      .filter(({ also, uri }) => also && uri === undefined)
      .map(
        ({ start, end, fixes }): Finding =>
          new LateFinding(
            finding.rule,
            { start, end },
            finding.message,
            'hint',
            [{ start: finding.at.start, end: finding.at.end, message: 'Told here, for all places' }],
            finding.unnecessary,
            () => fixes?.() ?? finding.fixes,
          ),
      ),
  );
  if (others.length === 0) return [...findings];
  return [...findings, ...others].sort((a, b) => a.at.start - b.at.start || a.at.end - b.at.end);
}

/** Several edits that insert at one place become one, in their order: what is moved from two places to one arrives whole. */
function joined(edits: readonly Edit[]): Edit[] {
  const inserted = new Map<number, number>();
  const all: Edit[] = [];
  for (const edit of edits) {
    const known = edit.start === edit.end ? inserted.get(edit.start) : undefined;
    if (known === undefined) {
      if (edit.start === edit.end) inserted.set(edit.start, all.length);
      all.push(edit);
    } else all[known] = { ...edit, text: all[known]!.text + edit.text };
  }
  return all;
}
