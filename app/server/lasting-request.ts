const { Request: Followed } = globalThis;

/**
 * A request that follows no other one's signal. Remix copies the request for every loader, and each copy listens to the one
 * before by a weak reference and a finalizer, which only a full collection lets go of: 90 KB of each page outlived it. Nobody
 * aborts a request here; who leaves is seen by their socket.
 */
export class LastingRequest extends Followed {
  constructor(input: RequestInfo | URL, init: RequestInit = {}) {
    super(input, { ...init, signal: null });
  }
}

/** From now on every copy is such a one; for processes that answer requests and do nothing else. */
export function copyRequestsPlainly(): void {
  globalThis.Request = LastingRequest;
}
