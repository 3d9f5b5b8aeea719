import type { IssueDigest } from '../../newsletter/archive/digest';
import type { Range } from '../../text/sourceText';
import { atOnce, type Steps } from '../../text/steps';
import type { Finding } from '../rule';
import { fixesOf, rangeOf } from './fixes';
import { ItemLines } from './itemLines';
import { OwnFindings } from './kinds';
import { type CheckedLinks, crash, LinkCheck } from './links';
import { PlainRenderer } from './page';
import { PythonError } from './python/error';
import { checkBackticks, TagCheck } from './text';
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
  private readonly links = new LinkCheck();
  private readonly tags = new TagCheck();
  /** What is compared of an earlier issue; it never changes. */
  private readonly keys = new WeakMap<IssueDigest, ReadonlySet<string>>();

  /** @returns the verdicts of the newsletter's two checkers as findings of rules `ci/<kind>`, by place */
  verdicts(question: CiQuestion): Finding[] {
    return atOnce(this.verdictsInSteps(question));
  }

  /** {@link verdicts}, where earlier issues that are not known yet are read one by one. */
  *verdictsInSteps(question: CiQuestion): Steps<Finding[]> {
    const { text, uri, own, earlier } = question;
    if (!FILE_NAME.test(uri)) return [];
    for (const digest of comparedOf(earlier)) {
      if (this.keys.has(digest)) continue;
      this.keysOf(digest);
      yield;
    }
    const lines = new ItemLines(text);
    const ours = new OwnFindings(own);
    return this.all(question)
      .map((verdict) => toFinding(verdict, text, lines, ours))
      .sort((a, b) => a.at.start - b.at.start || a.at.end - b.at.end);
  }

  private all({ text, role, earlier }: CiQuestion): Verdict[] {
    try {
      const { stretches } = this.renderer.page(text);
      const checked = this.links.check(stretches, role === 'contributor');
      return [
        ...checked.verdicts,
        ...this.duplicates(checked, earlier),
        ...checkBackticks(text),
        ...this.tags.verdicts(stretches),
      ];
    } catch (error) {
      if (!(error instanceof PythonError)) throw error;
      return [crash({ start: 0, end: 0 }, error)];
    }
  }

  private duplicates({ links, verdicts }: CheckedLinks, earlier: readonly IssueDigest[]): Verdict[] {
    if (verdicts.some(({ kind }) => kind === 'crash')) return [];
    const recent = comparedOf(earlier);
    const seen = new Set<string>();
    return links.flatMap(({ key, tag, stretch }): Verdict[] => {
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
          about: { tag, stretch },
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

/** The earlier issues that CI compares with. */
function comparedOf(earlier: readonly IssueDigest[]): readonly IssueDigest[] {
  return earlier.filter(({ uri }) => FILE_NAME.test(uri)).slice(0, EARLIER_FILES);
}

/** What CI compares of an earlier issue. */
function linkKeys(text: string): ReadonlySet<string> {
  try {
    const { links } = new LinkCheck().check(new PlainRenderer().page(text).stretches, false);
    return new Set(links.map(({ key }) => key));
  } catch (error) {
    if (error instanceof PythonError) return new Set();
    throw error;
  }
}

function toFinding(verdict: Verdict, text: string, lines: ItemLines, own: OwnFindings): Finding {
  const { kind, severity, about, message } = verdict;
  const place = 'tag' in about ? about.stretch.placeOf(about.tag) : undefined;
  const at: Range = 'tag' in about ? rangeOf(verdict, text, place) : about;
  const advice = own.advice(kind, at);
  return {
    rule: `ci/${kind}`,
    severity,
    at,
    message: advice.differs ? `${message}. ${advice.differs}` : message,
    fixes: [...fixesOf(verdict, at, text, lines, place), ...advice.fixes],
    related: [],
  };
}
