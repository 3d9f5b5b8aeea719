import { PerformanceObserver } from 'node:perf_hooks';
import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';

/**
 * Bytes of the nursery, beyond which it grows no more: enough for what a keystroke leaves behind. Left alone it grows to
 * 32 MB, and its greatest size can't be set any more once Node.js has started.
 */
const NURSERY = 8 * 1024 * 1024;
/**
 * What has grown old is collected when it is a seventh of what is in use, not several times as much: 120 MB less. Not
 * before the first findings have been shown: until then there is little of it.
 */
const GROWTH_PERCENT = 15;
const SHOWN_MS = 1000;

const growing = (percent: number) => setFlagsFromString(`--heap-growing-percent=${percent}`);
const nurseryGrows = (factor: number) => setFlagsFromString(`--semi-space-growth-factor=${factor}`);

/** Keeps the memory of a process small that runs for hours. */
export function keepSmall(): void {
  setTimeout(growing, SHOWN_MS, GROWTH_PERCENT).unref();
  new PerformanceObserver(() => {
    const nursery = getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space')!;
    nurseryGrows(nursery.space_size < NURSERY ? 2 : 1);
  }).observe({ entryTypes: ['gc'] });
}

/** V8's flags are those of the start again: it takes no code that was compiled with other ones. */
export function asAtStart(): void {
  growing(0);
  nurseryGrows(2);
}
