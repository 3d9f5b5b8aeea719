import type { Range } from '../../text/sourceText';
import { Spans } from '../../text/spans';
import type { Finding, Fix } from '../rule';
import type { CiKind } from './verdict';

interface KindAdvice {
  /** Our rules that speak of the same. */
  readonly rules: readonly string[];
  /** Why they may be silent. */
  readonly differs?: string;
  /** Whether what they offer satisfies CI. */
  readonly sameFix?: boolean;
}

const ADVICE: Readonly<Record<CiKind, KindAdvice>> = {
  scheme: {
    rules: ['link-scheme', 'link-empty'],
    differs: 'The address may lead somewhere, but readers of the e-mail cannot follow it',
    sameFix: true,
  },
  tracking: { rules: ['link-tracking'] },
  simplify: {
    rules: ['link-slashes', 'link-tracking'],
    differs:
      'Twir would leave it as it is: most pages read both alike, and where one does not, the editors can merge it all the same',
  },
  duplicate: {
    rules: ['link-duplicate', 'link-repeated'],
    differs: 'Twir does not take the two for one page',
  },
  truncated: { rules: ['link-title-truncated'], differs: 'The title may be whole' },
  repository: {
    rules: ['link-bare-repo'],
    differs: 'Twir asks this of a repository’s first page only',
  },
  'crates-io': { rules: ['link-crates-io'], differs: 'Twir does not ask this here' },
  closed: { rules: ['project-tooling-closed'] },
  'backticks-odd': {
    rules: ['backtick-unbalanced', 'code-word'],
    differs: 'CI only counts; the site shows the line as it is meant',
  },
  'backticks-empty': {
    rules: ['backtick-unbalanced'],
    differs: 'CI only counts; the site shows the line as it is meant',
  },
  tag: {
    rules: ['html-unescaped', 'code-block-accident'],
    differs: 'The site shows it; it is only not on CI’s list',
    sameFix: true,
  },
  'item-empty': {
    rules: ['link-title-missing', 'link-empty', 'item-without-link'],
    differs: 'It may hold a picture or a comment, which CI does not count',
  },
  crash: { rules: [] },
};

/** What our own rules say of a text, to be asked about its places: there may be thousands of either. */
export class OwnFindings {
  private readonly byKind = new Map<CiKind, Spans<Range & { readonly finding: Finding }>>();

  /** @param findings by place */
  constructor(private readonly findings: readonly Finding[]) {}

  /** What they say at a place of which CI says `kind`: fixes that satisfy CI too, or why they are silent. */
  advice(kind: CiKind, at: Range): { readonly fixes: readonly Fix[]; readonly differs?: string } {
    const { differs, sameFix } = ADVICE[kind];
    const same = this.of(kind).meeting(at);
    if (same.length === 0) return { fixes: [], ...(differs ? { differs } : {}) };
    return { fixes: sameFix ? same.flatMap(({ finding }) => finding.fixes) : [] };
  }

  private of(kind: CiKind) {
    let spans = this.byKind.get(kind);
    if (!spans) {
      const own = this.findings.filter(({ rule }) => ADVICE[kind].rules.includes(rule));
      spans = new Spans(own.map((finding) => ({ start: finding.at.start, end: finding.at.end, finding })));
      this.byKind.set(kind, spans);
    }
    return spans;
  }
}
