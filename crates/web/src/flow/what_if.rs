//! Asking the book of the last round what it would have taken of a changed post.
//!
//! A question is counted before it is looked at, in the transaction that keeps it; the answer is worked out away from the async threads,
//! one at a time, and kept beside the question: to ask the same again costs nothing.
use crate::app::App;
use crate::store::rounds::{self, PackedMarket, Round};
use crate::store::what_if::{self, Asked};
use crate::store::{StoreError, Tx, accounts};
use domain::error::FieldError;
use domain::id::OrgId;
use domain::money::VndPerKg;
use domain::product::{CertKind, CertKinds};
use domain::what_if::{MOST_QUESTIONS, Question};
use matching::indicate::Post;
use matching::market::Market;
use matching::what_if as engine;
use std::sync::{Arc, LazyLock};
use tokio::sync::Semaphore;
use uuid::Uuid;

/// Reading a book and clearing a large product take a core for a while: however many ask, the rounds keep theirs. The place is held until
/// the work is done, also when whoever asked went away.
static TURN: LazyLock<Arc<Semaphore>> = LazyLock::new(|| Arc::new(Semaphore::new(1)));

#[derive(Debug, thiserror::Error)]
pub enum AskError {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error("invalid")]
    Invalid(Vec<FieldError>),
    /// As many questions as one post has in one round.
    #[error("what_if_spent")]
    Spent,
    #[error(transparent)]
    Other(#[from] anyhow::Error),
}

/// A post that asks, and whose it is.
#[derive(Debug, Clone, Copy)]
pub struct Own {
    pub id: Uuid,
    pub org: OrgId,
}

/// What can be asked of a post.
#[derive(Debug)]
pub struct Choices {
    pub prices: Vec<VndPerKg>,
    pub papers: Vec<CertKind>,
}

/// The book of a round, with the post in it.
struct Book {
    market: Market,
    post: Post,
    choices: Choices,
}

/// What can be asked about a post; nothing when the round did not know it. A post that came later has no terms of that round that stay as
/// they are while its owner asks.
pub async fn choices(tx: &Tx, round: &Round, own: Own) -> Result<Option<Choices>, AskError> {
    let packed = rounds::market_of(tx, round.id).await?;
    in_turn(move || Ok(open(&packed, own.id)?.map(|book| book.choices))).await
}

/// Asks; nothing as `choices` says.
pub async fn ask(app: &App, round: &Round, own: Own, question: Question) -> Result<Option<Asked>, AskError> {
    let tx = Tx::read(&app.db).await?;
    if let Some(asked) = of_before(&tx, round, own, question).await?.filter(|asked| asked.answer.is_some()) {
        return Ok(Some(asked));
    }
    let packed = rounds::market_of(&tx, round.id).await?;
    let Some(choices) = choices(&tx, round, own).await? else { return Ok(None) };
    drop(tx);
    question.check(&choices.prices, &choices.papers).map_err(AskError::Invalid)?;
    let asked = count(app, round, own, question).await?;
    let work = move || Ok(open(&packed, own.id)?.map(|book| engine::answer(&book.market, &book.post, &of_engine(question))));
    let Some(answer) = in_turn(work).await? else { return Ok(None) };
    let asked = Asked { answer: Some(answer), ..asked };
    let tx = Tx::write(&app.db).await?;
    what_if::answered(&tx, &asked).await?;
    tx.commit().await?;
    Ok(Some(asked))
}

/// The question as it was asked before; an error when it is new and none is left.
async fn of_before(tx: &Tx, round: &Round, own: Own, question: Question) -> Result<Option<Asked>, AskError> {
    let before = what_if::of_post(tx, round.id, own.id).await?;
    let spent = before.len() >= MOST_QUESTIONS;
    let same = before.into_iter().find(|asked| asked.question == question);
    if same.is_none() && spent { Err(AskError::Spent) } else { Ok(same) }
}

async fn count(app: &App, round: &Round, own: Own, question: Question) -> Result<Asked, AskError> {
    let tx = Tx::write(&app.db).await?;
    accounts::hold_organisation(&tx, own.org).await?;
    if let Some(asked) = of_before(&tx, round, own, question).await? {
        return Ok(asked);
    }
    let number = what_if::of_post(&tx, round.id, own.id).await?.len() + 1;
    let asked = Asked { id: app.env.id(), question, asked_at: app.env.now(), answer: None };
    what_if::insert(&tx, round.id, own.id, number, &asked).await?;
    tx.commit().await?;
    Ok(asked)
}

fn open(packed: &PackedMarket, id: Uuid) -> Result<Option<Book>, AskError> {
    let market = packed.read()?;
    let id = id.as_u128();
    let offer = || market.offers.iter().find(|offer| offer.id == id).cloned().map(Post::Offer);
    let demand = || market.demands.iter().find(|demand| demand.id == id).cloned().map(Post::Demand);
    let Some(post) = offer().or_else(demand) else { return Ok(None) };
    let prices = engine::prices(&market, &post).into_iter().filter_map(|price| VndPerKg::new(price).ok()).collect();
    let papers = CertKind::ALL.iter().copied().filter(|kind| engine::kinds(&post) & kind.bit() != 0).collect();
    Ok(Some(Book { market, post, choices: Choices { prices, papers } }))
}

/// Away from the async threads, one at a time.
async fn in_turn<T: Send + 'static>(work: impl FnOnce() -> Result<T, AskError> + Send + 'static) -> Result<T, AskError> {
    let turn = Arc::clone(&TURN).acquire_owned().await.map_err(anyhow::Error::from)?;
    let in_place = move || {
        let done = work();
        drop(turn);
        done
    };
    tokio::task::spawn_blocking(in_place).await.map_err(anyhow::Error::from)?
}

fn of_engine(question: Question) -> engine::Question {
    engine::Question {
        price: question.price.map(VndPerKg::dong),
        weeks: question.weeks.into(),
        kinds: question.paper.map_or(CertKinds::NONE, |paper| CertKinds::NONE.with(paper)).bits(),
    }
}
