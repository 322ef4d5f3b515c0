//! A contract as it happens: a cooperative of Cao Phong and a supermarket in Hà Nội, four weeks of oranges.
use super::*;
use crate::account::{BankAccount, Membership, OrgKind, Role};
use crate::proposal::{self, Carrier, Freight, ProposalLimits, ProposalTerms, WeekKg};
use crate::signing::Proof;
use crate::text::Name;
use uuid::Uuid;

pub const SUPPLIER: u128 = 1;
pub const BUYER: u128 = 2;
pub const STRANGER: u128 = 3;

pub fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

pub fn made_at() -> Timestamp {
    at("2026-11-21T02:12:00Z")
}

pub fn day(text: &str) -> TradeDay {
    TradeDay::new(text.parse().unwrap())
}

pub fn kg(text: &str) -> Kg {
    text.parse().unwrap()
}

pub fn name(text: &str) -> Name {
    text.parse().unwrap()
}

pub fn actor(side: Side, role: Role) -> Actor {
    let org = match side {
        Side::Supplier => SUPPLIER,
        Side::Buyer => BUYER,
    };
    member(org, side, role)
}

pub fn member(org: u128, side: Side, role: Role) -> Actor {
    let membership = Membership { org: Uuid::from_u128(org).into(), side, verified: true };
    Actor { user: Uuid::from_u128(100 + org).into(), role, membership: Some(membership) }
}

/// Weeks of 30 November to 21 December; the harvest ends on Wednesday 23 December.
pub fn limits() -> ProposalLimits {
    ProposalLimits {
        offer: crate::day::Window::new(day("2026-11-20"), day("2026-12-23")).unwrap(),
        demand: crate::day::Window::new(day("2026-11-30"), day("2027-01-03")).unwrap(),
        smallest_lot: kg("600"),
        longest_payment_days: 30,
    }
}

pub fn draft() -> proposal::Draft {
    let weeks = ["2026-11-30", "2026-12-07", "2026-12-14", "2026-12-21"];
    proposal::Draft {
        farm_gate: 22_800.try_into().unwrap(),
        freight: Freight::new(460).unwrap(),
        carrier: Carrier::Seller,
        lines: weeks.map(|monday| WeekKg { week: day(monday).week(), kg: kg("6000") }).to_vec(),
        payment_days: 15,
        without: Vec::new(),
        dues: crate::dues::DueTerms::default(),
    }
}

pub fn supplier() -> PartySnapshot {
    PartySnapshot {
        org: Uuid::from_u128(SUPPLIER).into(),
        kind: OrgKind::Cooperative,
        name: name("HTX nông nghiệp Bến Quế 012 (mẫu)"),
        tax_code: Some("9900010046".parse().unwrap()),
        address_line: Some(name("Xóm Lành 7")),
        place: name("xã Cao Phong, tỉnh Phú Thọ"),
        representative: name("Hà Thị Minh Oanh"),
        position: name("Giám đốc"),
        phone: "0912345678".parse().unwrap(),
        email: Some("benque@demo.example".parse().unwrap()),
        bank_account: Some(BankAccount {
            bank: name("Agribank Cao Phong"),
            number: "3001205012345".parse().unwrap(),
            holder: name("HTX NN BEN QUE 012"),
        }),
    }
}

pub fn buyer() -> PartySnapshot {
    PartySnapshot {
        org: Uuid::from_u128(BUYER).into(),
        kind: OrgKind::Enterprise,
        name: name("Công ty Siêu thị Xanh Ban 16 (mẫu)"),
        tax_code: Some("0100100079".parse().unwrap()),
        address_line: Some(name("Số 12 đường Tây Mỗ")),
        place: name("phường Tây Mỗ, thành phố Hà Nội"),
        representative: name("Bùi Minh Vinh"),
        position: name("Giám đốc thu mua"),
        phone: "02436280016".parse().unwrap(),
        email: Some("thumua@demo.example".parse().unwrap()),
        bank_account: None,
    }
}

pub fn agreement() -> Agreement {
    Agreement {
        number: ContractNumber::new(31, 2026, OrgKind::Cooperative),
        demo: true,
        made_at: made_at(),
        sign_by: at("2026-11-22T11:00:00Z"),
        supplier: supplier(),
        buyer: buyer(),
        goods: Goods {
            variety_vi: name("Cam lòng vàng CS1"),
            variety_en: name("CS1 orange"),
            grade: crate::product::Grade::First,
            certificates: vec![CertificatePromise {
                kind: crate::product::CertKind::Vietgap,
                number: name("VietGAP-TT-MAU-25-0001"),
                issuer: name("Tổ chức chứng nhận mẫu"),
                valid_to: day("2028-09-14"),
            }],
            premiums: Vec::new(),
            quality: None,
        },
        places: Places {
            pickup: name("Xóm Lành 7, xã Cao Phong, tỉnh Phú Thọ"),
            dock: name("Kho Tây Mỗ, phường Tây Mỗ, thành phố Hà Nội"),
            hours: crate::hours::Hours { from: "22:00".parse().unwrap(), to: "06:00".parse().unwrap() },
        },
        vat: crate::vat::VatCase::NotSubject,
        conditions: Conditions::standard(),
    }
}

pub fn terms() -> ContractTerms {
    ContractTerms::freeze(agreement(), &ProposalTerms::new(draft()).unwrap(), &limits()).unwrap()
}

pub fn contract() -> Contract {
    contract_of(terms())
}

pub fn contract_of(terms: ContractTerms) -> Contract {
    let id = Uuid::from_u128(50);
    Contract {
        id: id.into(),
        proposal: id.into(),
        offer: id.into(),
        demand: id.into(),
        supplier: Uuid::from_u128(SUPPLIER).into(),
        buyer: Uuid::from_u128(BUYER).into(),
        edition: 1,
        terms,
        hash: DocHash::new([7; 32]),
        state: State::Signing,
        signatures: Vec::new(),
        version: 1,
    }
}

pub fn facts(side: Side) -> SignatureFacts {
    SignatureFacts {
        hash: DocHash::new([7; 32]),
        signer_name: match side {
            Side::Supplier => supplier().representative,
            Side::Buyer => buyer().representative,
        },
        authority: Authority::RegisteredRepresentative,
        proof: Proof::EmailCode { challenge: Uuid::from_u128(9).into() },
    }
}

pub fn in_force() -> Contract {
    in_force_of(contract())
}

pub fn in_force_of(contract: Contract) -> Contract {
    Side::BOTH
        .into_iter()
        .fold(contract, |contract, side| contract.apply(&actor(side, Role::Director), Command::Sign(facts(side)), made_at()).unwrap())
}

pub fn ledger(contract: &Contract) -> Ledger {
    let mut next = 1_000;
    let id = || {
        next += 1;
        Uuid::from_u128(next)
    };
    Ledger::open(contract, id, TradeDay::of(made_at()))
}

/// So much weighed and accepted at once.
pub fn receipt(weight: &str, at: Timestamp) -> crate::delivery::Receipt {
    use crate::inspection::{Findings, Inspection, Inspections};
    let by = Uuid::nil().into();
    let findings = Findings::whole(kg(weight), kg(weight), Vec::new());
    let entry = Inspection { number: 1, corrects: None, rest: false, weighed: kg(weight), findings, by, at };
    crate::delivery::Receipt::new(Inspections::new(vec![entry]).unwrap(), by, at).unwrap()
}
