/** The newsletter's own repository. */
export const NEWSLETTER = 'rust-lang/this-week-in-rust';

/** A repository on GitHub, told by the address of a remote; undefined for other hosts. @returns `owner/name` */
export function repositoryOf(remote: string): string | undefined {
  const match =
    /^(?:https?:\/\/|ssh:\/\/|git:\/\/)?(?:[^@/]*@)?github\.com(?::\d+)?[/:]([\w.-]+)\/([\w.-]+?)(?:\.git)?\/*$/i.exec(
      remote.trim(),
    );
  return match ? `${match[1]}/${match[2]}` : undefined;
}

/** The groups of repositories that have one of their own; all others are among the other areas. */
const GROUPS: Readonly<Record<string, string>> = {
  'rust-lang/cargo': 'project/cargo',
  'rust-lang/miri': 'project/miri',
  'rust-lang/rfcs': 'approved-rfcs',
  'rust-lang/rust-analyzer': 'project/rust-analyzer',
  'rust-lang/rust-clippy': 'project/clippy',
  'rust-lang/rustfmt': 'project/rustfmt',
};

/** Of the compiler's repository what belongs elsewhere, by how titles begin. */
const PREFIXES: readonly (readonly [RegExp, string])[] = [
  [/^\[?rustdoc(?:[-_ ]?(?:search|json|js|gui|html|book))?\]?[:\s]/i, 'project/rustdoc'],
  [/^\[?miri\]?[:\s]/i, 'project/miri'],
  [/^\[?rustfmt\]?[:\s]/i, 'project/rustfmt'],
  [
    /^\[?(?:core|alloc|std|library|libs?|libcore|liballoc|libstd|hashbrown|portable-simd)(?:[/:][\w/:-]*)?\]?:/i,
    'project/library',
  ],
];
/** Names from the standard library. Types of the compiler have other ones. */
const LIBRARY = new RegExp(
  [
    String.raw`\b(?:core|alloc|std|ptr|slice|str|iter|mem|char|fs|io|net|os|env|hint|simd|num|fmt|ascii|array|cmp|ops|pin|sync|task|thread|time|process|path|f16|f32|f64|f128|[iu](?:8|16|32|64|128|size))::`,
    String.raw`\b(?:Vec|VecDeque|BTreeMap|BTreeSet|BinaryHeap|HashMap|HashSet|LinkedList|String|Box|Rc|Arc|Cell|RefCell|UnsafeCell|LazyCell|LazyLock|OnceCell|OnceLock|Mutex|RwLock|Condvar|Barrier|Cow|Option|Result|Iterator|DoubleEndedIterator|Peekable|Duration|Instant|SystemTime|Path|PathBuf|OsStr|OsString|CStr|CString|ByteStr|ByteString|NonNull|NonZero|MaybeUninit|ManuallyDrop|Wrapping|Saturating|Ordering|Layout|Allocator|TypeId|File|OpenOptions|Command|Child|Stdio|TcpStream|UdpSocket|IpAddr|Ipv[46]Addr|Formatter|Waker|AtomicPtr|Range(?:Inclusive|From|To)?)(?:<[^>]*>)?::`,
    String.raw`\b(?:libstd|libcore|liballoc|standard library|constify|intrinsics?)\b`,
  ].join('|'),
);

/** Of the compiler's repository what belongs elsewhere, by the folder of most of what changed. */
const FOLDERS: readonly (readonly [RegExp, string])[] = [
  [
    /^(?:src\/(?:librustdoc|rustdoc-json-types|tools\/(?:rustdoc|jsondoc|jsondocck|html-checker))|tests\/rustdoc)/,
    'project/rustdoc',
  ],
  [/^src\/tools\/miri\//, 'project/miri'],
  [/^src\/tools\/clippy\//, 'project/clippy'],
  [/^src\/tools\/rustfmt\//, 'project/rustfmt'],
  [/^src\/tools\/rust-analyzer\//, 'project/rust-analyzer'],
  [/^library\//, 'project/library'],
  [/^compiler\//, 'project/compiler'],
];

/** @returns undefined when the files tell nothing: tests and documentation go with whatever they are about */
function sectionOfFiles(files: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const file of files) {
    const section = FOLDERS.find(([folder]) => folder.test(file))?.[1];
    if (section !== undefined) counts.set(section, (counts.get(section) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}

/**
 * The section in which a merged pull request is listed.
 *
 * @param repo `owner/name`
 * @param title as its author wrote it
 * @param files that it changed, where known
 */
export function sectionOf(repo: string, title: string, files: readonly string[] = []): string {
  const own = GROUPS[repo.toLowerCase()];
  if (own !== undefined) return own;
  if (repo.toLowerCase() !== 'rust-lang/rust') return 'project/other';
  const prefix = PREFIXES.find(([pattern]) => pattern.test(title));
  return (
    prefix?.[1] ?? sectionOfFiles(files) ?? (LIBRARY.test(title) ? 'project/library' : 'project/compiler')
  );
}

/** The words in front of a title that its group says already: `rustdoc: ` under Rustdoc. */
export function withoutGroup(title: string, section: string): string {
  const name = section.split('/')[1] ?? '';
  const match = /^\[?([\w-]+)\]?:?[ \t]+(?=\S)/.exec(title);
  return match && /[:\]]/.test(match[0]) && match[1]!.toLowerCase() === name
    ? title.slice(match[0].length)
    : title;
}
