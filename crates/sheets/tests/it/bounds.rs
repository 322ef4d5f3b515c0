//! What no file may make us do, and what a second upload does not do.
use crate::support::context;
use proptest::prelude::*;
use rust_xlsxwriter::Workbook;
use sheets::{CertificateRow, DemandRow, FileError, OfferRow, OrganisationRow, Outcome, Record, Skip, open, reread};
use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

fn refused(bytes: &[u8]) -> FileError {
    open::<OfferRow>(bytes, &context()).err().expect("the file is refused")
}

fn archive(name: &str, zeros: usize) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    archive.start_file(name, SimpleFileOptions::default()).unwrap();
    archive.write_all(&vec![b' '; zeros]).unwrap();
    archive.finish().unwrap().into_inner()
}

#[test]
fn what_is_no_list_is_named() {
    assert_eq!(refused(b""), FileError::Empty);
    assert_eq!(refused(b" \n\n"), FileError::Empty);
    assert_eq!(refused(&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]), FileError::OldOrLocked);
    assert_eq!(refused(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), FileError::UnknownKind);
    assert_eq!(refused(&vec![b'a'; 10 * 1024 * 1024 + 1]), FileError::TooLarge);
    assert_eq!(refused(b"PK\x03\x04 and nothing more"), FileError::Broken);
    assert_eq!(refused(&archive("hello.txt", 10)), FileError::Broken);
    assert_eq!(refused("một,hai,ba\n1,2,3\n".as_bytes()), FileError::NoHeader);
}

#[test]
fn a_file_that_unpacks_to_far_more_is_refused_before_it_is_parsed() {
    assert_eq!(refused(&archive("xl/worksheets/sheet1.xml", 70 * 1024 * 1024)), FileError::UnpacksTooLarge);
    assert_eq!(refused(&archive("xl/worksheets/sheet1.xml", 3 * 1024 * 1024)), FileError::UnpacksTooLarge, "by its ratio");
}

#[test]
fn a_directory_that_lies_about_the_size_does_not_help() {
    let mut bytes = archive("xl/worksheets/sheet1.xml", 3 * 1024 * 1024);
    let size = (3_u32 * 1024 * 1024).to_le_bytes();
    let places: Vec<usize> = bytes.windows(4).enumerate().filter(|(_, window)| *window == size).map(|(at, _)| at).collect();
    assert!(!places.is_empty());
    for at in places {
        bytes[at..at + 4].copy_from_slice(&100_u32.to_le_bytes());
    }
    assert!(matches!(refused(&bytes), FileError::UnpacksTooLarge | FileError::Broken));
}

#[test]
fn more_members_or_rows_than_a_list_has_are_refused() {
    let mut many = ZipWriter::new(Cursor::new(Vec::new()));
    for number in 0..1_001 {
        many.start_file(format!("{number}"), SimpleFileOptions::default()).unwrap();
    }
    assert_eq!(refused(&many.finish().unwrap().into_inner()), FileError::UnpacksTooLarge);
    let header = "Giống,Phẩm cấp,Khối lượng,Đơn giá\n";
    let rows = |count: usize| format!("{header}{}", "Cam Canh,1,5,1\n".repeat(count));
    assert!(open::<OfferRow>(rows(10_000).as_bytes(), &context()).is_ok());
    assert_eq!(refused(rows(10_001).as_bytes()), FileError::TooManyRows);
}

#[test]
fn a_cell_in_the_last_corner_costs_one_cell() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (column, title) in (0_u16..).zip(["Giống", "Phẩm cấp", "Khối lượng", "Đơn giá"]) {
        sheet.write_string(0, column, title).unwrap();
    }
    sheet.write_string(1_048_575, 16_383, "x").unwrap();
    sheet.write_string(1_048_575, 0, "Cam Canh").unwrap();
    sheet.write_string(1_048_575, 1, "Loại 1").unwrap();
    let bytes = book.save_to_buffer().unwrap();
    let context = context();
    let rows: Vec<_> = open::<OfferRow>(&bytes, &context).unwrap().map(|row| (row.number, row.outcome)).collect();
    assert_eq!(rows[0], (2, Outcome::Skipped(Skip::Blank { through: 1_048_575 })));
    assert_eq!((rows.len(), rows[1].0), (2, 1_048_576));
}

const OFFERS: &str = "Ghi chú,Giống,Phẩm cấp,Khối lượng,Mỗi tuần,Từ ngày,Đến ngày,Đơn giá,Thanh toán,Xã\n";

