import { expect, test } from "vitest";
import { deviceShown } from "#app/access/device.ts";
import { isPermitted, permissions } from "#app/access/permissions.ts";
import { kindOfToken, newSessionToken } from "#app/access/token.ts";

test("a device is named as people know it", () => {
  const edge = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/131.0 Safari/537.36 Edg/131.0";
  const iphone =
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605 Version/18.1 Mobile Safari/604.1";
  const android = "Mozilla/5.0 (Linux; Android 14; SM-S921B) AppleWebKit/537.36 Chrome/131.0 Mobile Safari/537.36";
  expect(deviceShown(edge)).toEqual({ browser: "Edge", system: "Windows" });
  expect(deviceShown(iphone)).toEqual({ browser: "Safari", system: "iPhone" });
  expect(deviceShown(android)).toEqual({ browser: "Chrome", system: "Android" });
  expect([deviceShown("curl/8.0"), deviceShown(null)]).toEqual([null, null]);
});

test("a token says its kind and nothing else passes for one", () => {
  expect([kindOfToken(newSessionToken("buyer")), kindOfToken(newSessionToken("staff"))]).toEqual(["buyer", "staff"]);
  for (const other of ["", "x.aaaa", newSessionToken("buyer").slice(0, -1), `${newSessionToken("staff")}a`]) {
    expect([other, kindOfToken(other)]).toEqual([other, null]);
  }
});

test("each step up in the house may do all the one below may", () => {
  for (const permission of permissions) {
    if (isPermitted("rep", permission))
      expect([permission, isPermitted("manager", permission)]).toEqual([permission, true]);
    expect([permission, isPermitted("admin", permission)]).toEqual([permission, true]);
  }
  expect(isPermitted("manager", "audit")).toBe(false);
});
