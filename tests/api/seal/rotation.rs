//! Another key of the operator: `muavu seal rotate`.
use super::{OTHER_KEY, files, written};
use sea_orm::{ConnectionTrait, DatabaseBackend, Statement};
use serde_json::json;
use std::path::Path;
use support::process::{ended, start};
use support::{SEAL_KEY, TestApp};
use web::config::{Config, Secret};
use web::store::seal::MasterKey;
use web::store::{Db, Tx};

/// `muavu …` with the key of this file.
fn muavu(app: &TestApp, key: &Path, arguments: &[&str]) -> (Option<i32>, String) {
    let key = key.to_str().unwrap();
    ended(start(&[("MUAVU_DATABASE_URL", app.app.config.database_url.expose()), ("MUAVU_SEAL_KEY_FILE", key)], arguments))
}

/// What the key opens; nothing where it opens nothing.
async fn asks(app: &TestApp, key: &str) -> Option<Vec<i64>> {
    let mut config = Config::clone(&app.app.config);
    config.seal_key = Some(Secret::new(key.trim()));
    let db = Db::connect(&config).await.unwrap();
    db.unlock().await.ok()?;
    let open = web::store::offers::open(&Tx::read(&db).await.unwrap(), app.app.env.today(), None).await.unwrap();
    Some(open.iter().map(|held| held.offer.terms.ask.dong()).collect())
}

#[tokio::test]
async fn a_rotation_is_one_step_that_may_be_repeated() {
    let app = TestApp::new().await;
    app.cooperative("HTX Cam 1").await.post_offer(json!({ "ask": 24_947 })).await;
    let folder = tempfile::tempdir().unwrap();
    let (old, new) = (folder.path().join("old.key"), folder.path().join("new.key"));
    std::fs::write(&old, SEAL_KEY).unwrap();
    let kept = || async { app.column("SELECT value FROM setting WHERE key = 'seal_key'").await[0].clone() };
    let before = kept().await;

    // As a rotation leaves it that was killed before the database had the new key.
    std::fs::write(&new, OTHER_KEY).unwrap();
    assert_eq!(asks(&app, SEAL_KEY).await.unwrap(), [24_947]);
    let rotate = ["seal", "rotate", new.to_str().unwrap()];
    let (code, said) = muavu(&app, &old, &rotate);
    let id = MasterKey::parse(OTHER_KEY).unwrap().id();
    assert!(code == Some(0) && said.contains(&format!("The key {id} in")) && !said.contains("seal rewrite"), "{said}");
    let after = kept().await;
    assert_ne!(before, after);
    assert!(asks(&app, SEAL_KEY).await.is_none());
    assert_eq!(asks(&app, OTHER_KEY).await.unwrap(), [24_947]);

    // As one that was killed before it could say so: the same command says it again and changes nothing.
    let (code, said) = muavu(&app, &old, &rotate);
    assert!(code == Some(0) && said.contains(&format!("The key {id} in")), "{said}");
    assert_eq!(kept().await, after);
    let (code, said) = muavu(&app, &new, &rotate);
    assert!(code != Some(0) && said.contains("name a new file"), "{said}");

    // Nobody who has the old key finds what it opens, and nothing is left to do at the next start.
    let wrapped = before.split_once(' ').unwrap().1;
    assert!(!files(&app).windows(wrapped.len()).any(|bytes| bytes == wrapped.as_bytes()), "the old value is in the file");
    assert_eq!(app.column("SELECT key FROM setting WHERE key = 'seal_scrub'").await, [""; 0]);
    if app.raw().await.get_database_backend() == DatabaseBackend::Postgres {
        let samples = format!(
            "SELECT tablename::text FROM pg_stats WHERE CAST(most_common_vals AS text) || CAST(histogram_bounds AS text) LIKE '%{wrapped}%'"
        );
        assert_eq!(app.column(&samples).await, [""; 0]);
    }
}

#[tokio::test]
async fn a_rotation_waits_for_no_table_and_a_rewriting_says_which_is_held() {
    let app = TestApp::new().await;
    app.cooperative("HTX Cam 1").await.post_offer(json!({ "ask": 24_947 })).await;
    let folder = tempfile::tempdir().unwrap();
    let (old, new) = (folder.path().join("old.key"), folder.path().join("new.key"));
    std::fs::write(&old, SEAL_KEY).unwrap();
    let db = app.raw().await;
    let postgres = db.get_database_backend() == DatabaseBackend::Postgres;
    // Somebody reads the offers for as long as it takes: a backup.
    let reader = sea_orm::TransactionTrait::begin_with_options(&db, sea_orm::TransactionOptions::default()).await.unwrap();
    if postgres {
        reader.query_all_raw(Statement::from_string(DatabaseBackend::Postgres, "SELECT id FROM offer")).await.unwrap();
        let (code, said) = muavu(&app, &old, &["seal", "rewrite"]);
        assert!(code != Some(0) && said.contains("offer is not written anew"), "{said}");
        let due = app.column("SELECT value FROM setting WHERE key = 'seal_scrub'").await;
        assert!(due[0].starts_with("offer ") && !due[0].contains("setting"), "what is done stays done: {due:?}");
    }
    let (code, said) = muavu(&app, &old, &["seal", "rotate", new.to_str().unwrap()]);
    assert_eq!(code, Some(0), "{said}");
    reader.rollback().await.unwrap();
    let (code, said) = muavu(&app, &new, &["seal", "rewrite"]);
    assert!(code == Some(0) && said.contains("written anew"), "{said}");
    assert_eq!(app.column("SELECT key FROM setting WHERE key = 'seal_scrub'").await, [""; 0]);
    assert_eq!(asks(&app, &std::fs::read_to_string(&new).unwrap()).await.unwrap(), [24_947]);
    assert!(!written(&files(&app), 24_947));
}
