//! A mail that the server took comes back; the operator's mail server hands the notification to the program.
use serde_json::{Value, json};
use std::time::Duration;
use support::TestApp;
use support::deals::SUPPLIER_MAIL;
use support::process::run;
use support::smtp::{Mood, Sink};

/// As Postfix writes it, about the mail with this Message-ID.
fn notification(message_id: &str, status: &str, diagnosis: &str) -> String {
    format!(
        "Return-Path: <>\r\nFrom: MAILER-DAEMON@mx.example (Mail Delivery System)\r\nTo: cho@muavu.example\r\n\
         Subject: Undelivered Mail Returned to Sender\r\nMIME-Version: 1.0\r\nContent-Type: multipart/report;\r\n\
         \treport-type=delivery-status; boundary=\"5F1A/mx.example\"\r\n\r\nThis is a MIME-encapsulated message.\r\n\r\n\
         --5F1A/mx.example\r\nContent-Description: Notification\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nSorry.\r\n\r\n\
         --5F1A/mx.example\r\nContent-Description: Delivery report\r\nContent-Type: message/delivery-status\r\n\r\n\
         Reporting-MTA: dns; mx.example\r\n\r\nFinal-Recipient: rfc822; {SUPPLIER_MAIL}\r\nAction: failed\r\nStatus: {status}\r\n\
         Diagnostic-Code: {diagnosis}\r\n\r\n\
         --5F1A/mx.example\r\nContent-Description: Undelivered Message\r\nContent-Type: message/rfc822\r\n\r\n\
         Message-ID: {message_id}\r\nFrom: cho@muavu.example\r\nSubject: x\r\n\r\nXin chào\r\n\r\n--5F1A/mx.example--\r\n"
    )
}

#[tokio::test]
async fn a_mail_that_comes_back_is_refused_and_its_address_takes_no_mail() {
    let sink = Sink::start(Mood::Takes).await;
    let app = TestApp::with_smtp(&sink.url, Duration::from_secs(5)).await;
    let supplier = app.cooperative("HTX Cam 1").await;
    for _ in 0..2 {
        app.visitor().post("/auth/forgot-password", json!({ "sign_in": SUPPLIER_MAIL })).await.expect(204);
    }
    app.run_jobs().await;
    let ids: Vec<String> =
        sink.received().iter().filter(|mail| mail.recipient == SUPPLIER_MAIL).map(|mail| mail.header("Message-ID")).collect();
    assert!(ids.len() >= 2, "{ids:?}");
    let hand_in = |message: &str| {
        let (status, said) = run(app.app.config.database_url.expose(), &["mail", "bounced"], message);
        assert_eq!(status, Some(0), "{said}");
        said
    };
    let refused = async || {
        let mails = supplier.get("/account/mails").await.expect(200);
        mails["items"].as_array().expect("mails").iter().filter(|mail| mail["status"] == "refused").count()
    };
    let bounce = async || supplier.get("/account/mail").await.expect(200)["bounce"].clone();

    for other in ["Subject: Xin nghỉ\r\n\r\nTôi đi vắng.", &notification("<1234@elsewhere.example>", "5.1.1", "smtp; 550 no")] {
        assert!(hand_in(other).starts_with("nothing done"), "{other}");
    }
    assert_eq!((refused().await, bounce().await), (0, Value::Null));

    let full = hand_in(&notification(&ids[0], "5.2.2", "smtp; 552 5.2.2 mailbox full"));
    assert!(full.contains("is marked refused: 5.2.2"), "{full}");
    assert_eq!((refused().await, bounce().await), (1, Value::Null), "a full mailbox is an address all the same");

    let gone = notification(&ids[1], "5.1.1", "smtp; 550 5.1.1 no such user here");
    assert!(hand_in(&gone).contains("its address takes no mail"));
    let noted = bounce().await;
    assert!(noted["reason"].as_str().expect("a reason").contains("no such user here"), "{noted}");
    assert!(hand_in(&gone).starts_with("nothing done"), "once");
    assert_eq!(refused().await, 2);

    let (status, said) = run("sqlite:///dev/null/muavu.db", &["mail", "bounced"], &gone);
    assert_eq!(status, Some(75), "the mail server keeps it and tries again: {said}");
}
