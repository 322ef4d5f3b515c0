//! Whatever people do with a ledger, what is stored is what the rules said.
use super::Story;
use chrono::TimeDelta;
use domain::account::Actor;
use domain::contract::Contract;
use domain::day::{Timestamp, TradeDay};
use domain::delivery::{Command as Goods, RejectReason, Rejection};
use domain::inspection::{Findings, Measured};
use domain::ledger::Ledger;
use domain::money::Vnd;
use domain::payment::Command as Money;
use domain::policy::Scope;
use domain::quantity::Kg;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, TestRunner};
use support::deals::{BUYER_MAIL, SUPPLIER_MAIL};
use web::store::{Tx, accounts, contracts, lines};

#[derive(Debug, Clone)]
enum Step {
    Dispatch(usize, i64, Option<String>),
    Receive(usize, i64, i64),
    Inspect(usize, i64, i64, Option<String>),
    Correct(usize, u16, i64, i64),
    AcceptRest(usize),
    NameDay(usize, u32),
    AnswerDay(usize, bool),
    Declare(usize, Option<String>),
    Confirm(usize),
    Dispute(usize),
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let line = || 0..3usize;
    let words = || prop::option::of("[a-zđư<>'\"]{1,20}");
    let step = prop_oneof![
        (line(), 1..=3_150_000i64, words()).prop_map(|(line, grams, words)| Step::Dispatch(line, grams, words)),
        (line(), 0..3_150_000i64, 0..=100i64).prop_map(|(line, grams, share)| Step::Receive(line, grams, share)),
        (line(), 1..1_500_000i64, 0..=100i64, words()).prop_map(|(line, grams, share, words)| Step::Inspect(line, grams, share, words)),
        (line(), 1..4u16, 1..1_500_000i64, 0..=100i64).prop_map(|(line, number, grams, share)| Step::Correct(line, number, grams, share)),
        line().prop_map(Step::AcceptRest),
        (line(), 0..20u32).prop_map(|(line, after)| Step::NameDay(line, after)),
        (line(), prop::bool::ANY).prop_map(|(line, agree)| Step::AnswerDay(line, agree)),
        (line(), words()).prop_map(|(line, words)| Step::Declare(line, words)),
        line().prop_map(Step::Confirm),
        line().prop_map(Step::Dispute),
    ];
    prop::collection::vec(step, 1..40)
}

struct People {
    supplier: Actor,
    buyer: Actor,
}

/// So much looked at and such a share of it accepted.
fn findings(grams: i64, share: i64, words: Option<&String>) -> Findings {
    let kg = |grams: i64| Kg::from_grams(grams).unwrap();
    let (inspected, accepted) = (kg(grams), kg(grams * share / 100));
    let rejected = inspected.checked_sub(accepted).unwrap();
    let note = "Dập <b>nhiều</b>".parse().ok();
    let rejections = if rejected.is_zero() { vec![] } else { vec![Rejection { kg: rejected, reason: RejectReason::Other, note }] };
    let measured = Measured { brix_tenths: u16::try_from(share + 10).ok(), size_from_mm: Some(60), ..Measured::default() };
    let name = words.and_then(|text| text.parse().ok());
    Findings { inspected, accepted, rejections, measured, part: name, note: words.and_then(|text| text.parse().ok()) }
}

/// The ledger after a step; nothing when the step is refused.
fn take(people: &People, contract: &Contract, ledger: &Ledger, step: &Step, now: Timestamp) -> Option<Ledger> {
    let line = |at: usize| ledger.lines()[at].id;
    let goods = |who: &Actor, at: usize, command| ledger.deliver(contract, who, line(at), command, now).ok();
    let money = |who: &Actor, at: usize, command: &Money| ledger.pay(contract, who, line(at), command, now).ok();
    let kg = |grams: i64| Kg::from_grams(grams).unwrap();
    let name = |text: &Option<String>| text.as_deref().and_then(|text| text.parse().ok());
    match step {
        Step::Dispatch(at, grams, words) => {
            let note = words.as_deref().and_then(|text| text.parse().ok());
            goods(&people.supplier, *at, Goods::Dispatch { kg: kg(*grams), vehicle: name(words), note })
        }
        Step::Receive(at, grams, share) => {
            let Findings { inspected: received, accepted, rejections, .. } = findings(*grams, *share, None);
            goods(&people.buyer, *at, Goods::Receive { received, accepted, rejections })
        }
        Step::Inspect(at, grams, share, words) => {
            goods(&people.buyer, *at, Goods::Inspect { weighed: Some(kg(3_000_000)), findings: findings(*grams, *share, words.as_ref()) })
        }
        Step::Correct(at, number, grams, share) => {
            goods(&people.buyer, *at, Goods::Correct { number: *number, weighed: None, findings: findings(*grams, *share, None) })
        }
        Step::NameDay(at, after) => {
            goods(&people.supplier, *at, Goods::NameDay { day: TradeDay::of(now).plus(*after), note: "Sớm hơn".parse().ok() })
        }
        Step::AnswerDay(at, agree) => {
            let day = ledger.lines()[*at].waiting_day()?;
            goods(&people.buyer, *at, Goods::AnswerDay { day, agree: *agree, note: None })
        }
        Step::AcceptRest(at) => {
            let left = ledger.lines()[*at].inspections()?.left();
            goods(&people.buyer, *at, Goods::AcceptRest { left })
        }
        Step::Declare(at, words) => {
            let amount: Vnd = ledger.lines()[*at].payment.due();
            money(&people.buyer, *at, &Money::Declare { amount, reference: name(words) })
        }
        Step::Confirm(at) => money(&people.supplier, *at, &Money::Confirm),
        Step::Dispute(at) => money(&people.supplier, *at, &Money::Dispute { note: "Chưa nhận".parse().unwrap() }),
    }
}

#[tokio::test]
async fn any_order_of_commands_is_stored_as_it_was_decided() {
    let story = Story::begin().await;
    let app = &story.app.app;
    let tx = Tx::read(&app.db).await.unwrap();
    let contract = contracts::get(&tx, Scope::All, story.deal.contract.parse().unwrap()).await.unwrap();
    let actor = async |name: &str| {
        let user = accounts::find_by_sign_in(&tx, &name.parse().unwrap()).await.unwrap().unwrap().0;
        let org = accounts::get_organisation(&tx, Scope::All, user.org.unwrap()).await.unwrap();
        user.actor(Some(&org)).unwrap()
    };
    let people = People { supplier: actor(SUPPLIER_MAIL).await, buyer: actor(BUYER_MAIL).await };
    drop(tx);
    let mut runner = TestRunner::new(Config { failure_persistence: None, ..Config::default() });
    let mut taken = 0;
    for _ in 0..40 {
        let steps = steps().new_tree(&mut runner).unwrap().current();
        // Dropped at the end: every case starts with the open lines.
        let tx = Tx::write(&app.db).await.unwrap();
        let mut ledger = lines::of_contract(&tx, contract.id).await.unwrap();
        let mut now = app.env.now();
        for step in &steps {
            now += TimeDelta::milliseconds(7);
            let Some(next) = take(&people, &contract, &ledger, step, now) else { continue };
            lines::save(&tx, contract.id, &ledger, &next).await.unwrap();
            assert_eq!(lines::of_contract(&tx, contract.id).await.unwrap(), next, "{steps:?}");
            ledger = next;
            taken += 1;
        }
    }
    assert!(taken > 100, "only {taken} steps were possible");
}
