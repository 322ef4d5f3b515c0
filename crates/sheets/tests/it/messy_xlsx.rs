//! Spreadsheets of organisations and offers.
use crate::made::C::{D, N, O, T};
use crate::made::{merge, put};
use crate::support::{context, told, with_defaults};
use rust_xlsxwriter::Workbook;
use sheets::{DemandRow, OfferRow, OrganisationRow};

/// A district's list: a title, merged headings, lost zeros, old phones, an old font, a name twice, totals and signatures.
#[test]
fn a_list_of_cooperatives() {
    let mut book = Workbook::new();
    book.add_worksheet().set_name("Bìa").unwrap().write_string(0, 0, "Báo cáo năm 2026").unwrap();
    let sheet = book.add_worksheet();
    sheet.set_name("DS HTX").unwrap();
    merge(sheet, (0, 0), (0, 7), "DANH SÁCH HỢP TÁC XÃ NÔNG NGHIỆP NĂM 2026");
    put(sheet, 1, &[T("Kèm theo báo cáo số 12/BC")]);
    put(sheet, 3, &[T("TT"), T("Tên HTX"), T("MST"), T("Địa chỉ"), O, T("Họ và tên giám đốc"), T("SĐT liên hệ (*)"), T("Ghi chú")]);
    put(sheet, 4, &[O, O, O, T("Xóm"), T("Xã"), O, O, O]);
    put(sheet, 5, &[T("(1)"), T("(2)"), T("(3)"), T("(4)"), T("(5)"), T("(6)"), T("(7)"), T("(8)")]);
    merge(sheet, (6, 0), (6, 7), "I. Huyện Cao Phong");
    put(
        sheet,
        7,
        &[
            N(1.0),
            T("HTX Cam Cao Phong"),
            T("0100100079"),
            T("Xóm Lành 7"),
            T("Xã Cao Phong, Phú Thọ"),
            T("Quách Thị Lan"),
            N(912_345_678.0),
        ],
    );
    put(sheet, 8, &[N(2.0), T("HTX DVNN TH Mường Thàng"), N(104_918_404.0), O, T("05116"), T("Bùi Văn Nam"), T("01682345678")]);
    put(
        sheet,
        9,
        &[
            N(3.0),
            T("Hợp tác xã nông nghiệp CAM CAO PHONG"),
            T("5400012344"),
            O,
            T("xã cao phong, tỉnh Phú Thọ"),
            T("Bu\u{300}i Thi\u{323} Hoa"),
            T("0912345678 / 0987654321"),
        ],
    );
    put(
        sheet,
        10,
        &[
            N(4.0),
            T("HTX B\u{AD}ëi §á T©n L¹c"),
            T("5400123453"),
            T("Xãm Ngäc 2"),
            N(5089.0),
            T("§inh V\u{A8}n C\u{AD}êng"),
            T("0218.385.1234"),
        ],
    );
    put(
        sheet,
        12,
        &[
            N(5.0),
            T("Tổng công ty Rau quả"),
            T("2600555127"),
            O,
            T("Thu Phong, huyện Cao Phong, Hòa Bình"),
            T("Lê Văn Ba"),
            T("+84 912 345 678"),
        ],
    );
    put(sheet, 13, &[N(6.0), T("HTX Sao chép"), T("0100100079"), O, T("Xã Cao Phong, Phú Thọ"), T("Lê Văn Ba"), T("0912345678")]);
    put(sheet, 14, &[N(7.0), T("HTX Sai số thuế"), T("0100100078"), O, T("Xã Không Có"), T("Lê Văn Ba"), T("0912345678")]);
    sheet.write_formula(15, 6, "=1/0").unwrap().set_formula_result(15, 6, "#DIV/0!");
    put(sheet, 15, &[N(8.0), T("HTX Lỗi công thức"), T("5300314158"), O, T("05089"), T("Lê Văn Ba")]);
    put(sheet, 16, &[T("Tổng cộng:"), N(8.0)]);
    put(sheet, 18, &[O, O, O, O, O, T("NGƯỜI LẬP BIỂU")]);
    let bytes = book.save_to_buffer().unwrap();
    let context = with_defaults(&[("position", "Giám đốc"), ("vat_method", "Trực tiếp"), ("kind", "Hợp tác xã")]);
    insta::assert_snapshot!(told::<OrganisationRow>(&bytes, &context));
}

