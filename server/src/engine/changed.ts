import { newDraft } from '../features/draft/newDraft';
import { addDays } from '../newsletter/issue/date';
import { fileDate, issueFileName } from '../protocol/newsletterFile';
import { hasTag } from '../rules/index';
import type { CheckOptions, Finding } from '../rules/rule';
import type { SourceText } from '../text/sourceText';
import { type Change, changedLines, changesSince } from '../workspace/changesSince';
import { parentOf } from '../workspace/files';
import { GitError } from '../workspace/git';
import type { Document, Reader } from './reader';

/** What is new since a revision. */
export interface Changed {
  /**
   * The files of the checkout around a folder that are otherwise than at the commit which HEAD and a revision grew
   * apart from.
   *
   * @throws GitError
   */
  changesSince(folder: string, revision: string): Promise<readonly Change[]>;
  /**
   * Findings on changed lines, and those that there were not before. What a new draft has from the template and from
   * the issue before is not new.
   */
  checkChange(document: Document, options: CheckOptions, change: Change): Promise<readonly Finding[]>;
}

export function changed(reader: Reader): Changed {
  const { workspace, ports } = reader;
  return {
    changesSince: async (folder, revision) => {
      if (!ports.git) throw new GitError('there is no git here');
      return (await changesSince(ports.git, folder, revision)).changes;
    },
    checkChange: async (document, given, change) => {
      const before = change.before ?? (await asCreated(document.uri));
      // Whoever publishes an issue has to write in content/.
      const editing = !change.published;
      // A list's first place with a slip may be older than the change.
      const options = { ...given, editing, unfolded: true, ...(before === undefined ? {} : { before }) };
      if (before === undefined) return reader.check(document, options);
      // A new name may be what is wrong; a new folder is not, where it is the one for published issues.
      const uri = change.published ? document.uri : change.origin;
      const old: Document = { uri, version: -1, text: before };
      const left = occurrences(reader.issue(old).source, reader.check(old, options));
      const { source } = reader.issue(document);
      const lines = changedLines(before, document.text);
      return reader.check(document, options).filter((finding) => {
        if (hasTag(finding.rule, 'change')) return true;
        const key = keyOf(source, finding);
        const count = left.get(key) ?? 0;
        left.set(key, count - 1);
        return count <= 0 || touches(source, finding, lines);
      });
    },
  };

  /** A new draft as the newsletter's creator writes it; undefined for other files. */
  async function asCreated(uri: string): Promise<string | undefined> {
    const date = fileDate(uri);
    const folder = parentOf(uri);
    const template = workspace.template(uri)?.text;
    if (date === undefined || template === undefined) return undefined;
    const name = issueFileName(addDays(date, -7));
    const previous =
      (await workspace.read(`${folder}/${name}`)) ??
      (await workspace.read(`${parentOf(folder)}/content/${name}`));
    try {
      return newDraft({ date, template, previous, keepPast: true }).text;
    } catch {
      return undefined;
    }
  }
}

/** How often there is each finding, by rule, message and text of its line. */
function occurrences(source: SourceText, findings: readonly Finding[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const finding of findings) {
    const key = keyOf(source, finding);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

function keyOf(source: SourceText, { rule, message, at }: Finding): string {
  return [rule, message, source.slice(source.lineAt(at.start)).trim()].join('\0');
}

function touches(source: SourceText, { at }: Finding, lines: ReadonlySet<number>): boolean {
  const last = source.lineNumberAt(at.end);
  for (let line = source.lineNumberAt(at.start); line <= last; line += 1) if (lines.has(line)) return true;
  return false;
}
