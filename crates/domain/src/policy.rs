//! All authorisation. A command has one rule; [`allow`] applies it to a person and to what the command touches, [`scope`] to
//! a query. What nobody needs to sign in for (registering, signing in, the public pages) has no command.
mod command;

use crate::account::{Actor, Membership, Role, Side};
use crate::id::{OrgId, UserId};
pub use command::Command;

/// What a command touches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// The market or the machine as a whole: nobody's own.
    Whole,
    /// Something of one organisation, or something about to be made for it.
    Org(OrgId),
    /// Something between two organisations: a proposal, a contract, a line of it.
    Deal { supplier: OrgId, buyer: OrgId },
    /// Something of one person: the own account, the own notices.
    Person(UserId),
}

impl Target {
    /// What the actor is about to make for the own organisation.
    pub fn own(actor: &Actor) -> Self {
        actor.org().map_or(Self::Whole, Self::Org)
    }
}

/// Why not. `Hidden` when the thing belongs to somebody else: it must look as if it did not exist.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Denied {
    #[error("not_found")]
    Hidden,
    #[error("forbidden")]
    Forbidden,
    #[error("organisation_not_verified")]
    NotVerified,
}

/// Which rows a query may return.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    All,
    Org(OrgId),
    None,
}

/// What kind of thing a command is about; a target of another kind is refused.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Subject {
    Whole,
    Org,
    Deal,
    Person,
}

/// Who may, in the organisation the thing belongs to.
#[derive(Clone, Copy)]
enum Members {
    Nobody,
    Directors,
    /// Directors and clerks: everybody who does the work at a desk.
    Desk,
    /// The desk, and whoever carries or weighs the goods.
    Goods,
    /// Everybody who knows prices: all but the drivers.
    Readers,
    All,
}

#[derive(Clone, Copy)]
struct Rule {
    subject: Subject,
    members: Members,
    /// Only this side of the market, where it matters.
    side: Option<Side>,
    /// Only organisations that the programme office verified.
    verified: bool,
    officer: bool,
    operator: bool,
}

const fn rule(subject: Subject, members: Members) -> Rule {
    Rule { subject, members, side: None, verified: false, officer: false, operator: false }
}

impl Rule {
    const fn side(self, side: Side) -> Self {
        Self { side: Some(side), ..self }
    }

    const fn verified(self) -> Self {
        Self { verified: true, ..self }
    }

    const fn officer(self) -> Self {
        Self { officer: true, ..self }
    }

    const fn operator(self) -> Self {
        Self { operator: true, ..self }
    }
}

