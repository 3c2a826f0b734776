import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { settingsAsOf } from "#app/domain/customers/settings.server.ts";
import { aboutTextOf, aboutTexts } from "#app/domain/customers/settings.ts";
import { notFound } from "#app/http/answer.ts";
import { useWords } from "#app/kit/words.tsx";
import { paths } from "#app/paths.ts";
import { aboutWords } from "#app/words/about.ts";
import { GateFrame } from "./gate-frame.tsx";

/** What the company says about delivery, exchanges or personal data; open to everybody, and nothing where it says nothing. */
export async function loader({ params }: LoaderFunctionArgs) {
  const text = aboutTexts.find((one) => one === params.text);
  const said = text ? aboutTextOf(await settingsAsOf(new Date()), text) : "";
  if (!text || said === "") throw notFound();
  return { text, paragraphs: said.split(/\n\s*\n/) };
}

export default function About() {
  const { text, paragraphs } = useLoaderData<typeof loader>();
  const w = useWords(aboutWords);
  return (
    <GateFrame title={w[text]}>
      {paragraphs.map((paragraph) => (
        <p key={paragraph} className="break-words whitespace-pre-line">
          {paragraph}
        </p>
      ))}
      <p>
        <a className="link" href={paths.home()}>
          {w.back}
        </a>
      </p>
    </GateFrame>
  );
}
