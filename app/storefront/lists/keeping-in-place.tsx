import { useFetcher, useLocation } from "@remix-run/react";
import { lazy, Suspense, useEffect, useState } from "react";
import { type Answer, refusalIn } from "#app/kit/answered.ts";
import { paths } from "#app/paths.ts";
import { marksForm } from "./mark-buttons.tsx";

// All reasons in words weigh more than the rest of the frame, and are seldom needed.
const NotKept = lazy(() => import("./not-kept.tsx"));

/**
 * The one form of a page that stars and "tell me" are sent by: their buttons stand anywhere and name it. Where scripts run the
 * page stays; without them the form says where to come back to.
 */
export function KeepingInPlace() {
  const fetcher = useFetcher<Answer>({ key: "marks" });
  const { pathname, search } = useLocation();
  const [isAlive, setAlive] = useState(false);
  useEffect(() => setAlive(true), []);
  const isRefused = fetcher.state === "idle" && refusalIn(fetcher.data ?? null) !== null;
  return (
    <>
      <fetcher.Form id={marksForm} method="post" action={paths.marks()} preventScrollReset hidden>
        {isAlive ? null : <input type="hidden" name="returnTo" value={`${pathname}${search}`} />}
      </fetcher.Form>
      {isRefused ? (
        <Suspense>
          <NotKept answer={fetcher.data} />
        </Suspense>
      ) : null}
    </>
  );
}
