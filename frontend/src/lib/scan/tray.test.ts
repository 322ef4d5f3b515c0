import { render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { expect, test, vi } from "vitest";
import PageTray from "./PageTray.svelte";
import { trayOf } from "./pages.svelte";

test("pages that wait outlive the page around them, each paper's its own", async () => {
  URL.createObjectURL = vi.fn(() => "blob:page");
  URL.revokeObjectURL = vi.fn();
  const props = (paper: string) => ({ paper, label: "Gửi giấy", send: () => Promise.resolve(), sent: () => Promise.resolve() });
  const first = render(PageTray, props("document statute"));
  await userEvent.upload(screen.getByLabelText(/Gửi giấy/), new File(["1"], "trang-1.jpg", { type: "image/jpeg" }));
  expect(screen.getByText("trang-1.jpg")).toBeTruthy();
  first.unmount();
  const other = render(PageTray, props("document members"));
  expect(screen.queryByText("trang-1.jpg")).toBeNull();
  other.unmount();
  render(PageTray, props("document statute"));
  expect(screen.getByText("trang-1.jpg")).toBeTruthy();
  trayOf("document statute").pages.clear();
});
