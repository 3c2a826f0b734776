import type { LoaderFunctionArgs } from "@remix-run/node";
import { logoOf } from "#app/domain/customers/logo.server.ts";
import { notFound } from "#app/http/answer.ts";

/** The company's logo, which the sign-in page shows to strangers too; a version never changes, so it may be kept for long. */
export async function loader({ params }: LoaderFunctionArgs) {
  const logo = await logoOf(params.version ?? "");
  if (!logo) throw notFound();
  return new Response(new Uint8Array(logo.bytes), {
    headers: {
      "Content-Type": logo.type,
      "Cache-Control": "public, max-age=31536000, immutable",
      "X-Content-Type-Options": "nosniff",
      "Content-Security-Policy": "default-src 'none'; sandbox",
    },
  });
}
