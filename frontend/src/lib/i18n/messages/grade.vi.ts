/** Phẩm cấp, cỡ, và từng bảng phân hạng. */
export default {
  "grades.title": "Phẩm cấp và cỡ",
  "grades.lead": "Mỗi phẩm cấp nghĩa là gì, ngoài chợ gọi thế nào, và nhãn cỡ của từng mặt hàng.",
  "grades.tolerance": ({ percent }: { percent: number }) => `Cho phép ${percent} % số quả, số cây hoặc khối lượng chưa đạt phẩm cấp.`,
  "grades.ungraded": "Chưa phân loại: lấy cả vườn, to nhỏ lẫn nhau.",
  "grades.also.extra": "Ngoài chợ: VIP, thượng hạng, hàng đặc biệt, hàng tuyển. Đẹp, đúng giống, gần như không tì vết.",
  "grades.also.first":
    "Ngoài chợ: loại 1, loại A, hàng nhất; cam khoảng 4–6 quả một kg. Tì vết nhẹ ở vỏ, không chạm vào ruột; rau tươi, ít lá già.",
  "grades.also.second": "Ngoài chợ: loại 2, loại B, hàng nhì. Vỏ có vết, hình chưa đều, lá ngoài hơi vàng, phần ăn còn tốt.",
  "grades.also.ungraded": "Ngoài chợ: hàng xô, mua xô, cả vườn, cả ruộng; quả bé gọi là cam bi.",
  "grades.local":
    "Cỡ của rau củ ngoài chợ gọi: nhỏ, bé là S; vừa, trung bình là M; to, lớn, dài là L; rất to là XL. Khi nạp bảng, viết thế nào cũng được.",
  "grades.own": "Bảng của chương trình, không trích tiêu chuẩn nào.",
  "grades.ownSizes": ({ standard }: { standard: string }) => `Loại theo ${standard}. Nhãn cỡ do chương trình đặt.`,
  "grades.extraOnly": ({ standard }: { standard: string }) => `Loại đặc biệt theo ${standard}; loại 1, loại 2 do chương trình tóm lại.`,
  "grades.minimum": "Tối thiểu cho mọi loại: lành, không thối, không dập nặng, sạch.",
  "grades.code": "Cỡ",
  "grades.measure.diameter_mm": "Đường kính, mm",
  "grades.measure.weight_g": "Nặng mỗi quả, củ, cây; g",
  "grades.measure.length_cm": "Dài, cm",
  "grades.from": ({ figure }: { figure: string }) => `từ ${figure}`,
  "grades.overlap":
    "Có bảng các khoảng gối lên nhau: cỡ là nhãn bạn chọn khi đóng gói. Bảng để tham khảo, khi xuất khẩu hãy so với bản tiêu chuẩn đang có hiệu lực.",
  "grades.sheet.orange": "Cam",
  "grades.sheet.mandarin": "Quýt, cam Canh",
  "grades.sheet.lime": "Chanh không hạt",
  "grades.sheet.pummelo": "Bưởi",
  "grades.sheet.tomato": "Cà chua",
  "grades.sheet.cucumber": "Dưa chuột",
  "grades.sheet.carrot": "Cà rốt",
  "grades.sheet.lettuce": "Xà lách",
  "grades.sheet.cabbage": "Bắp cải",
  "grades.sheet.chinese-cabbage": "Cải thảo",
  "grades.sheet.cauliflower": "Súp lơ",
  "grades.sheet.kohlrabi": "Su hào",
  "grades.sheet.leafy": "Rau ăn lá",
  "grades.sheet.celery": "Cần",
  "grades.sheet.herb": "Rau gia vị, hành lá",
  "grades.sheet.chayote": "Su su quả",
  "grades.sheet.wax-gourd": "Bí xanh",
  "grades.sheet.pumpkin": "Bí đỏ",
  "grades.sheet.bottle-gourd": "Bầu",
  "grades.sheet.loofah": "Mướp hương",
  "grades.sheet.bitter-gourd": "Mướp đắng",
  "grades.sheet.green-bean": "Đậu cô ve",
  "grades.sheet.yard-long-bean": "Đậu đũa",
  "grades.sheet.okra": "Đậu bắp",
  "grades.sheet.aubergine": "Cà tím",
  "grades.sheet.chilli": "Ớt",
  "grades.sheet.sweet-corn": "Ngô",
  "grades.sheet.daikon": "Củ cải",
  "grades.sheet.potato": "Khoai tây",
  "grades.sheet.sweet-potato": "Khoai lang",
  "grades.sheet.taro": "Khoai sọ",
  "grades.sheet.ginger": "Gừng",
  "grades.sheet.garlic": "Tỏi",
  "grades.sheet.bamboo-shoot": "Măng tươi",
  "grades.sheet.mushroom": "Nấm",
  "grades.classes.tomato":
    "Đặc biệt: quả chắc, đúng giống, gần như không tì vết. Loại 1: khá chắc, không nứt; chịu tì vết nhẹ ở vỏ, hình hơi lệch, dập rất nhẹ. Loại 2: đạt mức tối thiểu.",
  "grades.classes.cucumber":
    "Đặc biệt và loại 1: quả gần thẳng, cong nhiều nhất 10 mm trên 10 cm chiều dài. Đặc biệt: gần như không tì vết. Loại 1: chịu tì vết nhẹ. Loại 2: đạt mức tối thiểu.",
  "grades.classes.carrot":
    "Đặc biệt: củ đã rửa, nhẵn, đều, đầu củ không xanh không tím. Loại 1: đầu củ xanh hoặc tím tới 1 cm với củ dài không quá 10 cm, tới 2 cm với củ dài hơn. Loại 2: đạt mức tối thiểu.",
  "grades.classes.lettuce":
    "Chỉ có loại 1 và loại 2. Loại 1: cây đều, chắc, không hư hại, không hư vì sương giá. Loại 2: khá đều; chịu đổi màu nhẹ, sâu ăn nhẹ.",
  "grades.classes.cabbage":
    "Đặc biệt: bắp chắc, cuộn chặt, màu đều, lá ngoài không rách không dập. Loại 1: bắp chắc, nhiều nhất 4 lá bao; hình hoặc màu hơi lệch, dập tới 2 cm². Loại 2: bắp hơi méo; lá ngoài vàng tới một phần mười, dập tới 4 cm². Không nhận bắp nứt, thối, trổ ngồng.",
  "grades.classes.chinese-cabbage":
    "Đặc biệt: bắp cuộn chặt, gốc cắt phẳng, lá ngoài không rách. Loại 1: bắp cuộn; lá ngoài rách hoặc dập nhẹ. Loại 2: bắp hơi lỏng, lá ngoài hơi vàng; không thối gốc, không trổ ngồng.",
  "grades.classes.cauliflower":
    "Đặc biệt: hoa mịn, khít, màu đều, không vết. Loại 1: hoa khít, hơi lệch màu, vết nhẹ. Loại 2: hoa hơi rời, hơi vàng; không thối, không nở, không sâu.",
  "grades.classes.kohlrabi":
    "Đặc biệt: củ tròn đều, non, không nứt, lá tươi. Loại 1: hình hơi lệch, xước nhẹ. Loại 2: hình chưa đều, vết đã khô; không xơ, không nứt.",
  "grades.classes.leafy":
    "Đặc biệt: tươi, non, đều, không lá vàng, không lá sâu, đã cắt gốc, ráo nước. Loại 1: tươi, thỉnh thoảng một lá rách hoặc thủng nhỏ. Loại 2: còn tươi, ít lá già hoặc hơi vàng, chưa đều. Không nhận rau úng, thối, dính đất.",
  "grades.classes.celery":
    "Đặc biệt: cuống giòn, thẳng, đều, không lá vàng. Loại 1: cuống xước nhẹ, ít lá hơi vàng. Loại 2: cuống chưa đều, hơi xơ; không thối, không trổ ngồng.",
  "grades.classes.herb":
    "Đặc biệt: tươi, thơm, đều, không lá vàng, ráo nước. Loại 1: tươi, ít ngọn hơi úa. Loại 2: còn tươi, ít lá vàng, chưa đều. Không nhận rau thối, dính đất. Không chia cỡ.",
  "grades.classes.chayote":
    "Đặc biệt: đúng giống, không tì vết hoặc chỉ vết rất nhẹ ngoài vỏ. Loại 1: hình, màu hơi lệch, vết nhẹ ngoài vỏ, không chạm ruột. Loại 2: đạt mức tối thiểu. Không nhận quả xơ, nảy mầm, có gai cứng.",
  "grades.classes.wax-gourd":
    "Đặc biệt: quả thẳng, đều, vỏ lành, còn cuống. Loại 1: hơi cong hoặc không đều, xước nhẹ đã khô. Loại 2: cong, vỏ có vết đã khô; không dập, không rỗng ruột.",
  "grades.classes.pumpkin":
    "Đặc biệt: quả già, hình đều, vỏ lành, còn cuống. Loại 1: hình hơi lệch, xước nhẹ đã khô. Loại 2: hình chưa đều, vỏ có vết đã khô; không dập, không thối.",
  "grades.classes.bottle-gourd":
    "Đặc biệt: quả non, màu đúng giống, không phình vì hạt, không tì vết. Loại 1: hình hơi lệch, chỗ nằm đất nhạt màu, vết đã khô tới 5 % vỏ. Loại 2: hình lệch, vết đã khô; không xơ.",
  "grades.classes.loofah":
    "Đặc biệt: quả non, thẳng, không xơ, vỏ lành. Loại 1: hơi cong, xước nhẹ. Loại 2: cong, vỏ có vết đã khô; không xơ, không dập.",
  "grades.classes.bitter-gourd":
    "Đặc biệt: quả non, thẳng, gai đều, chưa ngả vàng. Loại 1: hơi cong, gai gãy ít. Loại 2: cong, vỏ có vết; chưa chín vàng, không dập.",
  "grades.classes.green-bean":
    "Đặc biệt: quả non, thẳng, bẻ gãy giòn, không xơ, hạt chưa nổi. Loại 1: non, hơi cong, vết nhẹ ở vỏ, hạt nhỏ. Loại 2: khá non, hạt không quá to, vỏ có vết; không thối, không gỉ nặng.",
  "grades.classes.yard-long-bean":
    "Đặc biệt: gần như không tì vết. Loại 1: tì vết nhẹ, còn tươi, chắc. Loại 2: đạt mức tối thiểu. Mọi loại: quả nguyên, tươi, chắc, không xơ, sạch, ráo.",
  "grades.classes.okra":
    "Đặc biệt: quả chắc, đúng giống, chỉ vết rất nhẹ ngoài vỏ. Loại 1: hình hơi lệch, màu lệch không quá 5 % vỏ, sẹo nhẹ. Loại 2: đạt mức tối thiểu. Mọi loại: không xơ, cuống cắt phẳng.",
  "grades.classes.aubergine":
    "Đặc biệt: quả chắc, cuống còn nguyên, ruột lành, chỉ vết nhẹ ngoài vỏ. Loại 1: tì vết nhẹ. Loại 2: đạt mức tối thiểu. Mọi loại: không xơ, hạt chưa cứng.",
  "grades.classes.chilli":
    "Đặc biệt: đúng giống, vết rất nhẹ không quá 0,5 % vỏ. Loại 1: tì vết nhẹ. Loại 2: đạt mức tối thiểu. Mọi loại: nguyên quả, chắc; có thể mất cuống nếu chỗ gãy gọn.",
  "grades.classes.sweet-corn":
    "Đặc biệt: bắp đầy hạt, hạt non, bẹ xanh. Loại 1: đầu bắp hở hạt ít. Loại 2: hạt chưa đều, đầu bắp hở hạt; không sâu, không già.",
  "grades.classes.daikon":
    "Đặc biệt: củ thẳng, trắng, nhẵn, không nứt. Loại 1: hơi cong, xước nhẹ. Loại 2: cong hoặc chẽ, vết đã khô; không xốp, không thối.",
  "grades.classes.potato":
    "Đặc biệt: củ lành, hình đều, vỏ sạch. Loại 1: hình hơi lệch, xước nhẹ. Loại 2: hình chưa đều, vết đã khô. Không nhận củ xanh vỏ, mọc mầm, thối.",
  "grades.classes.sweet-potato":
    "Đặc biệt: củ lành, hình đều, vỏ nhẵn. Loại 1: hình hơi lệch, xước nhẹ. Loại 2: hình chưa đều, vết đã khô. Không nhận củ hà, mọc mầm, thối.",
  "grades.classes.taro":
    "Đặc biệt: củ lành, hình đều, sạch đất. Loại 1: hình hơi lệch, xước nhẹ. Loại 2: hình chưa đều, vết đã khô. Không nhận củ sượng, thối.",
  "grades.classes.ginger":
    "Đặc biệt: củ sạch, hình đẹp, chỉ vết rất nhẹ ngoài vỏ. Loại 1: củ chắc, không héo, không mọc mầm, tì vết nhẹ. Loại 2: đạt mức tối thiểu. Mọi loại: vỏ và chỗ cắt đã khô.",
  "grades.classes.garlic":
    "Đặc biệt: củ khô, chắc, hình đều, vỏ kín. Loại 1: vỏ ngoài nứt nhẹ. Loại 2: vỏ ngoài rách, thiếu nhiều nhất ba tép. Không nhận củ mốc, lép, mọc mầm.",
  "grades.classes.bamboo-shoot":
    "Đặc biệt: măng non, trắng, cắt gốc phẳng, không dập. Loại 1: gốc hơi già, dập nhẹ. Loại 2: chưa đều, gốc già phải cắt thêm; không thối. Không chia cỡ.",
  "grades.classes.mushroom":
    "Đặc biệt: mũ nguyên, đều, chưa nở hết, khô ráo. Loại 1: mũ sứt nhẹ. Loại 2: chưa đều, mũ đã nở, sứt; không nhớt, không mốc. Không chia cỡ.",
};
