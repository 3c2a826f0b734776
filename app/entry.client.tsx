import { RemixBrowser } from "@remix-run/react";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { paths } from "#app/paths.ts";

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <RemixBrowser />
    </StrictMode>,
  );
});

// Where there is none (an insecure address, a private window) the shop works without; it only cannot say so when offline.
if (import.meta.env.PROD && "serviceWorker" in navigator) {
  const register = () => {
    navigator.serviceWorker.register(paths.serviceWorker(document.documentElement.lang)).catch(() => {});
  };
  if (document.readyState === "complete") register();
  else addEventListener("load", register);
}
