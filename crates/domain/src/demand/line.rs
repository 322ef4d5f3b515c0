//! A line of a buyer's list: the same weight in every week of a span. A list is posted whole or not at all.
use super::{Demand, DemandTerms, DemandWeek, Preference};
use crate::account::Actor;
use crate::day::{Timestamp, TradeDay, Week, Window, WindowError};
use crate::dues::DueTerms;
use crate::error::{FieldError, Refusal};
use crate::hours::Hours;
use crate::id::DemandId;
use crate::money::VndPerKg;
use crate::place::CommuneCode;
use crate::policy::{self, Command, Target};
use crate::post::PostError;
use crate::product::{CertKinds, Grade, Quality, Slug};
use crate::quantity::Kg;
use crate::text::Note;
use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DemandLine {
    pub product: Slug,
    /// Any variety of the product when empty.
    #[serde(default)]
    pub varieties: Vec<Slug>,
    pub min_grade: Grade,
    /// All of these, valid on the day of delivery.
    #[serde(default)]
    pub certificates: CertKinds,
    /// Not required, but worth more: each attribute once, four at most.
    #[serde(default)]
    #[schema(max_items = 4)]
    pub preferred: Vec<Preference>,
    /// Goods are wanted in every week that shares a day with these.
    pub from: TradeDay,
    pub to: TradeDay,
    pub kg_per_week: Kg,
    /// The highest price delivered. Nobody but the owner sees it.
    pub bid: VndPerKg,
    pub delivery_commune: CommuneCode,
    pub delivery_hours: Hours,
    pub payment_days: u16,
    /// The most suppliers to deal with; zero for any number.
    #[serde(default)]
    pub max_suppliers: u16,
    /// The largest part of all weeks together that one supplier may have, in percent; zero for any part.
    #[serde(default)]
    #[schema(maximum = 100)]
    pub max_share: u8,
    #[serde(default)]
    pub note: Note,
    /// What is required beyond the grade.
    #[serde(default, skip_serializing_if = "Quality::is_empty")]
    pub quality: Quality,
    /// The smallest contract that a round may make of it, all weeks together; zero for any.
    #[serde(default, skip_serializing_if = "super::any_lot")]
    pub min_lot: Kg,
    /// What is paid ahead and what is kept back.
    #[serde(default, skip_serializing_if = "DueTerms::is_none")]
    pub dues: DueTerms,
}

impl DemandLine {
    /// Lines of one list.
    pub const MOST: usize = 500;

    /// The demand it stands for, week by week.
    pub fn spread(self) -> Result<DemandTerms, FieldError> {
        let weeks = self.window()?.weeks().map(|week| DemandWeek { week, kg: self.kg_per_week }).collect();
        Ok(DemandTerms { weeks, ..self.without_weeks() })
    }

    pub(crate) fn window(&self) -> Result<Window, FieldError> {
        Window::new(self.from, self.to).map_err(|error| match error {
            WindowError::Reversed => FieldError::new("to", "window_reversed"),
            WindowError::TooLong => FieldError::new("to", "window_too_long"),
        })
    }

    /// Everything but when and how much.
    pub(crate) fn without_weeks(self) -> DemandTerms {
        DemandTerms {
            product: self.product,
            varieties: self.varieties,
            min_grade: self.min_grade,
            certificates: self.certificates,
            preferred: self.preferred,
            weeks: Vec::new(),
            bid: self.bid,
            delivery_commune: self.delivery_commune,
            delivery_point: None,
            delivery_hours: self.delivery_hours,
            payment_days: self.payment_days,
            max_suppliers: self.max_suppliers,
            max_share: self.max_share,
            note: self.note,
            quality: self.quality,
            min_lot: self.min_lot,
            dues: self.dues,
        }
    }

    /// Every fault of the line on this day. Weeks before `from` are done with: they may have passed.
    pub(crate) fn faults(&self, today: TradeDay, from: Option<Week>) -> Vec<FieldError> {
        let window = match self.window() {
            Ok(window) => window,
            Err(fault) => return vec![fault],
        };
        let weeks: Vec<_> = window
            .weeks()
            .filter(|week| from.is_none_or(|from| *week >= from.max(today.week())))
            .map(|week| DemandWeek { week, kg: self.kg_per_week })
            .collect();
        if weeks.is_empty() {
            return vec![FieldError::new("to", "weeks_over")];
        }
        DemandTerms { weeks, ..self.clone().without_weeks() }.check(today, None).err().map_or_else(Vec::new, of_line)
    }
}

impl Demand {
    /// A whole list for the actor's own organisation, or every fault of every line. What could not be read at all is the fault
    /// of its line.
    pub fn post_list(
        actor: &Actor,
        lines: Vec<Result<DemandLine, FieldError>>,
        now: Timestamp,
        id: impl Fn() -> DemandId,
    ) -> Result<Vec<Self>, PostError> {
        policy::allow(actor, Command::PostDemand, Target::own(actor))?;
        let (mut demands, mut faults) = (Vec::with_capacity(lines.len()), Vec::new());
        for (at, line) in lines.into_iter().enumerate() {
            let inside = |fault: FieldError| fault.inside(&format!("lines.{at}"));
            let terms = match line.and_then(DemandLine::spread) {
                Ok(terms) => terms,
                Err(fault) => {
                    faults.push(inside(fault));
                    continue;
                }
            };
            match Self::post(actor, terms, id(), now) {
                Ok(demand) => demands.push(demand),
                Err(Refusal::Invalid(found)) => faults.extend(of_line(found).into_iter().map(inside)),
                Err(refusal) => return Err(refusal),
            }
        }
        if faults.is_empty() { Ok(demands) } else { Err(faults.into()) }
    }
}

/// A line has one weight and two days instead of weeks: each fault once, at the field it comes from.
fn of_line(found: Vec<FieldError>) -> Vec<FieldError> {
    let mut faults: Vec<FieldError> = Vec::with_capacity(found.len());
    for fault in found {
        let field = match (fault.field.as_ref(), fault.code) {
            ("weeks", "kg_total_out_of_range") => "kg_per_week".into(),
            ("weeks", _) => "to".into(),
            (field, _) if field.starts_with("weeks.") && field.rsplit('.').next() == Some("kg") => "kg_per_week".into(),
            (field, _) if field.starts_with("weeks.") => "from".into(),
            _ => fault.field,
        };
        let fault = FieldError { field, code: fault.code };
        if !faults.contains(&fault) {
            faults.push(fault);
        }
    }
    faults
}

#[cfg(test)]
mod tests;
