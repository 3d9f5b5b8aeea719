import type { Range, SourceText } from '../../text/sourceText';

/** What is wrong with a line of the performance triage. */
export interface TableSlip extends Range {
  readonly message: string;
}

/** `| (instructions:u) | mean | range | count |`; tables of before 2022-05 have other columns. */
const HEADER = /\bmean\b.*\b(?:range|max)\b.*\bcount\b/;
const DELIMITER = /^\|(?:[ \t]*:?-+:?[ \t]*\|){4}$/;
const LABEL = /^(Regressions|Improvements|All)\b[^(]*\((primary|secondary)\)$/;
const SOME_ROW = /^\|?[ \t]*(?:Regressions|Improvements|All)\b.*\(\w+\).*\|/;
const VALUE = String.raw`(?:-?\d+(?:\.\d+)?%|-|N/A)`;
/** Of the cells behind the label, with what they are called. */
const CELLS: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`^${VALUE}$`), 'percentage'],
  [new RegExp(`^(?:${VALUE}|\\[-?\\d+(?:\\.\\d+)?%, -?\\d+(?:\\.\\d+)?%\\])$`), 'range of percentages'],
  [/^\d+$/, 'count'],
];
const ROWS = [
  'Regressions (primary)',
  'Regressions (secondary)',
  'Improvements (primary)',
  'Improvements (secondary)',
  'All (primary)',
];
/** `2 Regressions, 0 Improvements, 9 Mixed; 4 of them in rollups` */
const COUNTS = /^\d+ Regressions?, \d+ Improvements?, \d+ Mixed(?:; \d+ of them in rollups)?$/;
const LIKE_COUNTS = /^[^|]*\bRegressions?\b[^|]*\bImprovements?\b[^|]*\bMixed\b/i;

/**
 * What is damaged in the table and the counts of a performance triage, which are copied from its report.
 *
 * @param body of its section
 */
export function perfTableSlips(source: SourceText, body: Range): TableSlip[] {
  const slips: TableSlip[] = [];
  const rows = new Set<string>();
  let header: Range | undefined;
  const last = source.lineNumberAt(Math.max(body.start, body.end - 1));
  for (let n = source.lineNumberAt(body.start); n <= last; n += 1) {
    const { start } = source.line(n);
    const text = source.lineText(n).trimEnd();
    const line = { start, end: start + text.length };
    if (LIKE_COUNTS.test(text) && !COUNTS.test(text))
      slips.push({
        ...line,
        message: 'These counts are usually “1 Regression, 2 Improvements, 3 Mixed; 4 of them in rollups”',
      });
    if (!header && text.startsWith('|') && HEADER.test(text)) {
      header = line;
      const below = source.lineText(n + 1).trimEnd();
      if (!DELIMITER.test(below))
        slips.push({
          ...line,
          message: 'The line “|:---:|:---:|:---:|:---:|” is missing below the head of this table',
        });
    } else if (header && SOME_ROW.test(text)) {
      if (source.lineText(n - 1).trim() === '')
        slips.push({ ...line, message: 'A blank line parts this row from its table' });
      slips.push(...rowSlips(text, line, rows));
    }
  }
  const missing = ROWS.filter((row) => !rows.has(row));
  // A shorter table is somebody's choice.
  if (header && missing.length === 1)
    slips.push({ ...header, message: `This table has no row for “${missing[0]}”` });
  return slips;
}

/** @param rows gets the label of the row */
function rowSlips(text: string, line: Range, rows: Set<string>): TableSlip[] {
  const cells = text.replace(/^\||\|$/g, '').split('|');
  const [label = '', ...values] = cells;
  const [, what, which] = LABEL.exec(label.trim()) ?? [];
  if (what) rows.add(`${what} (${which})`);
  if (!/^\|.*\|$/.test(text) || values.length !== CELLS.length)
    return [{ ...line, message: `This row is usually “| ${label.trim()} | 0.5% | [0.1%, 0.9%] | 12 |”` }];
  let start = line.start + 1 + label.length + 1;
  return values.flatMap((value, index) => {
    const at = {
      start: start + value.length - value.trimStart().length,
      end: start + value.trimEnd().length,
    };
    start += value.length + 1;
    const [form, name] = CELLS[index]!;
    return form.test(value.trim()) ? [] : [{ ...at, message: `“${value.trim()}” is no ${name}` }];
  });
}
