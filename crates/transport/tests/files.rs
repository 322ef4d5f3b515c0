//! The plain files.
use transport::{clear, files};

const OFFERS: &str = "id,product,variety,grade,certs,qty_kg,ask,lat_e6,lon_e6,day_from,day_to,min_lot
0,0,0,2,1,100,5000,20800000,105300000,0,5,0
1,0,1,1,0,200,6000,20900000,105400000,3,9,50
2,1,0,3,0,50,1000,20800000,105300000,0,5,0
";
const DEMANDS: &str = "id,product,variety_mask,min_grade,certs,qty_kg,bid,lat_e6,lon_e6,day_from,day_to,min_lot,max_suppliers,max_km
0,0,3,1,0,120,9000,20800000,105300000,4,4,30,0,100
1,0,2,0,0,90,8000,20800000,105300000,5,9,100,1,100
2,1,2,0,0,90,8000,20800000,105300000,5,9,0,1,100
";

#[test]
fn an_instance_is_read_cleared_and_written() {
    let instance = files::read(OFFERS, DEMANDS, None).unwrap();
    let cleared = clear(&instance, 50, 1);
    let prices = files::solution(&instance, &cleared);
    // Offer 1 has kg left, so it earns its ask; offer 0 may earn up to what it saves the buyer against it.
    assert!(prices.contains("\n1,0,20,6000\n1,1,90,6000\n"), "{prices}");
    assert!(prices.starts_with("offer,demand,kg,price\n0,0,100,6119\n"), "{prices}");
    assert_eq!((cleared.rent_ends[0], cleared.rents[0]), ((1_119, 1_119), 1_119));
    assert_eq!(files::duals('v', &[7, 0]), "id,v\n0,7\n1,0\n");
}

#[test]
fn a_bad_row_is_named_by_line_and_column() {
    let broken = |from: &str, to: &str| files::read(&OFFERS.replacen(from, to, 1), DEMANDS, None).unwrap_err().to_string();
    assert!(broken("qty_kg", "kg").starts_with("offers.csv, line 1: the header must be `id,product,"));
    assert_eq!(broken(",5000,", ",5e3,"), "offers.csv, line 2, column ask: `5e3` is not a whole number within bounds");
    assert_eq!(broken(",5000,", ",+5000,"), "offers.csv, line 2, column ask: `+5000` is not a whole number within bounds");
    assert_eq!(broken(",5000,", ",99999999999,"), "offers.csv, line 2, column ask: `99999999999` is not a whole number within bounds");
    assert_eq!(broken(",5000,", ",-1,"), "offers.csv, line 2, column ask: out of bounds");
    assert_eq!(broken("2,1,0,3", "3,1,0,3"), "offers.csv, line 4, column id: the id must be the row number from 0");
    assert_eq!(broken(",3,9,50", ",9,3,50"), "offers.csv, line 3, column day_from: out of bounds");
    assert_eq!(broken(",3,9,50", ",3,9"), "offers.csv, line 3: 11 fields, 12 expected");
    assert_eq!(broken(",3,9,50", ",3,9,50,1"), "offers.csv, line 3: 13 fields, 12 expected");
    assert_eq!(
        files::read(OFFERS, &DEMANDS.replacen("9000", "", 1), None).unwrap_err().to_string(),
        "demands.csv, line 2, column bid: `` is not a whole number within bounds"
    );
}

const PARTS: &str = "id,offer,qty_kg,day_from,day_to\n0,0,60,0,3\n1,0,60,4,9\n2,1,200,3,9\n";

#[test]
fn an_offer_in_parts_is_read_cleared_and_written() {
    let instance = files::read(OFFERS, DEMANDS, Some(PARTS)).unwrap();
    let cleared = clear(&instance, 50, 1);
    // Offer 0 has 60 kg on the day that is asked for, so offer 1 sells more than in one piece.
    assert_eq!(files::solution(&instance, &cleared), "offer,demand,kg,price,part\n0,0,60,6119,1\n1,0,60,6000,2\n1,1,90,6000,2\n");
    assert_eq!(files::duals('u', &cleared.part_rents), "id,u\n0,0\n1,1119\n2,0\n");
}

#[test]
fn a_bad_part_is_named_by_line_and_column() {
    let broken = |from: &str, to: &str| files::read(OFFERS, DEMANDS, Some(&PARTS.replacen(from, to, 1))).unwrap_err().to_string();
    assert!(broken("qty_kg", "kg").starts_with("parts.csv, line 1: the header must be `id,offer,"));
    assert_eq!(broken("2,1,200", "2,9,200"), "parts.csv, line 4, column offer: out of bounds");
    assert_eq!(broken("2,1,200", "2,1,201"), "parts.csv, line 4, column qty_kg: out of bounds");
    assert_eq!(broken("60,4,9", "60,3,9"), "parts.csv, line 3, column day_from: out of bounds");
    assert_eq!(broken("60,4,9", "x,4,9"), "parts.csv, line 3, column qty_kg: `x` is not a whole number within bounds");
    assert_eq!(broken("1,0,60", "2,0,60"), "parts.csv, line 3, column id: the id must be the row number from 0");
}
