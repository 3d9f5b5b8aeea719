/**
 * The eras of the newsletter ("profiles", docs/newsletter.md#eras): which headings an issue has, at which level and in
 * which order, and how it does what the eras do in different ways. One file of facts each.
 */

import type { Profile, ProfileId } from './profile';
import { SINCE_2022_01 } from './since-2022-01';
import { SINCE_2023_12 } from './since-2023-12';
import { SINCE_2025_02 } from './since-2025-02';
import { SINCE_2025_11 } from './since-2025-11';
import { ARCHIVE } from './until-2022';

export type { Profile, ProfileId, SectionSpec } from './profile';

export const PROFILES: Readonly<Record<ProfileId, Profile>> = {
  archive: ARCHIVE,
  p1: SINCE_2022_01,
  p2: SINCE_2023_12,
  p3: SINCE_2025_02,
  p4: SINCE_2025_11,
};

/** The profile of an issue date; the newest for no date. */
export function profileOf(date: string | undefined): Profile {
  if (date === undefined) return PROFILES.p4;
  const found = Object.values(PROFILES).find(
    (profile) => (!profile.from || profile.from <= date) && (!profile.until || date <= profile.until),
  );
  return found ?? PROFILES.p4;
}

/** For every key of the profile the key of the main section in which it stands. */
export function mainKeysOf(profile: Profile): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  // Parents stand before their children.
  for (const spec of profile.sections) {
    keys.set(spec.key, spec.parent === undefined ? spec.key : (keys.get(spec.parent) ?? spec.parent));
  }
  return keys;
}
