import { expect, test } from "vitest";
import { activityStateOf, answerDueAt, place, plan, result } from "#app/domain/activities/activity.ts";

const noon = new Date("2026-11-18T15:00:00Z");
const hours = (count: number) => new Date(noon.getTime() + count * 3_600_000);
const open = { plannedAt: noon, checkedInAt: null, doneAt: null, cancelledAt: null };

test("an activity is planned until its moment, late after it, and then what was done with it", () => {
  expect(activityStateOf(open, hours(-1))).toBe("planned");
  expect(activityStateOf(open, noon)).toBe("planned");
  expect(activityStateOf(open, hours(1))).toBe("late");
  expect(activityStateOf({ ...open, checkedInAt: hours(1) }, hours(2))).toBe("checked_in");
  expect(activityStateOf({ ...open, checkedInAt: hours(1), doneAt: hours(2) }, hours(3))).toBe("done");
  expect(activityStateOf({ ...open, cancelledAt: hours(-2) }, hours(3))).toBe("cancelled");
  expect(activityStateOf({ ...open, plannedAt: null }, hours(3))).toBe("planned");
});

test("a question is due the same evening, after hours, on weekends and on holidays the next morning somebody works", () => {
  const dueAt = (said: string) => answerDueAt(new Date(`${said}-03:00`)).toISOString();
  expect(dueAt("2026-11-18T09:00:00")).toBe("2026-11-18T21:00:00.000Z");
  expect(dueAt("2026-11-18T18:00:00")).toBe("2026-11-19T12:00:00.000Z");
  expect(dueAt("2026-11-27T20:30:00")).toBe("2026-11-30T12:00:00.000Z");
  expect(dueAt("2026-11-28T10:00:00")).toBe("2026-11-30T12:00:00.000Z");
  expect(dueAt("2026-11-29T23:59:00")).toBe("2026-11-30T12:00:00.000Z");
  // The evening before a holiday that falls on a Friday.
  expect(dueAt("2026-11-19T19:00:00")).toBe("2026-11-23T12:00:00.000Z");
  expect(dueAt("2026-11-20T10:00:00")).toBe("2026-11-23T12:00:00.000Z");
});

const planned = { kind: "visit", customerId: "7", on: "2026-11-20", at: "09:30", subject: " Reposição " };

test("a plan needs a real day and hour, and only visits, calls and tasks are planned", () => {
  expect(plan.parse(planned)).toEqual({ ...planned, customerId: 7, subject: "Reposição" });
  const wrong = [
    { on: "2026-02-30" },
    { on: "20/11/2026" },
    { at: "24:00" },
    { at: "9:30" },
    { kind: "message" },
    { customerId: "0" },
    { customerId: "1e99" },
    { subject: "a".repeat(201) },
  ];
  for (const one of wrong) expect(plan.safeParse({ ...planned, ...one }).success).toBe(false);
});

const came = { outcome: "ordered", notes: "", nextStep: "", nextStepOn: "", minutes: "", kilometres: "" };

test("a result may leave minutes, way and next step open, and refuses what cannot be", () => {
  expect(result.parse(came)).toEqual(came);
  expect(result.parse({ ...came, minutes: "30", kilometres: "0" })).toMatchObject({ minutes: 30, kilometres: 0 });
  const wrong = [
    { outcome: "" },
    { minutes: "-1" },
    { minutes: "1441" },
    { minutes: "2.5" },
    { kilometres: "longe" },
    { nextStepOn: "2026-13-01" },
    { notes: "a".repeat(4001) },
    { nextStep: "sem dia certo", nextStepOn: "amanhã" },
  ];
  for (const one of wrong) expect(result.safeParse({ ...came, ...one }).success).toBe(false);
});

test("a next step's day needs a next step", () => {
  expect(result.safeParse({ ...came, nextStepOn: "2026-11-25" }).success).toBe(false);
  expect(result.safeParse({ ...came, nextStep: "Levar amostras", nextStepOn: "2026-11-25" }).success).toBe(true);
});

test("a place is two coordinates of the earth, the equator too, or nothing", () => {
  expect(place.parse({ latitude: "0", longitude: "-51.066" })).toEqual({ latitude: 0, longitude: -51.066 });
  expect(place.parse({ latitude: "", longitude: "" })).toEqual({ latitude: "", longitude: "" });
  for (const wrong of [
    { latitude: "91", longitude: "0" },
    { latitude: "0", longitude: "-181" },
    { latitude: "x", longitude: "1" },
  ]) {
    expect(place.safeParse(wrong).success).toBe(false);
  }
});
