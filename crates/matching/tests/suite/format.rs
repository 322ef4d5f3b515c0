//! The plain instance files.

use matching::check::verify;
use matching::format::{Problem, demand_duals, offer_duals, read_market, solution};
use matching::solve;

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

/// Without lots and limits.
fn free(rows: &str, columns: &[usize]) -> String {
    let row = |(at, row): (usize, &str)| {
        let cell = |(column, cell)| if at > 0 && columns.contains(&column) { "0" } else { cell };
        row.split(',').enumerate().map(cell).collect::<Vec<_>>().join(",") + "\n"
    };
    rows.lines().enumerate().map(row).collect()
}

#[test]
fn an_instance_is_read_solved_and_written() {
    let market = read_market(&free(OFFERS, &[11]), &free(DEMANDS, &[11, 12])).unwrap();
    let plan = solve(&market);
    assert_eq!(verify(&market, &plan), Ok(()));
    // Offer 1 has kg left, so it earns its ask; offer 0 saves the buyer 1,000 ₫ of ask and 119 ₫ of freight against it.
    assert_eq!(solution(&plan), "offer,demand,kg,price\n0,0,100,6119\n1,0,20,6000\n1,1,90,6000\n");
    assert_eq!(offer_duals(&market, &plan), "id,u\n0,1119\n1,0\n2,0\n");
    assert_eq!(demand_duals(&market, &plan), "id,v\n0,2581\n1,1581\n2,0\n");
}

#[test]
fn lots_and_limits_are_read_and_kept() {
    let market = read_market(OFFERS, DEMANDS).unwrap();
    assert_eq!((market.offers[1].min_lot, market.demands[1].min_lot, market.demands[1].max_suppliers), (50, 100, 1));
    let plan = solve(&market);
    assert_eq!(verify(&market, &plan), Ok(()));
    // Demand 1 takes 100 kg or nothing and wants 90; offer 1 ships 50 kg or nothing.
    assert_eq!(solution(&plan).lines().skip(1).map(|row| row.rsplit_once(',').unwrap().0).collect::<Vec<_>>(), ["0,0,70", "1,0,50"]);
}

#[test]
fn a_bad_row_is_named_by_line_and_column() {
    let broken = |from: &str, to: &str| {
        let error = read_market(&OFFERS.replacen(from, to, 1), DEMANDS).unwrap_err();
        (error.file, error.line, error.column, error.problem)
    };
    let offers = "offers.csv";
    assert_eq!(broken("qty_kg", "kg").2, "id");
    assert!(matches!(broken("qty_kg", "kg").3, Problem::Header(_)));
    assert_eq!(broken(",5000,", ",5e3,"), (offers, 2, "ask", Problem::NotAnInteger("5e3".into())));
    assert_eq!(broken(",5000,", ",+5000,"), (offers, 2, "ask", Problem::NotAnInteger("+5000".into())));
    assert_eq!(broken(",5000,", ",99999999999999999999,").2, "ask");
    assert_eq!(broken(",5000,", ",-1,"), (offers, 2, "ask", Problem::OutOfBounds { value: -1, least: 0, most: 10_000_000 }));
    assert_eq!(broken("1,0,1,1,0,200", "1,0,32,1,0,200"), (offers, 3, "variety", Problem::OutOfBounds { value: 32, least: 0, most: 31 }));
    assert_eq!(broken("2,1,0,3", "3,1,0,3"), (offers, 4, "id", Problem::NotTheRow(3, 2)));
    assert_eq!(broken(",3,9,50", ",9,3,50"), (offers, 3, "day_to", Problem::Reversed));
    assert_eq!(broken(",3,9,50", ",3,9"), (offers, 3, "min_lot", Problem::Fields { found: 11, expected: 12 }));
    assert_eq!(broken("0,0,0,2,1,100", "0,0,0,2,1,0").2, "qty_kg");
    let error = read_market(OFFERS, "").unwrap_err();
    assert_eq!((error.file, error.line), ("demands.csv", 1));
    let error = read_market(OFFERS, &DEMANDS.replacen("9000", "", 1)).unwrap_err();
    assert_eq!(error.to_string(), "demands.csv, line 2, column bid: `` is not a decimal integer");
}
