import { render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { describe, expect, it, vi } from "vitest";
import Button from "./Button.svelte";
import PriceRuler from "./PriceRuler.svelte";
import StatePath from "./StatePath.svelte";
import ThreeLanes from "./ThreeLanes.svelte";
import WeekStrip from "./WeekStrip.svelte";
import { createRawSnippet } from "svelte";

const words = (text: string) => createRawSnippet(() => ({ render: () => `<span>${text}</span>` }));
const plain = (text: string | null) => (text ?? "").replaceAll("\u00a0", " ");

describe("Button", () => {
  it("ignores a second press while it is busy, also as the submit of a form", async () => {
    const user = userEvent.setup();
    const onclick = vi.fn();
    render(Button, { children: words("Gửi"), type: "submit", busy: true, onclick });
    const button = screen.getByRole("button", { name: "Gửi" });
    const pressed = new MouseEvent("click", { bubbles: true, cancelable: true });
    button.dispatchEvent(pressed);
    await user.click(button);
    expect(pressed.defaultPrevented).toBe(true);
    expect(onclick).not.toHaveBeenCalled();
  });
});

describe("PriceRuler", () => {
  it("says in words what it draws", () => {
    render(PriceRuler, { reference: { low: 20000, high: 21900 }, own: 23600 });
    expect(plain(screen.getByRole("img").getAttribute("aria-label"))).toBe("giá tham khảo 20.000 đến 21.900 ₫/kg; giá của bạn 23.600 ₫/kg");
  });

  it("keeps every mark inside the axis", () => {
    const { container } = render(PriceRuler, {
      reference: { low: 100, high: 200 },
      own: 10_000_000,
      fair: { low: 150, high: 180 },
      deal: 160,
    });
    const places = [...container.querySelectorAll<HTMLElement>("[style*='left']")].map((mark) => Number.parseFloat(mark.style.left));
    expect(places.length).toBeGreaterThan(4);
    expect(places.every((place) => place >= 0 && place <= 100)).toBe(true);
  });

  it("draws nothing when there is nothing to compare", () => {
    const { container } = render(PriceRuler, { reference: null });
    expect(container.querySelector("[role=img]")).toBeNull();
  });
});

describe("WeekStrip", () => {
  it("names the weeks and the largest of them", () => {
    render(WeekStrip, {
      side: "offer",
      weeks: [
        { week: "2026-12-07", kg: "2000" },
        { week: "2026-12-14", kg: "6000" },
      ],
    });
    expect(plain(screen.getByRole("img").getAttribute("aria-label"))).toBe("2 tuần, tuần đầu 07/12 – 13/12, tuần nhiều nhất 6.000 kg");
  });
});

describe("StatePath", () => {
  it("marks the present step and says which are done", () => {
    render(StatePath, { steps: ["Thỏa thuận", "HTX ký", "Bên mua ký"].map((label) => ({ label })), present: 1 });
    expect(screen.getByText("Bước 2 trên 3")).toBeTruthy();
    const items = screen.getAllByRole("listitem");
    expect(items.map((item) => item.getAttribute("aria-current"))).toEqual([null, "step", null]);
    expect(plain(items[0]?.textContent ?? null)).toContain("(đã xong)");
  });
});

describe("ThreeLanes", () => {
  it("never draws more than the whole, nor a share of nothing", () => {
    const lane = { label: "Đã giao", text: "", tone: "cam" } as const;
    const { container } = render(ThreeLanes, {
      lanes: [
        { ...lane, done: 12, target: 10 },
        { ...lane, label: "Đã nhận", done: 0, target: 0 },
        { ...lane, label: "Đã trả", done: 1, target: 4, late: "quá hạn 6 ngày" },
      ],
    });
    const widths = [...container.querySelectorAll<HTMLElement>("i.cam")].map((bar) => bar.style.width);
    expect(widths).toEqual(["100%", "0%", "25%"]);
    expect(screen.getByText("quá hạn 6 ngày")).toBeTruthy();
  });
});
