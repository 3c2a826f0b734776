import { failureWords } from "#app/words/failures.ts";
import { Button, ButtonLink } from "./button.tsx";
import { useWords } from "./words.tsx";

/** The last page: nothing here, closed to this reader, or a fault of ours with the code that finds it in the log. */
export function FailurePage({ status, requestId, home }: { status: number; requestId?: string; home: string }) {
  const w = useWords(failureWords);
  const kind =
    status === 404 ? "notFound" : status === 401 || status === 403 ? "forbidden" : status < 500 ? "refused" : "failed";
  return (
    <main id="content" className="mx-auto grid min-h-[70vh] max-w-lg content-center gap-4 p-6">
      <p className="num text-left text-sm text-faint">{status}</p>
      <h1 className="text-2xl">{w[kind]}</h1>
      {kind === "refused" ? null : <p className="text-md text-muted">{w[`${kind}Lead`]}</p>}
      <div className="row">
        {kind === "failed" ? (
          <form method="get">
            <Button look="primary" icon="refresh">
              {w.retry}
            </Button>
          </form>
        ) : null}
        <ButtonLink href={home} look={kind === "failed" ? "plain" : "primary"}>
          {w.goHome}
        </ButtonLink>
      </div>
      {kind === "failed" && requestId ? <p className="faint font-mono">{w.requestId(requestId)}</p> : null}
    </main>
  );
}
