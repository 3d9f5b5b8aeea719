import { append } from '../../text/lists';
import { meets, type Range, shifted } from '../../text/sourceText';
import type { Finding, Related } from '../rule';
import { findingOf, type Told } from './drafts';
import type { Places } from './places';

/** The findings in a text, made as far as they are asked for. */
export interface KnownFindings {
  /** All, by place. */
  readonly findings: readonly Finding[];
  /** Those of which a place meets a range: their own, or another that they stand for. By place. */
  meeting(range: Range): readonly Finding[];
}

/** Whether a place of a finding meets a range: its own, or another that it stands for. */
export function isMetBy(
  { at, related }: { readonly at: Range; readonly related: readonly Omit<Related, 'fixes'>[] },
  range: Range,
): boolean {
  return (
    meets(at, range) || related.some((place) => place.also && place.uri === undefined && meets(place, range))
  );
}

/** What is told of a stretch of an issue; the very list of the version before where all of it is the same. */
export interface ToldStretch extends Range {
  readonly told: readonly Told[];
}

/** What is told of a version of an issue. */
export class Verdict implements KnownFindings {
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

  meeting(range: Range): Finding[] {
    const found: Finding[] = [];
    for (const { told, start, end } of this.stretches) {
      const wanted = shifted(range, -start);
      const met = told.filter((one) => isMetBy(one, wanted));
      if (met.length > 0) append(found, this.findingsOf({ told: met, start, end }));
    }
    return found;
  }

  /** @param stretch one of this verdict, with all that is told of it or some of that */
  findingsOf({ told, start }: ToldStretch): Finding[] {
    const version = { issue: this.places.issue, places: this.places, start };
    return told.map((one) => findingOf(one, version));
  }
}
