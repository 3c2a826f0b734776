import "@remix-run/node";

declare module "@remix-run/node" {
  interface Future {
    v3_singleFetch: true;
  }

  /** What the process hands to every loader and action beside the request. */
  interface AppLoadContext {
    /** The one-time word that lets our own inline scripts run. */
    nonce: string;
    /** Names this request in the log and on the error page. */
    requestId: string;
    /** The address the request came from, as the process knows it. */
    clientAddress: string;
    /** Notes a fault once, with the request id. */
    report(error: unknown): void;
    /** The text of the page, once it is drawn. */
    drawn?: string;
  }
}
