//! Who sees what of others, and when: one table. A post is goods in a district until a round proposes a deal; a party is a name until
//! there is a contract; how to reach and to pay it stands in the contract. The views ask here.
use crate::account::{Actor, Role};
use crate::contract::State;

macro_rules! closed_list {
    ($(#[$doc:meta])* $name:ident: $($(#[$member_doc:meta])* $member:ident),+ $(,)?) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name { $($(#[$member_doc])* $member),+ }

        impl $name {
            pub const ALL: &[Self] = &[$(Self::$member),+];
        }
    };
}

closed_list! {
    /// How far somebody has come with the other side.
    Stage:
    /// Nobody is signed in.
    Visitor,
    /// A member of an organisation that the office has not verified.
    Unverified,
    /// A member of a verified organisation that nothing was proposed to.
    Verified,
    /// A round proposed a deal to the two, whatever they answered.
    Proposed,
    /// A contract is drawn up and waits for signatures.
    Signing,
    /// The contract is in force.
    InForce,
    /// It is done, ended or ran out; both keep what they had.
    Ended,
    /// The programme office.
    Office,
}

closed_list! {
    /// What there is to see of another organisation, its posts and its papers.
    Field:
    /// Product, variety, grade, days, what was measured, and from how many kilograms on a supplier asks less.
    Goods,
    /// What is left, in hundreds of kilograms.
    Weight,
    /// District of before July 2025, and province.
    District,
    /// That somebody wants to buy, and what.
    Demand,
    /// Which kinds of papers a post has or asks for.
    PaperKinds,
    /// The commune where goods are loaded or received.
    Commune,
    Photos,
    /// What a post says in its owner's words, and which store or gate a demand is for.
    Note,
    /// The prices and kilograms of the deal.
    Terms,
    /// How much less a supplier asks for how many kilograms.
    Discount,
    Name,
    Representative,
    Phone,
    Email,
    TaxCode,
    Address,
    BankAccount,
    PaperNumber,
    Scan,
    /// The lowest price to sell at, the highest to buy at.
    Reserve,
    /// What a buyer calls a demand among its own.
    Title,
}

/// The specification.
pub const fn shows(stage: Stage, field: Field) -> bool {
    use Stage as S;
    match field {
        Field::Goods | Field::Weight | Field::District | Field::PaperKinds => true,
        Field::Demand => !matches!(stage, S::Visitor),
        Field::Commune | Field::Photos | Field::Note | Field::Terms | Field::Discount | Field::Name => {
            matches!(stage, S::Proposed | S::Signing | S::InForce | S::Ended | S::Office)
        }
        Field::Representative | Field::Phone | Field::Email | Field::TaxCode | Field::Address | Field::BankAccount | Field::PaperNumber => {
            matches!(stage, S::Signing | S::InForce | S::Ended | S::Office)
        }
        // The paper itself is for the office that verifies it; the other side reads its number in the contract. A reserve price is its
        // owner's alone; the office reads those that a round used, on the page of the round. A title may say whom or what the goods
        // are for.
        Field::Scan | Field::Reserve | Field::Title => matches!(stage, S::Office),
    }
}

impl Stage {
    /// Of somebody who looks at the market.
    pub fn on_market(actor: Option<&Actor>) -> Self {
        match actor.map(|actor| (actor.role, actor.membership)) {
            Some((Role::Officer, _)) => Self::Office,
            Some((_, Some(member))) if member.verified => Self::Verified,
            Some((_, Some(_))) => Self::Unverified,
            // The operator keeps the machine running and sees of the market what everybody sees.
            Some((_, None)) | None => Self::Visitor,
        }
    }

    /// Of somebody who may read a proposal.
    pub const fn of_proposal(actor: &Actor) -> Self {
        if actor.membership.is_some() { Self::Proposed } else { Self::Office }
    }

    /// Of somebody who may read a contract.
    pub const fn of_contract(actor: &Actor, state: &State) -> Self {
        match (actor.membership, state) {
            (None, _) => Self::Office,
            (Some(_), State::Signing | State::HalfSigned { .. }) => Self::Signing,
            (Some(_), State::InForce { .. }) => Self::InForce,
            (Some(_), State::Completed { .. } | State::Terminated { .. } | State::Expired { .. }) => Self::Ended,
        }
    }

    /// The value where this stage shows it.
    pub fn show<T>(self, field: Field, value: T) -> Option<T> {
        shows(self, field).then_some(value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fmt::Write;

    /// A change of any cell is one visible difference in this table.
    #[test]
    fn the_whole_table() {
        let mut table = format!("{:<16}", "");
        for stage in Stage::ALL {
            write!(table, "{:<12}", format!("{stage:?}")).unwrap();
        }
        for &field in Field::ALL {
            write!(table, "\n{:<16}", format!("{field:?}")).unwrap();
            for &stage in Stage::ALL {
                write!(table, "{:<12}", if shows(stage, field) { "yes" } else { "-" }).unwrap();
            }
        }
        let table: Vec<_> = table.lines().map(str::trim_end).collect();
        insta::assert_snapshot!("table", table.join("\n"));
    }

    /// Nobody who came further sees less, the office aside.
    #[test]
    fn each_stage_shows_what_the_one_before_showed() {
        for pair in
            [Stage::Visitor, Stage::Unverified, Stage::Verified, Stage::Proposed, Stage::Signing, Stage::InForce, Stage::Ended].windows(2)
        {
            for &field in Field::ALL {
                assert!(!shows(pair[0], field) || shows(pair[1], field), "{field:?} {pair:?}");
            }
        }
    }
}
