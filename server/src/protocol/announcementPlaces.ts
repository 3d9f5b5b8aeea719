/** Where an issue is announced. */
export const PLACES = ['reddit', 'bluesky', 'mastodon', 'email'] as const;
export type Place = (typeof PLACES)[number];
