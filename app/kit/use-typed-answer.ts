import { useEffect, useRef, useState } from "react";

const pauseMs = 150;
const mostKept = 30;

/**
 * What an address answers to the words that are being typed; null while nothing was asked (`address` null) or answered. It asks
 * once the keys rest, once for the same words on a page, and what comes too late is dropped.
 */
export function useTypedAnswer<Answer>(address: string | null): Answer | null {
  const kept = useRef(new Map<string, Answer>());
  const [answer, setAnswer] = useState<{ to: string; said: Answer } | null>(null);
  useEffect(() => {
    if (address === null) return;
    const known = kept.current.get(address);
    if (known !== undefined) return setAnswer({ to: address, said: known });
    const stop = new AbortController();
    const wait = setTimeout(() => {
      fetch(address, { signal: stop.signal, headers: { Accept: "application/json" } })
        .then((response) => (response.ok ? (response.json() as Promise<Answer>) : Promise.reject(response)))
        .then((said) => {
          if (kept.current.size >= mostKept) kept.current.clear();
          kept.current.set(address, said);
          setAnswer({ to: address, said });
        })
        .catch(() => undefined);
    }, pauseMs);
    return () => {
      clearTimeout(wait);
      stop.abort();
    };
  }, [address]);
  // The last answer stays in sight until the next one is there: a list that comes and goes with every key cannot be read.
  return address === null ? null : (answer?.said ?? null);
}
