/** An accent colour in the tones each background needs, all at least 4.5 : 1. */
export interface BrandTones {
  light: string;
  lightInk: string;
  dark: string;
  darkInk: string;
}

type Rgb = [number, number, number];

const white: Rgb = [255, 255, 255];
const lightGround: Rgb = [243, 243, 240];
const darkGround: Rgb = [35, 35, 33];
const nearBlack: Rgb = [16, 24, 22];

function rgbOf(hex: string): Rgb | null {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(hex);
  return match
    ? [Number.parseInt(match[1]!, 16), Number.parseInt(match[2]!, 16), Number.parseInt(match[3]!, 16)]
    : null;
}

function hexOf(rgb: Rgb): string {
  return `#${rgb.map((part) => Math.round(part).toString(16).padStart(2, "0")).join("")}`;
}

function luminance(rgb: Rgb): number {
  const [red, green, blue] = rgb.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as Rgb;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The contrast of two colours by WCAG, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [a, b] = [rgbOf(one), rgbOf(other)];
  return a && b ? contrastOf(a, b) : 1;
}

function contrastOf(one: Rgb, other: Rgb): number {
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

function mixed(colour: Rgb, towards: Rgb, share: number): Rgb {
  return colour.map((part, index) => part + (towards[index]! - part) * share) as Rgb;
}

/** Moves a colour towards another until it can be read on the ground; 5 leaves room for soft fills. */
function readableOn(colour: Rgb, ground: Rgb, towards: Rgb): Rgb {
  for (let share = 0; share < 1; share += 0.04) {
    const tone = mixed(colour, towards, share);
    if (contrastOf(tone, ground) >= 5) return tone;
  }
  return towards;
}

/** The company's accent (`#rrggbb`) made readable as text and as button in light and dark; null for anything else. */
export function brandTones(accent: string): BrandTones | null {
  const colour = rgbOf(accent);
  if (!colour) return null;
  const light = readableOn(colour, lightGround, nearBlack);
  const dark = readableOn(colour, darkGround, white);
  const inkOn = (tone: Rgb) => hexOf(contrastOf(tone, white) >= 4.5 ? white : nearBlack);
  return { light: hexOf(light), lightInk: inkOn(light), dark: hexOf(dark), darkInk: inkOn(dark) };
}

type BrandStyle = Record<`--${string}`, string>;

let latest: { accent: string; style: BrandStyle } | undefined;

/** The accent as the style `theme.css` waits for on `<html>`; empty for the house's own. Every page asks for the same one. */
export function brandStyle(accent: string | null | undefined): BrandStyle {
  if (!accent) return {};
  if (latest?.accent !== accent) latest = { accent, style: styleOf(accent) };
  return latest.style;
}

function styleOf(accent: string): BrandStyle {
  const tones = brandTones(accent);
  if (!tones) return {};
  return {
    "--brand-light": tones.light,
    "--brand-light-ink": tones.lightInk,
    "--brand-dark": tones.dark,
    "--brand-dark-ink": tones.darkInk,
  };
}
