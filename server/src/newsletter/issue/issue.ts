import { fileDate, isTemplate } from '../../protocol/newsletterFile';
import { applyEdits, type Edit, withEol } from '../../text/edits';
import { changeBetween, SourceText } from '../../text/sourceText';
import { atOnce, type Steps } from '../../text/steps';
import { type Profile, profileOf } from '../eras/profiles';
import type { HeadingSpec } from '../sections/headingSpecs';
import { buildSections } from '../sections/sections';
import { type Chunk, chunksOf } from './chunks';
import { issueDateOf } from './date';
import { type FrontMatter, readFrontMatter } from './frontMatter';
import { Labels } from './labels';
import type { IssuePart } from './part';
import { PieceCache } from './pieceCache';
import type { Pieces, PlacedPiece } from './pieces';
import { readChanged } from './readChanged';
import { Reading } from './reading';
import { readPieces } from './readPieces';

export { PieceCache } from './pieceCache';
export { WINDOW_DAYS } from './reading';

/**
 * One version of a newsletter file, read once. Immutable; all offsets are into `source`. It is made of pieces, each
 * read once for all versions that have it; what it tells as a whole is put together when it is asked for.
 */
export interface Issue extends IssuePart {
  readonly uri: string;
  readonly frontMatter: FrontMatter;
  /** In order, without gaps. */
  readonly pieces: readonly PlacedPiece[];
  /** What each heading stands for; the same list as in the version before if no heading has changed. */
  readonly specs: readonly (HeadingSpec | undefined)[];
  /** What the site's parser reads by itself, in order, without gaps from the end of the front matter on. */
  readonly chunks: readonly Chunk[];
  /**
   * Another text read as this one was: under the same name, with the same profile, from the same pieces.
   *
   * @param change a whole text; or edits on this version, not overlapping, in whose texts LF becomes the document's own
   *   line ending
   * @returns this version where the text stays as it is
   */
  with(change: readonly Edit[] | string): Issue;
  /** {@link with} piece by piece. @param near another version, which what comes of it may be more like */
  withInSteps(change: readonly Edit[] | string, near?: Issue): Steps<Issue>;
}

export interface IssueInput {
  readonly uri: string;
  readonly text: string;
  /** Told by the file's name when absent. */
  readonly kind?: 'issue' | 'template';
  /** Replaces the bundled profile of the issue's era, e.g. one read from the workspace's template; or chooses by it. */
  readonly profile?: Profile | ((bundled: Profile) => Profile);
}

/**
 * Reads a newsletter file. Never throws: whatever the text is, there is an issue to talk about.
 *
 * @param before the version before: what did not change since is taken over from it
 */
export function readIssue(input: IssueInput, cache?: PieceCache, before?: Issue): Issue {
  return atOnce(readIssueInSteps(input, cache, before));
}

/** {@link readIssue} piece by piece. */
export function* readIssueInSteps(
  input: IssueInput,
  cache: PieceCache = new PieceCache(),
  before?: Issue,
): Steps<Issue> {
  const { uri, text } = input;
  const last = before instanceof WholeIssue && before.uri === uri ? before : undefined;
  const change = last && changeBetween(last.source.text, text);
  const source = last && change ? last.source.next(text, change) : new SourceText(text);
  const below = last && change && change.start > last.frontMatter.readTo;
  const frontMatter = below ? last.frontMatter : readFrontMatter(text);
  const date =
    frontMatter.date ??
    fileDate(uri) ??
    (frontMatter.number === undefined ? undefined : issueDateOf(frontMatter.number));
  const profile =
    typeof input.profile === 'function' ? input.profile(profileOf(date)) : (input.profile ?? profileOf(date));
  const kind = input.kind ?? (isTemplate(uri) ? 'template' : 'issue');
  const { bodyStart } = frontMatter;
  cache.letGo();
  const wanted = { text, bodyStart, kind, profile, date };
  const pieces =
    (last && change && readChanged(wanted, cache, last.read, change)) ??
    (yield* readPieces(wanted, cache, last?.read));
  return new WholeIssue({ uri, source, frontMatter, kind, profile, date }, pieces, cache);
}

interface Version extends Pick<Issue, 'uri' | 'source' | 'frontMatter' | 'kind' | 'profile' | 'date'> {}

class WholeIssue extends Reading implements Issue {
  readonly uri: string;
  readonly frontMatter: FrontMatter;
  readonly pieces: readonly PlacedPiece[];
  readonly specs: Issue['specs'];
  private knownChunks: readonly Chunk[] | undefined;

  constructor(
    { uri, source, frontMatter, kind, profile, date }: Version,
    readonly read: Pieces,
    private readonly cache: PieceCache,
  ) {
    const { bodyStart } = frontMatter;
    const { text } = source;
    const { pieces, specs } = read;
    super({
      source,
      keys: cache.keys,
      bodyStart,
      kind,
      profile,
      date,
      chunks: pieces,
      sections: (itemsOf) =>
        buildSections({ headings: this.headings, specs, above: [], end: text.length, itemsOf }),
      labels: () => new Map(this.definitions.map(({ label, url }) => [label, url])),
    });
    this.uri = uri;
    this.frontMatter = frontMatter;
    this.pieces = pieces;
    this.specs = specs;
  }

  get chunks(): readonly Chunk[] {
    this.knownChunks ??= chunksOf(
      this.source,
      this.pieces,
      new Labels([...this.definitions, ...this.footnotes].map(({ label }) => label)),
    );
    return this.knownChunks;
  }

  with(change: readonly Edit[] | string): Issue {
    return atOnce(this.withInSteps(change));
  }

  *withInSteps(change: readonly Edit[] | string, near?: Issue): Steps<Issue> {
    const { uri, source, kind, profile } = this;
    const whole = typeof change === 'string';
    const text = whole
      ? change
      : applyEdits(
          source.text,
          change.map((edit) => withEol(edit, source.eol)),
        );
    if (text === source.text) return this;
    return yield* readIssueInSteps(
      { uri, text, kind, profile },
      this.cache,
      near ?? (whole ? undefined : this),
    );
  }
}
