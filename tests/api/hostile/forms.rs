//! A form in order for every operation that takes one.
mod deals;
mod people;
mod posts;

use super::kinds::Kind;
use axum::http::Method;
use serde_json::{Value, json};
use support::deals::Deal;
use support::{Client, TestApp};

pub struct Form {
    /// As in the API's description: `PUT /offers/{id}`.
    pub operation: String,
    pub method: Method,
    pub path: String,
    pub who: Client,
    pub body: Value,
    /// Fields by JSON pointer.
    pub fields: Vec<(&'static str, Kind)>,
}

/// Who sends them, and what the paths name.
pub struct Cast {
    deal: Deal,
    offer: String,
    demand: String,
    certificate: String,
    org: Value,
    officer: Client,
    operator: Client,
    visitor: Client,
}

/// Who, what, with which id in the path, what body, and its fields.
type Line<'a> = (&'a Client, &'a str, &'a str, Value, Vec<(&'static str, Kind)>);

pub async fn forms(app: &TestApp) -> Vec<Form> {
    let deal = app.in_force().await;
    let id = |view: &Value| view["id"].as_str().expect("an id").to_owned();
    let cast = Cast {
        offer: id(&deal.supplier.post_offer(json!({})).await),
        demand: id(&deal.buyer.post_demand(json!({})).await),
        certificate: id(&deal.supplier.add_certificate(json!({})).await),
        org: deal.supplier.get("/organisation").await.expect(200),
        officer: app.officer().await,
        operator: app.operator().await,
        visitor: app.visitor(),
        deal,
    };
    [posts::forms(&cast).await, people::forms(&cast).await, deals::forms(&cast)].into_iter().flatten().collect()
}

fn form((who, operation, id, body, fields): Line<'_>) -> Form {
    let (method, path) = operation.split_once(' ').expect("a method and a path");
    Form {
        operation: operation.to_owned(),
        method: method.parse().expect("a method"),
        path: path
            .replace("{id}", id)
            .replace("{slug}", id)
            .replace("{approval}", id)
            .replace("{number}", "1")
            .replace("{entry}", "1")
            .replace("{item}", "registration")
            .replace("{due}", "deposit"),
        who: who.at("198.51.100.1"),
        body,
        fields,
    }
}
