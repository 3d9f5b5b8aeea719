import { complete } from '../features/complete/complete';
import type { Completion } from '../features/complete/completion';
import { type Hover, hover } from '../features/hover/hover';
import { type InlayHint, weekdayHints } from '../features/hover/inlayHint';
import { type Fold, folds } from '../features/outline/folding';
import { type OutlineSection, outline } from '../features/outline/symbols';
import type { CheckOptions } from '../rules/rule';
import type { Range } from '../text/sourceText';
import { passed } from './gate';
import type { Document, Reader } from './reader';

/** What an editor shows beside and in the text. */
export interface Views {
  complete(document: Document, offset: number): readonly Completion[];
  /** Goes by what the latest check has told: the next one is not waited for. */
  hover(document: Document, options: CheckOptions, offset: number): Hover | undefined;
  outline(document: Document): readonly OutlineSection[];
  folds(document: Document): readonly Fold[];
  weekdayHints(document: Document, within: Range): readonly InlayHint[];
}

export function views(reader: Reader): Views {
  return {
    complete: (document, offset) =>
      complete({
        issue: reader.issue(document),
        offset,
        archive: reader.archive(document),
        today: reader.today(),
      }).filter(({ label, edit }) => {
        const made = passed(reader.ports.log, `“${label}” in ${document.uri}`, document.text, [edit]);
        return made.length > 0;
      }),
    hover: (document, options, offset) =>
      hover({
        issue: reader.issue(document),
        findings: reader.toldOrChecked(document, options).meeting({ start: offset, end: offset }),
        offset,
        archive: reader.archive(document),
        rulePage: reader.rulePage,
        today: options.today ?? reader.today(),
      }),
    outline: (document) => outline(reader.issue(document)),
    folds: (document) => folds(reader.issue(document)),
    weekdayHints: (document, within) => weekdayHints(reader.issue(document), within),
  };
}
