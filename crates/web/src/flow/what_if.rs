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
use matching::what_if::{self as engine, Answer};
use tokio::sync::Semaphore;
use uuid::Uuid;

/// Clearing a large product takes a core for a while: however many ask, the rounds keep theirs.
static TURN: Semaphore = Semaphore::const_new(1);

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

/// Whose post it is, and the post as it stands, where it is open: for one that the round did not know yet.
#[derive(Debug)]
pub struct Own {
    pub id: Uuid,
    pub org: OrgId,
    pub now: Option<Post>,
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

/// What can be asked about a post; nothing when the round did not know it and it is not open.
pub async fn choices(tx: &Tx, round: &Round, own: Own) -> Result<Option<Choices>, AskError> {
    let packed = rounds::market_of(tx, round.id).await?;
    Ok(open(packed, own).await?.map(|book| book.choices))
}

/// Asks; nothing as `choices` says.
pub async fn ask(app: &App, round: &Round, own: Own, question: Question) -> Result<Option<Asked>, AskError> {
    let (post, org) = (own.id, own.org);
    let tx = Tx::read(&app.db).await?;
    let packed = rounds::market_of(&tx, round.id).await?;
    drop(tx);
    let Some(book) = open(packed, own).await? else { return Ok(None) };
    question.check(&book.choices.prices, &book.choices.papers).map_err(AskError::Invalid)?;

    let tx = Tx::write(&app.db).await?;
    accounts::hold_organisation(&tx, org).await?;
    let before = what_if::of_post(&tx, round.id, post).await?;
    let number = before.len() + 1;
    let asked = match before.into_iter().find(|asked| asked.question == question) {
        Some(asked) => asked,
        None if number > MOST_QUESTIONS => return Err(AskError::Spent),
        None => {
            let asked = Asked { id: app.env.id(), question, asked_at: app.env.now(), answer: None };
            what_if::insert(&tx, round.id, post, number, &asked).await?;
            asked
        }
    };
    tx.commit().await?;
    if asked.answer.is_some() {
        return Ok(Some(asked));
    }
    let answer = answer(book, question).await?;
    let tx = Tx::write(&app.db).await?;
    what_if::answered(&tx, asked.id, &answer).await?;
    tx.commit().await?;
    Ok(Some(Asked { answer: Some(answer), ..asked }))
}

async fn open(packed: PackedMarket, own: Own) -> Result<Option<Book>, AskError> {
    let read = move || {
        let market = packed.read()?;
        let id = own.id.as_u128();
        let offer = || market.offers.iter().find(|offer| offer.id == id).cloned().map(Post::Offer);
        let demand = || market.demands.iter().find(|demand| demand.id == id).cloned().map(Post::Demand);
        let Some(post) = offer().or_else(demand).or(own.now) else { return Ok(None) };
        let prices = engine::prices(&market, &post).into_iter().filter_map(|price| VndPerKg::new(price).ok()).collect();
        let papers = CertKind::ALL.iter().copied().filter(|kind| engine::kinds(&post) & kind.bit() != 0).collect();
        Ok(Some(Book { market, post, choices: Choices { prices, papers } }))
    };
    tokio::task::spawn_blocking(read).await.map_err(anyhow::Error::from)?
}

async fn answer(book: Book, question: Question) -> Result<Answer, AskError> {
    let _turn = TURN.acquire().await.map_err(anyhow::Error::from)?;
    let asked = engine::Question {
        price: question.price.map(VndPerKg::dong),
        weeks: question.weeks.into(),
        kinds: question.paper.map_or(CertKinds::NONE, |paper| CertKinds::NONE.with(paper)).bits(),
    };
    let work = move || engine::answer(&book.market, &book.post, &asked);
    Ok(tokio::task::spawn_blocking(work).await.map_err(anyhow::Error::from)?)
}
