//! Rounds, proposals and lists as the program before wrote them, and as they read afterwards.
use domain::id::OrgId;
use domain::import::{ImportKind, ListOwner};
use domain::policy::Scope;
use sea_orm::{ConnectionTrait, DatabaseConnection, Statement};
use serde_json::{Value, json};
use uuid::Uuid;
use web::store::{Tx, imports, rounds};

/// The gzip of a round's file, and 32 bytes of a hash.
fn packed(value: &Value) -> Vec<u8> {
    web::store::rounds::pack(value).unwrap()
}
const SAID: [u8; 32] = [0x5a; 32];

/// A round with a proposal, what it left, a question to it; a list with a row that waits and what is remembered of another.
pub async fn round_before(db: &DatabaseConnection, org: Uuid, user: Uuid) {
    let insert = async |sql: &str, values: Vec<sea_orm::Value>| {
        db.execute_raw(Statement::from_sql_and_values(db.get_database_backend(), sql, values)).await.expect(sql);
    };
    let id = |id: u128| sea_orm::Value::from(Uuid::from_u128(id));
    let at = "'2026-11-20 01:00:00+00:00'";
    let round = format!(
        "INSERT INTO round (id, kind, ran_by, ran_at, millis, market_hash, plan_hash, offers, demands, suppliers, buyers, offered_g, demanded_g, \
         matched_g, value, bound, supplier_gain, buyer_gain, goods_amount, freight_amount, trades, dropped) VALUES ($1, 'officer', $2, {at}, 5, \
         'der Markt', 'der Plan', 1, 1, 1, 1, 1000, 1000, 1000, 7123489001777, 8123489001777, 4123489, 3123489, 1, 1, 1, 0)"
    );
    insert(&round, vec![id(5_001), user.into()]).await;
    let market = packed(&json!({ "offers": [], "demands": [], "products": [], "freight": [], "references": [], "resting": [],
        "mix": { "numerator": 1, "denominator": 2 } }));
    let plan =
        packed(&json!({ "trades": [], "unsold": [], "unserved": [], "value": 0, "bound": 0, "offer_prices": [], "demand_prices": [],
        "groups": [] }));
    let file = "INSERT INTO round_file (round_id, market, plan) VALUES ($1, $2, $3)";
    insert(file, vec![id(5_001), market.into(), plan.into()]).await;
    let left = "INSERT INTO round_unmatched (id, round_id, side, post_id, org_id, product, left_g, obstacle, reason) VALUES ($1, $2, 'supplier', $3, \
        $4, 'cam', 1000, 'price_gap', '{\"obstacle\":{\"kind\":\"price_gap\",\"by\":1349},\"also\":[],\"scope\":\"few\"}')";
    insert(left, vec![id(5_002), id(5_001), id(1), org.into()]).await;
    let asked = format!(
        "INSERT INTO what_if (id, post_id, round_id, number, question, asked_at) VALUES ($1, $2, $3, 1, '{{\"price\":23849}}', {at})"
    );
    insert(&asked, vec![id(5_003), id(1), id(5_001)]).await;

    let hex = |number: u128| format!("{number:032x}");
    let trade = json!({ "offer": hex(1), "demand": hex(2_001), "weeks": [{ "week": 739_950, "kg": 3000 }], "kg": 3000, "price": 27_000,
        "freight": 900, "road_km": 87, "interval": { "low": 24_947, "high": 38_069 }, "fair": null, "group": 0,
        "reason": { "kind": "only_fit", "suppliers": "few", "buyers": "few" } });
    let other = "SELECT id FROM organisation WHERE id <> $1";
    let other: Uuid = db
        .query_one_raw(Statement::from_sql_and_values(db.get_database_backend(), other, [org.into()]))
        .await
        .unwrap()
        .unwrap()
        .try_get("", "id")
        .unwrap();
    let proposal = format!(
        "INSERT INTO proposal (id, round_id, offer_id, demand_id, supplier_org, buyer_org, product, variety, grade, ask, bid, trade, offer_from, \
         offer_to, demand_from, demand_to, smallest_lot_g, longest_payment_days, revision, status, waits_supplier, waits_buyer, expires_at, version) \
         VALUES ($1, $2, $3, $4, $5, $6, 'cam', 'cam-canh', 1, 24947, 38969, '{trade}', '2026-11-30', '2026-12-20', '2026-11-30', '2026-12-06', \
         500000, 30, 1, 'open', true, true, '2026-11-30 01:00:00+00:00', 1)"
    );
    insert(&proposal, vec![id(6_001), id(5_001), id(1), id(2_001), org.into(), other.into()]).await;
    let terms = json!({ "farm_gate": 27_000, "freight": 900, "lines": [{ "week": "2026-11-30", "kg": "3000" }], "payment_days": 30 });
    let revision = format!("INSERT INTO proposal_revision (proposal_id, number, at, terms) VALUES ($1, 1, {at}, '{terms}')");
    insert(&revision, vec![id(6_001)]).await;

    let import = format!(
        "INSERT INTO import (id, org_id, sent_by, kind, file_name, file_hash, sheet, header_row, head, state, accepted, review, skipped, left_out, \
         known, made, sent_at) VALUES ($1, $2, $3, 'offers', 'gia.csv', $4, '', 1, '{{\"columns\":[],\"unknown\":[],\"missing\":[\"ask\"],\
         \"defaults\":{{\"ask\":\"23893\"}}}}', 'ready', 1, 0, 0, 0, 0, 0, {at})"
    );
    insert(&import, vec![id(7_001), org.into(), user.into(), SAID.to_vec().into()]).await;
    let cells = json!([{ "column": "ask", "header": "Giá", "text": "22987" }]);
    let row = format!(
        "INSERT INTO import_row (id, import_id, number, last_number, org_id, state, decided, source, source_nth, content, cells, corrections, \
         problems, terms) VALUES ($1, $2, 2, 2, $3, 'accepted', false, $4, 1, $4, '{cells}', '[]', '[]', '{{\"ask\":22987}}')"
    );
    insert(&row, vec![id(7_002), id(7_001), org.into(), SAID.to_vec().into()]).await;
    let mark = "INSERT INTO import_mark (org_id, kind, fingerprint, nth, thing_id) VALUES ($1, 'offers', $2, 1, $3)";
    insert(mark, vec![org.into(), SAID.to_vec().into(), id(1)]).await;
}