/// The specification.
#[expect(clippy::match_same_arms, reason = "the arms follow the business, so that a rule is changed where it is looked for")]
const fn rule_of(command: Command) -> Rule {
    use Command as C;
    match command {
        C::ManageOwnAccount | C::ReadNotices => rule(Subject::Person, Members::All).officer().operator(),
        // Who trades here, verified or not yet; what is open is shown without names and prices.
        C::KeepSearches => rule(Subject::Person, Members::Readers),
        C::BrowseMarket => rule(Subject::Whole, Members::Readers).officer(),

        C::ReadOrganisation
        | C::ReadAppeals
        | C::ReadGuardedChange
        | C::ReadMembers
        | C::ReadCertificate
        | C::ReadScan
        | C::ReadDocument => rule(Subject::Org, Members::Readers).officer(),
        // Whoever asked cannot confirm: the change itself looks at that.
        C::ConfirmGuardedChange => rule(Subject::Org, Members::Readers),
        C::StopGuardedChange => rule(Subject::Org, Members::Directors).officer(),
        C::EditOrganisation
        | C::PauseOrganisation
        | C::CloseOrganisation
        | C::AppealDecision
        | C::AskGuardedChange
        | C::AddMember
        | C::ChangeRole
        | C::RemoveMember
        | C::SetClerkLimit
        | C::ResetMemberPassword
        | C::ReadInvitations
        | C::SendDocument
        | C::InviteMember => rule(Subject::Org, Members::Directors),
        // Lists of organisations and certificates, and what is made of them: the office's own, and no member's.
        C::ListOrganisations | C::KeepOfficeLists | C::ReadMarket | C::ReadRound | C::RunRound | C::EditCatalogue => {
            rule(Subject::Whole, Members::Nobody).officer()
        }
        C::InviteDirector
        | C::KeepOfficeNotes
        | C::VerifyOrganisation
        | C::SuspendOrganisation
        | C::AnswerAppeal
        | C::DecideGuardedChange
        | C::DecideDocument
        | C::VerifyCertificate => rule(Subject::Org, Members::Nobody).officer(),
        C::AddCertificate | C::EditCertificate | C::AddScan | C::RemoveScan => rule(Subject::Org, Members::Desk).side(Side::Supplier),

        C::ReadOffer | C::ReadDemand => rule(Subject::Org, Members::Readers).officer(),
        // A reserve price is its owner's alone, and there theirs who trade; what a round used is `ReadRound`.
        C::ReadOfferAsk | C::ReadDemandBid => rule(Subject::Org, Members::Desk),
        // A list that was sent in shows reserve prices too.
        C::ReadImport => rule(Subject::Org, Members::Desk),
        C::PostOffer | C::EditOffer => rule(Subject::Org, Members::Desk).side(Side::Supplier).verified(),
        C::WithdrawOffer => rule(Subject::Org, Members::Desk).side(Side::Supplier),
        C::PostDemand | C::EditDemand => rule(Subject::Org, Members::Desk).side(Side::Buyer).verified(),
        C::WithdrawDemand | C::RenameDemand => rule(Subject::Org, Members::Desk).side(Side::Buyer),
        // It declines what is open, and that is a director's word.
        C::CloseDemand => rule(Subject::Org, Members::Directors).side(Side::Buyer),

        // What the office types for a member stands under that organisation's own rules: whoever enters it is its desk for that moment.
        C::EnterForMember => rule(Subject::Org, Members::Nobody).officer(),
        C::AnswerAssisted => rule(Subject::Org, Members::Desk),

        C::AskForVariety => rule(Subject::Org, Members::Desk),

        C::ReadProposal | C::ReadContract => rule(Subject::Deal, Members::Readers).officer(),
        // What is sent, when and where to; a driver is shown it without the money.
        C::ReadDelivery => rule(Subject::Deal, Members::All).officer(),
        // A clerk up to the value the director set; above it the clerk's word waits for the director's. The proposal looks at that.
        C::AcceptProposal | C::CounterProposal => rule(Subject::Deal, Members::Desk).verified(),
        C::AnswerApproval | C::SignContract => rule(Subject::Deal, Members::Directors).verified(),
        // An organisation that lost its verification may still say no and must still keep its word.
        C::DeclineProposal | C::DeclineContract | C::TerminateContract => rule(Subject::Deal, Members::Directors),
        // A day that both plan with is the desks' matter.
        C::NameDeliveryDay => rule(Subject::Deal, Members::Desk).side(Side::Supplier),
        C::AnswerDeliveryDay => rule(Subject::Deal, Members::Desk).side(Side::Buyer),
        C::DispatchLine => rule(Subject::Deal, Members::Goods).side(Side::Supplier),
        // Whoever stands at the scale writes down what it shows.
        C::ReceiveLine => rule(Subject::Deal, Members::Goods).side(Side::Buyer),
        C::ConfirmPayment => rule(Subject::Deal, Members::Desk).side(Side::Supplier),
        C::DeclarePayment => rule(Subject::Deal, Members::Desk).side(Side::Buyer),
        // The rest of a deposit goes the other way.
        C::DeclareReturn => rule(Subject::Deal, Members::Desk).side(Side::Supplier),
        C::ConfirmReturn => rule(Subject::Deal, Members::Desk).side(Side::Buyer),

        C::ReadOperatorMail | C::ResendMail | C::ResetAnyPassword => rule(Subject::Whole, Members::Nobody).operator(),
    }
}

