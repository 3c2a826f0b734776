import fc from "fast-check";
import { expect, test } from "vitest";
import { brandTones, contrast } from "#app/kit/brand.ts";

test("whatever colour a company chooses, it can be read in light and in dark", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 0xffffff }), (colour) => {
      const tones = brandTones(`#${colour.toString(16).padStart(6, "0")}`);
      expect(tones).not.toBeNull();
      if (!tones) return;
      expect(contrast(tones.light, "#ffffff")).toBeGreaterThanOrEqual(4.5);
      expect(contrast(tones.light, "#f3f3f0")).toBeGreaterThanOrEqual(4.5);
      expect(contrast(tones.dark, "#232321")).toBeGreaterThanOrEqual(4.5);
      expect(contrast(tones.light, tones.lightInk)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(tones.dark, tones.darkInk)).toBeGreaterThanOrEqual(4.5);
    }),
  );
});

test("what is no colour is no brand", () => {
  for (const wrong of ["", "red", "#12345", "#gggggg", "#123456;background:url(x)"])
    expect(brandTones(wrong)).toBeNull();
});
