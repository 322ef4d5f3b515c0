import { expect, test } from "vitest";
import { stateOf } from "./states";

const asked = (query: string) => new URL(`https://cho.example.vn/giao-hang${query}`);

test("each side comes for what waits for it, and sees the rest when it asks", () => {
  expect(stateOf(asked(""), "supplier")).toBe("planned");
  expect(stateOf(asked(""), "buyer")).toBe("dispatched");
  expect(stateOf(asked("?trang-thai=received"), "buyer")).toBe("received");
  expect(stateOf(asked("?trang-thai=all"), "supplier")).toBeUndefined();
  expect(stateOf(asked("?trang-thai=moon"), "supplier")).toBe("planned");
});
