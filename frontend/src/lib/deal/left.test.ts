import { describe, expect, it } from "vitest";
import { leftUntil, minutesAndSeconds } from "./left";

const now = Date.parse("2026-11-21T02:00:00Z");

describe("what is left", () => {
  it("is said in minutes, in hours under two days, then by the day", () => {
    expect(leftUntil("2026-11-21T02:00:30Z", now)).toEqual({ minutes: 1 });
    expect(leftUntil("2026-11-21T02:59:59Z", now)).toEqual({ minutes: 59 });
    expect(leftUntil("2026-11-22T09:30:00Z", now)).toEqual({ hours: 31 });
    expect(leftUntil("2026-11-23T02:00:00Z", now)).toEqual({ at: "2026-11-23T02:00:00Z" });
  });
  it("is nothing at the deadline itself", () => {
    expect(leftUntil("2026-11-21T02:00:00Z", now)).toEqual({ over: true });
  });
  it("counts the last second of a code", () => {
    expect(minutesAndSeconds(581_000)).toBe("09:41");
    expect(minutesAndSeconds(400)).toBe("00:01");
    expect(minutesAndSeconds(-5)).toBe("00:00");
  });
});
