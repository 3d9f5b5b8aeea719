import { type Lens, lenses } from '../features/lens/lenses';
import { type DocumentLink, documentLinks } from '../features/navigate/documentLinks';
import { labelAt, renameLabel } from '../features/navigate/labels';
import type { Place } from '../features/navigate/places';
import { definitionsOf, highlightsOf, referencesOf } from '../features/navigate/sameThing';
import { selectionsAt } from '../features/navigate/selections';
import type { CheckOptions } from '../rules/rule';
import type { Edit } from '../text/edits';
import { withEol } from '../text/edits';
import type { Range } from '../text/sourceText';
import { passed } from './gate';
import type { Document, Reader } from './reader';

/** Getting about in an issue, and from it to earlier ones. */
export interface Navigation {
  documentLinks(document: Document): readonly DocumentLink[];
  definitions(document: Document, offset: number): readonly Place[];
  references(document: Document, offset: number, withDefinitions: boolean): readonly Place[];
  highlights(document: Document, offset: number): readonly Place[];
  /** What holds an offset, the smallest first. */
  selections(document: Document, offset: number): readonly Range[];
  /** The label at an offset that can have another name. */
  label(document: Document, offset: number): Range | undefined;
  /** @throws RangeError with a sentence for the author when the name will not do */
  renameLabel(document: Document, offset: number, name: string): readonly Edit[];
  /** What there is to do at the sections of a draft. */
  lenses(document: Document, options: CheckOptions): readonly Lens[];
}

export function navigation(reader: Reader): Navigation {
  const at = (document: Document, offset: number) => ({
    issue: reader.issue(document),
    archive: reader.archive(document),
    offset,
  });
  return {
    documentLinks: (document) => documentLinks(reader.issue(document)),
    definitions: (document, offset) => definitionsOf(at(document, offset)),
    references: (document, offset, withDefinitions) => referencesOf(at(document, offset), withDefinitions),
    highlights: (document, offset) => highlightsOf(at(document, offset)),
    selections: (document, offset) => selectionsAt(reader.issue(document), offset),
    label: (document, offset) => labelAt(reader.issue(document), offset)?.at,
    renameLabel: (document, offset, name) => {
      const issue = reader.issue(document);
      const label = labelAt(issue, offset);
      if (!label) return [];
      const edits = renameLabel(issue, label, name).map((edit) => withEol(edit, issue.source.eol));
      return passed(reader.ports.log, `Rename in ${document.uri}`, document.text, edits);
    },
    lenses: (document, options) => {
      const issue = reader.issue(document);
      return issue.kind === 'template' ? [] : lenses(issue, reader.check(document, options));
    },
  };
}
