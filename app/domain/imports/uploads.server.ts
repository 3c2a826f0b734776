import { randomBytes } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { Refusal } from "#app/domain/refusal.ts";
import { room } from "./intake.server.ts";

const folder = join(".data", "uploads");
const mostBytes = 64 * 2 ** 20;

/** Writes a file to disk as it arrives, under a name of our own; too large or empty is refused and nothing is left. Says where it lies. */
export async function keepUpload(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, randomBytes(12).toString("hex"));
  const file = createWriteStream(path, { mode: 0o600 });
  let size = 0;
  try {
    for await (const piece of bytes) {
      size += piece.length;
      if (size > mostBytes) throw new Refusal("file_too_large", { limit: "64 MB" });
      if (!file.write(piece)) await room(file);
    }
    await new Promise<void>((resolve, reject) => file.once("error", reject).end(resolve));
    if (size === 0) throw new Refusal("file_empty");
    return path;
  } catch (fault) {
    file.destroy();
    await rm(path, { force: true });
    throw fault;
  }
}

/** Throws an arrived file away. */
export const dropUpload = (path: string): Promise<void> => rm(path, { force: true });
