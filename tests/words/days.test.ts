import { expect, test } from "vitest";
import { formatAgo, formatDay, formatDayOf, formatDaysAgo, formatMoment, formatWeekday } from "#app/words/days.ts";

test("a day is written day first in both languages", () => {
  expect(formatDay("2026-11-21", "pt-BR")).toBe("21/11/2026");
  expect(formatDay("2026-11-21", "en")).toBe("21/11/2026");
});

test("a moment belongs to its day in São Paulo, not in London", () => {
  expect(formatDayOf("2026-11-22T01:30:00Z", "pt-BR")).toBe("21/11/2026");
  expect(formatMoment("2026-11-22T01:30:00Z", "pt-BR")).toBe("21/11/2026, 22:30");
});

test("a day of daylight saving keeps its own date", () => {
  expect(formatDayOf("2018-11-05T02:30:00Z", "pt-BR")).toBe("05/11/2018");
  expect(formatDayOf("2018-11-05T01:30:00Z", "pt-BR")).toBe("04/11/2018");
});

test("what happened is told as people tell it", () => {
  const asOf = new Date("2026-11-22T12:00:00Z");
  expect(formatAgo("2026-11-22T11:40:00Z", asOf, "pt-BR")).toBe("há 20 minutos");
  expect(formatAgo("2026-11-22T09:00:00Z", asOf, "pt-BR")).toBe("há 3 horas");
  expect(formatAgo("2026-11-21T20:00:00Z", asOf, "pt-BR")).toBe("ontem");
  expect(formatAgo("2026-11-19T20:00:00Z", asOf, "pt-BR")).toBe("há 3 dias");
  expect(formatAgo("2026-11-19T20:00:00Z", asOf, "en")).toBe("3 days ago");
});

test("over two weeks it is told in weeks, months and years", () => {
  expect(formatDaysAgo(21, "pt-BR")).toBe("há 3 semanas");
  expect(formatDaysAgo(91, "pt-BR")).toBe("há 3 meses");
  expect(formatDaysAgo(800, "pt-BR")).toBe("há 2 anos");
  expect(formatDaysAgo(-2, "pt-BR")).toBe("depois de amanhã");
});

test("the weekday of a day does not depend on where the server stands", () => {
  expect(formatWeekday("2026-11-21", "pt-BR")).toBe("sábado, 21 de novembro");
});