/// A buyer's plan with merged names, two rows of header, and every way to write a weight, a price and a day.
#[test]
fn a_list_of_offers() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    put(sheet, 0, &[T("KẾ HOẠCH BÁN HÀNG VỤ 2026-2027")]);
    merge(sheet, (2, 5), (2, 6), "Thời gian thu hoạch");
    put(sheet, 2, &[T("Đơn vị"), T("Sản phẩm"), T("Loại"), T("Sản lượng (tấn)"), T("Mỗi tuần")]);
    put(sheet, 2, &[O, O, O, O, O, O, O, T("Giá bán (nghìn đ/kg)"), T("Công nợ"), T("Nơi lấy hàng")]);
    put(sheet, 3, &[O, O, O, O, O, T("Từ ngày"), T("Đến ngày")]);
    merge(sheet, (4, 0), (6, 0), "HTX Cam Cao Phong");
    put(sheet, 4, &[O, T("Cam Canh"), T("Loại 1"), N(12.5), T("30 tạ"), D("2026-12-01"), D("2026-12-31"), N(22.5), N(30.0), T("05089")]);
    put(
        sheet,
        5,
        &[
            O,
            T("cam cao phong"),
            T("VIP"),
            T("12,5 tấn"),
            T("1.500 kg"),
            T("tháng 12/2026"),
            T("tháng 1/2027"),
            T("22,5k"),
            T("30 ngày"),
            T("05089"),
        ],
    );
    put(
        sheet,
        6,
        &[O, T("Cam Xã Đoài"), T("xô"), T("1.5 tấn"), T("50 thùng"), T("1/12/26"), T("31/02/2027"), T("18-20k"), T("30"), T("Cao Phong")],
    );
    put(
        sheet,
        7,
        &[
            T("HTX Bưởi"),
            T("buoi dien"),
            T("2"),
            T("1 tấn 2 tạ"),
            T("khoảng 5 tấn"),
            N(46_357.0),
            D("2026-12-31"),
            T("15.000đ/quả"),
            T("30"),
            T("05089"),
        ],
    );
    put(
        sheet,
        8,
        &[T("HTX Bưởi"), T("Bưởi Diễn"), T("2"), N(5.0), N(500.0), T("2026-12-01"), T("31.12.2026"), N(15.0), N(15.0), T("05089")],
    );
    put(
        sheet,
        9,
        &[
            T("HTX Bưởi"),
            T("Bưởi Diễn"),
            T("2"),
            T("5000 kg"),
            T("5 tạ"),
            T("01/12/2026"),
            T("31/12/2026"),
            T("15.000"),
            N(15.0),
            T("Xã Cao Phong, Phú Thọ"),
        ],
    );
    put(
        sheet,
        10,
        &[T("HTX Bưởi"), T("Bưởi Diễn"), T("2"), N(1.0), N(5000.0), T("01/12/2026"), T("31/12/2026"), T("15"), N(500.0), T("05089")],
    );
    put(sheet, 11, &[T("Cộng"), O, O, N(30.0)]);
    merge(sheet, (12, 3), (13, 3), "10");
    put(sheet, 12, &[T("HTX Gộp"), T("Cam V2"), T("1"), O, N(500.0), D("2027-01-01"), D("2027-02-01"), N(30.0), N(15.0), T("05089")]);
    put(sheet, 13, &[T("HTX Gộp"), T("Cam Canh"), T("1"), O, N(500.0), D("2027-01-01"), D("2027-02-01"), N(30.0), N(15.0), T("05089")]);
    insta::assert_snapshot!(told::<OfferRow>(&book.save_to_buffer().unwrap(), &context()));
}

/// Sizes, sugar and juice, and what much takes off, in the words of four offices.
#[test]
fn what_is_measured_and_what_much_takes_off() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let head = [
        "Tên giống",
        "Loại",
        "Sản lượng (tấn)",
        "Tấn/tuần",
        "Thu hoạch từ",
        "Đến",
        "Giá",
        "Thanh toán",
        "Nơi lấy hàng",
        "Cỡ trái",
        "Độ Brix",
        "Hàm lượng nước",
        "Mua nhiều giảm giá",
    ];
    put(sheet, 0, &head.map(T));
    let row = |variety, sizes, brix, juice, tiers| {
        [
            T(variety),
            T("Loại 1"),
            N(20.0),
            N(5.0),
            D("2026-12-01"),
            D("2026-12-31"),
            T("22.500"),
            T("30 ngày"),
            T("Xã Cao Phong, Phú Thọ"),
            sizes,
            brix,
            juice,
            tiers,
        ]
    };
    put(sheet, 1, &row("Cam Canh", T("3; 4"), N(11.5), N(0.4), T("5.000 kg: 300; 10.000 kg: 500")));
    put(sheet, 2, &row("Cam V2", T("cỡ 3 và 4"), T("≥ 11"), T("35 %"), T("từ 5 tấn: giảm 300đ")));
    put(sheet, 3, &row("Cam Canh", N(3.4), T("10-11"), T("nhiều"), T("lấy nhiều thì bớt")));
    put(sheet, 4, &row("Cam V2", T("3; 3"), T("40"), N(120.0), T("30 tấn: 300")));
    put(sheet, 5, &row("Cam Canh", O, O, O, T("5 tấn: 500; 10 tấn: 300")));
    insta::assert_snapshot!(told::<OfferRow>(&book.save_to_buffer().unwrap(), &context()));
}

#[test]
fn what_is_required_beyond_the_grade_and_the_smallest_contract() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let head = [
        "Sản phẩm",
        "Phẩm cấp",
        "Giá mua",
        "Nơi nhận",
        "Giờ nhận",
        "Thanh toán",
        "Kích cỡ",
        "Độ ngọt tối thiểu",
        "Nước tối thiểu",
        "Đơn tối thiểu (tấn)",
        "Tuần 30/11/2026",
    ];
    put(sheet, 0, &head.map(T));
    let row = |sizes, brix, juice, lot| {
        [T("Cam"), T("Loại 1"), T("30.000"), T("Phường Ba Đình, Hà Nội"), T("5h-7h"), T("30"), sizes, brix, juice, lot, N(4000.0)]
    };
    put(sheet, 1, &row(T("3; 4"), T("10,5 °Brix"), T("từ 35%"), N(2.0)));
    put(sheet, 2, &row(T("4/5/6"), T("ngọt"), O, T("1,5 tấn")));
    put(sheet, 3, &row(T("to"), N(10.0), T("40,5"), N(5.0)));
    put(sheet, 4, &row(O, T("11,55"), O, O));
    insta::assert_snapshot!(told::<DemandRow>(&book.save_to_buffer().unwrap(), &context()));
}
