import type { Catalogue, CommuneRead, GoodsRead, ListWords, Place } from "#lib/api/types";
import { Names } from "#lib/market/catalogue";
import { Words } from "./words";

/** What the tests of the table know of the world. */
const list: ListWords = {
  columns: [
    { column: "varieties", words: ["Giống nhận", "Varieties", "giong"] },
    { column: "product", words: ["Sản phẩm", "Product", "ten hang", "mat hang"] },
    { column: "min_grade", words: ["Phẩm cấp thấp nhất", "Lowest grade", "loai"] },
    { column: "bid", words: ["Giá cao nhất tại kho (đ/kg)", "Highest delivered price (VND/kg)", "gia", "gia mua"] },
    { column: "delivery_commune", words: ["Xã, phường nhận hàng", "Delivery commune", "noi giao"] },
    { column: "province", words: ["Tỉnh, thành phố", "Province", "tinh"] },
    { column: "kg_per_week", words: ["Nhiều nhất mỗi tuần (kg)", "Most a week (kg)", "moi tuan", "khoi luong"] },
    { column: "from", words: ["Thu từ ngày", "Harvest from", "tu ngay"] },
    { column: "to", words: ["Thu đến ngày", "Harvest to", "den ngay"] },
  ],
  grades: [
    { value: "first", words: ["Loại 1", "Class I", "1", "loai nhat"] },
    { value: "second", words: ["Loại 2", "Class II", "2"] },
  ],
  certificates: [
    { value: "vietgap", words: ["VietGAP", "VietGAP", "viet gap"] },
    { value: "attp", words: ["An toàn thực phẩm", "Food safety", "attp"] },
  ],
};
export const words = new Words(list);

const orange = { slug: "cam-canh", product: "cam", name_vi: "Cam Canh", name_en: "Canh orange" };
export const names = new Names({
  products: [{ slug: "cam", name_vi: "Cam", name_en: "Oranges", varieties: [orange] }],
  certificate_kinds: [],
} as unknown as Catalogue);

export const home: Place = { commune_code: "00004", commune: "Phường Ba Đình", province: "Hà Nội", old_district: "Quận Ba Đình" };

export const known: GoodsRead = { product: "cam", varieties: ["cam-canh"], choices: [] };
export const unknown: GoodsRead = { varieties: [], code: "goods_unknown", choices: ["Cam Canh"] };
export const nowhere: CommuneRead = { code: "commune_unknown", choices: [] };
