import type { Range } from '../../text/sourceText';
import type { Finding } from '../rule';
import { findingOf, type Told } from './drafts';
import type { Places } from './places';

/** What is told of a stretch of an issue; the very list of the version before where all of it is the same. */
export interface ToldStretch extends Range {
  readonly told: readonly Told[];
}

/** What is told of a version of an issue. */
export class Verdict {
  private all: Finding[] | undefined;

  /** @param stretches in order, without gaps */
  constructor(
    readonly stretches: readonly ToldStretch[],
    private readonly places: Places,
  ) {}

  /** By place, then by the rules' order. */
  get findings(): Finding[] {
    this.all ??= this.stretches.flatMap((stretch) => this.findingsOf(stretch));
    return this.all;
  }

  /** @param stretch one of this verdict */
  findingsOf({ told, start }: ToldStretch): Finding[] {
    const version = { issue: this.places.issue, places: this.places, start };
    return told.map((one) => findingOf(one, version));
  }
}
