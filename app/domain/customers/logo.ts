/** The greatest logo the house keeps, in bytes. */
export const logoMost = 200 * 1024;

/** Picture kinds a logo may be; SVG is left out because it can carry script. */
export type LogoType = "image/png" | "image/jpeg" | "image/webp";

const startsWith = (bytes: Uint8Array, ...wanted: number[]): boolean =>
  wanted.every((byte, index) => bytes[index] === byte);

/** What kind of picture the bytes really are, whatever their name says; null for anything else. */
export function logoTypeOf(bytes: Uint8Array): LogoType | null {
  if (startsWith(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return "image/png";
  if (startsWith(bytes, 0xff, 0xd8, 0xff)) return "image/jpeg";
  const isRiff = startsWith(bytes, 0x52, 0x49, 0x46, 0x46);
  return isRiff && startsWith(bytes.subarray(8), 0x57, 0x45, 0x42, 0x50) ? "image/webp" : null;
}
