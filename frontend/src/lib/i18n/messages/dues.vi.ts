export default {
  "dues.title": "Đặt cọc và tiền giữ lại",
  "dues.more": "Đặt cọc, tiền giữ lại",
  "dues.none": "không có",
  "dues.deposit": "Đặt cọc",
  "dues.deposit.hint":
    "Tiền đặt cọc trả trước cho HTX, rồi trừ dần vào các đợt nhận đầu tiên. Để trống là không đặt cọc; nhiều nhất 50 % giá trị hợp đồng.",
  "dues.deposit.percent": "Đặt cọc",
  "dues.deposit.days": "Trả sau khi ký",
  "dues.deposit.amount": "Số tiền đặt cọc",
  "dues.deposit.words": ({ percent, days }: { percent: number; days: number }) =>
    days === 0 ? `${percent}\u00a0%, trả ngay ngày ký xong` : `${percent}\u00a0%, trả trong ${days} ngày sau khi ký xong`,
  "dues.retention": "Tiền giữ lại",
  "dues.retention.hint": "Một phần tiền của mỗi đợt, trả sau đợt nhận cuối cùng. Để trống là không giữ lại; nhiều nhất 10 %.",
  "dues.retention.percent": "Giữ lại mỗi đợt",
  "dues.retention.days": "Trả sau đợt cuối",
  "dues.retention.words": ({ percent, days }: { percent: number; days: number }) =>
    days === 0 ? `${percent}\u00a0% mỗi đợt, trả ngay sau đợt cuối` : `${percent}\u00a0% mỗi đợt, trả sau đợt cuối ${days} ngày`,
  "dues.setOff": "Đã trừ vào tiền hàng",
  "dues.left": "Đặt cọc chưa trừ",
  "dues.retained": "Đang giữ lại đến nay",
  "dues.value": "Giá trị đợt",
  "dues.offDeposit": "Trừ đặt cọc",
  "dues.keptBack": "Giữ lại",
  "dues.toPay": "Còn phải trả",
  "dues.of.value": ({ amount }: { amount: string }) => `giá trị ${amount}`,
  "dues.of.deposit": ({ amount }: { amount: string }) => `trừ đặt cọc ${amount}`,
  "dues.of.retained": ({ amount }: { amount: string }) => `giữ lại ${amount}`,
  "dues.withdraws.text":
    "Theo điều 328 Bộ luật Dân sự: bên mua bỏ thì mất phần đặt cọc chưa trừ; bên bán bỏ thì trả lại phần chưa trừ và thêm một khoản bằng phần đó. Không tính khi bất khả kháng hoặc do lỗi của bên kia.",
  "dues.kept": ({ amount }: { amount: string }) =>
    `Bên mua chấm dứt khi chưa giao xong: theo điều 328 Bộ luật Dân sự, ${amount} đặt cọc chưa trừ thuộc về bên bán, trừ khi hai bên thỏa thuận khác.`,
  "dues.doubled": ({ amount }: { amount: string }) =>
    `Bên bán chấm dứt khi chưa giao xong: ngoài phần trả lại, điều 328 Bộ luật Dân sự buộc trả thêm ${amount}, trừ khi hai bên thỏa thuận khác. Khoản thêm này hai bên tự thanh toán.`,
  "due.deposit": "Tiền đặt cọc",
  "due.retention": "Tiền giữ lại",
  "due.return": "Trả lại đặt cọc",
  "due.line": ({ n }: { n: number }) => `Đợt ${n}`,
  "due.disputed": ({ note }: { note: string }) => `Bên nhận báo chưa nhận được tiền: ${note}`,
  "due.late": ({ amount }: { amount: string }) =>
    `Chưa ai báo trả tiền đặt cọc. Nếu đã chuyển đủ ${amount} mà quên báo thì báo ở đây; bên bán xác nhận, hoặc báo chưa nhận được.`,
  "due.late.return": "Không còn đợt giao nào nên phần cọc chưa trừ vào tiền hàng, bên bán trả lại trong 7 ngày kể từ ngày báo.",
  "due.late.kept": "Bên mua đã chấm dứt hợp đồng nên phần cọc chưa trừ vào tiền hàng thuộc về bên bán, trừ khi hai bên thỏa thuận khác.",
  "due.act.late": ({ amount }: { amount: string }) => `Đã chuyển đủ ${amount}`,
  "due.done.declare": "Đã báo trả tiền. Đợi bên nhận xác nhận.",
  "due.done.dispute": "Đã báo lại cho bên trả",
  "payment.back": "Đặt cọc phải trả lại",
  "state.payment.declared.supplier": "Bên bán báo đã trả",
};
