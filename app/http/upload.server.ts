import { unstable_parseMultipartFormData } from "@remix-run/node";

/** A form with a file: its other fields, and what was kept of the file; null when none was chosen. */
export interface Upload<Kept> {
  fields: Record<string, string>;
  file: { name: string; kept: Kept } | null;
}

/**
 * Reads a form with a file without holding the file in memory: `keep` gets its bytes as they arrive. What is not written as a
 * form with files holds nothing.
 */
export async function uploadOf<Kept>(
  request: Request,
  field: string,
  keep: (bytes: AsyncIterable<Uint8Array>) => Promise<Kept>,
  {
    mostText = 10_000,
    fields = {},
  }: {
    /** The most of each other field that is kept. */
    mostText?: number;
    /** Where the other fields are put, known even when the file is refused. */
    fields?: Record<string, string>;
  } = {},
): Promise<Upload<Kept>> {
  const upload: Upload<Kept> = { fields, file: null };
  if (!/^multipart\/form-data;.*boundary=/i.test(request.headers.get("content-type") ?? "")) return upload;
  await unstable_parseMultipartFormData(request, async ({ name, filename, data }) => {
    if (name === field && filename) {
      upload.file = { name: filename.replace(/^.*[\\/]/, "").slice(0, 200), kept: await keep(data) };
      return undefined;
    }
    let text = "";
    const decoder = new TextDecoder();
    for await (const piece of data) if (text.length < mostText) text += decoder.decode(piece, { stream: true });
    if (name !== field) upload.fields[name] = text;
    return undefined;
  });
  return upload;
}
