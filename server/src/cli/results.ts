import { parentOf } from '../engine';
import type { CheckOptions } from '../rules/rule';
import type { Files } from '../workspace/files';
import type { Compared } from '../workspace/workspace';
import { HashedFiles } from './hashedFiles';
import { uriOf } from './inputFile';
import type { ReportedDiagnostic } from './output/report';
import type { PackedFile } from './packedFile';
import type { Kept } from './system';
import { VERSION } from './version';

/** All 636 published issues come to 2 MB; this has room for a handful of ways to check them. */
const LONGEST = 16 * 1024 * 1024;
const HEADER = 'twir results 1 ';

/** All that the findings of a file come from, besides the file and the program. */
export interface Question {
  /** With today. Of the configuration this is all that checks are told. */
  readonly options: CheckOptions;
  readonly compared: Compared;
  /** Where pages of rules are. */
  readonly rulePages: string;
  readonly withFixes: boolean;
}

type Diagnostics = readonly ReportedDiagnostic[];

/** What is known about the files of a folder: findings as JSON, by a digest of all that they come from. */
interface Shelf {
  readonly known: ReadonlyMap<string, string>;
  readonly used: Map<string, string>;
  changed: boolean;
}

/**
 * Findings of earlier runs. They are found again by the contents of everything that they come from, this build of the
 * program included, so that they can't be out of date; losing them costs time only.
 */
export class Results {
  private readonly hashed: HashedFiles;
  /** Findings tell other files by their paths from the current folder. */
  private readonly here = uriOf('.');
  private readonly shelves = new Map<string, Shelf>();
  private readonly texts = new Map<PackedFile, string>();
  private readonly archives = new Map<readonly string[], string>();

  /** @param files those of the machine */
  constructor(
    private readonly kept: Kept,
    files: Files,
  ) {
    this.hashed = new HashedFiles(files, kept);
  }

  /** What checks have to read through, so that we know what they have read. */
  get files(): Files {
    return this.hashed;
  }

  /** Files that are going to be checked: the others are compared with what was read of them, not with what they say by then. */
  took(files: readonly PackedFile[]): void {
    for (const file of files) if (!file.stdin) this.hashed.took(file.uri, this.hashOf(file));
  }

  private hashOf(file: PackedFile): string {
    const hash = this.texts.get(file) ?? this.kept.hash(file.bytes);
    this.texts.set(file, hash);
    return hash;
  }

  /** The place for the findings of a file. */
  slot(file: PackedFile, question: Question): Slot {
    const { kept, hashed } = this;
    const { archive, template } = question.compared;
    const before = this.archives.get(archive) ?? hashed.digest(archive);
    this.archives.set(archive, before);
    const asked = [
      VERSION,
      kept.program,
      this.here,
      file.uri,
      this.hashOf(file),
      question.options,
      question.rulePages,
      question.withFixes,
      template ?? null,
      before,
    ];
    const key = kept.hash(JSON.stringify(asked));
    const shelf = this.shelf(parentOf(file.uri));
    const isSound = () => hashed.lastDigest(archive) === before;
    return {
      key,
      isSound,
      recall: () => {
        const found = shelf.known.get(key);
        if (found === undefined) return undefined;
        shelf.used.set(key, found);
        return JSON.parse(found) as Diagnostics;
      },
      keep: (diagnostics) => {
        if (!isSound()) return;
        shelf.used.set(key, JSON.stringify(diagnostics));
        shelf.changed = true;
      },
    };
  }

  /** Writes down what is new, for the next run. */
  save(): void {
    for (const [folder, { known, used, changed }] of this.shelves) {
      if (!changed) continue;
      const lines: string[] = [];
      let length = 0;
      // What was not asked for this time, with other options or of an older text, stays while there is room.
      for (const [key, found] of [...used, ...[...known].filter(([key]) => !used.has(key))]) {
        length += key.length + found.length + 2;
        if (length > LONGEST) break;
        lines.push(`${key} ${found}\n`);
      }
      const body = lines.join('');
      this.kept.write(this.nameOf(folder), `${HEADER}${this.kept.hash(body)}\n${body}`);
    }
  }

  private shelf(folder: string): Shelf {
    let shelf = this.shelves.get(folder);
    if (!shelf) {
      shelf = { known: this.read(this.nameOf(folder)), used: new Map(), changed: false };
      this.shelves.set(folder, shelf);
    }
    return shelf;
  }

  /** Nothing is taken from a file that is not exactly what was written. */
  private read(name: string): ReadonlyMap<string, string> {
    const text = this.kept.read(name) ?? '';
    const end = text.indexOf('\n');
    const body = text.slice(end + 1);
    if (end < 0 || text.slice(0, end) !== `${HEADER}${this.kept.hash(body)}`) return new Map();
    const lines = body.split('\n').slice(0, -1);
    return new Map(
      lines.map((line) => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)]),
    );
  }

  private nameOf(folder: string): string {
    return this.kept.hash(folder).slice(0, 32);
  }
}

/** Where the findings of a file are kept. */
export interface Slot {
  /** Tells all that the findings come from from everything else. */
  readonly key: string;
  /** Whether no earlier issue was written while we were at work: else nobody can tell whose findings these are. */
  isSound(): boolean;
  /** @returns undefined when they are not known */
  recall(): Diagnostics | undefined;
  keep(diagnostics: Diagnostics): void;
}
