//! Spreadsheets of certificates and demands.
use crate::made::C::{D, N, O, T};
use crate::made::put;
use crate::support::{context, told};
use rust_xlsxwriter::Workbook;
use sheets::{CertificateRow, DemandRow};

#[test]
fn a_list_of_certificates_in_english_under_an_organisation() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    put(
        sheet,
        0,
        &[
            T("Kind"),
            T("Number"),
            T("Issuer"),
            T("Varieties"),
            T("Issued on"),
            T("Valid to"),
            T("Hạng sao"),
            T("Diện tích (ha)"),
            T("Sản lượng (tấn)"),
        ],
    );
    put(
        sheet,
        1,
        &[
            T("VietGAP"),
            T("VG-1"),
            T("Tổ chức chứng nhận mẫu"),
            T("Cam Canh, Cam V2"),
            D("2025-11-01"),
            T("01/11/2027"),
            O,
            N(4.1),
            N(81.0),
        ],
    );
    put(sheet, 2, &[T("vg"), T("VG-1"), T("Tổ chức chứng nhận mẫu"), O, T("2025-11-01"), T("11/2027"), O, T("2 sào"), T("1,5 tấn")]);
    put(sheet, 3, &[T("OCOP"), T("OC-9"), T("UBND tỉnh"), T("cam xa doai cao"), T("1/2/2026"), T("1/2/2029"), T("4 sao"), T("5 công"), O]);
    put(sheet, 4, &[T("OCOP"), T("OC-10"), T("UBND tỉnh"), T("Cam Canh"), T("01/02/2026"), T("01/02/2029"), T("★★★★"), O, O]);
    put(sheet, 5, &[T("CDĐL"), T("GI-1"), T("Cục SHTT"), T("Cam V2"), T("01/02/2026"), T("01/02/2029"), O, O, O]);
    put(sheet, 6, &[T("ISO 9001"), T("X"), T("Y"), T("Cam Canh; dưa gì đó"), T("21/11/2027"), T("sang năm"), O, O, O]);
    insta::assert_snapshot!(told::<CertificateRow>(&book.save_to_buffer().unwrap(), &context()));
}

#[test]
fn what_labs_found_is_read_line_by_line() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    put(sheet, 0, &[T("Mã số thuế"), T("Loại giấy"), T("Số giấy"), T("Nơi cấp"), T("Giống"), T("Ngày cấp"), T("Có giá trị đến")]);
    put(sheet, 0, &[O, O, O, O, O, O, O, T("Ngày lấy mẫu"), T("Lô"), T("Chỉ tiêu kiểm nghiệm")]);
    let paper = |number: &'static str, sampled, analytes| {
        let (kind, until) = (T("Phiếu kiểm nghiệm"), T("30/06/2027"));
        [T("0100100079"), kind, T(number), T("Quatest 1"), T("Cam Canh"), D("2026-11-02"), until, sampled, T("L-07"), analytes]
    };
    put(sheet, 1, &paper("KN-1", D("2026-10-28"), T("Chì | 0,02 mg/kg | 0,1 mg/kg | đạt; Cadimi | KPH | đạt")));
    put(sheet, 2, &paper("KN-2", T("28/10/2026"), T("Carbendazim | 1,2 mg/kg | 0,5 mg/kg | Không đạt")));
    put(sheet, 3, &paper("KN-3", N(46_323.0), T("Chì 0,02")));
    put(sheet, 4, &paper("KN-4", D("2026-11-09"), T("Chì | KPH | đạt")));
    put(sheet, 5, &paper("KN-5", O, O));
    put(
        sheet,
        6,
        &[T("0100100079"), T("VietGAP"), T("VG-2"), T("Vinacert"), O, D("2026-11-02"), T("30/06/2027"), O, O, T("Chì | KPH | đạt")],
    );
    insta::assert_snapshot!(told::<CertificateRow>(&book.save_to_buffer().unwrap(), &context()));
}

#[test]
fn a_list_of_demands_with_a_column_for_each_week() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    put(
        sheet,
        0,
        &[T("Mặt hàng"), T("Giống"), T("Phẩm cấp"), T("Chứng nhận"), T("Giá tối đa"), T("Điểm giao"), T("Khung giờ"), T("Thanh toán")],
    );
    put(sheet, 0, &[O, O, O, O, O, O, O, O, T("Tuần 30/11/2026 (kg)"), D("2026-12-09"), T("Tuần 14/12/2026 (tấn)"), T("Số NCC")]);
    put(
        sheet,
        1,
        &[
            T("Cam"),
            T("Cam Canh; Cam V2"),
            T("Loại 1"),
            T("VietGAP; ATTP"),
            T("22.500"),
            T("Phường Ba Đình, Hà Nội"),
            T("05:00-07:00"),
            N(30.0),
            N(3230.0),
            N(0.0),
            T("1,5"),
            N(3.0),
        ],
    );
    put(
        sheet,
        2,
        &[
            T("Cam Canh"),
            O,
            T("1"),
            O,
            N(22_500.0),
            T("phường ba đình, hà nội"),
            T("từ 22h đến 6h"),
            T("30 ngày"),
            T("1.5"),
            N(500.0),
            O,
            O,
        ],
    );
    put(sheet, 3, &[T("quýt"), T("Cam Canh"), T("1"), O, N(22_500.0), T("00004"), T("5h-7h"), N(30.0), N(100.0), O, O, O]);
    put(sheet, 4, &[T("Rau lạ"), O, T("A+"), T("ISO"), T("18,000"), T("Tân Phong"), T("sáng"), T("cuối tháng"), O, O, O, O]);
    put(sheet, 5, &[T("Cam"), O, T("1"), O, N(22_500.0), T("00004"), T("05:00-07:00"), N(30.0), O, O, O, O]);
    insta::assert_snapshot!(told::<DemandRow>(&book.save_to_buffer().unwrap(), &context()));
}
