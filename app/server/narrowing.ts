import { createRequestHandler, type RequestHandler, type ServerBuild } from "@remix-run/node";

/** A route as far as narrowing needs it: the pieces of its whole address, and itself with those above it. */
interface Address {
  pieces: string[];
  ids: string[];
}

/** A table of routes as a build holds it. */
export interface RouteTable {
  [id: string]: { id: string; parentId?: string; path?: string; index?: boolean } | undefined;
}

const piecesOf = (path: string): string[] => path.toLowerCase().split("/").filter(Boolean);

/** Every route that answers at an address, with the pieces of that address. */
function addressesOf(routes: RouteTable): Address[] {
  const addresses: Address[] = [];
  for (const route of Object.values(routes)) {
    if (!route || (route.path === undefined && !route.index)) continue;
    const ids: string[] = [];
    let pieces: string[] = [];
    for (
      let at: typeof route | undefined = route;
      at;
      at = at.parentId === undefined ? undefined : routes[at.parentId]
    ) {
      ids.push(at.id);
      pieces = [...piecesOf(at.path ?? ""), ...pieces];
    }
    if (route.id !== "root") addresses.push({ pieces, ids });
  }
  return addresses;
}

/** Whether the address could be asked for by a path that begins like this; only its first two pieces are looked at. */
function mayAnswer({ pieces }: Address, asked: string[]): boolean {
  for (let at = 0; at < 2; at++) {
    const [piece, said] = [pieces[at], asked[at]];
    if (piece === "*") return true;
    if (piece === undefined) return said === undefined;
    if (said === undefined) return piece.endsWith("?");
    const isStatic = !piece.startsWith(":") && !piece.endsWith("?");
    if (isStatic && piece !== said) return false;
  }
  return true;
}

/** The path people would see: without the ending under which Remix asks for its data. */
function pathOf(pathname: string): string {
  const path = pathname.endsWith(".data") ? pathname.slice(0, -5) : pathname;
  return path === "/_root" ? "/" : path;
}

/** Names the routes that could answer a path, each with those above it. */
export function narrower(routes: RouteTable): (pathname: string) => string[] {
  const addresses = addressesOf(routes);
  return (pathname) => {
    const asked = piecesOf(decoded(pathOf(pathname)));
    const ids = new Set(["root"]);
    for (const address of addresses) if (mayAnswer(address, asked)) for (const id of address.ids) ids.add(id);
    return [...ids];
  };
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

const only = <Value>(all: Record<string, Value>, ids: string[]): Record<string, Value> =>
  Object.fromEntries(ids.flatMap((id) => (all[id] === undefined ? [] : [[id, all[id]]])));

/**
 * Answers requests as Remix does, but shows it only the routes a path could mean. Remix goes through the whole table three times
 * a request and compiles each address again; with seventy routes that was a third of the work of an answer.
 */
export function narrowedHandler(build: ServerBuild, mode: string): RequestHandler {
  const idsFor = narrower(build.routes);
  const handlers = new Map<string, RequestHandler>();
  return (request, context) => {
    const ids = idsFor(new URL(request.url).pathname);
    const key = ids.join(" ");
    let handler = handlers.get(key);
    if (!handler) {
      const assets = { ...build.assets, routes: only(build.assets.routes, ids) };
      handler = createRequestHandler({ ...build, routes: only(build.routes, ids), assets }, mode);
      handlers.set(key, handler);
    }
    return handler(request, context);
  };
}
