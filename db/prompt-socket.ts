import { Socket } from "node:net";

type Wish = { host: string[]; port: number[] };

const isPlain = (url: string): boolean => {
  if (!URL.canParse(url)) return false;
  const { hostname, searchParams } = new URL(url);
  return /^[\w.-]+$/.test(hostname) && ![...searchParams.keys()].some((name) => name.startsWith("ssl"));
};

/**
 * An option for the library of PostgreSQL that makes it send at once. By itself it leaves Nagle's algorithm on, and what it says in
 * two pieces, as the end of a COPY, waits 40 ms for the other side. Only for one host without TLS, which is our own cluster and
 * most others; elsewhere the library connects as it always does.
 */
export function promptSocket(url: string): { socket?(wish: Wish): Socket } {
  if (!isPlain(url)) return {};
  return {
    socket({ host: [host = ""], port: [port = 0] }) {
      // The library asks a socket for this name when the environment wants TLS.
      const socket = Object.assign(new Socket(), { host }).setNoDelay(true);
      // A turn later the library listens for failures, and it writes only after that.
      setImmediate(() => socket.connect(port, host));
      return socket;
    },
  };
}
