//! Guessing is slowed down, and slowing down is no way to lock somebody out.
use chrono::TimeDelta;
use serde_json::{Value, json};
use support::people::{PASSWORD, registration};
use support::{Client, Reply, TestApp};

const OWNER: &str = "htx-cam-1@htx.example";
const ATTACKER: &str = "203.0.113.9";

async fn sign_in(client: &Client, name: &str, password: &str) -> Reply {
    client.post("/auth/sign-in", json!({ "sign_in": name, "password": password })).await
}

/// How often somebody may guess before being told to wait.
async fn guesses(client: &Client, name: &str) -> usize {
    for done in 0..200 {
        let reply = sign_in(client, name, "khong phai mat khau").await;
        if reply.status == 429 {
            assert_eq!(reply.problem(), "429 too_many");
            assert_eq!(reply.headers["content-type"], "application/problem+json");
            assert!(reply.headers["retry-after"].to_str().unwrap().parse::<u64>().unwrap() >= 1);
            return done;
        }
        assert_eq!(reply.problem(), "422 invalid [password: sign_in_wrong]");
    }
    panic!("nobody stopped the guessing");
}

#[tokio::test]
async fn who_guesses_waits_and_the_owner_does_not() {
    let app = TestApp::new().await;
    app.cooperative("HTX Cam 1").await;
    let attacker = app.visitor().at(ATTACKER);
    assert_eq!(guesses(&attacker, OWNER).await, 5);
    // As fast as it is allowed, for a working day.
    for _ in 0..32 {
        app.advance(TimeDelta::minutes(15));
        guesses(&attacker, OWNER).await;
    }
    assert_eq!(sign_in(&attacker, OWNER, PASSWORD).await.problem(), "429 too_many", "not even by luck");
    sign_in(&app.visitor(), OWNER, PASSWORD).await.expect(200);
}

#[tokio::test]
async fn one_address_does_not_try_a_word_on_everybody() {
    let app = TestApp::new().await;
    let attacker = app.visitor().at(ATTACKER);
    for n in 0..100 {
        assert_eq!(sign_in(&attacker, &format!("ai-do-{n}"), PASSWORD).await.problem(), "422 invalid [password: sign_in_wrong]");
    }
    assert_eq!(sign_in(&attacker, "ai-do-100", PASSWORD).await.problem(), "429 too_many");
    app.cooperative("HTX Cam 1").await;
    sign_in(&app.visitor(), OWNER, PASSWORD).await.expect(200);
}

#[tokio::test]
async fn signing_in_with_an_own_account_does_not_wash_an_address_clean() {
    let app = TestApp::new().await;
    app.cooperative("HTX Cam 1").await;
    let attacker = app.visitor().at(ATTACKER);
    for n in 0..100 {
        sign_in(&attacker, &format!("ai-do-{n}"), "khong phai mat khau").await;
        if n % 30 == 0 {
            sign_in(&attacker, OWNER, PASSWORD).await.expect(200);
        }
    }
    assert_eq!(sign_in(&attacker, OWNER, PASSWORD).await.problem(), "429 too_many");
}

#[tokio::test]
async fn many_addresses_together_make_the_owner_wait_a_minute_at_most() {
    let app = TestApp::new().await;
    app.cooperative("HTX Cam 1").await;
    for n in 0..40 {
        guesses(&app.visitor().at(&format!("203.0.113.{n}")), OWNER).await;
    }
    let reply = sign_in(&app.visitor(), OWNER, PASSWORD).await;
    assert_eq!(reply.problem(), "429 too_many");
    let wait: i64 = reply.headers["retry-after"].to_str().unwrap().parse().unwrap();
    assert!((1..=60).contains(&wait), "{wait}");
    app.advance(TimeDelta::seconds(wait));
    sign_in(&app.visitor(), OWNER, PASSWORD).await.expect(200);
}

#[tokio::test]
async fn many_guesses_in_one_moment_count_as_many() {
    let app = TestApp::new().await;
    app.cooperative("HTX Cam 1").await;
    let attacker = app.visitor().at(ATTACKER);
    let tries: Vec<_> = (0..12)
        .map(|_| {
            let attacker = attacker.at(ATTACKER);
            tokio::spawn(async move { sign_in(&attacker, OWNER, "khong phai mat khau").await.status.as_u16() })
        })
        .collect();
    let mut looked_at = 0;
    for reply in tries {
        looked_at += usize::from(reply.await.unwrap() == 422);
    }
    assert_eq!(looked_at, 5);
}

#[tokio::test]
async fn many_who_are_right_in_one_moment_do_not_get_in_each_others_way() {
    let app = TestApp::new().await;
    app.cooperative("HTX Cam 1").await;
    for _ in 0..5 {
        let people = [app.visitor(), app.visitor(), app.visitor(), app.visitor()];
        let [one, two, three, four] = people.each_ref().map(|person| sign_in(person, OWNER, PASSWORD));
        let (one, two, three, four) = tokio::join!(one, two, three, four);
        for reply in [one, two, three, four] {
            reply.expect(200);
        }
    }
}

