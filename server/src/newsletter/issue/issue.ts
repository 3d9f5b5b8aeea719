import { fileDate, isTemplate } from '../../protocol/newsletterFile';
import { applyEdits, type Edit, withEol } from '../../text/edits';
import { SourceText } from '../../text/sourceText';
import { type Profile, profileOf } from '../eras/profiles';
import { buildSections } from '../sections/sections';
import { issueDateOf } from './date';
import { type FrontMatter, readFrontMatter } from './frontMatter';
import type { IssuePart } from './part';
import { PieceCache } from './pieceCache';
import { type ParsedTree, type PlacedPiece, readPieces } from './pieces';
import { Reading } from './reading';

export { PieceCache as ChunkCache } from './pieceCache';
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
  /** Trees of the pieces that this version was the first to have, by offset, and the labels they were parsed with. */
  readonly parsed: { readonly labels: ReadonlySet<string>; readonly trees: ReadonlyMap<number, ParsedTree> };
  /**
   * The next version.
   *
   * @param edits on this one, not overlapping; LF in their texts becomes the document's own line ending
   */
  with(edits: readonly Edit[]): Issue;
}

export interface IssueInput {
  readonly uri: string;
  readonly text: string;
  /** Told by the file's name when absent. */
  readonly kind?: 'issue' | 'template';
  /** Replaces the bundled profile of the issue's era, e.g. one read from the workspace's template; or chooses by it. */
  readonly profile?: Profile | ((bundled: Profile) => Profile);
}

/** Reads a newsletter file. Never throws: whatever the text is, there is an issue to talk about. */
export function readIssue(input: IssueInput, cache: PieceCache = new PieceCache()): Issue {
  const { uri, text } = input;
  const source = new SourceText(text);
  const frontMatter = readFrontMatter(source);
  const date =
    frontMatter.date ??
    fileDate(uri) ??
    (frontMatter.number === undefined ? undefined : issueDateOf(frontMatter.number));
  const profile =
    typeof input.profile === 'function' ? input.profile(profileOf(date)) : (input.profile ?? profileOf(date));
  const kind = input.kind ?? (isTemplate(uri) ? 'template' : 'issue');
  return new WholeIssue({ uri, source, frontMatter, kind, profile, date }, cache);
}

interface Version extends Pick<Issue, 'uri' | 'source' | 'frontMatter' | 'kind' | 'profile' | 'date'> {}

class WholeIssue extends Reading implements Issue {
  readonly uri: string;
  readonly frontMatter: FrontMatter;
  readonly pieces: readonly PlacedPiece[];
  readonly parsed: Issue['parsed'];

  constructor(
    { uri, source, frontMatter, kind, profile, date }: Version,
    private readonly cache: PieceCache,
  ) {
    const { bodyStart } = frontMatter;
    const { text } = source;
    const { pieces, specs, labels, trees } = readPieces({ text, bodyStart, kind, profile, date }, cache);
    super({
      source,
      bodyStart,
      kind,
      profile,
      date,
      chunks: pieces.map(({ bodyStart, summary }) => ({ start: bodyStart, summary })),
      sections: (itemsOf) =>
        buildSections({ headings: this.headings, specs, above: [], end: text.length, itemsOf }),
      labels: () => new Map(this.definitions.map(({ label, url }) => [label, url])),
    });
    this.uri = uri;
    this.frontMatter = frontMatter;
    this.pieces = pieces;
    this.parsed = { labels, trees };
  }

  with(edits: readonly Edit[]): Issue {
    const { uri, source, kind, profile } = this;
    const text = applyEdits(
      source.text,
      edits.map((edit) => withEol(edit, source.eol)),
    );
    return readIssue({ uri, text, kind, profile }, this.cache);
  }
}
