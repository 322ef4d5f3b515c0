//! The statements of one page of the offer list, run straight through the database driver: what the server's answer would cost
//! without the server. `offer_list_driver DATABASE USER SECONDS CONNECTIONS` prints requests a second and the 99th percentile.
use sqlx::sqlite::{SqliteConnectOptions, SqlitePoolOptions, SqliteRow};
use sqlx::{Row, SqlitePool};
use std::time::{Duration, Instant};

const SESSION: &str = "SELECT id, user_id, started_at, ended_at FROM session WHERE id = ? LIMIT 1";
const USER: &str = "SELECT id, org_id, role, name, sign_in, email, email_confirmed_at, phone, password_hash, totp_secret, totp_confirmed_at, \
     totp_last_step, language, created_at, closed_at, version FROM \"user\" WHERE id = ? LIMIT 1";
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

/// Two read transactions, as the server has them: who asks, then what they asked for.
async fn page(pool: &SqlitePool, user: &[u8], session: &[u8]) -> sqlx::Result<usize> {
    let mut tx = pool.begin().await?;
    let live = sqlx::query(SESSION).bind(session).fetch_one(&mut *tx).await?;
    let person = sqlx::query(USER).bind(user).fetch_one(&mut *tx).await?;
    drop(tx);
    let mut tx = pool.begin().await?;
    let offers = sqlx::query(OFFERS).fetch_all(&mut *tx).await?;
    let orgs: Vec<Vec<u8>> = offers.iter().map(|row| row.get("org_id")).collect();
    let marks = vec!["?"; orgs.len()].join(", ");
    let certificates = format!(
        "SELECT id, org_id, kind, number, issuer, varieties, issued_on, valid_to, stars, area_m2, expected_g, status, status_reason, \
         status_at, status_by, version FROM certificate WHERE org_id IN ({marks}) AND status = 'verified' ORDER BY id"
    );
    let mut query = sqlx::query(sqlx::AssertSqlSafe(certificates));
    for org in &orgs {
        query = query.bind(org);
    }
    let certificates = query.fetch_all(&mut *tx).await?;
    Ok([live, person].iter().chain(&offers).chain(&certificates).map(read).sum())
}

/// Takes every value out of a row, as the server does.
fn read(row: &SqliteRow) -> usize {
    (0..row.len()).map(|at| row.try_get_raw(at).is_ok()).filter(|there| *there).count()
}
