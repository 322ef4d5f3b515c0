//! The statements of one page of the offer list, run straight through the database driver: what the server's answer would cost
//! without the server. `offer_list_driver DATABASE USER SECONDS CONNECTIONS` prints requests a second and the 99th percentile.
use sqlx::sqlite::{SqliteConnectOptions, SqlitePoolOptions, SqliteRow};
use sqlx::{Row, SqlitePool};
use std::time::{Duration, Instant};

const ACTOR: &str = "SELECT u.role, u.org_id, o.kind, o.status FROM session s JOIN \"user\" u ON s.user_id = u.id \
     LEFT JOIN organisation o ON u.org_id = o.id WHERE s.id = ? AND s.user_id = ? AND s.ended_at IS NULL AND u.closed_at IS NULL LIMIT 1";
const OFFERS: &str = "SELECT id, org_id, posted_by, product, variety, grade, total_g, per_week_g, window_from, window_to, ask, min_lot_g, \
     max_payment_days, pickup_commune, pickup_lat_e6, pickup_lon_e6, note, status, held_g, posted_at, withdrawn_at, withdrawn_by, version \
     FROM offer ORDER BY id DESC LIMIT 21";

#[tokio::main]
async fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [database, sign_in, seconds, connections] = &arguments[..] else { panic!("DATABASE USER SECONDS CONNECTIONS") };
    let options = SqliteConnectOptions::new().filename(database).read_only(true).pragma("cache_size", "-16000");
    // The server reads through four connections.
    let pool = SqlitePoolOptions::new().max_connections(4).connect_with(options).await.expect("the database opens");
    let (user, session): (Vec<u8>, Vec<u8>) = sqlx::query_as(
        "SELECT u.id, s.id FROM \"user\" u JOIN session s ON s.user_id = u.id WHERE u.sign_in = ? ORDER BY s.id DESC LIMIT 1",
    )
    .bind(sign_in)
    .fetch_one(&pool)
    .await
    .expect("the user has signed in");
    let until = Instant::now() + Duration::from_secs(seconds.parse().expect("seconds"));
    let clients = (0..connections.parse().expect("a number of connections")).map(|_| {
        let (pool, user, session) = (pool.clone(), user.clone(), session.clone());
        tokio::spawn(async move {
            let mut times = Vec::new();
            while Instant::now() < until {
                let began = Instant::now();
                page(&pool, &user, &session).await.expect("a page");
                times.push(began.elapsed());
            }
            times
        })
    });
    let began = Instant::now();
    let mut times = Vec::new();
    for client in clients.collect::<Vec<_>>() {
        times.extend(client.await.expect("a client"));
    }
    times.sort_unstable();
    let p99 = times[times.len() * 99 / 100];
    let pages = f64::from(u32::try_from(times.len()).expect("fewer than four thousand million pages"));
    println!("{:.0} {:.2}", pages / began.elapsed().as_secs_f64(), p99.as_secs_f64() * 1000.0);
}

/// As the server asks: who speaks, then what they asked for in one read transaction.
async fn page(pool: &SqlitePool, user: &[u8], session: &[u8]) -> sqlx::Result<usize> {
    let actor = sqlx::query(ACTOR).bind(session).bind(user).fetch_one(pool).await?;
    let mut tx = pool.begin().await?;
    let offers = sqlx::query(OFFERS).fetch_all(&mut *tx).await?;
    let orgs: Vec<Vec<u8>> = offers.iter().map(|row| row.get("org_id")).collect();
    let marks = vec!["?"; orgs.len()].join(", ");
    let certificates = format!(
        "SELECT org_id, kind, number, varieties, issued_on, valid_to FROM certificate WHERE org_id IN ({marks}) AND status = 'verified' \
         ORDER BY id"
    );
    let mut query = sqlx::query(sqlx::AssertSqlSafe(certificates));
    for org in &orgs {
        query = query.bind(org);
    }
    let certificates = query.fetch_all(&mut *tx).await?;
    Ok([actor].iter().chain(&offers).chain(&certificates).map(read).sum())
}

/// Takes every value out of a row, as the server does.
fn read(row: &SqliteRow) -> usize {
    (0..row.len()).map(|at| row.try_get_raw(at).is_ok()).filter(|there| *there).count()
}
