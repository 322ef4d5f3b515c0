//! What waits for the person who asks, of all kinds, the most urgent first.
mod confirm;
mod entered;
mod firm;
mod papers;
mod renew;

use super::deliveries::own;
use super::error::{ApiError, Problem};
use super::extract::Auth;
use super::proposals::waiting;
use crate::app::App;
use crate::reference::catalogue;
use crate::store::lines::{self, Goods, Listed, Money, Owed, Own, Wanted};
use crate::store::proposals::{self, Made};
use crate::store::{Slice, StoreError, Tx, accounts, contracts};
use axum::extract::State;
use chrono::{DateTime, NaiveTime, Utc};
use domain::account::{Actor, OrgStatus, Role, Side};
use domain::contract::Contract;
use domain::day::{Timestamp, TradeDay};
use domain::dues::DueKind;
use domain::id::ContractId;
use domain::money::Vnd;
use domain::policy::{Command, Scope, scope};
use domain::proposal::Proposal;
use domain::quantity::Kg;
use serde::Serialize;
use std::collections::BTreeMap;
use utoipa::ToSchema;
use uuid::Uuid;

/// How far ahead a delivery or a payment is a task.
const AHEAD_DAYS: u32 = 7;
/// The most of one kind that is shown.
const MOST: u64 = 100;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum TaskKind {
    AnswerProposal,
    /// A clerk waits for the director's word on an answer.
    ApproveAnswer,
    SignContract,
    /// Report that the truck left.
    Dispatch,
    /// Agree to a day outside the asked ones, or not.
    AgreeDay,
    /// Weigh and accept what is on its way.
    Receive,
    /// Pay, and say so.
    Pay,
    /// Say whether declared money arrived.
    ConfirmPayment,
    /// Bring the paper that follows one which runs out.
    RenewCertificate,
    /// Say as the second member that a new bank account or representative is wanted.
    ConfirmChange,
    /// Say how much there will be of a harvest that is near and still a forecast.
    ConfirmHarvest,
    /// Send the papers that the office asks for.
    SendDocuments,
    /// Say whether the organisation asked for what the office entered.
    ConfirmEntry,
}

/// One thing to do.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct TaskView {
    pub kind: TaskKind,
    /// The proposal, the contract, the certificate, the change, the offer or the office's entry.
    pub id: Uuid,
    /// Page of the front end where it is done.
    pub path: String,
    /// The end of the day where only a day is agreed.
    pub deadline: DateTime<Utc>,
    /// Whole days past the deadline.
    pub days_late: Option<i64>,
    /// Empty where the matter is the own organisation's alone.
    pub other_party: String,
    pub goods_vi: String,
    pub goods_en: String,
    pub kg: Kg,
    pub amount: Vnd,
    pub contract_number: Option<String>,
    /// Number of the delivery line.
    pub line: Option<u16>,
    /// One of the contract's own debts.
    pub due: Option<DueKind>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct TaskList {
    /// `submitted`, `paused`, `refused`, `suspended` or `closed`; absent while the organisation is verified and in the rounds.
    pub organisation_status: Option<String>,
    /// What the programme office or the own director says of it.
    pub organisation_reason: Option<String>,
    pub items: Vec<TaskView>,
    /// There are more than are shown: at most a hundred of one kind are.
    pub more: bool,
}

/// What waits for me: proposals to answer, contracts to sign, days to agree to, goods to send or to receive, money to pay or to confirm, papers to
/// renew, changes to confirm, forecasts to make firm, papers of the organisation to send, what the office entered to confirm.
#[utoipa::path(get, path = "/tasks", tag = "lines",
    responses((status = 200, body = TaskList), (status = 401, body = Problem), (status = 403, body = Problem)))]