#[test]
fn a_second_upload_is_known_whatever_moved() {
    let context = context();
    let read = |text: &str| open::<OfferRow>(text.as_bytes(), &context).unwrap().collect::<Vec<_>>();
    let first = read(&format!(
        "{OFFERS},Cam Canh,Loại 1,5000,500,01/12/2026,31/12/2026,22500,30,05089\nx,Cam Canh,Loại 1,1.5,500,01/12/2026,31/12/2026,22500,30,05089\n"
    ));
    let moved = read(
        "VỤ 2026\n\nXã;Thanh toán;Đơn giá;Đến ngày;Từ ngày;Mỗi tuần;Khối lượng;Phẩm cấp;Giống;Ghi chú\n05089;30;22500;31/12/2026;01/12/2026;500;1.5;Loại 1;Cam Canh;x\n05089;30;22500;31/12/2026;01/12/2026;500;5000;Loại 1;Cam Canh;\n",
    );
    assert_eq!((first[0].source, first[1].source), (moved[1].source, moved[0].source));
    let rewritten =
        read(&format!("{OFFERS},cam canh,loai 1,5 tấn,5 tạ,2026-12-01,31.12.2026,\"22,5k\",30 ngày,\"Xã Cao Phong, Phú Thọ\"\n"));
    assert_ne!(rewritten[0].source, first[0].source);
    assert_eq!(rewritten[0].content, first[0].content);
    let again = read(&format!("{OFFERS}{0}\n{0}\n", ",Cam Canh,Loại 1,5000,500,01/12/2026,31/12/2026,22500,30,05089"));
    let Outcome::Review { row: Some(_), problems } = &again[1].outcome else { panic!("{:?}", again[1]) };
    assert_eq!((problems[0].code.as_ref(), problems[0].row), ("row_repeated", Some(2)));
}

#[test]
fn every_choice_answers_its_question() {
    let context = context();
    let rows = [
        "Cam Xã Đoài,xô,1.5 tấn,\"1,500 kg\",1/12/26,12/31/2026,\"18,000\",30,Cao Phong",
        "cam xa,loại gì,1.5,500,1/12/26,31/12/2026,18.5,30,Tân Phong",
    ];
    let mut answered = 0;
    for row in open::<OfferRow>(format!("{OFFERS},{}\n,{}\n", rows[0], rows[1]).as_bytes(), &context).unwrap() {
        let Outcome::Review { problems, .. } = &row.outcome else { panic!("{row:?}") };
        for problem in problems {
            assert!(!problem.choices.is_empty(), "{problem:?}");
            for choice in &problem.choices {
                let mut cells = row.cells.clone();
                cells.iter_mut().find(|cell| Some(&cell.column) == problem.column.as_ref()).unwrap().text.clone_from(choice);
                let left = match reread::<OfferRow>(&cells, &context).outcome {
                    Outcome::Review { problems, .. } => problems,
                    Outcome::Accepted(_) | Outcome::Skipped(_) => Vec::new(),
                };
                assert!(left.iter().all(|other| other.column != problem.column), "{choice}: {left:?}");
                answered += 1;
            }
        }
    }
    assert!(answered > 20, "{answered}");
}

fn read_as_everything(bytes: &[u8]) {
    fn drain<R: Record>(bytes: &[u8]) {
        let context = context();
        if let Ok(import) = open::<R>(bytes, &context) {
            import.for_each(drop);
        }
    }
    drain::<OrganisationRow>(bytes);
    drain::<CertificateRow>(bytes);
    drain::<OfferRow>(bytes);
    drain::<DemandRow>(bytes);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_bytes_are_an_answer(bytes in proptest::collection::vec(any::<u8>(), 0..600)) {
        read_as_everything(&bytes);
    }

    #[test]
    fn any_cells_are_an_answer(
        cells in proptest::collection::vec("([0-9.,/:h \u{200B}-]{0,14}|(1|1e9|99999999999999999999|-3|5)( ?(tấn|tạ|k|tr|ha|sao|rưỡi))?|[Cc]am.{0,8}|\\PC{0,9})", 20..60),
        separator in "[,;\t]",
    ) {
        let rows: Vec<String> = cells.chunks(10).map(|row| row.join(&separator)).collect();
        read_as_everything(format!("{}{}", OFFERS.replace(',', &separator), rows.join("\n")).as_bytes());
        let demands = "Sản phẩm,Phẩm cấp,Giá,Kho,Giờ nhận,Thanh toán,Tuần 30/11/2026,Giống,Chứng nhận,Tuần 7/12/2026\n";
        read_as_everything(format!("{}{}", demands.replace(',', &separator), rows.join("\n")).as_bytes());
    }

    #[test]
    fn a_damaged_spreadsheet_is_an_answer(damage in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8)) {
        let mut bytes = sheets::write::template::<DemandRow>(domain::account::Language::Vi, crate::support::today()).unwrap();
        for (at, byte) in damage {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        read_as_everything(&bytes);
    }
}
