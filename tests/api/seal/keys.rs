//! The key that opens a database, and those that do not.
use super::{OTHER_KEY, written};
use sea_orm::DatabaseBackend;
use serde_json::json;
use std::io::Write;
use std::path::Path;
use support::process::{ended, start};
use support::{SEAL_KEY, TestApp};
use web::config::{Config, Secret};
use web::store::seal::{Keeper, MasterKey};
use web::store::{Db, Tx};

#[tokio::test]
async fn another_key_or_none_is_refused_before_anything_is_read() {
    let app = TestApp::new().await;
    app.cooperative("HTX Cam 1").await.post_offer(json!({})).await;
    let with = |key: Option<&str>, folder: &Path| {
        let mut config = Config::clone(&app.app.config);
        config.seal_key = key.map(Secret::new);
        config.data_dir = folder.to_owned();
        config
    };
    let folder = tempfile::tempdir().unwrap();
    for (key, said) in [(Some(OTHER_KEY), "is another one"), (None, "there is no key at")] {
        let db = Db::connect(&with(key, folder.path())).await.unwrap();
        for refused in [db.migrate().await.unwrap_err(), db.unlock().await.unwrap_err()] {
            let text = format!("{refused:#}");
            assert!(text.contains(said) && text.contains(&MasterKey::parse(SEAL_KEY).unwrap().id()) && !text.contains(SEAL_KEY), "{text}");
        }
        assert!(Tx::read(&db).await.is_err(), "nothing can be asked");
    }
    assert!(!folder.path().join("seal.key").exists(), "no key is made for a database that has one");
    std::fs::write(folder.path().join("seal.key"), format!("{SEAL_KEY}\n")).unwrap();
    Db::connect(&with(None, folder.path())).await.unwrap().migrate().await.expect("the key in its file");
}

#[tokio::test]
async fn a_new_key_opens_everything_and_the_old_one_nothing() {
    let app = TestApp::new().await;
    let supplier = app.cooperative("HTX Cam 1").await;
    supplier.post_offer(json!({ "ask": 24_947 })).await;
    let tx = Tx::write(&app.app.db).await.unwrap();
    web::store::seal::rotate(&tx, &Keeper::of(&app.app.config), &MasterKey::parse(OTHER_KEY).unwrap()).await.expect("another key");
    tx.commit().await.unwrap();
    supplier.post_offer(json!({ "ask": 25_289 })).await;
    assert!(Db::connect(&app.app.config).await.unwrap().migrate().await.is_err(), "the old key");
    let mut config = Config::clone(&app.app.config);
    config.seal_key = Some(Secret::new(OTHER_KEY));
    let db = Db::connect(&config).await.unwrap();
    db.migrate().await.expect("the new key");
    let tx = Tx::read(&db).await.unwrap();
    let open = web::store::offers::open(&tx, app.app.env.today(), None).await.expect("all of them");
    assert_eq!(open.iter().map(|held| held.offer.terms.ask.dong()).collect::<Vec<_>>(), [24_947, 25_289]);
}

#[tokio::test]
async fn a_backup_holds_no_key_and_says_so_and_comes_back_with_it() {
    let app = TestApp::new().await;
    if app.raw().await.get_database_backend() != DatabaseBackend::Sqlite {
        return;
    }
    app.cooperative("HTX Cam 1").await.post_offer(json!({ "ask": 24_947 })).await;
    let folder = tempfile::tempdir().unwrap();
    let backup = folder.path().join("backup");
    let run = |url: &str, arguments: &[&str]| support::process::run(url, arguments, "");
    let (code, said) = run(app.app.config.database_url.expose(), &["backup", backup.to_str().unwrap()]);
    let id = MasterKey::parse(SEAL_KEY).unwrap().id();
    assert!(code == Some(0) && said.contains(&id) && said.contains("not in it"), "{said}");
    for entry in std::fs::read_dir(&backup).unwrap() {
        let bytes = std::fs::read(entry.unwrap().path()).unwrap();
        assert!(!written(&bytes, 24_947) && !String::from_utf8_lossy(&bytes).contains(SEAL_KEY));
    }
    let url = format!("sqlite://{}", folder.path().join("again.sqlite").display());
    let (code, said) = run(&url, &["restore", backup.to_str().unwrap()]);
    assert!(code == Some(0) && said.contains(&format!("The key {id} that it needs is at")), "{said}");
    let mut config = Config::clone(&app.app.config);
    config.database_url = Secret::new(url);
    let db = Db::connect(&config).await.unwrap();
    db.migrate().await.expect("the same key");
    let tx = Tx::read(&db).await.unwrap();
    assert_eq!(web::store::offers::open(&tx, app.app.env.today(), None).await.unwrap()[0].offer.terms.ask.dong(), 24_947);
}

/// What an office's own scripts and its mail server run: none of them is given the key.
#[tokio::test]
async fn commands_that_read_no_price_need_no_key() {
    let app = TestApp::new().await;
    app.cooperative("HTX Cam 1").await.post_offer(json!({ "ask": 24_947 })).await;
    let folder = tempfile::tempdir().unwrap();
    let muavu = |arguments: &[&str], input: &str| {
        let folder = folder.path().to_str().unwrap();
        let settings = [("MUAVU_DATABASE_URL", app.app.config.database_url.expose()), ("MUAVU_DATA_DIR", folder)];
        let mut child = start(&settings, arguments);
        // A command that fails before it reads closes its end.
        let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
        ended(child)
    };
    let officer = ["admin", "create", "--sign-in", "can-bo-9", "--name", "Cán bộ 9", "--role", "officer", "--password-stdin"];
    for (arguments, input) in [
        (&officer[..], "mua vu cam canh 2026\n"),
        (&["user", "confirm", "can-bo-9"], ""),
        (&["user", "erase", "can-bo-9"], ""),
        (&["mail", "bounced"], "Subject: hello\n\nhello\n"),
        (&["rules", "show"], ""),
    ] {
        let (code, said) = muavu(arguments, input);
        assert_eq!(code, Some(0), "{arguments:?}: {said}");
    }
    let (code, said) = muavu(&["serve"], "");
    assert!(code != Some(0) && said.contains("there is no key at"), "{said}");

    let db = Db::connect(&app.app.config).await.unwrap();
    db.leave_shut().await.unwrap();
    let tx = Tx::read(&db).await.expect("what is not sealed can be asked");
    let refused = web::store::offers::open(&tx, app.app.env.today(), None).await.unwrap_err();
    assert!(refused.to_string().contains("was not brought"), "{refused}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn several_first_starts_at_once_on_one_folder_all_succeed_with_one_key() {
    for _ in 0..3 {
        let folder = tempfile::tempdir().unwrap();
        let settings = [("MUAVU_DATA_DIR", folder.path().to_str().unwrap())];
        let children: Vec<_> = (0..3).map(|_| start(&settings, &["migrate"])).collect();
        for child in children {
            let (code, said) = ended(child);
            assert_eq!(code, Some(0), "{said}");
        }
        assert!(folder.path().join("seal.key").exists());
    }
}