pub async fn list(State(app): State<App>, auth: Auth) -> Result<axum::Json<TaskList>, ApiError> {
    let now = app.env.now();
    auth.reach(Command::ReadContract)?;
    let own = own(&auth, TradeDay::of(now))?;
    let tx = Tx::read(&app.db).await?;
    let org = accounts::get_organisation(&tx, Scope::Org(own.org), own.org).await?;
    let (organisation_status, organisation_reason) = match &org.status {
        OrgStatus::Verified { .. } => (None, None),
        other => (Some(other.code().to_owned()), other.reason().map(ToString::to_string)),
    };
    let mut list = TaskList { organisation_status, organisation_reason, items: Vec::new(), more: false };
    list.take(to_answer(&tx, &auth, own.side, now).await?);
    list.take(to_sign(&tx, scope(&auth, Command::SignContract), own.side, now).await?);
    let work = match own.side {
        Side::Supplier => Command::DispatchLine,
        Side::Buyer => Command::ReceiveLine,
    };
    if scope(&auth, work) != Scope::None {
        for tasks in of_lines(&tx, own).await? {
            list.take(tasks);
        }
        if scope(&auth, Command::AnswerDeliveryDay) != Scope::None {
            list.take(days_to_answer(&tx, own).await?);
        }
    }
    list.take(papers::to_send(&tx, &auth, &org).await?);
    list.take(entered::to_answer(&tx, scope(&auth, Command::AnswerAssisted)).await?);
    list.take(confirm::to_confirm(&tx, &auth, own).await?);
    if own.side == Side::Supplier {
        list.take(renew::to_renew(&tx, own).await?);
        list.take(firm::to_make_firm(&tx, scope(&auth, Command::EditOffer), own.today).await?);
    }
    list.items.sort_by_key(|task| (task.deadline, task.id, task.line));
    Ok(axum::Json(list))
}

impl TaskList {
    fn take(&mut self, mut tasks: Vec<TaskView>) {
        let most = usize::try_from(MOST).unwrap_or(usize::MAX);
        self.more |= tasks.len() > most;
        tasks.truncate(most);
        self.items.append(&mut tasks);
    }
}

/// Directors and clerks answer proposals. What a clerk asked about waits for a director, and for no clerk.
async fn to_answer(tx: &Tx, actor: &Actor, side: Side, now: Timestamp) -> Result<Vec<TaskView>, StoreError> {
    let scope = scope(actor, Command::AcceptProposal);
    if scope == Scope::None {
        return Ok(Vec::new());
    }
    let filter = proposals::Filter { status: Some("open".to_owned()), waits_for: Some(side), ..proposals::Filter::default() };
    let mut found = proposals::list(tx, scope, &filter, Slice { after: None, limit: MOST }).await?;
    let asked = waiting(tx, actor, &found, now).await?;
    let is_clerk = actor.role == Role::Clerk;
    found.retain(|made| made.proposal.expires_at > now && !(is_clerk && asked.contains(&made.proposal.id)));
    let other = |proposal: &Proposal| if side == Side::Supplier { proposal.buyer } else { proposal.supplier };
    let names = accounts::names(tx, found.iter().map(|made| other(&made.proposal))).await?;
    let catalogue = catalogue::now();
    let task = |Made { proposal, facts }: &Made| {
        let variety = catalogue.variety(facts.variety.as_str());
        TaskView {
            kind: if asked.contains(&proposal.id) { TaskKind::ApproveAnswer } else { TaskKind::AnswerProposal },
            id: proposal.id.into(),
            path: format!("/de-xuat/{}", proposal.id),
            deadline: proposal.expires_at,
            days_late: None,
            other_party: names.get(&other(proposal)).cloned().unwrap_or_default(),
            goods_vi: variety.map(|variety| variety.name_vi.clone()).unwrap_or_default(),
            goods_en: variety.map(|variety| variety.name_en.clone()).unwrap_or_default(),
            kg: proposal.current.terms.total_kg(),
            amount: proposal.current.terms.total(),
            contract_number: None,
            line: None,
            due: None,
        }
    };
    Ok(found.iter().map(task).collect())
}

/// Only directors sign; nobody else is asked to.
async fn to_sign(tx: &Tx, scope: Scope, side: Side, now: Timestamp) -> Result<Vec<TaskView>, StoreError> {
    if scope == Scope::None {
        return Ok(Vec::new());
    }
    let filter = contracts::Filter { to_sign: Some((side, now)), ..contracts::Filter::default() };
    let found = contracts::list(tx, scope, &filter, Slice { after: None, limit: MOST }).await?;
    Ok(found.iter().map(|contract| of_contract(contract, side)).collect())
}

fn of_contract(contract: &Contract, side: Side) -> TaskView {
    let terms = &contract.terms;
    TaskView {
        kind: TaskKind::SignContract,
        id: contract.id.into(),
        path: format!("/hop-dong/{}", contract.id),
        deadline: terms.sign_by,
        days_late: None,
        other_party: match side {
            Side::Supplier => terms.buyer.name.to_string(),
            Side::Buyer => terms.supplier.name.to_string(),
        },
        goods_vi: terms.goods.variety_vi.to_string(),
        goods_en: terms.goods.variety_en.to_string(),
        kg: terms.total_kg,
        amount: terms.total,
        contract_number: Some(terms.number.to_string()),
        line: None,
        due: None,
    }
}

