export default {
  "map.title": "Bản đồ nguồn hàng",
  "map.lead": "Chạm vào một tỉnh để xem hàng ở đó. Số trên tỉnh là tấn.",
  "map.offered": "Nguồn hàng",
  "map.demanded": "Nhu cầu mua",
  "map.province": "Tỉnh, thành",
  "map.offered.tonnes": "Đang bán, tấn",
  "map.demanded.tonnes": "Đang cần, tấn",
  "map.table": "Tỉnh có hàng",
  "map.none": "Không có hàng nào đang mở.",
  "map.show": "Xem theo",
  "map.darker": "Đậm hơn là nhiều hơn",
  "map.of": ({ province, tonnes }: { province: string; tonnes: string }) => `${province}: ${tonnes} tấn`,
};
