import { describe, expect, it, vi } from "vitest";
import { columns } from "./columns";
import { press } from "./keys";
import { MOST_ROWS, Sheet } from "./sheet.svelte";

const row = (...cells: string[]): string[] => columns.map((_, at) => cells[at] ?? "");
const key = (name: string, held: Partial<KeyboardEvent> = {}) =>
  ({ key: name, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...held }) as KeyboardEvent;
const at = ({ cursor: { row, column } }: Sheet) => [row, column];

describe("the sheet", () => {
  it("pastes a block anywhere, into new rows too, and takes it back", () => {
    const changed = vi.fn();
    const sheet = new Sheet([row("Cam")], changed);
    sheet.go(1, 2);
    expect(
      sheet.paste([
        ["1", "2"],
        ["3", "4"],
      ]),
    ).toBe(0);
    expect(sheet.written).toEqual([row("Cam"), row("", "", "1", "2"), row("", "", "3", "4")]);
    expect(sheet.selected).toEqual({ top: 1, bottom: 2, left: 2, right: 3 });
    sheet.undo();
    expect(sheet.written).toEqual([row("Cam")]);
    sheet.redo();
    expect(sheet.written).toHaveLength(3);
    expect(changed).toHaveBeenCalledTimes(3);
  });

  it("fills a selection with one copied cell, and the cell above downward", () => {
    const sheet = new Sheet([row("Cam", "Loại 1"), row("Bưởi"), row("Mía")]);
    sheet.go(1, 1);
    sheet.go(2, 1, true);
    sheet.paste([["Loại 2"]]);
    expect(sheet.written.map(([, grade]) => grade)).toEqual(["Loại 1", "Loại 2", "Loại 2"]);
    sheet.go(0, 1);
    sheet.go(2, 1, true);
    sheet.fillDown();
    expect(sheet.written.map(([, grade]) => grade)).toEqual(["Loại 1", "Loại 1", "Loại 1"]);
    sheet.go(1, 0);
    sheet.fillDown();
    expect(sheet.written.map(([goods]) => goods)).toEqual(["Cam", "Cam", "Mía"]);
  });

  it("holds five hundred rows and says how many found no room", () => {
    const sheet = new Sheet([]);
    expect(sheet.paste(Array.from({ length: MOST_ROWS + 7 }, () => ["Cam", "1"]))).toBe(7);
    expect(sheet.written).toHaveLength(MOST_ROWS);
    expect(sheet.rows).toHaveLength(MOST_ROWS);
  });

  it("replaces the rows that change and no other", () => {
    const sheet = new Sheet([row("Cam"), row("Bưởi")]);
    const [first, second] = sheet.rows;
    sheet.go(0, 0);
    sheet.write("Mía");
    expect(sheet.rows[0]).not.toBe(first);
    expect(sheet.rows[0]?.id).toBe(first?.id);
    expect(sheet.rows[1]).toBe(second);
  });

  it("takes out whole rows", () => {
    const sheet = new Sheet([row("Cam"), row("Bưởi"), row("Mía")]);
    sheet.go(0, 3);
    sheet.go(1, 3, true);
    sheet.removeRows();
    expect(sheet.written).toEqual([row("Mía")]);
  });
});

describe("its keys", () => {
  it("go as in a spreadsheet and stay inside", () => {
    const sheet = new Sheet([row("Cam"), row("Bưởi")]);
    const way: [string, number[], Partial<KeyboardEvent>?][] = [
      ["ArrowUp", [0, 0]],
      ["ArrowDown", [1, 0]],
      ["ArrowRight", [1, 1]],
      ["End", [1, columns.length - 1]],
      ["Tab", [2, 0]],
      ["Tab", [1, columns.length - 1], { shiftKey: true }],
      ["Home", [1, 0]],
      ["Enter", [2, 0]],
      ["Enter", [1, 0], { shiftKey: true }],
      ["End", [1, columns.length - 1], { ctrlKey: true }],
      ["Home", [0, 0], { ctrlKey: true }],
      ["PageDown", [12, 0]],
    ];
    for (const [name, place, held] of way) {
      expect(press(key(name, held), sheet), name).toBe(true);
      expect(at(sheet), name).toEqual(place);
    }
    expect(press(key("a"), sheet)).toBe(false);
  });

  it("select with Shift, empty with Delete, and come back with Ctrl+Z", () => {
    const sheet = new Sheet([row("Cam", "1"), row("Bưởi", "2")]);
    press(key("ArrowDown", { shiftKey: true }), sheet);
    press(key("Delete"), sheet);
    expect(sheet.written).toEqual([row("", "1"), row("", "2")]);
    press(key("z", { ctrlKey: true }), sheet);
    expect(sheet.written).toEqual([row("Cam", "1"), row("Bưởi", "2")]);
    press(key("Z", { ctrlKey: true, shiftKey: true }), sheet);
    expect(sheet.written).toEqual([row("", "1"), row("", "2")]);
    press(key("a", { ctrlKey: true }), sheet);
    expect(sheet.copied()).toHaveLength(2);
  });
});
