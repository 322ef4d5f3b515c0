//! Lists of offers and of demands.
use super::{Column, DISTRICT, LAT, LON, OWNER, OWNER_TAX, PROVINCE, VARIETY, column, day, number, optional};

const NOTE: Column = optional(column("note", "Ghi chú", "Note", &["chu thich", "luu y", "dien giai"], ""));
const GRADE: &[&str] = &["loai", "pham cap", "chat luong", "hang", "phan loai", "pham chat", "loai hang"];
const PAYMENT: &[&str] = &["thanh toan", "thoi han thanh toan", "cong no", "so ngay thanh toan", "han thanh toan", "payment"];
const PRODUCT: &[&str] = &["ten san pham", "mat hang", "nong san", "ten hang", "hang hoa", "cay trong", "chung loai"];

const SIZES: Column = optional(column(
    "sizes",
    "Nhãn cỡ",
    "Size labels",
    &["co", "size", "kich co", "co trai", "co qua", "kich thuoc", "co trai/qua", "co hang"],
    "3; 4",
));
const BRIX: &[&str] = &["brix", "do brix", "do ngot", "do duong", "ngot", "°brix", "brix toi thieu", "do ngot toi thieu"];
const JUICE: &[&str] = &["nuoc", "ham luong nuoc", "ty le nuoc", "luong nuoc", "juice", "nuoc toi thieu", "dich qua"];

pub const OFFERS: &[Column] = &[
    OWNER_TAX,
    OWNER,
    column("variety", "Giống", "Variety", VARIETY, "Cam Canh"),
    column("grade", "Phẩm cấp", "Grade", GRADE, "Loại 1"),
    number(column(
        "kg_total",
        "Tổng khối lượng (kg)",
        "Total (kg)",
        &["khoi luong", "san luong", "tong san luong", "so luong", "tong so luong", "san luong du kien"],
        "23800",
    )),
    number(column(
        "kg_per_week",
        "Nhiều nhất mỗi tuần (kg)",
        "Most a week (kg)",
        &["moi tuan", "khoi luong moi tuan", "san luong tuan", "kg/tuan", "san luong moi tuan", "tan/tuan"],
        "8000",
    )),
    day(column(
        "from",
        "Thu từ ngày",
        "Harvest from",
        &["tu ngay", "bat dau", "ngay bat dau", "thu hoach tu", "ngay thu hoach", "bat dau thu", "tu"],
        "25/01/2027",
    )),
    day(column(
        "to",
        "Thu đến ngày",
        "Harvest to",
        &["den ngay", "ket thuc", "ngay ket thuc", "thu hoach den", "ket thuc thu", "den"],
        "20/02/2027",
    )),
    number(column(
        "ask",
        "Giá thấp nhất tại vườn (đ/kg)",
        "Lowest farm-gate price (VND/kg)",
        &["gia", "gia ban", "don gia", "gia tai vuon", "gia chao", "gia mong muon", "gia toi thieu"],
        "10200",
    )),
    number(optional(column(
        "min_lot",
        "Chuyến nhỏ nhất (kg)",
        "Smallest lot (kg)",
        &["lo nho nhat", "don toi thieu", "so luong toi thieu", "toi thieu"],
        "2400",
    ))),
    optional(column(
        "tiers",
        "Bớt giá khi lấy nhiều (kg: đ/kg)",
        "Less for much (kg: VND/kg)",
        &["bot gia", "giam gia theo luong", "mua nhieu giam gia", "chiet khau", "bac gia", "giam gia", "gia theo luong"],
        "5.000 kg: 300; 10.000 kg: 500",
    )),
    SIZES,
    number(optional(column("brix", "Độ ngọt đo được (°Brix)", "Measured sugar (°Brix)", BRIX, "11"))),
    number(optional(column("juice", "Nước đo được (%)", "Measured juice (%)", JUICE, "40"))),
    number(column("payment_days", "Chờ thanh toán nhiều nhất (ngày)", "Payment within (days)", PAYMENT, "30")),
    column(
        "commune",
        "Xã, phường lấy hàng",
        "Pickup commune",
        &["xa", "phuong", "xa/phuong", "phuong/xa", "noi lay hang", "dia diem", "noi giao", "xa phuong", "diem lay hang", "ma xa"],
        "Xã Cao Phong, Phú Thọ",
    ),
    DISTRICT,
    PROVINCE,
    LAT,
    LON,
    NOTE,
];

