/** What editor and command line say in the same words. */

/** @example `1 event`, `2 events` */
export function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}

/** What became of the events of the issue before. */
export function carriedOver({ carried, dropped }: { carried: number; dropped: number }): string {
  return `${count(carried, 'event')} carried over, ${count(dropped, 'past one')} left out`;
}