/// The lines that wait for the organisation's side, a list a kind.
async fn of_lines(tx: &Tx, own: Own) -> Result<[Vec<TaskView>; 2], StoreError> {
    let first = Slice { after: None, limit: MOST };
    let soon = Some(own.today.plus(AHEAD_DAYS));
    let goods = match own.side {
        Side::Supplier => lines::deliveries(tx, own, Some(Goods::Planned), None, soon, first).await?,
        Side::Buyer => lines::deliveries(tx, own, Some(Goods::Dispatched), None, None, first).await?,
    };
    let first = Slice { after: None, limit: MOST };
    let pays = Wanted { state: Some(Money::Due), to: soon, payer: Some(own.side), from: None };
    let gets = Wanted { state: Some(Money::Declared), payer: Some(own.side.other()), ..Wanted::default() };
    let mut money = lines::payments(tx, own, pays, first).await?;
    money.extend(lines::payments(tx, own, gets, first).await?);
    let ids = goods.iter().map(|row| row.contract).chain(money.iter().map(|row| row.contract));
    let contracts: BTreeMap<ContractId, Contract> =
        contracts::many(tx, ids).await?.into_iter().map(|contract| (contract.id, contract)).collect();
    let goods = goods.iter().filter_map(|row| Some(of_line(contracts.get(&row.contract)?, row, own))).collect();
    let money = money.iter().filter_map(|row| of_money(contracts.get(&row.contract)?, row, own)).collect();
    Ok([goods, money])
}

/// Days outside the asked ones that wait for the buyer.
async fn days_to_answer(tx: &Tx, own: Own) -> Result<Vec<TaskView>, StoreError> {
    let rows = lines::deliveries(tx, own, Some(Goods::DayWaits), None, None, Slice { after: None, limit: MOST }).await?;
    let contracts: BTreeMap<ContractId, Contract> =
        contracts::many(tx, rows.iter().map(|row| row.contract)).await?.into_iter().map(|contract| (contract.id, contract)).collect();
    let task = |Listed { contract, line }: &Listed| {
        let contract = contracts.get(contract)?;
        Some(TaskView {
            kind: TaskKind::AgreeDay,
            // Before the goods would come, or the asked days begin.
            deadline: end_of(line.waiting_day()?.min(line.window.from)),
            days_late: None,
            kg: line.planned,
            amount: contract.terms.price.total(line.planned).unwrap_or_default(),
            line: Some(line.number),
            ..of_contract(contract, own.side)
        })
    };
    Ok(rows.iter().filter_map(task).collect())
}

fn end_of(day: TradeDay) -> DateTime<Utc> {
    day.at(NaiveTime::from_hms_opt(23, 59, 59).unwrap_or_default())
}

fn of_line(contract: &Contract, Listed { line, .. }: &Listed, own: Own) -> TaskView {
    let (kind, day, kg) = match own.side {
        Side::Supplier => (TaskKind::Dispatch, line.confirmed_day().unwrap_or(line.window.to), line.planned),
        Side::Buyer => {
            let dispatch = line.dispatch();
            let day = dispatch.map_or(line.window.to, |dispatch| TradeDay::of(dispatch.at));
            (TaskKind::Receive, day, dispatch.map_or(Kg::ZERO, |dispatch| dispatch.kg))
        }
    };
    TaskView {
        kind,
        deadline: end_of(day),
        days_late: line.days_late(own.today),
        kg,
        amount: contract.terms.price.total(kg).unwrap_or_default(),
        line: Some(line.number),
        ..of_contract(contract, own.side)
    }
}

fn of_money(contract: &Contract, owed: &Owed, own: Own) -> Option<TaskView> {
    let debt = owed.payment().debt()?;
    let whole = of_contract(contract, own.side);
    Some(TaskView {
        kind: if owed.payer() == own.side { TaskKind::Pay } else { TaskKind::ConfirmPayment },
        deadline: end_of(debt.on),
        days_late: owed.payment().days_late(own.today),
        kg: owed.line().map_or(whole.kg, |line| line.receipt().map_or(Kg::ZERO, domain::delivery::Receipt::accepted)),
        amount: debt.amount,
        line: owed.line().map(|line| line.number),
        due: owed.due().map(|due| due.kind),
        ..whole
    })
}