#[tokio::test]
async fn a_64_of_ipv6_is_one_address() {
    let app = TestApp::new().await;
    app.cooperative("HTX Cam 1").await;
    for n in 1..=5 {
        sign_in(&app.visitor().at(&format!("2001:db8:1:2::{n}")), OWNER, "khong phai mat khau").await;
    }
    assert_eq!(sign_in(&app.visitor().at("2001:db8:1:2:ffff::1"), OWNER, PASSWORD).await.problem(), "429 too_many");
    sign_in(&app.visitor().at("2001:db8:1:3::1"), OWNER, PASSWORD).await.expect(200);
}

#[tokio::test]
async fn behind_a_proxy_the_address_is_the_one_the_proxy_saw() {
    let app = TestApp::with(|config| config.trusted_proxies = vec!["10.0.0.0/8".parse().unwrap()]).await;
    app.cooperative("HTX Cam 1").await;
    let proxy = app.visitor().at("10.1.2.3");
    let through = async |client: &Client, seen: &str, password: &str| {
        let body = json!({ "sign_in": OWNER, "password": password });
        client.send(axum::http::Method::POST, "/auth/sign-in", Some(body), &[("x-forwarded-for", seen)]).await
    };
    for n in 0..5 {
        // Whatever the attacker wrote stands before what the proxy adds.
        through(&proxy, &format!("192.0.2.{n}, {ATTACKER}"), "khong phai mat khau").await;
    }
    assert_eq!(through(&proxy, ATTACKER, PASSWORD).await.problem(), "429 too_many");
    through(&proxy, "198.51.100.77", PASSWORD).await.expect(200);
    let liar = app.visitor().at("192.0.2.200");
    for n in 0..5 {
        through(&liar, &format!("192.0.2.{n}"), "khong phai mat khau").await;
    }
    assert_eq!(through(&liar, "192.0.2.99", PASSWORD).await.problem(), "429 too_many", "nobody asked this one");
}

#[tokio::test]
async fn a_stranger_does_not_fill_a_mailbox_nor_keep_its_owner_from_a_link() {
    let app = TestApp::new().await;
    app.cooperative("HTX Cam 1").await;
    let attacker = app.visitor().at(ATTACKER);
    let ask = async |client: &Client| client.post("/auth/forgot-password", json!({ "sign_in": OWNER })).await.status.as_u16();
    let mut sent = 0;
    for _ in 0..60 {
        sent += usize::from(ask(&attacker).await == 204);
        app.advance(TimeDelta::minutes(1));
    }
    assert!((5..20).contains(&sent), "{sent} mails in an hour");
    assert_eq!(ask(&app.visitor()).await, 204);
}

#[tokio::test]
async fn registrations_and_guessed_links_are_counted_by_address() {
    let app = TestApp::new().await;
    let attacker = app.visitor().at(ATTACKER);
    let token = |n: usize| json!({ "token": format!("{n:048x}"), "password": PASSWORD });
    for n in 0..100 {
        assert_eq!(attacker.post("/auth/reset-password", token(n)).await.problem(), "422 invalid [token: link_unknown]");
        let status = attacker.post("/auth/register", registration("cooperative", "HTX Cam 1", 0)).await.status;
        assert_eq!(status, if n == 0 { 201 } else { 409 });
    }
    assert_eq!(attacker.post("/auth/reset-password", token(100)).await.problem(), "429 too_many");
    assert_eq!(attacker.post("/auth/confirm-email", json!({ "token": "x" })).await.problem(), "429 too_many");
    assert_eq!(attacker.post("/auth/invitation", json!({ "token": "x" })).await.problem(), "429 too_many");
    assert_eq!(attacker.post("/auth/register", registration("cooperative", "HTX Cam 2", 1)).await.problem(), "429 too_many");
    app.visitor().post("/auth/register", registration("cooperative", "HTX Cam 2", 1)).await.expect(201);
}

#[tokio::test]
async fn codes_of_an_authenticator_are_tried_five_times() {
    let app = TestApp::new().await;
    let manager = app.cooperative("HTX Cam 1").await;
    manager.post("/account/totp", Value::Null).await.expect(200);
    for _ in 0..5 {
        assert_eq!(manager.post("/account/totp/confirm", json!({ "code": "x" })).await.problem(), "422 invalid [code: code_wrong]");
    }
    assert_eq!(manager.post("/account/totp/confirm", json!({ "code": "x" })).await.problem(), "429 too_many");
}

#[tokio::test]
async fn what_counts_no_more_is_forgotten() {
    let app = TestApp::new().await;
    let attacker = app.visitor().at(ATTACKER);
    guesses(&attacker, OWNER).await;
    let kept = async || app.column("SELECT CAST(count(*) AS text) FROM sign_in_failure").await[0].clone();
    assert_eq!(kept().await, "15");
    app.advance(TimeDelta::hours(1));
    web::jobs::tidy(&app.app).await.unwrap();
    assert_eq!(kept().await, "0");
}
