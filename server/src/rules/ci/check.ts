import type { IssueDigest } from '../../newsletter/archive/digest';
import type { Range } from '../../text/sourceText';
import type { Finding } from '../rule';
import { fixesOf, rangeOf } from './fixes';
import { ownAdvice } from './kinds';
import { type CheckedLinks, checkLinks, crash } from './links';
import { type PlainPage, PlainRenderer } from './page';
import { PythonError } from './python/error';
import { type SoupTag, soupTags } from './python/soup';
import { checkBackticks, checkTags } from './text';
import type { Verdict } from './verdict';

/** What CI needs to know beside the text. */
export interface CiQuestion {
  readonly uri: string;
  readonly text: string;
  readonly role: 'editor' | 'contributor';
  /** Earlier issues, the latest first. */
  readonly earlier: readonly IssueDigest[];
  /** What our own rules say about the text: their fixes are offered, and where they are silent we say why. */
  readonly own: readonly Finding[];
}

/** CI looks at files of this name only. */
const FILE_NAME = /(?:^|\/)\d{4}-\d\d-\d\d-this-week-in-rust\.md$/;
/** It compares an issue with those before it, 25 files in all. */
const EARLIER_FILES = 24;

/** Says what the newsletter's CI will say about an issue. */
export class CiCheck {
  private readonly renderer = new PlainRenderer();
  /** What is compared of an earlier issue; it never changes. */
  private readonly keys = new WeakMap<IssueDigest, ReadonlySet<string>>();

  /** @returns the verdicts of the newsletter's two checkers as findings of rules `ci/<kind>`, by place */
  verdicts(question: CiQuestion): Finding[] {
    const { text, uri, own } = question;
    if (!FILE_NAME.test(uri)) return [];
    const page = this.renderer.page(text);
    return this.all(question, page)
      .map((verdict) => toFinding(verdict, text, page, own))
      .sort((a, b) => a.at.start - b.at.start || a.at.end - b.at.end);
  }

  private all({ text, role, earlier }: CiQuestion, page: PlainPage): Verdict[] {
    const backticks = checkBackticks(text);
    let tags: SoupTag[];
    try {
      tags = soupTags(page.html);
    } catch (error) {
      if (!(error instanceof PythonError)) throw error;
      return [crash({ start: 0, end: 0 }, error)];
    }
    const checked = checkLinks(tags, role === 'contributor');
    return [...checked.verdicts, ...this.duplicates(checked, earlier), ...backticks, ...checkTags(tags)];
  }

  private duplicates({ links, verdicts }: CheckedLinks, earlier: readonly IssueDigest[]): Verdict[] {
    if (verdicts.some(({ kind }) => kind === 'crash')) return [];
    const recent = earlier.filter(({ uri }) => FILE_NAME.test(uri)).slice(0, EARLIER_FILES);
    const seen = new Set<string>();
    return links.flatMap(({ key, tag }): Verdict[] => {
      // The first file that has a link is the one that is named.
      const issue = recent.findLast((digest) => this.keysOf(digest).has(key));
      const repeated = seen.has(key);
      seen.add(key);
      if (!issue && !repeated) return [];
      const where = issue ? `in the issue of ${issue.date}` : 'earlier in this file';
      return [
        {
          kind: 'duplicate',
          severity: 'error',
          about: tag,
          key,
          message: `CI finds this link ${where}, too`,
        },
      ];
    });
  }

  private keysOf(digest: IssueDigest): ReadonlySet<string> {
    let keys = this.keys.get(digest);
    if (!keys) {
      keys = linkKeys(digest.communityText);
      this.keys.set(digest, keys);
    }
    return keys;
  }
}

/** What CI compares of an earlier issue. */
function linkKeys(text: string): ReadonlySet<string> {
  try {
    return new Set(
      checkLinks(soupTags(new PlainRenderer().page(text).html), false).links.map(({ key }) => key),
    );
  } catch (error) {
    if (error instanceof PythonError) return new Set();
    throw error;
  }
}

function toFinding(verdict: Verdict, text: string, page: PlainPage, own: readonly Finding[]): Finding {
  const { kind, severity, about, message } = verdict;
  const place = 'name' in about ? page.placeAt(about.at) : undefined;
  const at: Range = 'name' in about ? rangeOf(verdict, text, place) : about;
  const advice = ownAdvice(kind, at, own);
  return {
    rule: `ci/${kind}`,
    severity,
    at,
    message: advice.differs ? `${message}. ${advice.differs}` : message,
    fixes: [...fixesOf(verdict, at, text, place), ...advice.fixes],
    related: [],
  };
}
