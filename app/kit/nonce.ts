import { createContext, useContext } from "react";

/** The nonce of this page's scripts and styles; known on the server only, for the browser hides it. */
export const NonceContext = createContext<string | undefined>(undefined);

/** The nonce for a `<script>` or `<style>` of our own. */
export function useNonce(): string | undefined {
  return useContext(NonceContext);
}