/// What was put there before reads as it was.
pub async fn reads_as_before(tx: &Tx, org: OrgId) {
    let round = rounds::get(tx, Uuid::from_u128(5_001).into()).await.expect("the round");
    let totals = &round.totals;
    assert_eq!((round.market_hash.as_str(), round.plan_hash.as_str()), ("der Markt", "der Plan"));
    assert_eq!(
        [totals.value, totals.bound, totals.supplier_gain, totals.buyer_gain],
        [7_123_489_001_777, 8_123_489_001_777, 4_123_489, 3_123_489]
    );
    let (market, plan) = rounds::files(tx, round.id).await.expect("its files");
    assert!(market.offers.is_empty() && plan.trades.is_empty());
    let left = rounds::unmatched_of_post(tx, round.id, Uuid::from_u128(1)).await.expect("what it left");
    assert!(format!("{:?}", left[0].reason).contains("1349"));
    let asked = web::store::what_if::of_post(tx, round.id, Uuid::from_u128(1)).await.expect("a question");
    assert_eq!((asked[0].question.price.map(domain::money::VndPerKg::dong), asked[0].answer.is_none()), (Some(23_849), true));
    let made = web::store::proposals::get(tx, Scope::All, Uuid::from_u128(6_001).into()).await.expect("the proposal");
    assert_eq!((made.facts.ask.dong(), made.facts.bid.dong(), made.facts.trade.interval.high), (24_947, 38_969, 38_069));
    let (owner, kind) = (ListOwner::Org(org), ImportKind::Offers);
    let import = imports::get(tx, Some(owner), Uuid::from_u128(7_001).into()).await.expect("the list");
    assert_eq!(import.head.defaults["ask"], "23893");
    let row = imports::row(tx, import.id, 2).await.expect("its row");
    assert_eq!(
        (row.source, row.content, row.terms, row.cells[0].text.as_str()),
        (SAID, Some(SAID), Some(json!({ "ask": 22_987 })), "22987")
    );
    assert_eq!(imports::contents(tx, import.id).await.unwrap()[&SAID], 2);
    let marks = imports::marks(tx, kind, owner, &[SAID]).await.unwrap();
    assert_eq!(marks.get(&(SAID, 1)), Some(&Uuid::from_u128(1)));
}
