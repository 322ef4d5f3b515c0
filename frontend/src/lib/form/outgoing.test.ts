import { beforeEach, expect, it, vi } from "vitest";
import { Problem } from "#lib/api/problem";
import { outgoing, Outgoing, type Posting } from "./outgoing";

const offline = () => Promise.reject(new Problem(0, "offline"));
const send = vi.fn<Posting<number>["send"]>();
const posting: Posting<number> = {
  form: "offer",
  page: "/nguon-hang/dang",
  list: "/nguon-hang",
  words: { posted: "offer.posted", waiting: "offer.waiting", refused: "offer.refused" },
  send,
};
const keys = () => send.mock.calls.map(([, key]) => key);

beforeEach(() => {
  localStorage.clear();
  send.mockReset();
});

it("waits for the network and goes out by itself with the key it had, also from a browser started again", async () => {
  send.mockImplementationOnce(offline).mockImplementationOnce(offline).mockResolvedValueOnce("one");
  expect(await new Outgoing(posting, "lan").send(7)).toBeNull();
  expect(await new Outgoing(posting, "lan").flush()).toBeNull();
  const again = new Outgoing(posting, "lan");
  expect(await again.flush()).toBe("/nguon-hang/one");
  expect(new Set(keys()).size).toBe(1);
  expect(send).toHaveBeenLastCalledWith(7, keys()[0]);
  expect(await again.flush()).toBeNull();
  expect(send).toHaveBeenCalledTimes(3);
});

it("sends once however often it is told to, and tells all of them the same", async () => {
  send.mockImplementation(() => new Promise((resolve) => setTimeout(() => resolve("one"))));
  const out = new Outgoing(posting, "lan");
  expect(await Promise.all([out.send(7), out.send(7), out.flush()])).toEqual(Array(3).fill("/nguon-hang/one"));
  expect(send).toHaveBeenCalledOnce();
});

it("keeps one key while the form changes, so that what arrived unheard is not posted twice", async () => {
  send.mockImplementation(offline);
  const out = new Outgoing(posting, "lan");
  await out.send(7);
  out.draft.keep(8);
  expect(await out.flush()).toBeNull();
  expect(send).toHaveBeenCalledOnce();
  await out.send(8);
  expect(new Set(keys()).size).toBe(1);
});

it("comes back to the form when the server does not take it, and waits on when it may pass", async () => {
  const out = new Outgoing(posting, "lan");
  out.draft.wait(7);
  send.mockRejectedValueOnce(new Problem(503, "busy"));
  await out.flush();
  expect(out.draft.waiting).toBe(true);
  send.mockRejectedValueOnce(new Problem(422, "invalid", [{ field: "ask", code: "x" }]));
  expect(await out.flush()).toBeNull();
  expect([out.draft.waiting, out.draft.refused?.status]).toEqual([false, 422]);
  expect(out.draft.read()).toBe(7);
});

it("is one for each form and user", () => {
  expect(outgoing(posting, "lan")).toBe(outgoing(posting, "lan"));
  expect(outgoing(posting, "lan")).not.toBe(outgoing(posting, "oanh"));
});
