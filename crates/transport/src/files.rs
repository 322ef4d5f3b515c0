//! The plain files (format 1): `offers.csv`, `demands.csv` and, where offers are sold in parts, `parts.csv` in, `solution.csv` and the
//! rents out.
use crate::instance::{Cleared, Demand, Instance, Offer, OutOfBounds, Part};
use std::fmt::Write;

const OFFERS: &str = "id,product,variety,grade,certs,qty_kg,ask,lat_e6,lon_e6,day_from,day_to,min_lot";
const DEMANDS: &str = "id,product,variety_mask,min_grade,certs,qty_kg,bid,lat_e6,lon_e6,day_from,day_to,min_lot,max_suppliers,max_km";
const PARTS: &str = "id,offer,qty_kg,day_from,day_to";

/// Why a file is not an instance. Lines and columns count from 1.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FileError {
    #[error("{file}, line 1: the header must be `{header}`")]
    Header { file: &'static str, header: &'static str },
    #[error("{file}, line {line}: {found} fields, {expected} expected")]
    Fields { file: &'static str, line: usize, found: usize, expected: usize },
    #[error("{file}, line {line}, column {column}: `{text}` is not a whole number within bounds")]
    Number { file: &'static str, line: usize, column: &'static str, text: String },
    #[error("{file}, line {line}, column id: the id must be the row number from 0")]
    Id { file: &'static str, line: usize },
    #[error("{file}, line {line}, column {column}: out of bounds")]
    Bounds { file: &'static str, line: usize, column: &'static str },
}

/// Reads the text of the files. Smallest lots and supplier limits are no part of the base problem and are read over.
pub fn read(offers: &str, demands: &str, parts: Option<&str>) -> Result<Instance, FileError> {
    let mut instance = Instance::default();
    rows::<12>("offers.csv", OFFERS, offers, |cell, row| {
        instance.offers.push(Offer {
            product: cell.number(row, 1)?,
            variety: cell.number(row, 2)?,
            grade: cell.number(row, 3)?,
            certs: cell.number(row, 4)?,
            kg: row[5],
            ask: cell.number(row, 6)?,
            lat_e6: cell.number(row, 7)?,
            lon_e6: cell.number(row, 8)?,
            from: cell.number(row, 9)?,
            to: cell.number(row, 10)?,
        });
        Ok(())
    })?;
    rows::<14>("demands.csv", DEMANDS, demands, |cell, row| {
        instance.demands.push(Demand {
            product: cell.number(row, 1)?,
            varieties: cell.number(row, 2)?,
            min_grade: cell.number(row, 3)?,
            certs: cell.number(row, 4)?,
            kg: row[5],
            bid: cell.number(row, 6)?,
            lat_e6: cell.number(row, 7)?,
            lon_e6: cell.number(row, 8)?,
            from: cell.number(row, 9)?,
            to: cell.number(row, 10)?,
            max_km: cell.number(row, 13)?,
        });
        Ok(())
    })?;
    if let Some(parts) = parts {
        rows::<5>("parts.csv", PARTS, parts, |cell, row| {
            instance.parts.push(Part { offer: cell.number(row, 1)?, kg: row[2], from: cell.number(row, 3)?, to: cell.number(row, 4)? });
            Ok(())
        })?;
    }
    instance.check().map_err(|OutOfBounds { side, row, field }| {
        let file = match side {
            "offer" => "offers.csv",
            "demand" => "demands.csv",
            _ => "parts.csv",
        };
        let column = match field {
            "kg" => "qty_kg",
            "days" => "day_from",
            other => other,
        };
        FileError::Bounds { file, line: row + 2, column }
    })?;
    Ok(instance)
}

struct Cell {
    file: &'static str,
    header: &'static str,
    line: usize,
}

impl Cell {
    fn number<T: TryFrom<i64>>(&self, row: &[i64], column: usize) -> Result<T, FileError> {
        T::try_from(row[column]).map_err(|_| self.fault(column, &row[column].to_string()))
    }

    fn fault(&self, column: usize, text: &str) -> FileError {
        let column = self.header.split(',').nth(column).unwrap_or_default();
        FileError::Number { file: self.file, line: self.line, column, text: text.to_owned() }
    }
}

fn rows<const N: usize>(
    file: &'static str,
    header: &'static str,
    text: &str,
    mut row: impl FnMut(&Cell, &[i64; N]) -> Result<(), FileError>,
) -> Result<(), FileError> {
    let mut lines = text.lines();
    if lines.next() != Some(header) {
        return Err(FileError::Header { file, header });
    }
    for (number, text) in lines.enumerate() {
        let cell = Cell { file, header, line: number + 2 };
        let mut cells = [0; N];
        let mut found = 0;
        for (column, text) in text.split(',').enumerate() {
            found += 1;
            if column < N {
                let digits = text.strip_prefix('-').unwrap_or(text);
                let plain = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
                let value = plain.then(|| text.parse().ok()).flatten();
                cells[column] = value.ok_or_else(|| cell.fault(column, text))?;
            }
        }
        if found != N {
            return Err(FileError::Fields { file, line: cell.line, found, expected: N });
        }
        if usize::try_from(cells[0]) != Ok(number) {
            return Err(FileError::Id { file, line: cell.line });
        }
        row(&cell, &cells)?;
    }
    Ok(())
}

/// `offer,demand,kg,price`, and the part where there are any (`-1`: an offer that has none); the price is ask and rent.
pub fn solution(instance: &Instance, cleared: &Cleared) -> String {
    let parted = !instance.parts.is_empty();
    let mut text = String::from(if parted { "offer,demand,kg,price,part\n" } else { "offer,demand,kg,price\n" });
    for trade in &cleared.trades {
        let price = i64::from(instance.offers[trade.offer as usize].ask) + cleared.rent(trade);
        let _ = write!(text, "{},{},{},{price}", trade.offer, trade.demand, trade.kg);
        if parted {
            let _ = write!(text, ",{}", trade.part.map_or(-1, i64::from));
        }
        text.push('\n');
    }
    text
}

/// `id,u` of the offers or of the parts, or `id,v` of the demands.
pub fn duals(name: char, rents: &[i64]) -> String {
    let mut text = format!("id,{name}\n");
    for (id, rent) in rents.iter().enumerate() {
        let _ = writeln!(text, "{id},{rent}");
    }
    text
}
