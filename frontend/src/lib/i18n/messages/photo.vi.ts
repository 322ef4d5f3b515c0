/** Ảnh của nguồn hàng. */
export default {
  "photo.title": "Ảnh hàng",
  "photo.none": "Chưa có ảnh.",
  "photo.none.mine": "Chưa có ảnh. Thêm ảnh vườn, ảnh quả để bên mua dễ đồng ý.",
  "photo.alt": ({ n }: { n: number }) => `Ảnh hàng ${n}`,
  "photo.add": "Chụp hoặc chọn ảnh",
  "photo.help": ({ most }: { most: number }) =>
    `Tối đa ${most} ảnh, thu nhỏ trên máy trước khi gửi. Tổ chức của bạn, cán bộ và bên mua được ghép xem được.`,
  "photo.remove": ({ n }: { n: number }) => `Xóa ảnh ${n}`,
  "photo.tooMany": ({ most }: { most: number }) => `Mỗi nguồn hàng tối đa ${most} ảnh; các ảnh sau chưa được gửi.`,
  "photo.withDraft": "Ảnh nằm trong máy này, tự gửi sau khi nguồn hàng được đăng.",
  "photo.waiting": ({ n }: { n: number }) => `${n} ảnh chờ mạng, sẽ gửi.`,
  "photo.refused": ({ n, why }: { n: number; why: string }) => `${n} ảnh chưa gửi được. ${why}`,
  "photo.deviceFull": "Máy hết chỗ chứa nên chưa giữ được ảnh này. Xóa bớt ảnh hay ứng dụng rồi chọn lại, hoặc thêm ảnh sau khi đăng.",
  "photo.notKept": "Máy này không giữ được ảnh khi chưa đăng. Đăng xong rồi thêm ảnh ở trang nguồn hàng.",
  "error.too_many_photos": "Nguồn hàng này đã đủ 6 ảnh. Xóa bớt rồi gửi lại.",
  "error.photo_of_closed_offer": "Nguồn hàng này đã đóng, không thêm ảnh được.",
  "field.forecast_out_of_order": "Ba mức phải tăng dần: thấp, giữa, cao.",
  "field.forecast_low_is_not_total": "Mức thấp phải bằng tổng khối lượng chào.",
  "field.forecast_after_firm": "Sản lượng đã chốt, không quay lại dự báo được.",
  "field.photo_not_a_picture": "Ở đây chỉ nhận ảnh JPEG, PNG hoặc WebP.",
};
