import { useLocation } from "@remix-run/react";
import { Button } from "#app/kit/button.tsx";

/** Days of a reading to choose, as a small form that keeps the rest of the address. */
export function DayChooser({
  days,
  button,
}: {
  days: readonly { name: string; label: string; value: string | null; max?: string }[];
  button: string;
}) {
  const { search } = useLocation();
  const names = [...days.map((day) => day.name), "page"];
  const kept = [...new URLSearchParams(search)].filter(([name]) => !names.includes(name));
  return (
    <form method="get" className="row items-end">
      {kept.map(([name, value]) => (
        <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
      ))}
      {days.map((day) => (
        <label key={day.name} className="flex flex-col gap-1 text-sm text-muted">
          {day.label}
          <input type="date" className="input input-sm" name={day.name} defaultValue={day.value ?? ""} max={day.max} />
        </label>
      ))}
      <Button size="sm">{button}</Button>
    </form>
  );
}
