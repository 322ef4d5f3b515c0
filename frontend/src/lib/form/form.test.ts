import { beforeEach, describe, expect, it, vi } from "vitest";
import { Problem } from "#lib/api/problem";
import { IdempotencyKey, uuid } from "#lib/uuid";
import { Draft } from "./draft.svelte";
import { sentence } from "./errors";
import { Form } from "./form.svelte";

describe("Form", () => {
  it("puts each fault of the server at its field, in words", async () => {
    const form = new Form();
    const faults = [
      { field: "terms.kg_total", code: "kg_not_whole" },
      { field: "window.to", code: "never_heard_of" },
    ];
    expect(await form.send(() => Promise.reject(new Problem(422, "invalid", faults)))).toBe(false);
    expect(form.fault("kg_total")?.text).toBe("Chợ ghép theo kg chẵn. Bỏ phần lẻ.");
    expect(form.fault("window", "window.to")?.text).toBe("Ô này chưa đúng. Xem lại rồi sửa.");
    form.fault("kg_total")?.clear();
    expect(form.fault("kg_total")).toBeUndefined();
    expect(form.fault("window.to")).toBeDefined();
  });

  it("says what failed as a whole, with the request's id when the code is new", async () => {
    const form = new Form();
    await form.send(() => Promise.reject(new Problem(500, "internal", [], "r-77")));
    expect(form.failure).toContain("r-77");
    expect(sentence(new Problem(0, "offline"))).toBe("Mất mạng, chưa gửi được. Kiểm tra mạng rồi thử lại.");
    expect(sentence(new Problem(429, "anything"))).toContain("Thử quá nhiều lần");
  });

  it("does not hide a fault of a field it does not show", async () => {
    const form = new Form();
    const element = document.createElement("form");
    form.attach(element);
    await form.send(() => Promise.reject(new Problem(422, "invalid", [{ field: "token", code: "link_expired" }])));
    await vi.waitFor(() => expect(form.failure).toBe("Liên kết đã hết hạn. Xin liên kết mới."));
  });

  it("sends once however often the button is pressed", async () => {
    const form = new Form();
    const work = vi.fn(() => new Promise<void>((resolve) => setTimeout(resolve)));
    const [first, second] = await Promise.all([form.send(work), form.send(work)]);
    expect([first, second]).toEqual([true, false]);
    expect(work).toHaveBeenCalledOnce();
  });
});

describe("Draft", () => {
  beforeEach(() => localStorage.clear());

  it("comes back to the same user on the same device, and to nobody else", () => {
    const first = new Draft<{ a: number }>("offer", "lan");
    first.keep({ a: 1 });
    const again = new Draft<{ a: number }>("offer", "lan");
    expect(again.read()).toEqual({ a: 1 });
    expect(again.savedAt).not.toBeNull();
    expect(again.key).toBe(first.key);
    expect(new Draft("offer", "oanh").read()).toBeNull();
    again.drop();
    expect(again.read()).toBeNull();
    expect(again.key).not.toBe(first.key);
  });

  it("keeps that it waits and what was said against it, until somebody types", () => {
    const draft = new Draft<number>("offer", "lan");
    draft.wait(1);
    const again = new Draft<number>("offer", "lan");
    again.read();
    expect(again.waiting).toBe(true);
    draft.refuse(1, new Problem(422, "invalid", [{ field: "ask", code: "price_out_of_range" }], "r-1"));
    again.read();
    expect(again.waiting).toBe(false);
    expect(again.refused?.faults).toEqual([{ field: "ask", code: "price_out_of_range" }]);
    again.keep(2);
    draft.read();
    expect([draft.refused, draft.waiting]).toEqual([null, false]);
  });

  it("is forgotten when it no longer reads", () => {
    localStorage.setItem("muavu.draft.offer.lan", "{");
    expect(new Draft("offer", "lan").read()).toBeNull();
    localStorage.setItem("muavu.draft.offer.lan", JSON.stringify({ version: 9, value: {} }));
    expect(new Draft("offer", "lan").read()).toBeNull();
  });
});

describe("the key of a creating request", () => {
  it("stays while the same body is sent again and changes with it", () => {
    const key = new IdempotencyKey();
    const first = key.for({ kg: "1" });
    expect(key.for({ kg: "1" })).toBe(first);
    expect(key.for({ kg: "2" })).not.toBe(first);
  });

  it("is a version 4 UUID", () => {
    expect(uuid()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});
