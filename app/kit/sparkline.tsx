import { scaled } from "./scale.ts";

/** The shape of a series in a line of text; its meaning stands in `label`. */
export function Sparkline({ values, label }: { values: readonly number[]; label: string }) {
  const low = Math.min(0, ...values);
  const high = Math.max(low + 1e-9, ...values);
  const at = (value: number, index: number) =>
    `${scaled(index, 0, Math.max(1, values.length - 1), 2, 94)},${scaled(value, low, high, 22, 3)}`;
  const last = values.at(-1) ?? 0;
  return (
    <svg className="spark" viewBox="0 0 96 24" role="img" aria-label={label}>
      <polyline
        className="line-1"
        points={values.map(at).join(" ")}
        fill="none"
        strokeWidth="1.5"
        strokeLinejoin="round"
      />
      <circle className="fill-1" cx="94" cy={scaled(last, low, high, 22, 3)} r="2" />
    </svg>
  );
}
