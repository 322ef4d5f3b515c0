//! The people of the stories.
use crate::app::TestApp;
use crate::client::Client;
use domain::account::{Language, Role, User, UserDetails};
use sea_orm::ConnectionTrait;
use serde_json::{Value, json};
use web::store::{Tx, accounts};

pub const PASSWORD: &str = "cam ngot vuon nha";

/// Tax codes that pass the check digit and that nobody has.
const TAX_CODES: [&str; 12] = [
    "9900010046",
    "9900010053",
    "9900010060",
    "9900010078",
    "9900010085",
    "9900010092",
    "9900010102",
    "9900010127",
    "9900010134",
    "9900010141",
    "9900010159",
    "9900010166",
];

impl TestApp {
    /// An officer of the programme, signed in.
    pub async fn officer(&self) -> Client {
        self.staff(Role::Officer, "can-bo").await
    }

    pub async fn operator(&self) -> Client {
        self.staff(Role::Operator, "van-hanh").await
    }

    /// Somebody without an organisation, signed in.
    pub async fn staff(&self, role: Role, sign_in: &str) -> Client {
        let tx = Tx::write(&self.app.db).await.expect("a transaction");
        let name = sign_in.parse().expect("a sign-in name");
        if accounts::find_by_sign_in(&tx, &name).await.expect("a look").is_none() {
            let details = UserDetails { name: sign_in.parse().expect("a name"), phone: None, email: None, language: Language::Vi };
            let user = User::staff(role, name, details, self.app.env.id(), self.app.env.now()).expect("staff");
            let hash = self.app.passwords.hash(PASSWORD.into()).await.expect("a hash");
            accounts::insert_user(&tx, &user, hash).await.expect("an account");
        }
        tx.commit().await.expect("kept");
        self.signed_in(sign_in).await
    }

    /// Signed in as the first account that a demo instance shows for a role.
    pub async fn on_show(&self, role: &str) -> Client {
        let client = self.visitor();
        let instance = client.get("/instance").await.expect(200);
        let accounts = instance["demo_accounts"].as_array().expect("accounts");
        let account = accounts.iter().find(|account| account["role"] == role).expect("an account of this role");
        client.post("/auth/sign-in", json!({ "sign_in": account["sign_in"], "password": account["password"] })).await.expect(200);
        client
    }

    pub async fn signed_in(&self, sign_in: &str) -> Client {
        let client = self.visitor();
        client.post("/auth/sign-in", json!({ "sign_in": sign_in, "password": PASSWORD })).await.expect(200);
        client
    }

    /// A verified cooperative of Cao Phong; its director signs in as `<name>@htx.example`.
    pub async fn cooperative(&self, name: &str) -> Client {
        self.verified(registration("cooperative", name, number(name))).await
    }

    /// A verified enterprise of Hà Nội; its director signs in as `<name>@mua.example`.
    pub async fn enterprise(&self, name: &str) -> Client {
        self.verified(registration("enterprise", name, number(name) + 6)).await
    }

    async fn verified(&self, body: Value) -> Client {
        let client = self.visitor();
        let session = client.post("/auth/register", body).await.expect(201);
        let id = session["organisation"]["id"].as_str().expect("an id").to_owned();
        let review = json!({ "decision": "verify", "reason": "Đủ giấy tờ" });
        self.officer().await.post(&format!("/officer/organisations/{id}/review"), review).await.expect(200);
        client
    }

    /// A clerk of the director's organisation.
    pub async fn clerk(&self, director: &Client, sign_in: &str) -> Client {
        let body = json!({ "role": "clerk", "name": "Nhân viên", "sign_in": sign_in, "password": PASSWORD, "language": "vi" });
        director.post("/members", body).await.expect(201);
        self.signed_in(sign_in).await
    }

    /// Somebody who has led beside the first director for long: the guarded change is a story of its own.
    pub async fn lead(&self, sign_in: &str) {
        let sql = format!("UPDATE \"user\" SET role = 'director' WHERE sign_in = '{sign_in}'");
        self.raw().await.execute_unprepared(&sql).await.expect("a director");
    }
}

/// Names in the stories end in a digit, which picks the tax code.
fn number(name: &str) -> usize {
    name.bytes().last().filter(u8::is_ascii_digit).map_or(0, |digit| usize::from(digit - b'0')) % 6
}

/// The form of an organisation and its first director.
pub fn registration(kind: &str, name: &str, at: usize) -> Value {
    let buyer = kind == "enterprise";
    let domain = if buyer { "mua.example" } else { "htx.example" };
    json!({
        "organisation": {
            "kind": kind, "name": name, "tax_code": TAX_CODES[at], "commune": if buyer { "00004" } else { "05089" },
            "address_line": "Số 1", "representative": "Bùi Thị Mai", "position": "Giám đốc", "phone": "0912345678", "vat_method": "direct",
        },
        "member": {
            "name": "Bùi Thị Mai", "sign_in": format!("{}@{domain}", domain::text::fold(name).replace(' ', "-")), "password": PASSWORD, "language": "vi", "consent": consent(),
        },
    })
}

/// Everything ticked of the first edition of the rules.
pub fn consent() -> Value {
    json!({ "version": 1, "operating_rules": true, "personal_data": true })
}

/// Every row of a list, page by page.
pub async fn all(client: &Client, path: &str) -> Vec<Value> {
    let mut rows = Vec::new();
    let mut after = String::new();
    let mark = if path.contains('?') { '&' } else { '?' };
    loop {
        let page = client.get(&format!("{path}{mark}limit=100{after}")).await.expect(200);
        rows.extend(page["items"].as_array().expect("items").iter().cloned());
        match page["next"].as_str() {
            Some(next) => after = format!("&after={next}"),
            None => return rows,
        }
    }
}
