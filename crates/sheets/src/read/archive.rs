//! Refuses an archive that unpacks to far more than it is: what its directory says, and what really comes out.
use crate::error::{FileError, MOST_MEMBERS, MOST_RATIO, MOST_UNPACKED, RATIO_COUNTS_FROM};
use std::io::{Cursor, Read};
use zip::ZipArchive;

/// Unpacks every member once into nothing, counting. Overlapping members are counted as often as they appear.
pub fn check(bytes: &[u8]) -> Result<(), FileError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| FileError::Broken)?;
    if archive.len() > MOST_MEMBERS {
        return Err(FileError::UnpacksTooLarge);
    }
    let mut said = 0_u64;
    for at in 0..archive.len() {
        let member = archive.by_index_raw(at).map_err(|_| FileError::Broken)?;
        said = said.saturating_add(member.size());
        refuse(said, member.size(), member.compressed_size())?;
    }
    let mut came = 0_u64;
    for at in 0..archive.len() {
        let mut member = archive.by_index(at).map_err(|_| FileError::Broken)?;
        let packed = member.compressed_size();
        let out = count(&mut member, MOST_UNPACKED - came)?;
        came += out;
        refuse(came, out, packed)?;
    }
    Ok(())
}

fn refuse(total: u64, unpacked: u64, packed: u64) -> Result<(), FileError> {
    let ratio = unpacked > RATIO_COUNTS_FROM && unpacked > packed.saturating_mul(MOST_RATIO);
    if total > MOST_UNPACKED || ratio { Err(FileError::UnpacksTooLarge) } else { Ok(()) }
}

fn count(member: &mut impl Read, left: u64) -> Result<u64, FileError> {
    let mut buffer = [0_u8; 16 * 1024];
    let mut out = 0_u64;
    loop {
        match member.read(&mut buffer) {
            Ok(0) => return Ok(out),
            Ok(read) => out += u64::try_from(read).unwrap_or(u64::MAX),
            Err(_) => return Err(FileError::Broken),
        }
        if out > left {
            return Err(FileError::UnpacksTooLarge);
        }
    }
}
