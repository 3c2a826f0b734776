import { expect, test } from "vitest";
import { LastingRequest } from "#app/server/lasting-request.ts";

test("a copy of a request has its address, its headers and what was sent, and follows nobody's signal", async () => {
  const leaving = new AbortController();
  const first = new LastingRequest("http://shop.test/cart", {
    method: "POST",
    headers: { "X-Line": "7" },
    body: "quantity=3",
    signal: leaving.signal,
  });
  const copy = new LastingRequest(first, { signal: first.signal });
  leaving.abort();
  expect(copy.signal.aborted).toBe(false);
  expect([copy.url, copy.method, copy.headers.get("X-Line")]).toEqual(["http://shop.test/cart", "POST", "7"]);
  expect(await copy.text()).toBe("quantity=3");
  expect(copy).toBeInstanceOf(LastingRequest);
});