pub const DEMANDS: &[Column] = &[
    OWNER_TAX,
    OWNER,
    optional(column(
        "title",
        "Tên riêng",
        "Own title",
        &["ten goi", "ten nhu cau", "ten dot mua", "tieu de", "goi la", "title"],
        "Tết, kho Q7",
    )),
    column("product", "Sản phẩm", "Product", PRODUCT, "Cam"),
    optional(column("varieties", "Giống nhận", "Varieties", &["giong", "giong cay", "ten giong", "chung loai"], "Cam Canh; Cam V2")),
    column("min_grade", "Phẩm cấp thấp nhất", "Lowest grade", GRADE, "Loại 1"),
    optional(column(
        "certificates",
        "Giấy chứng nhận cần có",
        "Certificates",
        &["chung nhan", "tieu chuan", "giay chung nhan", "yeu cau chung nhan"],
        "VietGAP",
    )),
    optional(column(
        "preferred",
        "Ưu tiên, trả thêm (đ/kg)",
        "Preferred, premium (VND/kg)",
        &["uu tien", "tra them", "uu tien tra them", "cong them", "premium", "preferred"],
        "Hữu cơ: 1.500; Đặc biệt: 800",
    )),
    SIZES,
    number(optional(column("brix", "Ngọt ít nhất (°Brix)", "Least sugar (°Brix)", BRIX, "10"))),
    number(optional(column("juice", "Nước ít nhất (%)", "Least juice (%)", JUICE, "35"))),
    number(column(
        "bid",
        "Giá cao nhất tại kho (đ/kg)",
        "Highest delivered price (VND/kg)",
        &["gia", "gia mua", "don gia", "gia tai kho", "gia toi da"],
        "22500",
    )),
    column(
        "commune",
        "Xã, phường nhận hàng",
        "Delivery commune",
        &["xa", "phuong", "xa/phuong", "phuong/xa", "noi nhan", "dia diem giao", "noi giao", "diem giao", "kho", "ma xa"],
        "Phường Ba Đình, Hà Nội",
    ),
    DISTRICT,
    PROVINCE,
    column("hours", "Giờ nhận hàng", "Hours", &["gio nhan", "gio giao", "khung gio", "thoi gian nhan"], "05:00-07:00"),
    number(column("payment_days", "Thanh toán sau (ngày)", "Payment after (days)", PAYMENT, "30")),
    number(optional(column(
        "max_suppliers",
        "Số nhà cung cấp nhiều nhất",
        "Most suppliers",
        &["so nha cung cap", "so ncc", "nha cung cap"],
        "3",
    ))),
    number(optional(column(
        "max_share",
        "Một nhà cung cấp nhiều nhất (%)",
        "Most from one supplier (%)",
        &["ty le moi nha cung cap", "ti le moi ncc", "ty le toi da moi ncc", "moi ncc nhieu nhat"],
        "40",
    ))),
    number(optional(column(
        "min_lot",
        "Mỗi hợp đồng ít nhất (kg)",
        "Smallest contract (kg)",
        &["hop dong nho nhat", "lo nho nhat", "don toi thieu", "so luong toi thieu", "toi thieu moi hop dong", "hop dong toi thieu"],
        "2000",
    ))),
    number(optional(column(
        "deposit",
        "Đặt cọc (% giá trị hợp đồng)",
        "Deposit (% of the contract)",
        &["dat coc", "tien dat coc", "coc", "ty le dat coc", "tien coc", "deposit"],
        "20",
    ))),
    number(optional(column(
        "deposit_days",
        "Nộp cọc sau khi ký (ngày)",
        "Deposit within (days)",
        &["ngay nop coc", "han nop coc", "nop coc sau", "han dat coc"],
        "3",
    ))),
    number(optional(column(
        "retention",
        "Giữ lại mỗi đợt (%)",
        "Kept back of each delivery (%)",
        &["giu lai", "tien giu lai", "ty le giu lai", "retention"],
        "5",
    ))),
    number(optional(column(
        "retention_days",
        "Trả tiền giữ lại sau đợt cuối (ngày)",
        "Kept back until (days)",
        &["ngay tra tien giu lai", "han tra tien giu lai", "tra tien giu lai sau"],
        "15",
    ))),
    LAT,
    LON,
    NOTE,
];