/// May this person do this to that?
pub fn allow(actor: &Actor, command: Command, target: Target) -> Result<(), Denied> {
    let rule = rule_of(command);
    match target {
        Target::Person(user) if user != actor.user => return Err(Denied::Hidden),
        Target::Person(_) | Target::Whole | Target::Org(_) | Target::Deal { .. } => {}
    }
    match actor.role {
        Role::Officer => granted(rule.officer && fits(rule.subject, target)),
        Role::Operator if rule.operator => granted(fits(rule.subject, target)),
        Role::Operator => match target {
            Target::Org(_) | Target::Deal { .. } => Err(Denied::Hidden),
            Target::Whole | Target::Person(_) => Err(Denied::Forbidden),
        },
        Role::Director | Role::Clerk | Role::Viewer | Role::Driver => {
            let member = actor.membership.ok_or(Denied::Forbidden)?;
            if !owns(member, target) {
                return Err(Denied::Hidden);
            }
            granted(fits(rule.subject, target) && admits(rule, actor.role, member))?;
            if rule.verified && !member.verified { Err(Denied::NotVerified) } else { Ok(()) }
        }
    }
}

/// Whether members in this role may be the second one who confirms a guarded change of their organisation.
pub const fn may_confirm(role: Role) -> bool {
    match role {
        Role::Director | Role::Clerk | Role::Viewer => true,
        Role::Driver | Role::Officer | Role::Operator => false,
    }
}

/// The side on which this person does this to a deal.
pub fn party(actor: &Actor, command: Command, supplier: OrgId, buyer: OrgId) -> Result<Side, Denied> {
    allow(actor, command, Target::Deal { supplier, buyer })?;
    actor.membership.map(|member| member.side).ok_or(Denied::Forbidden)
}

/// Which organisations' rows a command reaches for this person. What belongs to one person is asked for by that person's id.
pub fn scope(actor: &Actor, command: Command) -> Scope {
    let rule = rule_of(command);
    let all = match actor.role {
        Role::Officer => rule.officer,
        Role::Operator => rule.operator,
        Role::Director | Role::Clerk | Role::Viewer | Role::Driver => false,
    };
    match rule.subject {
        Subject::Whole | Subject::Org | Subject::Deal if all => Scope::All,
        Subject::Whole | Subject::Person => Scope::None,
        Subject::Org | Subject::Deal => {
            actor.membership.filter(|member| admits(rule, actor.role, *member)).map_or(Scope::None, |member| Scope::Org(member.org))
        }
    }
}

fn granted(yes: bool) -> Result<(), Denied> {
    if yes { Ok(()) } else { Err(Denied::Forbidden) }
}

/// Whether somebody in this role on this side is among those a rule names, verified or not.
fn admits(rule: Rule, role: Role, member: Membership) -> bool {
    let named = match rule.members {
        Members::Nobody => false,
        Members::Directors => role == Role::Director,
        Members::Desk => matches!(role, Role::Director | Role::Clerk),
        Members::Goods => matches!(role, Role::Director | Role::Clerk | Role::Driver),
        Members::Readers => matches!(role, Role::Director | Role::Clerk | Role::Viewer),
        Members::All => role.is_member(),
    };
    named && rule.side.is_none_or(|side| side == member.side)
}

fn fits(subject: Subject, target: Target) -> bool {
    subject
        == match target {
            Target::Whole => Subject::Whole,
            Target::Org(_) => Subject::Org,
            Target::Deal { .. } => Subject::Deal,
            Target::Person(_) => Subject::Person,
        }
}

/// In a deal an organisation stands on its own side only.
fn owns(member: Membership, target: Target) -> bool {
    match target {
        Target::Whole | Target::Person(_) => true,
        Target::Org(org) => org == member.org,
        Target::Deal { supplier, buyer } => match member.side {
            Side::Supplier => supplier == member.org,
            Side::Buyer => buyer == member.org,
        },
    }
}

#[cfg(test)]
mod tests;
