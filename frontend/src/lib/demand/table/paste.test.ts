import { describe, expect, it } from "vitest";
import { columnOf, type Field } from "./columns";
import { arrange, parseBlock, toBlock } from "./paste";
import { words } from "./sample";

describe("a pasted block", () => {
  it("comes from a spreadsheet with tabs, quotes and line ends inside cells", () => {
    expect(parseBlock('Cam\t1.500 kg\r\n"Cam ""ngon""\nloại 1"\t\r\n')).toEqual([
      ["Cam", "1.500 kg"],
      ['Cam "ngon" loại 1', ""],
    ]);
  });

  it("comes from CSV with semicolons or commas, where every row has as many", () => {
    expect(parseBlock("Cam;1,5 tấn\nBưởi;2")).toEqual([
      ["Cam", "1,5 tấn"],
      ["Bưởi", "2"],
    ]);
    expect(parseBlock('Cam,"1,5 tấn",Loại 1\nBưởi,2,Loại 2')).toEqual([
      ["Cam", "1,5 tấn", "Loại 1"],
      ["Bưởi", "2", "Loại 2"],
    ]);
  });

  it("stays one column where commas and semicolons are part of the words", () => {
    expect(parseBlock("VietGAP; ATTP")).toEqual([["VietGAP; ATTP"]]);
    expect(parseBlock("12,5 tấn\n30 tạ")).toEqual([["12,5 tấn"], ["30 tạ"]]);
    expect(parseBlock('"chưa đóng')).toEqual([['"chưa đóng']]);
    expect(parseBlock("\n\n")).toEqual([]);
  });

  it("goes back to the clipboard as it came", () => {
    const rows = [
      ["Cam", 'hạng "một"'],
      ["", "a\tb"],
    ];
    expect(toBlock(rows)).toBe('Cam\t"hạng ""một"""\n\t"a\tb"');
    expect(parseBlock(toBlock([["Cam", 'hạng "một"']]))).toEqual([["Cam", 'hạng "một"']]);
  });
});

describe("a header in other words", () => {
  const block = parseBlock(
    [
      "STT\tTên hàng\tGiống\tKhối lượng (tấn)\tGiá mua (nghìn đồng)\tTừ ngày\tNơi giao\tTỉnh",
      "1\tCam\tCam Canh\t1,5\t22,5\t30/11/2026\tPhường Ba Đình\tHà Nội",
      "2\tCam\t\t800 kg\t21.000\t\t\t",
    ].join("\n"),
  );
  const arranged = arrange(block, words);
  const cell = (row: number, field: Field) => arranged?.rows[row]?.[columnOf(field)];

  it("puts each column where it belongs, with its unit and its province", () => {
    expect([cell(0, "goods"), cell(0, "kg_per_week"), cell(0, "bid"), cell(0, "delivery_commune")]).toEqual([
      "Cam Canh",
      "1,5 tấn",
      "22,5k",
      "Phường Ba Đình, Hà Nội",
    ]);
    expect([cell(1, "goods"), cell(1, "kg_per_week"), cell(1, "delivery_commune")]).toEqual(["Cam", "800 kg", ""]);
  });

  it("says what it understood and what it left out", () => {
    expect(arranged?.understood.map(({ title, field }) => `${title}: ${field}`)).toContain("Tên hàng: goods");
    expect(arranged?.ignored).toEqual(["STT"]);
  });

  it("is not seen in rows of figures", () => {
    expect(arrange(parseBlock("Cam\tLoại 1\t500\nCam\tLoại 2\t700"), words)).toBeNull();
    expect(arrange([["Tên hàng", "Giá"]], words)).toBeNull();
  });
});
