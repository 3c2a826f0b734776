import { readFileSync } from "node:fs";
import { Agent, request } from "node:http";

/** Requests, or orders, before anything counts: Node compiles what is asked often. */
export const warmUp = 1_500;

/** One request to be sent. */
export interface Asked {
  path: string;
  method?: "GET" | "POST";
  headers?: Record<string, string>;
  body?: string;
}

/** What came of a stretch of load. */
export interface Load {
  perSecond: number;
  p50: number;
  p95: number;
  /** Processor time of the server per request, where the machine tells it. */
  cpuMilliseconds: number | null;
  /** Answers by status. */
  statuses: Record<string, number>;
  bytes: number;
}

/** A server under load: its address and its process. */
export interface Target {
  url: string;
  pid: number | undefined;
}

/** Raw measurements of several stretches, to be summed up at the end. */
export class Tally {
  #seconds = 0;
  #cpu: number | null = 0;
  #times: number[] = [];
  #statuses: Record<string, number> = {};
  #bytes = 0;

  add(stretch: {
    seconds: number;
    cpu: number | null;
    times: number[];
    statuses: Record<string, number>;
    bytes: number;
  }) {
    this.#seconds += stretch.seconds;
    this.#cpu = this.#cpu === null || stretch.cpu === null ? null : this.#cpu + stretch.cpu;
    this.#times.push(...stretch.times);
    this.#bytes += stretch.bytes;
    for (const [status, count] of Object.entries(stretch.statuses)) {
      this.#statuses[status] = (this.#statuses[status] ?? 0) + count;
    }
  }

  sum(): Load {
    const times = this.#times.sort((a, b) => a - b);
    const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
    return {
      perSecond: times.length / this.#seconds,
      p50: at(0.5),
      p95: at(0.95),
      cpuMilliseconds: this.#cpu === null || times.length === 0 ? null : (this.#cpu * 1000) / times.length,
      statuses: this.#statuses,
      bytes: times.length === 0 ? 0 : Math.round(this.#bytes / times.length),
    };
  }
}

/** Processor seconds a process has used so far; null where the machine has no /proc. */
function cpuSeconds(pid: number | undefined): number | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /, "")
      .split(" ");
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return null;
  }
}

/** Memory a process holds in megabytes, and at most held; null where the machine has no /proc. */
export function memoryOf(pid: number | undefined): { now: number; peak: number } | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    const of = (name: string) => Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024);
    return { now: of("VmRSS"), peak: of("VmHWM") };
  } catch {
    return null;
  }
}

/** Asks a server over some connections for some seconds, or some requests, each connection the next as soon as the last is answered. */
export async function press(
  target: Target,
  next: (turn: number) => Asked,
  {
    seconds,
    connections = 16,
    requests = Number.POSITIVE_INFINITY,
  }: { seconds: number; connections?: number; requests?: number },
) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const times: number[] = [];
  const statuses: Record<string, number> = {};
  let bytes = 0;
  let turn = 0;
  const cpuBefore = cpuSeconds(target.pid);
  const startedAt = performance.now();
  const endsAt = startedAt + seconds * 1000;
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (performance.now() < endsAt && turn < requests) {
        const sentAt = performance.now();
        const answer = await ask(target.url, next(turn++), agent);
        times.push(performance.now() - sentAt);
        statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
        bytes += answer.bytes;
      }
    }),
  );
  const took = (performance.now() - startedAt) / 1000;
  const cpuAfter = cpuSeconds(target.pid);
  agent.destroy();
  const cpu = cpuBefore === null || cpuAfter === null ? null : cpuAfter - cpuBefore;
  return { seconds: took, cpu, times, statuses, bytes };
}

/** Sends one request and reads the answer to its end. */
export function ask(
  url: string,
  asked: Asked,
  agent?: Agent,
): Promise<{ status: number; bytes: number; text: string; location: string | undefined }> {
  return new Promise((resolve, reject) => {
    const headers: Record<string, string> = { ...asked.headers };
    if (asked.body !== undefined) headers["Content-Length"] = String(Buffer.byteLength(asked.body));
    const sent = request(url + asked.path, { method: asked.method ?? "GET", headers, agent }, (answer) => {
      const pieces: Buffer[] = [];
      answer.on("data", (piece: Buffer) => pieces.push(piece));
      answer.once("error", reject);
      answer.once("end", () => {
        const body = Buffer.concat(pieces);
        resolve({
          status: answer.statusCode ?? 0,
          bytes: body.length,
          text: body.toString(),
          location: answer.headers.location,
        });
      });
    });
    sent.once("error", reject);
    sent.end(asked.body);
  });
}
