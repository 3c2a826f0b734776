/** The room a chart is drawn in, in its own units; the browser scales it. */
export interface Plane {
  width: number;
  height: number;
  left: number;
  right: number;
  top: number;
  bottom: number;
  /** How many labels fit along the bottom; the last one ends at the edge and comes half its width nearer to the one before. */
  labels: number;
}

/** The same chart for a wide screen and for a phone, where letters would shrink otherwise. */
export const planes = {
  wide: { width: 720, height: 240, left: 56, right: 12, top: 14, bottom: 24, labels: 7 },
  narrow: { width: 360, height: 220, left: 52, right: 8, top: 14, bottom: 24, labels: 3 },
} as const satisfies Record<string, Plane>;
