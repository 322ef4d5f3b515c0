export default {
  "points.several": "Giao ở nhiều điểm",
  "points.title": ({ n }: { n: number }) => `${n} điểm giao`,
  "points.explain":
    "Gõ lượng một tuần bình thường của từng điểm. Tuần nào khác tổng thì chia theo tỷ lệ này, đủ từng ki-lô. Số HTX và phần trăm tính riêng từng điểm.",
  "points.place": ({ n }: { n: number }) => `Điểm giao ${n}`,
  "points.kg": "Mỗi tuần",
  "points.note": "Cửa hàng, cổng nào",
  "points.remove": "Bỏ",
  "points.add": "Thêm điểm giao",
  "points.usual": "Cả tuần:",
  "points.posted": ({ n }: { n: number }) => `Đã đăng ${n} điểm giao`,
  "points.sum": ({ total, held }: { total: string; held: string }) => `Cả ${total}, đã ghép ${held}. Mỗi điểm ghép, ký và sửa riêng.`,
  "points.each": ({ total, held }: { total: string; held: string }) => `${total}, đã ghép ${held}`,
  "points.head": ({ n, total, held }: { n: number; total: string; held: string }) => `${n} điểm giao: ${total}, đã ghép ${held}`,
  "points.this": "Điểm này",
  "points.common": "Sửa chung các điểm",
  "points.common.explain": ({ n }: { n: number }) =>
    `Phần bạn sửa dưới đây áp dụng cho cả ${n} điểm còn mở, hoặc không điểm nào; phần không sửa giữ nguyên ở từng điểm. Tuần, lượng và nơi giao vẫn sửa riêng từng điểm.`,
  "points.common.differs": "Đang khác nhau giữa các điểm",
  "points.common.differs.explain":
    "Chọn phần muốn đặt như nhau ở mọi điểm, theo số ghi dưới đây. Không chọn và không sửa thì mỗi điểm giữ phần của mình.",
  "points.common.save": ({ n }: { n: number }) => `Lưu cho ${n} điểm`,
  "points.common.saved": "Đã sửa mọi điểm còn mở",
  "points.common.cannot": ({ point, why }: { point: string; why: string }) =>
    `Chưa sửa điểm nào, vì điểm “${point}” không đổi được: ${why}`,
  "points.which": ({ which }: { which: string }) => `Điểm ${which}`,
  "points.withdrawAll": ({ n }: { n: number }) => `Rút cả ${n} điểm giao`,
  "points.withdrawAll.explain":
    "Mọi điểm giao còn mở của nhu cầu này sẽ không dự phiên ghép nữa. Hợp đồng và đề xuất đã có vẫn giữ nguyên.",
  "points.withdrawnAll": "Đã rút mọi điểm giao",
};
