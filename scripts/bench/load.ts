import { Connection } from "./connection.ts";

/** What a burst of load saw. Latencies in milliseconds. */
export interface Burst {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
}

/** When a burst ends: after so many milliseconds, or so many requests. */
export interface Shape {
  readonly milliseconds?: number;
  readonly requests?: number;
  /** Ten unless said. */
  readonly connections?: number;
}

/** Sends what `next` gives over some connections, as fast as answers come. */
export async function burst(
  url: string,
  next: () => string,
  { milliseconds = Infinity, requests = Infinity, connections = 10 }: Shape,
): Promise<Burst> {
  const latencies: number[] = [];
  const startedAt = performance.now();
  let sent = 0;
  const send = async () => {
    const connection = await Connection.open(url);
    let now = performance.now();
    while (now - startedAt < milliseconds && sent++ < requests) {
      const { status } = await connection.send(next());
      if (status >= 400) throw new Error(`${url} answered ${status}.`);
      const before = now;
      now = performance.now();
      latencies.push(now - before);
    }
    connection.close();
  };
  await Promise.all(Array.from({ length: connections }, send));
  const seconds = (performance.now() - startedAt) / 1000;
  latencies.sort((a, b) => a - b);
  return {
    perSecond: latencies.length / seconds,
    p50: quantile(latencies, 0.5),
    p99: quantile(latencies, 0.99),
  };
}

/** The value below which that part of `sorted` lies. */
export function quantile(sorted: readonly number[], part: number): number {
  return sorted[Math.floor((sorted.length - 1) * part)] ?? NaN;
}

export function median(values: readonly number[]): number {
  return quantile(
    values.toSorted((a, b) => a - b),
    0.5,
  );
}
