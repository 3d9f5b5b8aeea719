export function hindrances(
  manifest: { version: string; publisher: string; repository?: unknown },
  tag: string | undefined,
): string[];
