import { render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { beforeEach, expect, it, vi } from "vitest";
import type { Catalogue } from "#lib/api/types";
import { Names } from "#lib/market/catalogue";
import Filters from "./Filters.svelte";

const goto = vi.hoisted(() => vi.fn(() => Promise.resolve()));
vi.mock("$app/navigation", () => ({ goto }));
vi.mock("$app/state", () => ({ page: { url: new URL("https://x.example/cho?xep=gan") } }));
const names = new Names({ products: [], certificate_kinds: [{ kind: "vietgap" }, { kind: "lab_result" }] } as unknown as Catalogue);

beforeEach(() => {
  goto.mockClear();
  // Not in jsdom.
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function () {
    this.open = false;
  };
});

it("says at the field what the server would refuse, and applies it once it is right", async () => {
  const user = userEvent.setup();
  const search = { province: "25", from: "2026-12-02", to: "2026-12-01", price_from: 20000, price_to: 15000 };
  render(Filters, { side: "supplier", search, names, located: false });
  await user.click(screen.getByRole("button", { name: "Lọc (4)" }));
  const show = screen.getByRole("button", { name: "Xem kết quả" });
  await user.click(show);
  expect(screen.getByText("Ngày cuối đứng trước ngày đầu. Đổi lại.")).toBeTruthy();
  expect(screen.getByText("Giá đến thấp hơn giá từ. Đổi lại.")).toBeTruthy();
  expect(goto).not.toHaveBeenCalled();
  await user.clear(screen.getByLabelText("Có hàng từ"));
  await user.clear(screen.getByLabelText("Giá tham khảo từ"));
  await user.type(screen.getByLabelText("Giá tham khảo từ"), "10000");
  await user.click(screen.getByLabelText("Kết quả kiểm nghiệm"));
  await user.click(show);
  await vi.waitFor(() => expect(goto).toHaveBeenCalledOnce());
  const address = "/cho?tinh=25&den=2026-12-01&gia-tu=10000&gia-den=15000&giay=lab_result";
  expect(goto).toHaveBeenCalledWith(address, { reset: false });
});
