import { Session } from 'node:inspector';

/** How often the parts of our code ran: by where they begin and end, the smallest blocks that V8 tells apart. */
export type Counts = ReadonlyMap<string, number>;

/**
 * Counts what a task makes run, block by block. Unlike time, a count tells nothing of the machine and of what else it
 * does; what runs inside the machine (searches in strings, copies of lists) is not counted. Counts are whole, and the same
 * every time, only where V8 doesn't optimize (`--no-opt`).
 */
export class Counting {
  private readonly session = new Session();

  constructor() {
    this.session.connect();
    this.post('Profiler.enable');
    this.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  }

  of(task: () => unknown): Counts {
    // What ran before is forgotten.
    this.post('Profiler.takePreciseCoverage');
    task();
    return this.take();
  }

  private take(): Counts {
    const counts = new Map<string, number>();
    const { result } = this.post('Profiler.takePreciseCoverage') as {
      result: {
        url: string;
        functions: {
          functionName: string;
          ranges: { startOffset: number; endOffset: number; count: number }[];
        }[];
      }[];
    };
    for (const { url, functions } of result) {
      if (!url.startsWith('file:') && !url.startsWith('/')) continue;
      for (const { functionName, ranges } of functions)
        for (const { startOffset, endOffset, count } of ranges)
          if (count > 0) counts.set(`${url}:${startOffset}-${endOffset} ${functionName}`, count);
    }
    return counts;
  }

  private post(method: string, params?: object): unknown {
    let answer: unknown;
    this.session.post(method, params, (error, result) => {
      if (error) throw error;
      answer = result;
    });
    return answer;
  }
}

export function total(counts: Counts): number {
  let sum = 0;
  for (const count of counts.values()) sum += count;
  return sum;
}
