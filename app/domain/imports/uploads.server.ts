import { randomBytes } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { Refusal } from "#app/domain/refusal.ts";
import { room } from "./intake.server.ts";

const folder = join(".data", "uploads");
const mostBytes = 64 * 2 ** 20;

/** Where the file of an import lies while it is needed. */
export const uploadPath = (runId: number): string => join(folder, `import-${runId}`);

/** Writes a file to disk as it arrives, under a name of our own; too large or empty is refused and nothing is left. */
export async function keepUpload(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, `arriving-${randomBytes(8).toString("hex")}`);
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

/** Gives an arrived file to its import. */
export const giveUpload = (arrived: string, runId: number): Promise<void> => rename(arrived, uploadPath(runId));

/** Throws the file of an import away. */
export const dropUpload = (runId: number): Promise<void> => rm(uploadPath(runId), { force: true });
