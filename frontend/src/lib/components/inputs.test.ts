import { render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { fromStore, writable } from "svelte/store";
import { describe, expect, it, vi } from "vitest";
import type { Unit } from "#lib/format";
import CodeInput from "./CodeInput.svelte";
import Combobox from "./Combobox.svelte";
import DateField from "./DateField.svelte";
import DateRange from "./DateRange.svelte";
import KgInput from "./KgInput.svelte";
import MoneyInput from "./MoneyInput.svelte";
import Segmented from "./Segmented.svelte";
import WeekLines from "./WeekLines.svelte";

const plain = (element: HTMLElement) => element.textContent.replaceAll("\u00a0", " ");

/** Props that a component writes back to, kept where the test can read them. */
function bound<T extends object>(props: T): T {
  return props;
}

describe("KgInput", () => {
  it("echoes what was typed in kilograms and in words", async () => {
    const user = userEvent.setup();
    const { container } = render(KgInput, { label: "Tổng khối lượng", value: null, unit: "tấn" });
    await user.type(screen.getByLabelText("Tổng khối lượng"), "8,5");
    expect(plain(container)).toContain("8.500 kg · tám nghìn năm trăm ki-lô-gam");
  });

  it("asks which of two readings is meant, and goes on with the one that is pressed", async () => {
    const user = userEvent.setup();
    const { container } = render(KgInput, { label: "Tổng khối lượng", value: null, unit: "tấn" });
    await user.type(screen.getByLabelText("Tổng khối lượng"), "1.500");
    const choices = screen.getAllByRole("button");
    expect(choices.map(plain)).toEqual(["1,5 tấn = 1.500 kg", "1.500 tấn = 1.500.000 kg"]);
    await user.click(screen.getByRole("button", { name: /^1,5/ }));
    expect(screen.getByLabelText<HTMLInputElement>("Tổng khối lượng").value).toBe("1.500");
    expect(screen.getByLabelText<HTMLInputElement>("kg").checked).toBe(true);
    expect(plain(container)).toContain("một nghìn năm trăm ki-lô-gam");
  });

  it("means the new unit when another field that shares it is switched", async () => {
    const user = userEvent.setup();
    const unit = fromStore(writable<Unit>("tấn"));
    const low = fromStore(writable<string | null>("8500"));
    const high = fromStore(writable<string | null>("12000"));
    const field = (label: string, kg: typeof low) => {
      const onchange = vi.fn();
      const { container } = render(KgInput, {
        label,
        onchange,
        get value() {
          return kg.current;
        },
        set value(now) {
          kg.current = now;
        },
        get unit() {
          return unit.current;
        },
        set unit(now) {
          unit.current = now;
        },
      });
      return { container, onchange };
    };
    const first = field("Thấp nhất", low);
    const second = field("Cao nhất", high);
    expect([low.current, high.current]).toEqual(["8500", "12000"]);
    expect(first.onchange).not.toHaveBeenCalled();
    await user.click(screen.getAllByLabelText("tạ")[0] as HTMLElement);
    expect(screen.getByLabelText<HTMLInputElement>("Cao nhất").value).toBe("12");
    expect([low.current, high.current]).toEqual(["850", "1200"]);
    expect(plain(second.container)).toContain("1.200 kg");
    expect(second.onchange).toHaveBeenCalledOnce();
    await user.clear(screen.getByLabelText("Thấp nhất"));
    await user.type(screen.getByLabelText("Thấp nhất"), "1.500");
    await user.click(screen.getAllByLabelText("tấn")[1] as HTMLElement);
    expect([low.current, high.current]).toEqual([null, "12000"]);
  });

  it("takes a typed zero as refused, as nothing, or as what was found", async () => {
    const user = userEvent.setup();
    const typed = async (label: string, zero: boolean | "kept", text: string) => {
      const value = fromStore(writable<string | null>("3000"));
      render(KgInput, {
        label,
        zero,
        switchable: false,
        get value() {
          return value.current;
        },
        set value(now) {
          value.current = now;
        },
      });
      await user.clear(screen.getByLabelText(label));
      if (text) await user.type(screen.getByLabelText(label), text);
      await user.tab();
      return [value.current, screen.getByLabelText(label).getAttribute("aria-invalid")];
    };
    expect(await typed("Kg", false, "0")).toEqual([null, "true"]);
    expect(await typed("Có thể bỏ", true, "0")).toEqual([null, null]);
    expect(await typed("Số nhận", "kept", "0")).toEqual(["0", null]);
    expect(await typed("Số nhận 2", "kept", "0,0 kg")).toEqual(["0", null]);
    expect(await typed("Số nhận 3", "kept", "")).toEqual([null, null]);
  });

  it("echoes kilograms in a field of kilograms when another unit was typed", async () => {
    const user = userEvent.setup();
    const { container } = render(KgInput, { label: "Lô nhỏ nhất", value: null, switchable: false });
    await user.type(screen.getByLabelText("Lô nhỏ nhất"), "2 tấn");
    expect(plain(container)).toContain("2.000 kg");
    await user.clear(screen.getByLabelText("Lô nhỏ nhất"));
    await user.type(screen.getByLabelText("Lô nhỏ nhất"), "800");
    expect(plain(container)).not.toContain("800 kg");
  });

  it("says what is wrong at the field, tied to it", async () => {
    const user = userEvent.setup();
    render(KgInput, { label: "Lô nhỏ nhất", value: null, switchable: false });
    const input = screen.getByLabelText("Lô nhỏ nhất");
    await user.type(input, "50 thùng");
    await user.tab();
    expect(input.getAttribute("aria-invalid")).toBe("true");
    expect(document.getElementById(input.getAttribute("aria-describedby") ?? "")?.textContent).toContain("Nhập bằng kg, tạ hoặc tấn");
  });
});

describe("MoneyInput", () => {
  it("groups dots while typing and keeps the caret behind its digit", async () => {
    const user = userEvent.setup();
    render(MoneyInput, { label: "Giá", value: 23600 });
    const input = screen.getByLabelText<HTMLInputElement>("Giá");
    expect(input.value).toBe("23.600");
    await user.type(input, "5", { initialSelectionStart: 1, initialSelectionEnd: 1 });
    expect(input.value).toBe("253.600");
    expect(input.selectionStart).toBe(2);
  });

  it("says the figure in words where it is asked to", async () => {
    const user = userEvent.setup();
    render(MoneyInput, { label: "Giá", value: null, spoken: true });
    await user.type(screen.getByLabelText("Giá"), "22500");
    expect(screen.getByText("hai mươi hai nghìn năm trăm đồng")).toBeTruthy();
  });

  it("reads 18k on leaving, and refuses a range with a sentence", async () => {
    const user = userEvent.setup();
    render(MoneyInput, { label: "Giá", value: null });
    const input = screen.getByLabelText<HTMLInputElement>("Giá");
    await user.type(input, "18k");
    await user.tab();
    expect(input.value).toBe("18.000");
    await user.clear(input);
    await user.type(input, "18-20k");
    await user.tab();
    expect(input.getAttribute("aria-invalid")).toBe("true");
    expect(screen.getByText("Đây là một khoảng. Nhập một giá.")).toBeTruthy();
  });
});

describe("DateField and DateRange", () => {
  it("writes the day out and asks for all four digits of the year", async () => {
    const user = userEvent.setup();
    render(DateField, { label: "Ngày cấp", value: null });
    const input = screen.getByLabelText<HTMLInputElement>("Ngày cấp");
    await user.type(input, "1/2/2027");
    await user.tab();
    expect(input.value).toBe("01/02/2027");
    await user.clear(input);
    await user.type(input, "1/2/27");
    await user.tab();
    expect(screen.getByText("Gõ đủ bốn số của năm.")).toBeTruthy();
  });

  it("counts the weeks, and says when the days are reversed", async () => {
    const user = userEvent.setup();
    render(DateRange, { label: "Thời gian", from: "2026-12-22", to: "2027-01-29" });
    expect(screen.getByText("6 tuần")).toBeTruthy();
    const to = screen.getByLabelText("Đến");
    await user.clear(to);
    await user.type(to, "01/12/2026");
    expect(screen.getByText(/Ngày cuối đứng trước ngày đầu/)).toBeTruthy();
    expect(screen.queryByText("6 tuần")).toBeNull();
  });
});

describe("Combobox", () => {
  const found = [
    { id: "quyt", label: "Quýt ngọt Cao Phong", value: "quyt-ngot-cao-phong" },
    { id: "cam", label: "Cam Canh", value: "cam-canh" },
  ];

  it("offers what the search found and takes the one chosen by keys", async () => {
    const user = userEvent.setup();
    const onpick = vi.fn();
    render(Combobox, bound({ label: "Giống", chosen: "", search: () => Promise.resolve(found), onpick }));
    const input = screen.getByRole("combobox");
    await user.type(input, "quyt");
    await screen.findByText("Cam Canh");
    expect(input.getAttribute("aria-expanded")).toBe("true");
    await user.keyboard("{ArrowDown}{Enter}");
    expect(onpick).toHaveBeenLastCalledWith("cam-canh");
    expect((input as HTMLInputElement).value).toBe("Cam Canh");
    expect(input.getAttribute("aria-expanded")).toBe("false");
  });

  it("drops the choice as soon as its words are changed", async () => {
    const user = userEvent.setup();
    const onpick = vi.fn();
    render(Combobox, bound({ label: "Giống", chosen: "Cam Canh", search: () => Promise.resolve([]), onpick }));
    await user.type(screen.getByRole("combobox"), "x");
    expect(onpick).toHaveBeenLastCalledWith(null);
    expect(await screen.findByText("Không tìm thấy. Thử gõ ít chữ hơn.")).toBeTruthy();
  });

  it("shows the answer to the last question, whichever came first", async () => {
    const user = userEvent.setup();
    const answers: ((rows: typeof found) => void)[] = [];
    const search = () => new Promise<typeof found>((resolve) => answers.push(resolve));
    render(Combobox, bound({ label: "Giống", chosen: "", search, onpick: () => undefined }));
    await user.type(screen.getByRole("combobox"), "c");
    await vi.waitFor(() => expect(answers).toHaveLength(1));
    await user.type(screen.getByRole("combobox"), "a");
    await vi.waitFor(() => expect(answers).toHaveLength(2));
    answers[1]?.([{ id: "cam", label: "Cam Canh", value: "cam-canh" }]);
    await screen.findByText("Cam Canh");
    answers[0]?.(found);
    await Promise.resolve();
    expect(screen.queryByText("Quýt ngọt Cao Phong")).toBeNull();
  });
});

describe("WeekLines", () => {
  const lines = () => [
    { week: "2027-01-25", kg: null },
    { week: "2027-02-01", kg: "4000" },
    { week: "2027-02-08", kg: null },
  ];

  it("fills every week down, adds up, and marks Tết", async () => {
    const user = userEvent.setup();
    const { container } = render(WeekLines, { lines: lines() });
    expect(plain(container)).toContain("Trước Tết");
    expect(plain(container)).toContain("Tết 06/02");
    expect(plain(container)).toContain("Nghỉ Tết");
    await user.type(screen.getByLabelText("Mỗi tuần, kg"), "2.200");
    await user.click(screen.getByRole("button", { name: "Điền 3 tuần" }));
    expect(screen.getByLabelText<HTMLInputElement>("Kg tuần 08/02/2027").value).toBe("2.200");
    expect(plain(container)).toContain("6.600 kg");
  });

  it("goes down with Enter, and takes zero as nothing", async () => {
    const user = userEvent.setup();
    const { container } = render(WeekLines, { lines: lines() });
    await user.type(screen.getByLabelText("Kg tuần 25/01/2027"), "1.000{Enter}");
    expect(document.activeElement).toBe(screen.getByLabelText("Kg tuần 01/02/2027"));
    await user.clear(screen.getByLabelText("Kg tuần 01/02/2027"));
    await user.type(screen.getByLabelText("Kg tuần 01/02/2027"), "0");
    await user.tab();
    expect(plain(container)).toContain("Tổng1.000 kg");
    expect(container.querySelector("[aria-invalid]")).toBeNull();
  });
});

describe("CodeInput", () => {
  it("keeps six digits of what is pasted and says when it is whole", async () => {
    const user = userEvent.setup();
    const oncomplete = vi.fn();
    render(CodeInput, { label: "Mã", value: "", oncomplete });
    await user.click(screen.getByLabelText("Mã"));
    await user.paste("407 152 9");
    expect(screen.getByLabelText<HTMLInputElement>("Mã").value).toBe("407152");
    expect(oncomplete).toHaveBeenCalledOnce();
  });
});

describe("Segmented", () => {
  it("is a group of radio buttons with a name", async () => {
    const user = userEvent.setup();
    const onchange = vi.fn();
    render(Segmented, {
      label: "Loại",
      options: [
        { value: "first", label: "Loại 1" },
        { value: "second", label: "Loại 2" },
      ],
      value: "first",
      onchange,
    });
    expect(screen.getByRole("group", { name: "Loại" })).toBeTruthy();
    await user.click(screen.getByLabelText("Loại 2"));
    expect(screen.getByLabelText<HTMLInputElement>("Loại 2").checked).toBe(true);
    expect(onchange).toHaveBeenCalledOnce();
  });
});
