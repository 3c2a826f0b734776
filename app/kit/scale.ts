/** Round numbers for an axis from zero (or the least value, when negative) to just above the greatest. */
export function ticksFor(least: number, greatest: number, wanted = 4): number[] {
  const low = Math.min(0, least);
  const high = greatest > low ? greatest : low + 1;
  const rough = (high - low) / wanted;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((size) => size >= rough) ?? rough;
  const ticks: number[] = [];
  for (let tick = Math.floor(low / step) * step; tick < high + step; tick += step) {
    ticks.push(Math.round(tick * 1e6) / 1e6);
    if (tick >= high) break;
  }
  return ticks;
}

/** Places a value between two ends of a drawing. */
export function scaled(value: number, from: number, to: number, start: number, end: number): number {
  const share = to === from ? 0 : (value - from) / (to - from);
  return Math.round((start + share * (end - start)) * 10) / 10;
}

/** Which of many labels to write so that they do not touch: every nth, and always the last. */
export function isLabelled(index: number, count: number, room: number): boolean {
  const every = Math.max(1, Math.ceil(count / room));
  return (count - 1 - index) % every === 0;
}
