import { expect, it } from "vitest";
import { articles, blocksOf, sha256 } from "./document";

const text = `BẢN MẪU – DỮ LIỆU TRÌNH DIỄN, KHÔNG CÓ GIÁ TRỊ PHÁP LÝ

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
HỢP ĐỒNG TIÊU THỤ NÔNG SẢN

Căn cứ Bộ luật Dân sự;
BÊN BÁN (sau đây gọi là Bên A): HTX
- Mã số thuế: 9900010046
Điều 5. Lịch giao
Đợt | Khối lượng
1 | 6.000 kg
Cộng | 6.000 kg
5.2. Nơi bốc hàng

ĐẠI DIỆN BÊN A
`;

it("sets the text without losing or changing a word", () => {
  const blocks = blocksOf(text);
  expect(blocks.map(({ kind }) => kind)).toEqual(["mark", "title", "title", "text", "party", "item", "heading", "table", "text", "party"]);
  const back = blocks.map((block) => (block.kind === "table" ? block.rows.map((row) => row.join(" | ")).join("\n") : block.text));
  expect(back.join("\n")).toBe(text.split("\n").filter(Boolean).join("\n"));
  expect(articles(text)).toBe(1);
});

it("knows the hash of bytes", async () => {
  const bytes = new TextEncoder().encode("abc").buffer;
  expect(await sha256(bytes)).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
});
